"""Looking for words in the texts."""
