"""The window: the only room that imports Qt; a screen area is a folder with its view, model and delegate together."""
