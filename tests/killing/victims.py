"""What is killed: programs that work on a project, and tell of each change only after it was kept.

A server forks one for each line it is given, since loading the program anew takes longer than all the rest. A line has
the deed, the folder and the file to tell in, with tabs between.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import export_review, merge_files, open_project

Tell = Callable[[str], None]


def editing(folder: Path, tell: Tell) -> None:
    """Correct one clause after the other, with steps back and forth."""
    session = open_project(folder / "editing.drafter")
    number = 0
    while True:
        number += 1
        text = f"edit {number} of {os.getpid()} " + "x" * (number % 7 * 900)
        session.edit(1 + number % 3, "en", text)
        if number % 10 == 0:
            session.undo()
            session.redo()
        tell(str(number))


def fixing(folder: Path, tell: Tell) -> None:
    """Put in all fixes as one step, and take them back."""
    session = open_project(folder / "fixing.drafter")
    while True:
        session.apply_fixes("suggested")
        tell("fixed")
        session.undo()
        tell("undone")


def migrating(folder: Path, tell: Tell) -> None:
    """Bring one copy of an old project after the other up to the present format."""
    old, number = folder / "old.drafter", 0
    while True:
        number += 1
        path = folder / f"old{number}.drafter"
        shutil.copyfile(old, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)
        open_project(path).close()
        tell(str(number))


def merging(folder: Path, tell: Tell) -> None:
    """Join two copies again and again, into one file."""
    number = 0
    while True:
        number += 1
        merge_files(folder / "one.drafter", folder / "two.drafter", folder / "joined.drafter")
        tell(str(number))


def exporting(folder: Path, tell: Tell) -> None:
    """Write one Word file again and again, with a change before each."""
    session, number = open_project(folder / "exporting.drafter"), 0
    while True:
        number += 1
        session.edit(2, "en", f"edit {number} of {os.getpid()} ")
        tell(str(number))
        export_review(session, folder / "out.docx")


def saving(folder: Path, tell: Tell) -> None:
    """Write whole copies of a project that is open, over each other."""
    session, number = open_project(folder / "saving.drafter"), 0
    while True:
        number += 1
        session.edit(3, "en", f"edit {number} of {os.getpid()} ")
        tell(str(number))
        session.save_copy(folder / "copy.drafter")


def typing(folder: Path, tell: Tell) -> None:
    """Type in the window: every letter is told of when it stands there, with the whole text."""
    QApplication(["drafter"])
    window = MainWindow(Settings(language="en"), Translation())
    window.show()
    window.files.open_paths([folder / "typing.drafter"])
    while window.session is None or window.background.busy:
        QTest.qWait(5)
    number = 0
    while True:
        window.view.go_to(1 + number % 3, "en", focus=True)
        editor = window.view._editors.editor("en")  # no window is active offscreen
        clause = window.view.current_clause()
        for letter in f" word{number} of {os.getpid()}":
            editor.insertPlainText(letter)
            tell(f"{clause} {editor.text()}")
            QTest.qWait(4)
            number += 1


DEEDS: dict[str, Callable[[Path, Tell], None]] = {
    deed.__name__: deed for deed in (editing, fixing, migrating, merging, exporting, saving, typing)
}


def _run(deed: str, folder: str, told: str) -> None:
    handle = os.open(told, os.O_WRONLY | os.O_APPEND)

    def tell(words: str) -> None:
        os.write(handle, f"{time.monotonic():.4f} {words}\n".encode())

    os.environ["XDG_DATA_HOME"] = folder + "/home"
    tell("begun")
    DEEDS[deed](Path(folder), tell)


def serve() -> None:
    """Fork a victim for each line of the standard input."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(*line.rstrip("\n").split("\t"))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("dead\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
