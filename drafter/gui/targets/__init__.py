"""What a plan promises and who is to do it: targets, their paths, duties, deadlines, coverage."""
