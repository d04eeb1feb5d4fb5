"""How something was rendered before, shown beside the clause that is being corrected."""
