"""The review on paper: print, preview of the print, PDF."""
