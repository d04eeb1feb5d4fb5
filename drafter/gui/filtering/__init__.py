"""The line above the clauses that says which of them are shown."""
