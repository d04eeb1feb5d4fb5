"""The main window: commands, panels and what holds them together."""
