"""The rules of the catalogue: one folder per family, one module per rule or a few near kin, one registry."""

from drafter.checks.context import DocumentFacts
from drafter.checks.counterparts import counterparts
from drafter.checks.engine import check_clause, check_clauses
from drafter.checks.registry import rules
from drafter.checks.rule import Rule

__all__ = ["DocumentFacts", "Rule", "check_clause", "check_clauses", "counterparts", "rules"]
