r"""EQ fields: characters set together by a formula in the field's code, with no result in the file.

Word's commands for enclosed characters (带圈字符), combined characters (合并字符) and the older phonetic guide write
them: `eq \o\ac(○,1)` is ①, `eq \o(\s\up 5(联合),\s\do 2(发文))` is 联合发文, `eq \o\ad(\s\up 9(hàn),汉)` is 汉.
"""

import re
from dataclasses import dataclass
from typing import Final

from drafter.documents.docx.equations import grouped, raised

_TOKEN: Final = re.compile(
    r"\\(?P<command>[a-z]{1,2})(?P<amount>\s*\d+)?|\\(?P<sign>.)|(?P<open>\()|(?P<close>\))|(?P<comma>[,;])|(?P<text>.)",
    re.IGNORECASE | re.DOTALL,
)
_SWITCHES: Final = re.compile(r'\s*(?:\\\*\s*(?:"[^"]*"|\S+)\s*)*')
_RINGS: Final = frozenset("○〇◯⭕")
_SHAPES: Final = _RINGS | frozenset("□△◇▢⬜")
_FIGURES: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_CIRCLED: Final = {str(value): sign for value, sign in enumerate(_FIGURES, 1)} | dict(
    zip(
        "一二三四五六七八九十月火水木金土日有名特秘男女印注正上中下",
        "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉㊊㊋㊌㊍㊎㊏㊐㊒㊔㊕㊙㊚㊛㊞㊟㊣㊤㊥㊦",
        strict=True,
    )
)
_DEPTH: Final = 20
_HEADS: Final = frozenset("abdfilorsx")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of an argument.

    Attributes:
        text: as written on one line.
        shifted: "up" or "do" where it stands above or below the line.
    """

    text: str
    shifted: str = ""


def shown(instruction: str) -> str | None:
    """Write on one line what an EQ field shows.

    Args:
        instruction: the field's code after the word EQ.

    Returns:
        The text; None where it can't be made out.
    """
    switches = _SWITCHES.match(instruction)
    tokens = list(_TOKEN.finditer(instruction, 0 if switches is None else switches.end()))
    reader = _Reader(tokens)
    pieces = reader.pieces(0)
    return None if reader.broken else _line(pieces).strip()


class _Reader:
    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self._tokens = tokens
        self._place = 0
        self.broken = False

    def _next(self) -> re.Match[str] | None:
        if self._place >= len(self._tokens):
            return None
        self._place += 1
        return self._tokens[self._place - 1]

    def pieces(self, depth: int) -> list[_Piece]:
        """Read up to the end of the argument that has begun."""
        found: list[_Piece] = []
        level = 0
        while (token := self._next()) is not None:
            if depth and not level and (token["comma"] or token["close"]):
                self._place -= 1
                break
            level += bool(token["open"]) - bool(token["close"])
            if token["command"]:
                found.append(self._command(token, depth))
            else:
                found.append(_Piece(token["sign"] or token[0]))
        return found

    def _command(self, head: re.Match[str], depth: int) -> _Piece:
        """Read a command with its switches and arguments."""
        name = head["command"].lower()
        switches: list[str] = []
        marks: list[str] = []
        while (token := self._next()) is not None and not token["open"]:
            if token["command"]:
                switches.append(token["command"].lower())
            elif token["sign"]:
                marks.append(token["sign"])
            elif not token[0].isspace():
                break
        if token is None or not token["open"] or name[0] not in _HEADS or depth >= _DEPTH:
            self.broken = True
            return _Piece("")
        arguments = [self.pieces(depth + 1)]
        while (token := self._next()) is not None and token["comma"]:
            arguments.append(self.pieces(depth + 1))
        self.broken = self.broken or token is None
        return _FORMS[name[0]](arguments, switches, marks) if name[0] in _FORMS else _plain(arguments, switches, marks)


def _line(pieces: list[_Piece]) -> str:
    return "".join(raised(piece.text) if piece.shifted == "up" else piece.text for piece in pieces)


def _unshifted(pieces: list[_Piece]) -> str:
    return "".join(piece.text for piece in pieces).strip()


def _plain(arguments: list[list[_Piece]], _switches: list[str], _marks: list[str]) -> _Piece:
    return _Piece(", ".join(_line(one).strip() for one in arguments))


def _shift(arguments: list[list[_Piece]], switches: list[str], _marks: list[str]) -> _Piece:
    return _Piece(_unshifted(arguments[0]), next((one for one in switches if one in ("up", "do")), ""))


def _over(arguments: list[list[_Piece]], _switches: list[str], _marks: list[str]) -> _Piece:
    texts = [_unshifted(one) for one in arguments]
    inside = [text for text in texts if text and text not in _SHAPES]
    if len(inside) == 1 and len(texts) > 1:
        ring = any(text in _RINGS for text in texts)
        return _Piece(_CIRCLED.get(inside[0], inside[0]) if ring else inside[0])
    first, *others = arguments
    if (
        others
        and all(p.shifted == "up" for p in first if p.text.strip())
        and not any(piece.shifted for one in others for piece in one)
    ):
        return _Piece("".join(texts[1:]))  # a phonetic guide: the reading above, the word below
    return _Piece("".join(texts))


def _fraction(arguments: list[list[_Piece]], _switches: list[str], _marks: list[str]) -> _Piece:
    return _Piece("/".join(grouped(_line(one).strip()) for one in arguments))


def _root(arguments: list[list[_Piece]], _switches: list[str], _marks: list[str]) -> _Piece:
    *degree, inside = (_line(one).strip() for one in arguments)
    return _Piece(raised("".join(degree)) + "√" + grouped(inside))


def _integral(arguments: list[list[_Piece]], switches: list[str], _marks: list[str]) -> _Piece:
    sign = "∑" if "su" in switches else "∏" if "pr" in switches else "∫"
    texts = [_line(one).strip() for one in arguments]
    lower, upper, inside = [*texts, "", "", ""][:3]
    limits = (f"_{grouped(lower)}" if lower else "") + (f"^{grouped(upper)}" if upper else "")
    return _Piece(f"{sign}{limits} {inside}".strip())


def _brackets(arguments: list[list[_Piece]], switches: list[str], marks: list[str]) -> _Piece:
    sides = dict(zip((one for one in switches if one in ("lc", "rc", "bc")), marks, strict=False))
    both = sides.get("bc", "")
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(both, both)
    opening = both
    if not sides:
        opening, closing = "(", ")"
    return _Piece(sides.get("lc", opening) + _line(arguments[0]).strip() + sides.get("rc", closing))


_FORMS: Final = {"s": _shift, "o": _over, "f": _fraction, "r": _root, "i": _integral, "b": _brackets}
