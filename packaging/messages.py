#!/usr/bin/env python3
"""Gathers the words users see, brings the catalogues up to date, and compiles them.

    python packaging/messages.py            gather, update, compile
    python packaging/messages.py --check    change nothing, say what is not up to date or translated; status 1

Words are gathered from the code (``_``, ``N_``, ``ngettext``). Translations already there are kept; messages that no
code uses any more are dropped and named, so that a reworded one can be copied over. English is filled in by itself,
Chinese by a person.
"""

import argparse
import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "locale"
DOMAIN = "drafter"
LOCALES = ("en", "zh_CN")
# What marks words in the code, and how many of its arguments are words.
KEYWORDS = {"_": 1, "N_": 1, "ngettext": 2}
# The files change when the words do, and only then.
_NO_DATE = datetime(2025, 1, 1, tzinfo=UTC)
_COMMENT = """\
# The words of Drafter, brought up to date by `make messages`.
# This file is distributed under the same licence as Drafter."""

Key = str | tuple[str, str]


def key(message: Message) -> Key:
    """Give what tells a message from another: its English, singular and plural where it counts."""
    match message.id:
        case str() as text:
            return text
        case (singular, plural, *_):
            return str(singular), str(plural)
    raise ValueError(f"a message without words: {message!r}")


def translation(message: Message) -> tuple[str, ...]:
    """Give the translated forms of a message, one where it does not count."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Give the messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def _words(call: ast.Call) -> str | tuple[str, ...] | None:
    """Give the literal words of a call that marks some."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    count = KEYWORDS.get(name, 0)
    literals = [argument.value for argument in call.args[:count] if isinstance(argument, ast.Constant)]
    words = tuple(literal for literal in literals if isinstance(literal, str) and literal)
    if not count or len(words) < count:
        return None
    return words if count > 1 else words[0]


def gathered() -> Catalog:
    """Gather the words of this program's code.

    From the syntax tree, for Babel's own reader sees words within f-strings from Python 3.12 on only.
    """
    catalogue = Catalog(domain=DOMAIN, charset="utf-8")
    for path in sorted((ROOT / "drafter").rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
            if words := _words(call):
                catalogue.add(words, None, [(path.relative_to(ROOT).as_posix(), call.lineno)])
    return catalogue


def path_of(locale: str, ending: str) -> Path:
    """Give the path of a language's catalogue, ``po`` or ``mo``."""
    return CATALOGUES / locale / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def load(locale: str) -> Catalog:
    """Read a language's catalogue as translators write it."""
    path = path_of(locale, "po")
    if not path.exists():
        return Catalog(locale=locale, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=locale, domain=DOMAIN)


def load_compiled(locale: str) -> Catalog:
    """Read a language's catalogue as the program reads it."""
    with path_of(locale, "mo").open("rb") as file:
        return read_mo(file)


def merged(template: Catalog, old: Catalog, locale: str) -> Catalog:
    """Give the template's messages with the translations of an earlier catalogue."""
    before = {key(message): message for message in messages(old) if not message.fuzzy}
    new = Catalog(
        locale=locale,
        domain=DOMAIN,
        project="Drafter",
        version="1",
        msgid_bugs_address="none",
        header_comment=_COMMENT,
        charset="utf-8",
        fuzzy=False,
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        last_translator="the Drafter authors",
        language_team="the Drafter authors",
    )
    for message in messages(template):
        known = before.get(key(message))
        words = translation(known) if known else ()
        if locale == "en":
            words = tuple([message.id] if isinstance(message.id, str) else message.id)
        plural = not isinstance(message.id, str)
        new.add(
            message.id,
            (words or ("",) * new.num_plurals) if plural else "".join(words[:1]),
            message.locations,
            message.flags - {"fuzzy"},
            message.auto_comments,
            known.user_comments if known else (),
        )
    return new


def po_bytes(catalogue: Catalog) -> bytes:
    """Write a catalogue for translators: by file, without line numbers, which change with every edit."""
    out = io.BytesIO()
    write_po(out, catalogue, width=120, include_lineno=False, sort_by_file=False)
    return out.getvalue()


def compiled(catalogue: Catalog) -> dict[Key, tuple[str, ...]]:
    """Give what the compiled form of a catalogue says."""
    return {key(message): words for message in messages(catalogue) if any(words := translation(message))}


def _named(words: Key) -> str:
    return words if isinstance(words, str) else words[0]


def check() -> int:
    """Say what is not up to date or not translated."""
    template = gathered()
    faults = []
    for locale in LOCALES:
        old = load(locale)
        new = merged(template, old, locale)
        wanted, there = {key(m) for m in messages(new)}, {key(m) for m in messages(old)}
        faults += [f"{locale}: not in the catalogue: {_named(words)!r}" for words in wanted - there]
        faults += [f"{locale}: used no more: {_named(words)!r}" for words in there - wanted]
        faults += [f"{locale}: not translated: {key(m)!r}" for m in messages(old) if not all(translation(m) or [""])]
        if not path_of(locale, "mo").exists() or compiled(load_compiled(locale)) != compiled(old):
            faults.append(f"{locale}: the compiled catalogue differs from its source")
    for fault in sorted(faults):
        print(fault)
    if faults:
        print("run `make messages`, and translate what is new in resources/locale/zh_CN/LC_MESSAGES/drafter.po")
    return int(bool(faults))


def update() -> int:
    """Bring all catalogues up to date and compile them; say what was dropped and what waits for a translation."""
    template = gathered()
    for locale in LOCALES:
        old = load(locale)
        new = merged(template, old, locale)
        kept = {key(message) for message in messages(new)}
        path_of(locale, "po").parent.mkdir(parents=True, exist_ok=True)
        path_of(locale, "po").write_bytes(po_bytes(new))
        with path_of(locale, "mo").open("wb") as file:
            write_mo(file, new)
        empty = [message for message in messages(new) if not any(translation(message))]
        print(f"{locale}: {len(kept)} messages, {len(empty)} to translate")
        for message in messages(old):
            if locale != "en" and key(message) not in kept:
                print(f"  dropped: {_named(key(message))!r} = {' / '.join(translation(message))!r}")
        for message in empty:
            print(f"  to translate: {_named(key(message))!r}")
    return 0


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; status 1 if anything is not up to date")
    return check() if parser.parse_args().check else update()


if __name__ == "__main__":
    sys.exit(main())
