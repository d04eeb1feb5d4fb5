"""What stands in the window while nothing is open: recent reviews, and every way to open something."""
