"""Files out: one writer per format, each given a snapshot of a review."""
