"""The review session: the only door through which anything changes a review; knows no screen."""
