"""Corrections back into the very Word file that a text came from: its looks, tables, pictures and headers stay."""
