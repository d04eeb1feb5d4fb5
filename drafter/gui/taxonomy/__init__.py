"""The taxonomy's dialog: concepts are added, renamed, moved, retired and merged, and files exchanged."""
