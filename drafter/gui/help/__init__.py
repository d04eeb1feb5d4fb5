"""What explains the program: the guide, the sheet of keys, the legend of the marks, and what it is made of."""
