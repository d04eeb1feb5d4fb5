"""The rules of the catalogue: one folder per family, one module per rule or a few near kin, one registry."""

from drafter.checks.answers import Answer, answers
from drafter.checks.choice import SENSITIVITIES, RuleChoice, Sensitivity, choose_rules, chosen_rules
from drafter.checks.context import DocumentFacts
from drafter.checks.document import Cells, DocumentRule
from drafter.checks.engine import check_clause, check_clauses, together
from drafter.checks.help import HelpPage, rule_page, rule_pages, rule_title
from drafter.checks.own_rules import OwnRule, OwnRulesError, load_own_rules, own_rules_folder, own_rules_of
from drafter.checks.registry import document_rules, families, rule_names, rules
from drafter.checks.rule import Rule
from drafter.checks.throughout import Throughout

__all__ = [
    "SENSITIVITIES",
    "Answer",
    "Cells",
    "DocumentFacts",
    "DocumentRule",
    "HelpPage",
    "OwnRule",
    "OwnRulesError",
    "Rule",
    "RuleChoice",
    "Sensitivity",
    "Throughout",
    "answers",
    "check_clause",
    "check_clauses",
    "choose_rules",
    "chosen_rules",
    "document_rules",
    "families",
    "load_own_rules",
    "own_rules_folder",
    "own_rules_of",
    "rule_names",
    "rule_page",
    "rule_pages",
    "rule_title",
    "rules",
    "together",
]
