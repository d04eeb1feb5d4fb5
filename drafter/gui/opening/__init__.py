"""Opening files: the dialog that asks for them, and the work in the background."""
