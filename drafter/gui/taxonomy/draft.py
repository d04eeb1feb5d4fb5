"""A taxonomy while it is being edited: every step can be taken back, and nothing holds before it is wanted."""

from collections import Counter
from collections.abc import Mapping

from drafter.i18n import _, language, ngettext
from drafter.model import N_, Concept
from drafter.review import ReviewSession
from drafter.review.taxonomies import tagged_with, tags_to_move, taxonomy_in_use
from drafter.taxonomy import Taxonomy
from drafter.taxonomy.editing import Edited, with_version
from drafter.taxonomy.versions import VersionChanges, changes_between


class Draft:
    """The taxonomy of a review with the steps that were taken so far."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._older = tagged_with(session)
        self._steps: list[tuple[Taxonomy, dict[str, str]]] = [(taxonomy_in_use(session), {})]

    @property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy as it stands."""
        return self._steps[-1][0]

    @property
    def moved(self) -> Mapping[str, str]:
        """Where tags go: what was said step by step, else what the taxonomy itself says."""
        return {**self.changes().replaced, **{code: to for code, to in self._steps[-1][1].items() if to}}

    @property
    def touched(self) -> bool:
        """Whether anything was done."""
        return len(self._steps) > 1

    def take(self, edited: Edited) -> None:
        """Take a step."""
        new = dict(edited.moved)
        before = {code: new.get(to, to) or to for code, to in self._steps[-1][1].items()}
        self._steps.append((edited.taxonomy, before | new))

    def exchange(self, taxonomy: Taxonomy) -> None:
        """Take another taxonomy in the place of this one."""
        self._steps.append((taxonomy, {}))

    def rename_version(self, version: str) -> None:
        """Give the taxonomy another version."""
        if version != self.taxonomy.version:
            self.take(Edited(with_version(self.taxonomy, version)))

    def back(self) -> None:
        """Take the last step back."""
        if self.touched:
            self._steps.pop()

    def changes(self) -> VersionChanges:
        """Tell what differs from what the review was tagged with."""
        return changes_between(self._older, self.taxonomy)

    def tags(self) -> Counter[str]:
        """Count the clauses of the review that bear each concept."""
        return Counter(tag for clause in self._session.clauses for tag in self._session.tags(clause.id))

    def sentences(self) -> list[str]:
        """Say what using the taxonomy would change, tags first."""
        changes, tags = self.changes(), self.tags()
        said = []
        for code in changes.lost(tags):
            where = ngettext("{n} clause", "{n} clauses", tags[code])
            said.append(_(N_("{code} has no place any more: its tag stays on {count}, look there."),
                          code=code, count=where))  # fmt: skip
        moved = self.moved
        for code, count in tags.items():
            if to := moved.get(code):
                clauses = ngettext("{n} clause", "{n} clauses", count)
                said.append(_(N_("Tag {code} becomes {other} on {clauses}."), code=code, other=to, clauses=clauses))
        following = len(tags_to_move(self._session, moved))
        if following:
            said.append(ngettext("Tags of {n} clause follow.", "Tags of {n} clauses follow.", following))
        said += [_(N_("Retired: {concept}"), concept=_named(one)) for one in changes.retired]
        said += [_(N_("Gone: {concept}"), concept=_named(one)) for one in changes.removed]
        said += [_(N_("New: {concept}"), concept=_named(one)) for one in changes.added]
        said += [
            _(N_("Renamed: {concept}, before: {before}"), concept=_named(one), before=_words(old))
            for old, one in changes.renamed
        ]
        said += [
            _(N_("Moved: {concept}, now under {parent}"), concept=_named(one), parent=one.broader or _("the top"))
            for _old, one in changes.moved
        ]
        return said


def _named(concept: Concept) -> str:
    return f"{concept.notation} {concept.label[language()]}"


def _words(concept: Concept) -> str:
    return " / ".join(concept.label[side] for side in ("zh", "en") if side in concept.label)
