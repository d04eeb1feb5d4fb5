"""The list of findings beside the text."""
