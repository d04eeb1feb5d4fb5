"""Who put which words into a text, and who took which out, told from the changes that led to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.exports.difference import Stamp, Words, changes


@dataclass(slots=True)
class _Token:
    """A stretch that came and went as one.

    Attributes:
        text: the words.
        came: who put it in, None where it was loaded.
        went: who took it out, None where it stands.
        stands: whether it stands.
        loaded: whether it was loaded.
    """

    text: str
    came: Stamp | None = None
    went: Stamp | None = None
    stands: bool = True
    loaded: bool = True


def attributed(original: str, steps: Iterable[tuple[str, str, Stamp]], text: str) -> list[Words]:
    """Give the way from a text as loaded to the text as it stands, each piece with whose it is.

    Args:
        original: the text as loaded.
        steps: every change in order: the text before it, after it, and who made it and when. Words that came and went
            again within the steps are not told.
        text: the text as it stands.

    Returns:
        The pieces. Where the steps don't lead from the one text to the other (it was paired otherwise in between), the
        shortest way, all of it the last one's.
    """
    tokens = [_Token(original)] if original else []
    here = original
    last: Stamp | None = None
    for before, after, stamp in steps:
        last = stamp
        if before == here:
            tokens = _stepped(tokens, changes(before, after), stamp)
            here = after
    if here != text:
        return [
            replace(one, stamp=None if one.kind == "equal" else last) for one in changes(original, text) if one.text
        ]
    return _settled(tokens)


def _stepped(tokens: Sequence[_Token], pieces: Sequence[Words], stamp: Stamp) -> list[_Token]:
    """Enter one change into the tokens."""
    made: list[_Token] = []
    rest = list(reversed(tokens))
    for piece in pieces:
        if piece.kind == "insert":
            made.append(_Token(piece.text, came=stamp, loaded=False))
            continue
        left = len(piece.text)
        while left:
            token = rest.pop()
            if not token.stands:
                made.append(token)
                continue
            if len(token.text) > left:
                rest.append(replace(token, text=token.text[left:]))
                token = replace(token, text=token.text[:left])
            left -= len(token.text)
            made.append(replace(token, went=stamp, stands=False) if piece.kind == "delete" else token)
    return [*made, *reversed(rest)]


def _settled(tokens: Iterable[_Token]) -> list[Words]:
    """Give tokens as pieces: in each stretch that changed what went first, then what came."""
    made: list[Words] = []
    told = [token for token in tokens if token.stands or token.loaded]
    for stays, group in groupby(told, key=lambda token: token.stands and token.loaded):
        found = list(group)
        if stays:
            made.append(Words("equal", "".join(token.text for token in found)))
            continue
        went = _joined(Words("delete", token.text, token.went) for token in found if not token.stands)
        came = _joined(Words("insert", token.text, token.came) for token in found if token.stands)
        made += _without_circles(went, came)
    return _joined(made)


def _joined(pieces: Iterable[Words]) -> list[Words]:
    """Put neighbours of one kind and hand together."""
    made: list[Words] = []
    for piece in pieces:
        if made and (made[-1].kind, made[-1].stamp) == (piece.kind, piece.stamp):
            made[-1] = replace(made[-1], text=made[-1].text + piece.text)
        else:
            made.append(piece)
    return made


def _without_circles(went: Sequence[Words], came: Sequence[Words]) -> list[Words]:
    """Leave out words that were taken out and put back."""
    gone, come = "".join(one.text for one in went), "".join(one.text for one in came)
    return [Words("equal", gone)] if gone == come else [*went, *came]
