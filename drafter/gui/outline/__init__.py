"""The outline of the review: its sections as a tree, with what is open in each."""
