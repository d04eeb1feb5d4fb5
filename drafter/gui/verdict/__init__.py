"""The verdict on one sheet of paper: shown, printed, kept as a PDF."""
