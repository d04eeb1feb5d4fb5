"""Goes one person's way on a screen; ends with status 0 where all of it held."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.e2e.walks import clerk, drafter, translator

_PEOPLE = {"clerk": clerk.walk, "drafter": drafter.walk, "translator": translator.walk}


def main() -> int:
    """Go the whole way."""
    person, (zh, en, folder) = sys.argv[1], map(Path, sys.argv[2:5])
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    _PEOPLE[person](zh, en, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
