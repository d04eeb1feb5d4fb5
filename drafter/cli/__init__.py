"""The headless commands, over the review session alone."""
