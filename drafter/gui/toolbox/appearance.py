"""Light or dark, as the system has it or as the user wants it."""

from typing import Final, Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Appearance = Literal["system", "light", "dark"]
APPEARANCES: Final[tuple[Appearance, ...]] = get_args(Appearance)
_SCHEMES: Final = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_Role = QPalette.ColorRole
_DARK: Final = {
    _Role.Base: "#1e1f22", _Role.AlternateBase: "#26282b", _Role.Text: "#e3e4e6", _Role.WindowText: "#e3e4e6",
    _Role.ButtonText: "#e3e4e6", _Role.ToolTipBase: "#3a3d42", _Role.ToolTipText: "#e3e4e6",
    _Role.PlaceholderText: "#9a9da3", _Role.Highlight: "#2e5c9a", _Role.HighlightedText: "#ffffff",
    _Role.Link: "#7ab0f5", _Role.Mid: "#6a6e75", _Role.Light: "#5a5e65",
}  # fmt: skip
_GROUND, _FAINT = "#2b2d30", "#7b7e84"


def show_as(appearance: Appearance) -> None:
    """Have all windows be light or dark from now on."""
    hints = QGuiApplication.styleHints()
    if appearance == "system":
        hints.unsetColorScheme()
        QApplication.setPalette(QPalette())
        return
    hints.setColorScheme(_SCHEMES[appearance])
    # Desktops without a word in the matter (a bare X server, some of Linux) don't follow: then the palette has to.
    if hints.colorScheme() != _SCHEMES[appearance]:
        QApplication.setPalette(dark_palette() if appearance == "dark" else QApplication.style().standardPalette())


def dark_palette() -> QPalette:
    """Give the colours of a dark window."""
    palette = QPalette(QColor(_GROUND), QColor(_GROUND))
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FAINT))
    return palette
