"""Kills, and looks at what is left: every file opens and is sound, and nothing that was told of is missing."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from drafter.project import SUFFIX, Record, read_project
from drafter.project.schema import APPLICATION_ID
from drafter.review import ReviewSession, open_pair, open_project
from drafter.review.drafting import restore_typing
from tests.project.test_migrations import FORMAT_1, ROWS

ROOT = Path(__file__).parents[2]
ZH = "石桥镇清洁空气行动计划\n到2025年，PM2.5平均浓度下降10%。\n全镇完成锅炉改造120台。\n"
EN = (
    "Shiqiao Town Clean Air Action Plan\nBy 2025, the average concentration ofPM2.five shall fall by 10%.\n"
    "The town will refit 120boilers.\n"
)
QUICK = ("editing", "fixing", "migrating", "merging", "exporting", "saving")
"""What works without the window."""
_OWN = ("editing", "fixing", "exporting", "saving", "typing")
_LONGEST = 60  # s until a victim has begun


@dataclass
class Toll:
    """What came of killing.

    Attributes:
        kills: how many, by what was being done.
        told: how many changes were told of altogether.
        lost: what was missing though it was told of before, a sentence each.
        late: how many keys were lost that were pressed right before, within the time allowed for writing them.
    """

    kills: Counter[str] = field(default_factory=Counter)
    told: int = 0
    lost: list[str] = field(default_factory=list)
    late: int = 0


class Killer:
    """Has programs work on projects of its own, and kills them."""

    def __init__(self, folder: Path, server: "subprocess.Popen[str]", seed: int, allowed: float) -> None:
        """Take a folder.

        Args:
            folder: where the projects lie.
            server: what starts the victims.
            seed: of the chance.
            allowed: seconds after which a key must be on disk.
        """
        self.toll = Toll()
        self._folder, self._server, self._chance, self._allowed = folder, server, random.Random(seed), allowed
        self._fixed, self._loaded = _projects(folder)
        self._steps = 0  # of the project that is mended

    def kill(self, deed: str) -> None:
        """Start somebody who does something, kill them, and look.

        Raises:
            AssertionError: a file is damaged, or a change is neither whole nor absent.
        """
        told = self._folder / "told"
        told.write_bytes(b"")
        died = self._run(deed, told)
        rows = [line.partition(" ") for line in told.read_text(encoding="utf-8").splitlines()][1:]
        # What the victim had told of last may have reached the file only by half.
        words = [(float(when), what) for when, _blank, what in rows]
        self.toll.kills[deed] += 1
        self.toll.told += len(words)
        getattr(self, f"_after_{deed}")(words, died)
        self._look_round()

    def _run(self, deed: str, told: Path) -> float:
        """Have somebody work for a while; give the time of their death."""
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(f"{deed}\t{self._folder}\t{told}\n")
        self._server.stdin.flush()
        child = int(self._server.stdout.readline())
        begun = time.monotonic()
        while told.read_bytes().count(b"\n") < 2 and time.monotonic() < begun + _LONGEST:
            time.sleep(0.002)
        time.sleep(self._chance.random() * (1.0 if deed == "typing" else 0.15))
        died = time.monotonic()
        os.kill(child, signal.SIGKILL)
        assert self._server.stdout.readline() == "dead\n"
        return died

    @contextmanager
    def _opened(self, deed: str) -> Iterator[ReviewSession]:
        path = self._folder / (deed + SUFFIX)
        _require_whole(path)
        session = open_project(path)
        try:
            assert session.read_only is None  # the lock of the dead was taken over
            yield session
        finally:
            session.close()

    def _require_edit(self, clause: int, words: list[tuple[float, str]], texts: dict[int, str]) -> None:
        """The last change that was told of is there, or the one that was being made."""
        if words:
            last = int(words[-1][1])
            number = int(texts[clause].split()[1]) if texts[clause].startswith("edit ") else 0
            if number not in (last, last + 1):
                self.toll.lost.append(f"edit {last} of clause {clause}; it has {texts[clause][:30]!r}")

    def _after_editing(self, words: list[tuple[float, str]], _died: float) -> None:
        with self._opened("editing") as session:
            history = [one.after for one in session.revisions if one.kind == "text" and not one.turn]
            texts = {clause.id: clause.en.text for clause in session.clauses}
        last = int(words[-1][1]) if words else 0
        run = history[-1].split()[3] if history and history[-1].startswith("edit ") else ""
        numbers = [int(text.split()[1]) for text in history if text.startswith("edit ") and text.split()[3] == run]
        if last and numbers not in (list(range(1, last + 1)), list(range(1, last + 2))):
            self.toll.lost.append(f"edits up to {last}; the history has {numbers[-3:]}")
        if len(numbers) == last > 0:
            assert texts[1 + last % 3].startswith(f"edit {last} of ")

    def _after_fixing(self, words: list[tuple[float, str]], _died: float) -> None:
        with self._opened("fixing") as session:
            texts = [clause.en.text for clause in session.clauses]
            assert texts in (self._fixed, self._loaded)  # a step is there as a whole, or not at all
            steps = len({one.group for one in session.revisions})
            if steps - self._steps not in (len(words), len(words) + 1):
                self.toll.lost.append(f"steps: {len(words)} were told of, there are {steps - self._steps}")
            for clause, text in zip(session.clauses, self._loaded, strict=True):
                session.edit(clause.id, "en", text)
            self._steps = len({one.group for one in session.revisions})

    def _after_migrating(self, words: list[tuple[float, str]], _died: float) -> None:
        made = sorted(self._folder.glob("old?*.drafter"))
        for number in range(1, len(words) + 1):
            if not (self._folder / f"old{number}.drafter").exists():
                self.toll.lost.append(f"old{number}")
        for path in made:
            _require_whole(path)
            session = open_project(path)
            assert [clause.en.text for clause in session.clauses] == ["A", "B."]
            session.close()
        for backup in self._folder.glob("*.bak"):
            with closing(sqlite3.connect(backup)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert connection.execute("SELECT count(*) FROM revision").fetchone() == (2,)
        for path in (*made, *self._folder.glob("*.bak"), *self._folder.glob("*.part")):
            path.unlink()

    def _after_merging(self, words: list[tuple[float, str]], _died: float) -> None:
        path = self._folder / "joined.drafter"
        if words and not path.exists():
            self.toll.lost.append("the joined project")
        if path.exists():
            _require_whole(path)
            texts = [clause.en.text for clause in _read(path).clauses]
            assert texts[1:] == ["By Liu", "By Wang"]

    def _after_exporting(self, words: list[tuple[float, str]], _died: float) -> None:
        with self._opened("exporting") as session:
            self._require_edit(2, words, {clause.id: clause.en.text for clause in session.clauses})
        if (self._folder / "out.docx").exists():
            with zipfile.ZipFile(self._folder / "out.docx") as made:
                assert made.testzip() is None

    def _after_saving(self, words: list[tuple[float, str]], _died: float) -> None:
        with self._opened("saving") as session:
            self._require_edit(3, words, {clause.id: clause.en.text for clause in session.clauses})
        copy = self._folder / "copy.drafter"
        if len(words) > 1 and not copy.exists():
            self.toll.lost.append("the copy")
        if copy.exists():
            _require_whole(copy)
            _read(copy)

    def _after_typing(self, words: list[tuple[float, str]], died: float) -> None:
        with self._opened("typing") as session:
            restore_typing(session, self._folder / "home" / "drafter" / "typing")
            texts = {clause.id: clause.en.text for clause in session.clauses}
        for clause, kept in texts.items():
            typed = [(when, what.partition(" ")[2]) for when, what in words if what.startswith(f"{clause} ")]
            if not typed:
                continue
            assert kept in {text for _when, text in typed} or len(kept) not in {len(text) for _when, text in typed}
            for when, text in typed:
                if len(text) <= len(kept):  # each is a letter longer than the one before
                    continue
                if when < died - self._allowed:
                    self.toll.lost.append(f"{text[-20:]!r}, {died - when:.3f} s before the end; kept {kept[-20:]!r}")
                else:
                    self.toll.late += 1

    def _look_round(self) -> None:
        """Nothing but projects looks like one."""
        known = {name + SUFFIX for name in (*_OWN, "old", "one", "two", "joined", "copy")}
        assert {path.name for path in self._folder.glob("*" + SUFFIX)} <= known
        assert not (self._folder / "home" / "drafter" / "recovered").exists()


def _projects(folder: Path) -> tuple[list[str], list[str]]:
    """Make the projects that are worked on; give the texts of the first with all fixes, and as they are."""
    zh, en = folder / "zh.txt", folder / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    session = open_pair(zh, en)
    for name in (*_OWN, "one", "two"):
        session.save_copy(folder / (name + SUFFIX))
    loaded = [clause.en.text for clause in session.clauses]
    session.apply_fixes("suggested")
    fixed = [clause.en.text for clause in session.clauses]
    assert fixed != loaded
    for name, author, clause in (("one.drafter", "Liu", 2), ("two.drafter", "Wang", 3)):
        copy = open_project(folder / name, author=author)
        copy.edit(clause, "en", f"By {author}")
        copy.close()
    with closing(sqlite3.connect(folder / "old.drafter")) as connection:
        connection.executescript(f"{FORMAT_1} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
        for table, row in ROWS:
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        connection.commit()
    return fixed, loaded


def _read(path: Path) -> Record:
    return read_project(path)


def _require_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@contextmanager
def victims() -> Iterator["subprocess.Popen[str]"]:
    """Start what starts the victims."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.killing.victims"],
        cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as server:  # fmt: skip
        yield server
        assert server.stdin
        assert server.stderr
        server.stdin.close()
        said = [line for line in server.stderr if "propagateSizeHints" not in line]
        assert not said, "".join(said)
