"""One module a command: its help, its arguments, its work."""
