"""Rules of the family `punctuation`."""
