"""The review session: the only door through which anything changes a review; knows no screen."""

from drafter.checks import (
    SENSITIVITIES,
    HelpPage,
    Sensitivity,
    families,
    own_rules_folder,
    rule_names,
    rule_page,
    rule_pages,
    rule_title,
)
from drafter.documents import ScanError
from drafter.exports.ledger import LEDGER_ENDINGS, VERDICT_WORDS, ledger_text, write_ledger
from drafter.exports.ledger import headings as ledger_headings
from drafter.exports.ledger import row_cells as ledger_cells
from drafter.language.house_style import CHOICES as HOUSE_STYLES
from drafter.language.house_style import written_choices
from drafter.review.always import AlwaysIgnored, Unwanted
from drafter.review.answering import Counterparts, counterparts
from drafter.review.carrying import Reread
from drafter.review.changes import Change
from drafter.review.choosing import choose_rules, own_rule_names
from drafter.review.handing_over import hand_over, hand_over_file
from drafter.review.handpairing import HandPairing
from drafter.review.judging import StatesSet
from drafter.review.keeping import Opened, Pasted, keep, open_files, open_or_resume
from drafter.review.marked import unmarked
from drafter.review.merger import Conflict, Merged
from drafter.review.merging import join_copy, merge_files
from drafter.review.mixed import Manner
from drafter.review.naming import by_layout, named
from drafter.review.opening import open_mixed, open_pair, open_pairs, open_project, open_side
from drafter.review.original import target_side
from drafter.review.output import (
    ENDINGS,
    ORIGINAL_ENDINGS,
    corrected_words,
    export_review,
    original_endings,
    write_back,
    write_corrected,
    write_text,
)
from drafter.review.own_rules import RuleFile, files_kept, keep_rules, own_names, require_sound
from drafter.review.packing import WANTED, Proposed, TakenBack, send_out, take_back, take_over
from drafter.review.pairing import SentencePair, pair_lines, pair_sentences
from drafter.review.places import Place
from drafter.review.quantities import QuantityLedger
from drafter.review.realigning import moved_clauses
from drafter.review.recalling import Changed, Difference, Past, differences
from drafter.review.regrouping import Way
from drafter.review.searching import Match, Searched, search
from drafter.review.session import Fixed, ReviewSession
from drafter.review.versions import NewVersion, open_new_version
from drafter.review.word_original import word_sides

__all__ = [
    "ENDINGS",
    "HOUSE_STYLES",
    "LEDGER_ENDINGS",
    "ORIGINAL_ENDINGS",
    "SENSITIVITIES",
    "VERDICT_WORDS",
    "WANTED",
    "AlwaysIgnored",
    "Change",
    "Changed",
    "Conflict",
    "Counterparts",
    "Difference",
    "Fixed",
    "HandPairing",
    "HelpPage",
    "Manner",
    "Match",
    "Merged",
    "NewVersion",
    "Opened",
    "Past",
    "Pasted",
    "Place",
    "Proposed",
    "QuantityLedger",
    "Reread",
    "ReviewSession",
    "RuleFile",
    "ScanError",
    "Searched",
    "Sensitivity",
    "SentencePair",
    "StatesSet",
    "TakenBack",
    "Unwanted",
    "Way",
    "by_layout",
    "choose_rules",
    "corrected_words",
    "counterparts",
    "differences",
    "export_review",
    "families",
    "files_kept",
    "hand_over",
    "hand_over_file",
    "join_copy",
    "keep",
    "keep_rules",
    "ledger_cells",
    "ledger_headings",
    "ledger_text",
    "merge_files",
    "moved_clauses",
    "named",
    "open_files",
    "open_mixed",
    "open_new_version",
    "open_or_resume",
    "open_pair",
    "open_pairs",
    "open_project",
    "open_side",
    "original_endings",
    "own_names",
    "own_rule_names",
    "own_rules_folder",
    "pair_lines",
    "pair_sentences",
    "require_sound",
    "rule_names",
    "rule_page",
    "rule_pages",
    "rule_title",
    "search",
    "send_out",
    "take_back",
    "take_over",
    "target_side",
    "unmarked",
    "word_sides",
    "write_back",
    "write_corrected",
    "write_ledger",
    "write_text",
    "written_choices",
]
