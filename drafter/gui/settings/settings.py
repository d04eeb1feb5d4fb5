"""The settings: a typed record, of which only what differs from the defaults is written."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_config_path, user_data_path

from drafter.gui.clauses.showing import SHOWN, Showing
from drafter.gui.settings.remembered import Remembered
from drafter.gui.toolbox.appearance import APPEARANCES, Appearance
from drafter.model import SEVERITIES, Severity
from drafter.review import HOUSE_STYLES, SENSITIVITIES, Sensitivity

LanguageChoice = Literal["system", "zh", "en"]
LANGUAGE_CHOICES: tuple[LanguageChoice, ...] = ("system", "zh", "en")
_CHOICES: dict[str, tuple[str, ...]] = {
    "language": LANGUAGE_CHOICES, "sensitivity": SENSITIVITIES, "appearance": APPEARANCES, "showing": tuple(SHOWN),
}  # fmt: skip

_RANGES: dict[str, tuple[float, float]] = {"zoom": (0.6, 3.0), "font_size": (0.0, 36.0)}
_PATHS = ("glossary", "dictionary", "reviews", "taxonomy")

_chosen: dict[str, str] = {"reviews": ""}


@dataclass
class Settings:
    """What the user chose.

    Attributes:
        language: the language of the window; "system" follows the system.
        author: the reviewer's name, written into the history.
        zoom: size of the text, 1.0 is ordinary.
        showing: which texts are shown, and whether with what was corrected.
        geometry: the window's place and size, as Qt writes it, in hexadecimal.
        layout: the panels' places, likewise.
        house_style: how figures are written, by name; what is not named follows the document.
        off: rules that are not told, by name.
        severities: severities that rules have instead of their own, by name.
        sensitivity: how sure a rule must be.
        glossary: path of a glossary of the user's own, "" for none.
        export_kind: what was exported last, by kind and ending.
        exports: the choices of the last export, by kind and ending.
        presets: choices for exports that the user named.
        appearance: light, dark, or as the system has it.
        key_set: which tool's keys the commands have.
        shortcuts: keys of single commands that differ from it, in Qt's portable notation.
        spelling: whether misspelt words are marked.
        dictionary: path of a dictionary of the user's own, "" for none.
        memories: paths of the translation memories that are looked through.
        font_zh, font_en: families in which the texts are read, "" for the program's choice.
        font_size: size in which they are read, in points; 0 for the desktop's own.
        reviews: path of the folder in which new reviews are kept, "" for the usual one.
        taxonomy: path of the taxonomy that new reviews begin with, "" for the program's own.
        recent: the reviews that were open lately by their paths, the latest last.
    """

    language: LanguageChoice = "system"
    author: str = ""
    zoom: float = 1.0
    showing: Showing = "both"
    geometry: str = ""
    layout: str = ""
    house_style: dict[str, str] = field(default_factory=dict)
    off: list[str] = field(default_factory=list)
    severities: dict[str, Severity] = field(default_factory=dict)
    sensitivity: Sensitivity = "normal"
    glossary: str = ""
    export_kind: str = ""
    exports: dict[str, dict[str, object]] = field(default_factory=dict)
    presets: dict[str, dict[str, object]] = field(default_factory=dict)
    appearance: Appearance = "system"
    key_set: str = "drafter"
    shortcuts: dict[str, str] = field(default_factory=dict)
    spelling: bool = True
    dictionary: str = ""
    memories: list[str] = field(default_factory=list)
    font_zh: str = ""
    font_en: str = ""
    font_size: float = 0.0
    reviews: str = ""
    taxonomy: str = ""
    recent: dict[str, Remembered] = field(default_factory=dict)


def settings_file() -> Path:
    """Give the file in which the settings are kept."""
    return user_config_path("drafter", appauthor=False) / "settings.json"


def always_file() -> Path:
    """Give the file that lists the rules which the user never wants to hear of."""
    return user_config_path("drafter", appauthor=False) / "ignored.json"


def own_words_file() -> Path:
    """Give the file that lists the words which the user has told to be right."""
    return user_config_path("drafter", appauthor=False) / "words.txt"


def usual_reviews_folder() -> Path:
    """Give the folder in which reviews are kept that have no name yet, where the user has chosen none."""
    return user_data_path("drafter", appauthor=False) / "reviews"


def keep_reviews_in(folder: str) -> None:
    """Have reviews that have no name yet be kept in a folder from now on; "" for the usual one."""
    _chosen["reviews"] = folder


def reviews_folder() -> Path:
    """Give the folder in which reviews are kept that have no name yet."""
    return Path(_chosen["reviews"]) if _chosen["reviews"] else usual_reviews_folder()


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing or makes no sense is as it comes."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    defaults = Settings()
    if not isinstance(content, dict):
        return defaults
    known = {one.name: content[one.name] for one in fields(Settings) if one.name in content}
    known |= {name: float(known[name]) for name in _RANGES if type(known.get(name)) is int}
    sound = {
        name: value
        for name, value in known.items()
        if isinstance(value, type(getattr(defaults, name))) and _is_sound(name, value)
    }
    if "house_style" in sound:
        sound["house_style"] = {
            name: choice for name, choice in sound["house_style"].items() if choice in HOUSE_STYLES.get(name, ())
        }
    for name in ("off", "memories"):
        if name in sound:
            sound[name] = [one for one in dict.fromkeys(filter(_is_text, sound[name])) if "\0" not in one]
    if "severities" in sound:
        sound["severities"] = {name: one for name, one in sound["severities"].items() if one in SEVERITIES}
    for name in ("exports", "presets"):
        if name in sound:
            sound[name] = {key: one for key, one in sound[name].items() if isinstance(one, dict)}
    if "shortcuts" in sound:
        sound["shortcuts"] = {name: keys for name, keys in sound["shortcuts"].items() if isinstance(keys, str)}
    if "recent" in sound:
        told = {path: Remembered.of(one) for path, one in sound["recent"].items()}
        sound["recent"] = {path: one for path, one in told.items() if one is not None}
    return Settings(**sound)


def _is_sound(name: str, value: Any) -> bool:  # noqa: ANN401 -- whatever the file holds
    if isinstance(value, str):
        # The name of a file may hold what is no character; nothing else may, and none holds a zero.
        return value in _CHOICES.get(name, (value,)) and "\0" not in value and (name in _PATHS or _is_writable(value))
    if isinstance(value, float):
        least, most = _RANGES[name]
        return least <= value <= most
    return True


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def save_settings(settings: Settings, path: Path) -> None:
    """Write what differs from the defaults.

    Raises:
        OSError: the folder can't be written.
    """
    defaults = asdict(Settings())
    chosen = {name: value for name, value in asdict(settings).items() if value != defaults[name]}
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".tmp")
    text = json.dumps(chosen, ensure_ascii=False, indent=2)
    if not _is_writable(text):  # the name of a file may be in no encoding that this system knows
        text = json.dumps(chosen, indent=2)
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
