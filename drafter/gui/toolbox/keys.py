"""Keys that mean the same everywhere."""

from typing import Final

from PySide6.QtCore import Qt

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Both keys that carry out what is chosen: beside the letters, and beside the figures."""
