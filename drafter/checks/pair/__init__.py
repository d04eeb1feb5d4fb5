"""What one side says and the other does not: prohibitions, duties, clauses, names."""
