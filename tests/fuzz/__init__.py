"""Files damaged at random: nothing but the room's own error may leave a reader, in time and in memory.

    python -m tests.fuzz --seconds 600

A few of each kind run with the other tests.
"""
