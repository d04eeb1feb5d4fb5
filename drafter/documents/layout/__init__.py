"""Word files against the layout of Chinese official documents (GB/T 9704-2012)."""

from drafter.documents.layout.checking import check_layout
from drafter.documents.layout.fault import Fault

__all__ = ["Fault", "check_layout"]
