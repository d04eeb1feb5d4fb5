"""Misspelt words marked in the text that is being written, and what may stand in their place."""
