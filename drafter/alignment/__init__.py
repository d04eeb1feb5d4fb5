"""Which Chinese units stand beside which English ones."""
