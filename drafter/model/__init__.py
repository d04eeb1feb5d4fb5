"""The value types every room shares: frozen records with no behaviour beyond their own meaning.

Offsets are Unicode code points, end exclusive, everywhere in this program.
"""

from drafter.model.bitext import Bitext, BitextUnit
from drafter.model.clause import Clause, ClauseSide, Pairing
from drafter.model.concept import Concept, Label, Match
from drafter.model.document import Comment, Document, Notice, Paragraph, Part, Run
from drafter.model.duty import ROLES, Duty, Role
from drafter.model.finding import SEVERITIES, Certainty, Confidence, Decision, Finding, Fix, Mention, Severity
from drafter.model.ignore import Ignore, Scope
from drafter.model.ledger import VERDICTS, LedgerRow, Verdict
from drafter.model.marking import Marking
from drafter.model.message import N_, DrafterError, Message
from drafter.model.note import Note
from drafter.model.progress import Amount, PersonProgress, Progress, SectionProgress
from drafter.model.quantity import Bound, Kind, Quantity
from drafter.model.reasons import reason_of
from drafter.model.revision import Revision, RevisionKind, Turn
from drafter.model.state import DONE, LOCKED, STATE_WORDS, STATES, State, lowest
from drafter.model.target import Target, TargetVerdict
from drafter.model.term import Term
from drafter.model.text import Segment, Side, Span

__all__ = [
    "DONE",
    "LOCKED",
    "N_",
    "ROLES",
    "SEVERITIES",
    "STATES",
    "STATE_WORDS",
    "VERDICTS",
    "Amount",
    "Bitext",
    "BitextUnit",
    "Bound",
    "Certainty",
    "Clause",
    "ClauseSide",
    "Comment",
    "Concept",
    "Confidence",
    "Decision",
    "Document",
    "DrafterError",
    "Duty",
    "Finding",
    "Fix",
    "Ignore",
    "Kind",
    "Label",
    "LedgerRow",
    "Marking",
    "Match",
    "Mention",
    "Message",
    "Note",
    "Notice",
    "Pairing",
    "Paragraph",
    "Part",
    "PersonProgress",
    "Progress",
    "Quantity",
    "Revision",
    "RevisionKind",
    "Role",
    "Run",
    "Scope",
    "SectionProgress",
    "Segment",
    "Severity",
    "Side",
    "Span",
    "State",
    "Target",
    "TargetVerdict",
    "Term",
    "Turn",
    "Verdict",
    "lowest",
    "reason_of",
]
