"""Text that says something twice, breaks off, or tells what is to be as done."""
