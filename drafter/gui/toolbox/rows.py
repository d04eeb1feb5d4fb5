"""Widgets side by side, as forms want them."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def beside(first: QWidget, *others: QWidget) -> QWidget:
    """Put widgets side by side, the first as wide as there is room."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(first, 1)
    for widget in others:
        layout.addWidget(widget)
    return row
