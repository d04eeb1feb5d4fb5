"""The value types every room shares: frozen records with no behaviour beyond their own meaning.

Offsets are Unicode code points, end exclusive, everywhere in this program.
"""

from drafter.model.bitext import Bitext, BitextUnit
from drafter.model.clause import Clause, ClauseSide, Pairing
from drafter.model.concept import Concept, Label
from drafter.model.document import Comment, Document, Notice, Paragraph, Part, Run
from drafter.model.finding import SEVERITIES, Certainty, Confidence, Decision, Finding, Fix, Mention, Severity
from drafter.model.ledger import VERDICTS, LedgerRow, Verdict
from drafter.model.message import N_, DrafterError, Message
from drafter.model.note import Note
from drafter.model.quantity import Bound, Kind, Quantity
from drafter.model.revision import Revision, RevisionKind, Turn
from drafter.model.term import Term
from drafter.model.text import Segment, Side, Span

__all__ = [
    "N_",
    "SEVERITIES",
    "VERDICTS",
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
    "Finding",
    "Fix",
    "Kind",
    "Label",
    "LedgerRow",
    "Mention",
    "Message",
    "Note",
    "Notice",
    "Pairing",
    "Paragraph",
    "Part",
    "Quantity",
    "Revision",
    "RevisionKind",
    "Run",
    "Segment",
    "Severity",
    "Side",
    "Span",
    "Term",
    "Turn",
    "Verdict",
]
