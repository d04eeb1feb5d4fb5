"""What text means, one side at a time; one module per notion, Chinese and English behind one interface."""
