"""What is chosen for an export: a record that is remembered, and the files that come of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final, Literal, get_args

from drafter.exports import DataOptions, DocxOptions, OriginalOptions, VerdictOptions
from drafter.exports.data_options import Table
from drafter.exports.docx.options import Layout, Style
from drafter.exports.quality import QualityOptions
from drafter.model import N_, Side
from drafter.review import ReviewSession, by_layout, named
from drafter.review.output import Options

Kind = Literal["word", "into-zh", "into-en", "verdict", "page", "quality", "data", "original"]
KINDS: Final[tuple[tuple[Kind, str, str], ...]] = (
    ("word", ".docx", N_("Word file")),
    ("into-en", ".docx", N_("The English Word file itself, corrected")),
    ("into-zh", ".docx", N_("The Chinese Word file itself, corrected")),
    ("verdict", ".html", N_("One-page verdict (HTML)")),
    ("page", ".html", N_("All clauses as a page with filters (HTML)")),
    ("quality", ".html", N_("Quality report (HTML)")),
    ("quality", ".docx", N_("Quality report (Word)")),
    ("data", ".xlsx", N_("Tables: clauses, findings, figures, measures (Excel)")),
    ("data", ".csv", N_("Clauses as a table (CSV)")),
    ("data", ".tmx", N_("Translation memory (TMX)")),
    ("data", ".xlf", N_("For translation tools (XLIFF 2.1)")),
    ("data", ".tbx", N_("Terms of this text (TBX)")),
    ("data", ".json", N_("Everything, for other programs (JSON)")),
)
"""What a review can be written as, with the ending of the file."""

INTO: Final[Mapping[Kind, Side]] = {"into-zh": "zh", "into-en": "en"}
WITH_NAMES: Final = frozenset({".xlsx", ".csv", ".tmx", ".xlf", ".json", ".html"})
_PATTERNS: Final[Mapping[Kind, str]] = {
    "word": "{name}-{layout}", "verdict": "{name}-verdict", "page": "{name}-review", "quality": "{name}-quality",
    "into-zh": "{name}-zh-corrected", "into-en": "{name}-en-corrected", "data": "{name}-review",
    "original": "{name}-corrected",
}  # fmt: skip
_ALLOWED: Final[Mapping[str, tuple[object, ...]]] = {
    "kind": get_args(Kind), "style": get_args(Style), "table": get_args(Table),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to be written: where to, and how it is made; None where there is nothing to choose."""

    path: Path
    options: Options | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen; see the options of each kind for what it means.

    Attributes:
        kind, ending: what is written.
        layouts: of a Word file; a file each.
        style, cover, scripts, tracked, comments, tags, findings, notes, returnable: of a Word file.
        template: path of an office's own Word file, "" for none.
        confirmed: of a translation memory.
        names: whether the names of the reviewers stand in the file.
        table: of a CSV file.
        pattern: the file's name without its ending, "" for the usual one of the kind.
    """

    kind: Kind = "word"
    ending: str = ".docx"
    layouts: tuple[Layout, ...] = ("table",)
    style: Style = "plain"
    template: str = ""
    cover: bool = False
    scripts: bool = False
    tracked: bool = False
    comments: bool = False
    tags: bool = False
    findings: bool = False
    notes: bool = False
    returnable: bool = False
    confirmed: bool = False
    names: bool = True
    table: Table = "clauses"
    pattern: str = ""

    @property
    def key(self) -> str:
        """What the choices are remembered by."""
        return f"{self.kind}{self.ending}"

    @property
    def is_clean(self) -> bool:
        """Whether the file goes out as a finished text."""
        return (self.kind == "word" and not self.tracked and not self.comments) or (
            self.kind in INTO and not self.tracked
        )

    def options(self, layout: Layout) -> Options | None:
        """Give the options of one file."""
        table = layout == "table"
        match self.kind:
            case "word":
                return DocxOptions(
                    layout,
                    self.style,
                    self.tracked,
                    self.comments,
                    self.tags and table,
                    self.cover,
                    self.findings and table,
                    self.notes and table,
                    self.scripts,
                    self.returnable and table,
                    self.names,
                    Path(self.template) if self.template else None,
                )
            case "quality":
                return QualityOptions()
            case "verdict":
                return VerdictOptions()
            case "original":
                return None
            case "into-zh" | "into-en":
                return OriginalOptions(INTO[self.kind], self.tracked, self.names)
            case _:
                return DataOptions(self.confirmed and self.ending == ".tmx", self.names, self.table)

    def name(self) -> str:
        """Give the pattern of the file's name, with its ending."""
        return (self.pattern or _PATTERNS[self.kind]) + self.ending

    def files(self, path: Path, session: ReviewSession) -> tuple[ExportFile, ...]:
        """Give the files to be written.

        Args:
            path: where to; its name may be a pattern.
            session: the review.

        Raises:
            DrafterError: the pattern has a place that is none of ours.
        """
        layouts = self.layouts if self.kind == "word" else self.layouts[:1]
        made: dict[Path, ExportFile] = {}
        for layout in layouts:
            options = self.options(layout)
            words = options if isinstance(options, DocxOptions) else DocxOptions(layout, self.style)
            place = named(by_layout(path, len(layouts)), session, words)
            made.setdefault(place, ExportFile(place, options))
        return tuple(made.values())


def written(choices: Choices) -> dict[str, object]:
    """Give choices as they are kept: what differs from the usual."""
    usual = asdict(Choices())
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(choices).items()
        if value != usual[name]
    }


def read(record: Mapping[str, object]) -> Choices:
    """Read choices that were kept; what makes no sense is as usual."""
    usual = Choices()
    sound = dict(_sound(record))
    kinds = {(kind, ending) for kind, ending, _words in KINDS}
    here = sound.get("kind", usual.kind), sound.get("ending", usual.ending)
    if here not in kinds and here[0] != "original":
        sound.pop("kind", None)
        sound.pop("ending", None)
    return Choices(**sound)  # type: ignore[arg-type]  # each was held against the type of the usual one


def _sound(record: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    usual = Choices()
    for one in fields(Choices):
        value = record.get(one.name)
        if one.name == "layouts":
            layouts = tuple(name for name in get_args(Layout) if isinstance(value, list) and name in value)
            if layouts:
                yield one.name, layouts
        elif type(value) is type(getattr(usual, one.name)) and value in _ALLOWED.get(one.name, (value,)):
            yield one.name, value


PRESETS: Final[tuple[tuple[str, Choices], ...]] = (
    (
        N_("For review: corrections and comments shown, can be taken back"),
        Choices(tracked=True, comments=True, returnable=True, pattern="{name}-for-review"),
    ),
    (N_("For issue: the Chinese as an official document, clean"), Choices(layouts=("zh",), style="gbt9704")),
    (N_("Side by side: both languages in a table, clean"), Choices()),
    (
        N_("For print: Chinese and English, each an official document"),
        Choices(layouts=("zh", "en"), style="gbt9704", scripts=True),
    ),
)
"""Choices for what is done most, each with its name."""
