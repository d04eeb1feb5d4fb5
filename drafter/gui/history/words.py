"""What a change was, in plain words."""

from collections.abc import Mapping
from typing import Final, Protocol

from drafter.gui.toolbox.states import state_word
from drafter.i18n import _, language
from drafter.model import N_, STATES, RevisionKind, Side, Turn
from drafter.project.marking import unpacked_marking
from drafter.review import rule_names, rule_title
from drafter.taxonomy import Taxonomy

_TEXT: Final[Mapping[Side, str]] = {"zh": N_("Chinese text changed"), "en": N_("English text changed")}
_DECISIONS: Final[Mapping[str, str]] = {
    "open": N_("Decision taken back: {rule}"),
    "ignored": N_("Ignored: {rule}"),
    "confirmed": N_("Confirmed as a fault: {rule}"),
    "rejected": N_("Rejected, the rule is wrong here: {rule}"),
}
_WIDE: Final[Mapping[str, tuple[str, str]]] = {
    "text": (N_("Ignored wherever the same words stand: {rule}"), N_("Heeded again: {rule}")),
    "rule": (N_("Rule ignored in this document: {rule}"), N_("Rule heeded again: {rule}")),
    "always": (N_("Rule always ignored: {rule}"), N_("Rule heeded again: {rule}")),
}
_RULES_PARTED: Final = ", "
_TURNS: Final[Mapping[Turn, str]] = {"undo": N_("{what} (undone)"), "redo": N_("{what} (done again)")}


class Happened(Protocol):
    """What a change and a sum of changes have in common, see `Revision` and `Changed`."""

    @property
    def kind(self) -> RevisionKind:
        """What was changed."""

    @property
    def side(self) -> Side:
        """The side it was on."""

    @property
    def key(self) -> str:
        """Which of its kind."""

    @property
    def before(self) -> str:
        """How it was."""

    @property
    def after(self) -> str:
        """How it is."""


def what(happened: Happened, taxonomy: Taxonomy, turn: Turn = "") -> str:
    """Say what was changed.

    Args:
        happened: the change.
        taxonomy: names the concepts of tags.
        turn: whether it took an earlier one back, or brought it again.
    """
    said = _what(happened, taxonomy)
    return _(_TURNS[turn], what=said) if turn else said


def _what(happened: Happened, taxonomy: Taxonomy) -> str:
    before, after = happened.before, happened.after
    match happened.kind:
        case "text":
            return _(_TEXT[happened.side])
        case "state":
            return _(N_("State: {before} → {after}"), before=_state(before), after=_state(after))
        case "tag":
            label = f"{happened.key} {taxonomy.known(happened.key).label[language()]}"
            return _(N_("Tagged: {tag}"), tag=label) if after else _(N_("Tag taken off: {tag}"), tag=label)
        case "note":
            return _note(happened)
        case "done":
            return _("Note marked as done") if after else _("Note opened again")
        case "pairing":
            return _("Paired otherwise")
        case "decision":
            return _(_DECISIONS.get(after, _DECISIONS["open"]), rule=rule_title(happened.key.partition("|")[0]))
        case "ignore":
            scope, rule, *_rest = [*happened.key.split("|", 2), ""]
            on, off = _WIDE.get(scope, _WIDE["rule"])
            return _(on if after else off, rule=rule_title(rule))
        case "finding":
            return _finding(before, after)


def why(reason: str) -> str:
    """Give the reason of a change; where fixes made it, the names of their rules in plain words."""
    parts = reason.split(_RULES_PARTED)
    known = set(rule_names())
    return _(N_(", ")).join(map(rule_title, parts)) if known.issuperset(parts) else reason


def _state(word: str) -> str:
    return next((state_word(state) for state in STATES if state == word), word)


def _note(happened: Happened) -> str:
    if not happened.after:
        return _("Note deleted")
    if happened.before:
        return _("Note changed")
    return _("Reply written") if "<" in happened.key else _("Note written")


def _finding(before: str, after: str) -> str:
    try:
        marking = unpacked_marking(after or before)
    except ValueError:
        return _("Own finding changed")
    title = rule_title(marking.rule)
    words = f"{title}: {marking.note}" if marking.note else title
    if not after:
        return _(N_("Own finding removed: {words}"), words=words)
    if not before:
        return _(N_("Own finding added: {words}"), words=words)
    return _(N_("Own finding changed: {words}"), words=words)
