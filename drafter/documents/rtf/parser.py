"""Through an RTF document token by token; groups are kept on a stack of our own, however deep they go."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.documents.report import Tally
from drafter.documents.rtf.annotations import PARTICULARS, written
from drafter.documents.rtf.fonts import Font, Fonts
from drafter.documents.rtf.stories import WORDS, Stories
from drafter.documents.rtf.tokens import Token, tokens
from drafter.documents.view import View
from drafter.model import N_, Part


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SKIPPED: Final = _words(
    "colortbl info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn "
    "aftnsep aftnsepc aftncn filetbl listtable listoverridetable rsidtbl generator nonshppict shprslt sp "
    "nonesttables datafield formfield xe tc tcn bkmkstart bkmkend private mmathPr revtbl themedata upr atnid "
    "atntime pgptbl latentstyles datastore colorschememapping "
    "userprops docvar passwordhash xmlnstbl objdata objclass objname mrPr mctrlPr mathPr "
)
# Destinations that may be skipped by those who don't know them; these we know.
_KNOWN: Final = (
    frozenset({"shpinst", "annotation", "ud", "fldinst", "nesttableprops", "moMath", "moMathPara", "shptxt"})
    | PARTICULARS
)
_CHARACTERS: Final = {
    "tab": "\t",
    "line": "\n",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
_SYMBOLS: Final = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
_RISKY: Final = ("DDE", "INCLUDE", "LINK", "MACROBUTTON", "IMPORT")
# Some programs leave the outline level to the style's name.
_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_HALF: Final = 0x8000
_PARTICULAR: Final = 200


@dataclass(slots=True)
class _State:
    """What holds inside a group.

    Attributes:
        skip: whether nothing in it is text.
        role: what the group is for, where its text goes elsewhere.
        fallback: how many bytes stand in for a Unicode character.
        font: the font's number.
        hidden: whether text is hidden.
        deleted: whether text is marked as deleted.
        revised: whether text is marked as inserted.
        opens: a story that ends with the group.
    """

    skip: bool = False
    role: str = ""
    fallback: int = 1
    font: int = 0
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    opens: bool = False

    def within(self) -> "_State":
        """Give what holds inside a group within this one."""
        # There are hundreds of thousands: `replace` of the standard library takes ten times as long.
        return _State(self.skip, self.role, self.fallback, self.font, self.hidden, self.deleted, self.revised)


class Parser:
    """Reads one document.

    Attributes:
        stories: its paragraphs, filled by `read`.
    """

    def __init__(self, name: str, view: View, tally: Tally) -> None:
        self.stories = self._stories = Stories(name)
        self._name = name
        self._final = view == "final"
        self._tally = tally
        self._fonts = Fonts()
        self._font = Font()
        self._style = [0, 0]
        self._state = _State()
        self._stack: list[_State] = []
        self._bytes = bytearray()
        self._pending = 0  # stand-ins still to be passed over
        self._optional = False
        self._instruction: list[str] = []
        self._particulars: list[str] = []
        self._hidden_seen = False

    def read(self, data: bytes) -> None:
        """Read a whole document.

        Raises:
            UnreadableError: it asks for more than `limits` allows.
        """
        for count, token in enumerate(tokens(data)):
            if count > limits.RTF_TOKENS:
                raise UnreadableError(
                    N_("“{name}” is too large an RTF document: open it in Word and save it as .docx."), name=self._name
                )
            if token.kind == "text" or token.kind == "byte":
                self._text(token.data)
            else:
                self._control(token)
        self._flush()
        self._stories.finish()

    def _text(self, data: bytes) -> None:
        if self._pending:
            passed = min(self._pending, len(data))
            self._pending -= passed
            data = data[passed:]
        self._optional = False
        if not self._state.skip:
            self._bytes += data

    def _control(self, token: Token) -> None:
        if token.kind == "symbol" and self._pending:
            self._pending -= 1
            return
        if self._bytes and (token.kind != "word" or token.word != "u"):
            self._flush()
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.word)
        else:
            self._word(token.word, token.number)

    def _open(self) -> None:
        if len(self._stack) >= limits.RTF_GROUPS:
            raise UnreadableError(
                N_("“{name}” is nested too deeply to be a document: open it in Word and save it as a new .docx."),
                name=self._name,
            )
        self._pending = 0
        self._stack.append(self._state)
        self._state = self._state.within()

    def _close(self) -> None:
        self._pending = 0
        self._optional = False
        if not self._stack:
            return
        ended, self._state = self._state, self._stack.pop()
        if ended.opens:
            self._stories.end()
        if ended.role in PARTICULARS and self._state.role != ended.role:
            self._particular(ended.role, "".join(self._particulars).strip()[:_PARTICULAR])
            self._particulars.clear()
        if ended.role == "fldinst" and self._state.role != "fldinst":
            words = "".join(self._instruction).split(maxsplit=1)
            self._tally.risky_fields += bool(words) and words[0].upper().startswith(_RISKY)
            self._instruction.clear()
        if ended.role == "fonttbl" and self._state.role == "fonttbl":
            self._font = Font()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._optional = True
        elif symbol in "\r\n":
            self._word("par", None)
        elif symbol in _SYMBOLS:
            self._add(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if word == "u" and number is not None:
            self._unicode(number)
            return
        if word == "ud":
            self._state.skip = any(state.skip and state.role != "upr" for state in self._stack)
            return
        if self._state.skip:
            return
        if word in _SKIPPED or (optional and word not in _KNOWN and word not in self._HANDLERS):
            self._skip(word)
        elif word in PARTICULARS:
            self._state.role = word
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif (handler := self._HANDLERS.get(word)) is not None:
            handler(self, number)
        elif (change := WORDS.get(word)) is not None:
            change(self._stories, number)

    def _skip(self, word: str) -> None:
        self._state.skip = True
        self._state.role = word
        self._tally.pictures += word == "pict"

    def _unicode(self, number: int) -> None:
        self._flush()
        self._pending = self._state.fallback
        if self._state.skip:
            return
        code = number + 2 * _HALF if number < 0 else number
        if 0 < code < 0x110000:
            self._add(chr(code))

    def _flush(self) -> None:
        """Decode the bytes gathered: a character may be written in two of them."""
        if self._bytes:
            data = bytes(self._bytes).replace(b"\x00", b"")
            self._bytes.clear()
            self._add(self._fonts.decode(data, self._state.font))

    def _add(self, text: str) -> None:
        state = self._state
        if state.skip:
            return
        role = state.role
        if role == "fonttbl":
            self._name_font(text)
        elif role == "stylesheet":
            self._name_style(text)
        elif role == "fldinst":
            self._instruction.append(text)
        elif role in PARTICULARS:
            self._particulars.append(text)
        elif self._is_shown(state, text):
            story = self._stories.current
            (story.number if role == "number" else story.pieces).append(text)

    def _is_shown(self, state: _State, text: str) -> bool:
        if state.hidden:
            self._tally.hidden += not self._hidden_seen and bool(text.strip())
            self._hidden_seen = True
            return False
        self._hidden_seen = False
        return not (state.deleted if self._final else state.revised)

    def _name_font(self, text: str) -> None:
        self._font.name = (self._font.name + text).partition(";")[0][:100]

    def _name_style(self, text: str) -> None:
        number, level = self._style
        name = self._stories.styles.get(number, ("", 0))[0]
        self._stories.styles[number] = ((name + text).partition(";")[0][:100], level)
        if ";" in text:
            heading = _HEADING.fullmatch(self._stories.styles[number][0])
            if heading is not None and not level:
                self._stories.styles[number] = (self._stories.styles[number][0], int(heading[1]))
            self._style = [0, 0]

    def _font_table(self, _number: int | None) -> None:
        self._state.role = "fonttbl"

    def _style_sheet(self, _number: int | None) -> None:
        self._state.role = "stylesheet"

    def _set_font(self, number: int | None) -> None:
        if self._state.role == "fonttbl":
            self._font = self._fonts.fonts.setdefault(number or 0, Font())
        else:
            self._state.font = number or 0

    def _charset(self, number: int | None) -> None:
        self._font.charset = number

    def _font_page(self, number: int | None) -> None:
        self._font.page = number

    def _ansi_page(self, number: int | None) -> None:
        self._fonts.set_page(number)

    def _default_font(self, number: int | None) -> None:
        self._fonts.default = self._state.font = number or 0

    def _plain(self, _number: int | None) -> None:
        state = self._state
        state.font = self._fonts.default
        state.hidden = state.deleted = state.revised = False

    def _hide(self, number: int | None) -> None:
        self._state.hidden = number != 0

    def _delete(self, number: int | None) -> None:
        self._state.deleted = number != 0
        self._tally.revisions += number != 0

    def _revise(self, number: int | None) -> None:
        self._state.revised = number != 0
        self._tally.revisions += number != 0

    def _stand_ins(self, number: int | None) -> None:
        self._state.fallback = min(max(number if number is not None else 1, 0), 16)

    def _list_text(self, _number: int | None) -> None:
        self._state.role = "number"

    def _instruct(self, _number: int | None) -> None:
        self._state.role = "fldinst"

    def _result(self, _number: int | None) -> None:
        self._state.role = ""

    def _object(self, _number: int | None) -> None:
        self._tally.objects += 1

    def _formula(self, _number: int | None) -> None:
        self._tally.equations += 1

    def _note(self, _number: int | None) -> None:
        self._open_story("note")

    def _comment(self, _number: int | None) -> None:
        self._open_story("comment")
        self._tally.comments += 1

    def _text_box(self, _number: int | None) -> None:
        self._open_story("textbox")

    def _open_story(self, part: Part) -> None:
        self._stories.begin(part)
        self._state = _State(fallback=self._state.fallback, font=self._fonts.default, opens=True)

    def _particular(self, word: str, value: str) -> None:
        """Take what a group says of a comment."""
        stories = self._stories
        annotation = stories.current.annotation
        if word == "atnauthor":
            stories.author = value
        elif word in ("atrfstart", "atrfend") and value:
            stories.mark("start" if word == "atrfstart" else "end", value)
        elif word == "atnref" and annotation is not None:
            annotation.key = value
        elif word == "atndate" and annotation is not None:
            annotation.time = written(value)

    def _paragraph(self, _number: int | None = None) -> None:
        if self._state.role not in ("number", "fonttbl", "stylesheet"):
            self._stories.paragraph()

    def _reset_paragraph(self, _number: int | None) -> None:
        if self._state.role != "number":
            self._stories.current.reset()

    def _outline(self, number: int | None) -> None:
        level = 0 if number is None or not 0 <= number < 9 else number + 1
        if self._state.role == "stylesheet":
            self._style[1] = level
        else:
            self._stories.current.level = level

    def _paragraph_style(self, number: int | None) -> None:
        if self._state.role == "stylesheet":
            self._style = [number or 0, 0]
        else:
            self._stories.current.style = number

    _HANDLERS: ClassVar[dict[str, Callable[["Parser", int | None], None]]] = {
        "fonttbl": _font_table,
        "stylesheet": _style_sheet,
        "f": _set_font,
        "fcharset": _charset,
        "cpg": _font_page,
        "ansicpg": _ansi_page,
        "deff": _default_font,
        "plain": _plain,
        "v": _hide,
        "webhidden": _hide,
        "deleted": _delete,
        "revised": _revise,
        "uc": _stand_ins,
        "listtext": _list_text,
        "pntext": _list_text,
        "fldinst": _instruct,
        "fldrslt": _result,
        "object": _object,
        "moMath": _formula,
        "footnote": _note,
        "annotation": _comment,
        "shptxt": _text_box,
        "par": _paragraph,
        "sect": _paragraph,
        "pard": _reset_paragraph,
        "outlinelevel": _outline,
        "s": _paragraph_style,
    }
