"""What the user chooses about a Word file that is written back."""

from dataclasses import dataclass

from drafter.model import Side


@dataclass(frozen=True, slots=True)
class OriginalOptions:
    """The choices for one file.

    Attributes:
        side: which side's file is written back.
        tracked: whether the corrections stand as revisions.
        names: whether the revisions bear the names of those who made them.
    """

    side: Side = "en"
    tracked: bool = False
    names: bool = True
