"""The real program, killed at random moments: `python -m tests.killing --times 300`."""
