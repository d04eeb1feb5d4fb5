"""Through an RTF document token by token; groups are kept on a stack of our own, however deep they go."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from drafter.documents import limits
from drafter.documents.collect import too_many_cells, with_number
from drafter.documents.errors import UnreadableError
from drafter.documents.report import Tally
from drafter.documents.rtf.fonts import Font, Fonts
from drafter.documents.rtf.story import Found, Story, Tables
from drafter.documents.rtf.tokens import Token, tokens
from drafter.documents.view import View
from drafter.model import N_, Part


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SKIPPED: Final = _words(
    "colortbl info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn "
    "aftnsep aftnsepc aftncn filetbl listtable listoverridetable rsidtbl generator nonshppict shprslt sp "
    "nonesttables datafield formfield xe tc tcn bkmkstart bkmkend private mmathPr revtbl themedata upr atnid "
    "atnauthor atndate atntime atnref atrfstart atrfend pgptbl latentstyles datastore colorschememapping "
    "userprops docvar passwordhash xmlnstbl objdata objclass objname mrPr mctrlPr mathPr "
)
# Destinations that may be skipped by those who don't know them; these we know.
_KNOWN: Final = frozenset(
    {"shpinst", "annotation", "ud", "fldinst", "nesttableprops", "moMath", "moMathPara", "shptxt"}
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


class Parser:
    """Reads one document.

    Attributes:
        body: the body's story, filled by `read`.
        comments: the paragraphs of comments.
    """

    def __init__(self, name: str, view: View, tally: Tally) -> None:
        self.body = Story()
        self.comments: list[Found] = []
        self._name = name
        self._final = view == "final"
        self._tally = tally
        self._fonts = Fonts()
        self._font = Font()
        self._styles: dict[int, tuple[str, int]] = {}
        self._style = [0, 0]
        self._state = _State()
        self._stack: list[_State] = []
        self._stories = [self.body]
        self._tables = Tables()
        self._bytes = bytearray()
        self._pending = 0  # stand-ins still to be passed over
        self._optional = False
        self._instruction: list[str] = []
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
        while len(self._stories) > 1:
            self._close_story()
        if self.body.pieces or self.body.hanging:
            self._paragraph()

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
        if token.kind != "word" or token.word != "u":
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
        self._state = replace(self._state, opens=False)

    def _close(self) -> None:
        self._pending = 0
        self._optional = False
        if not self._stack:
            return
        ended, self._state = self._state, self._stack.pop()
        if ended.opens:
            self._close_story()
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
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif (handler := self._HANDLERS.get(word)) is not None:
            handler(self, number)

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
            data = bytes(self._bytes)
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
        elif self._is_shown(state, text):
            story = self._stories[-1]
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
        name = self._styles.get(number, ("", 0))[0]
        self._styles[number] = ((name + text).partition(";")[0][:100], level)
        if ";" in text:
            heading = _HEADING.fullmatch(self._styles[number][0])
            if heading is not None and not level:
                self._styles[number] = (self._styles[number][0], int(heading[1]))
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
        outer = self._stories[-1].part
        self._stories.append(Story(part if outer in ("body", "table", "textbox") else outer))
        self._state = _State(fallback=self._state.fallback, font=self._fonts.default, opens=True)

    def _close_story(self) -> None:
        story = self._stories[-1]
        if story.pieces or story.hanging:
            self._paragraph()
        self._stories.pop()
        outer = self._stories[-1]
        if story.part == "comment":
            self.comments += story.found
        else:
            outer.hanging += story.found

    def _paragraph(self, _number: int | None = None) -> None:
        if self._state.role in ("number", "fonttbl", "stylesheet"):
            return
        story = self._stories[-1]
        if len(story.found) > limits.PARAGRAPHS:
            raise UnreadableError(
                N_("“{name}” has more than {limit} paragraphs: split it in Word and choose one part."),
                name=self._name,
                limit=limits.PARAGRAPHS,
            )
        text = _whole("".join(story.pieces))
        if story.part == "note" and not story.found:
            text = text.lstrip("\u00a0 ")  # what parts the note from its mark
        number = "".join(story.number).strip()
        # Bullets are marks, not numbers.
        number = number if any(char.isalnum() for char in number) else ""
        style, level = self._styles.get(story.style or 0, ("", 0)) if story.style is not None else ("", 0)
        cell = story.place(self._tables)
        part: Part = "table" if cell is not None and story.part == "body" else story.part
        level = level if story.level is None else story.level
        number = _whole(number)
        story.found.append(Found(with_number(number, text), part, number, level, style, cell))
        if cell is not None:
            story.grids[story.nesting].filled = True
        story.found += story.hanging
        story.hanging = []
        story.pieces.clear()
        story.number.clear()

    def _reset_paragraph(self, _number: int | None) -> None:
        if self._state.role != "number":
            self._stories[-1].reset()

    def _in_table(self, number: int | None) -> None:
        story = self._stories[-1]
        story.nesting = max(story.nesting, 1) if number != 0 else 0

    def _nesting(self, number: int | None) -> None:
        self._stories[-1].nesting = min(max(number or 0, 0), limits.NESTING)

    def _outline(self, number: int | None) -> None:
        level = 0 if number is None or not 0 <= number < 9 else number + 1
        if self._state.role == "stylesheet":
            self._style[1] = level
        else:
            self._stories[-1].level = level

    def _paragraph_style(self, number: int | None) -> None:
        if self._state.role == "stylesheet":
            self._style = [number or 0, 0]
        else:
            self._stories[-1].style = number

    def _cell(self, _number: int | None) -> None:
        self._end_cell(1)

    def _nested_cell(self, _number: int | None) -> None:
        self._end_cell(max(self._stories[-1].nesting, 2))

    def _end_cell(self, nesting: int) -> None:
        story = self._stories[-1]
        story.nesting = nesting
        story.place(self._tables)
        grid = story.grids[nesting]
        continued = grid.column < len(grid.definitions) and grid.definitions[grid.column]
        if story.pieces or not (grid.filled or continued):
            self._paragraph()
        grid.filled = False
        grid.column += 1
        if grid.column > limits.TABLE_CELLS or grid.row > limits.TABLE_CELLS:
            raise too_many_cells(self._name)

    def _row(self, _number: int | None) -> None:
        self._end_row(1)

    def _nested_row(self, _number: int | None) -> None:
        self._end_row(max(self._stories[-1].nesting, 2))

    def _end_row(self, nesting: int) -> None:
        grid = self._stories[-1].grids.get(nesting)
        if grid is not None:
            grid.row, grid.column, grid.filled = grid.row + 1, 0, False

    def _row_starts(self, _number: int | None) -> None:
        grid = self._stories[-1].grids.get(1)
        if grid is not None:
            grid.definitions = []

    def _continues(self, _number: int | None) -> None:
        self._continued = True

    def _cell_defined(self, _number: int | None) -> None:
        grid = self._stories[-1].grids.get(1)
        if grid is not None:
            grid.definitions.append(self._continued)
        self._continued = False

    _continued = False
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
        "intbl": _in_table,
        "itap": _nesting,
        "outlinelevel": _outline,
        "s": _paragraph_style,
        "cell": _cell,
        "nestcell": _nested_cell,
        "row": _row,
        "nestrow": _nested_row,
        "trowd": _row_starts,
        "clvmrg": _continues,
        "clmrg": _continues,
        "cellx": _cell_defined,
    }


def _whole(text: str) -> str:
    """Join halves of characters beyond the basic plane; a lone half is no character."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
