"""The dialog in which an office looks after its taxonomy; what using it would change is listed before it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.measures.model import FACET_NAMES
from drafter.gui.taxonomy.asking import ChooseDialog, NewDialog
from drafter.gui.taxonomy.draft import Draft
from drafter.gui.toolbox.ask_where import ask_where_of
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, language
from drafter.model import N_, Concept, DrafterError
from drafter.review import ReviewSession
from drafter.review.taxonomies import TAXONOMY_ENDINGS, office_taxonomy, write_taxonomy
from drafter.taxonomy import Taxonomy, shipped_taxonomy
from drafter.taxonomy.editing import (
    Edited,
    add_concept,
    merge_concepts,
    move_concept,
    rename_concept,
    retire_concept,
)

_SIZE = (1000, 640)
_NOTATION: Final = Qt.ItemDataRole.UserRole
_FACET: Final = Qt.ItemDataRole.UserRole + 1
_WRITTEN: Final = {".yaml": N_("YAML"), ".ttl": N_("SKOS as Turtle"), ".xlsx": N_("Excel workbook")}


class TaxonomyDialog(QDialog):
    """Edits a copy of the review's taxonomy; accepted where it is to be used."""

    def __init__(self, session: ReviewSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Taxonomy of measures"))
        self.resize(*_SIZE)
        self.draft = Draft(session)
        self.search = SearchField()
        self.tree = QTreeWidget()
        self.version, self.zh, self.en = QLineEdit(), QLineEdit(), QLineEdit()
        self.rename = QPushButton(_("Rename"))
        self.add, self.move_, self.merge = QPushButton(_("Add…")), QPushButton(_("Move…")), QPushButton(_("Merge…"))
        self.retire, self.back = QPushButton(_("Retire…")), QPushButton(_("Take back"))
        self.load, self.write = QPushButton(_("Load")), QPushButton(_("Write…"))
        self.changes = QListWidget()
        self._about, self._count = QLabel(), QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use = self._buttons.addButton(_("Use it"), QDialogButtonBox.ButtonRole.ActionRole)
        self._may_use = session.read_only is None
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.tree.setHeaderLabels([_("Concept"), _("Clauses")])
        self.tree.setAccessibleName(_("Concepts"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.search.setPlaceholderText(_("Search measures"))
        self.search.setAccessibleName(_("Search measures"))
        self.changes.setAccessibleName(_("What using it changes"))
        self.changes.setWordWrap(True)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        menu = QMenu(self.load)
        menu.addAction(_("From a file…"), self._ask_load)
        menu.addAction(_("The program's own"), lambda: self._exchange(shipped_taxonomy))
        self.load.setMenu(menu)
        left, right, fields = QVBoxLayout(), QVBoxLayout(), QGridLayout()
        left.addWidget(self.search)
        left.addWidget(self.tree, 1)
        named = ((_("Version"), self.version), (_("Name in Chinese"), self.zh), (_("Name in English"), self.en))
        for row, (words, field) in enumerate(named):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
        fields.addWidget(self.rename, 2, 2)
        acts, files = QHBoxLayout(), QHBoxLayout()
        for button in (self.add, self.move_, self.merge, self.retire):
            acts.addWidget(button)
        acts.addStretch(1)
        for button in (self.load, self.write):
            files.addWidget(button)
        files.addStretch(1)
        files.addWidget(self.back)
        right.addWidget(self._about)
        right.addLayout(fields)
        right.addLayout(acts)
        right.addLayout(files)
        right.addSpacing(8)
        right.addWidget(self._count)
        right.addWidget(self.changes, 1)
        both = QHBoxLayout()
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(self._buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field renames; it uses nothing by accident

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.escaped.connect(self.tree.setFocus)
        self.tree.currentItemChanged.connect(lambda: self._on_current())
        self.tree.itemSelectionChanged.connect(self._allow)
        self.version.editingFinished.connect(self._on_version)
        for field in (self.zh, self.en):
            field.returnPressed.connect(self._rename)
        self.rename.clicked.connect(self._rename)
        self.add.clicked.connect(self._add)
        self.move_.clicked.connect(self._move)
        self.merge.clicked.connect(self._merge)
        self.retire.clicked.connect(self._retire)
        self.back.clicked.connect(self._back)
        self.write.clicked.connect(self._ask_write)
        self.use.clicked.connect(self.accept)  # no accepting button: Enter in a field would press it
        self._buttons.rejected.connect(self.reject)

    # --- what is shown ---------------------------------------------------------------------------------------------

    def current(self) -> Concept | None:
        """Give the chosen concept, None for a facet or none."""
        item = self.tree.currentItem()
        return self.draft.taxonomy.get(str(item.data(0, _NOTATION))) if item else None

    def choose(self, notation: str) -> None:
        """Choose a concept."""
        item = next((one for one in self._items() if one.data(0, _NOTATION) == notation), None)
        if item is not None:
            self.tree.setCurrentItem(item)

    def _show(self) -> None:
        taxonomy, tags = self.draft.taxonomy, self.draft.tags()
        before = self.current()
        unfolded = {str(one.data(0, _NOTATION)) + str(one.data(0, _FACET)) for one in self._items() if one.isExpanded()}
        self.tree.clear()
        for facet in taxonomy.facets():
            top = QTreeWidgetItem(self.tree, [_(FACET_NAMES.get(facet, facet)), ""])
            top.setData(0, _NOTATION, "")
            top.setData(0, _FACET, facet)
            for concept in taxonomy.tops(facet):
                self._grow(top, concept, tags)
        for item in self._items():
            item.setExpanded(str(item.data(0, _NOTATION)) + str(item.data(0, _FACET)) in unfolded)
        first = self.tree.topLevelItem(0)
        if not unfolded and first is not None:
            first.setExpanded(True)
        if before is not None:
            self.choose(before.notation)
        self._filter(self.search.text())
        self.version.setText(taxonomy.version)
        self._about.setText(
            _(N_("{name}, {count} concepts"), name=taxonomy.id or _("Taxonomy"), count=len(taxonomy.concepts()))
        )
        said = self.draft.sentences()
        self.changes.clear()
        self.changes.addItems(said)
        self._count.setText(_("Using it changes:") if said else _("It says what this review was tagged with."))
        self._on_current()

    def _grow(self, above: QTreeWidgetItem, concept: Concept, tags: dict[str, int]) -> None:
        words = f"{concept.notation}  {concept.label[language()]}"
        if concept.deprecated:
            other = concept.replaced_by
            words = (
                _(N_("{concept} (retired, now {other})"), concept=words, other=other)
                if other
                else _(N_("{concept} (retired)"), concept=words)
            )
        item = QTreeWidgetItem(above, [words, str(tags.get(concept.notation) or "")])
        item.setData(0, _NOTATION, concept.notation)
        item.setData(0, _FACET, concept.facet)
        if concept.deprecated:
            item.setForeground(0, self.palette().placeholderText())
        for narrower in self.draft.taxonomy.narrower(concept.notation):
            self._grow(item, narrower, tags)

    def _items(self) -> list[QTreeWidgetItem]:
        found = self.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0)
        return list(found)

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in reversed(self._items()):
            below = any(not one.isHidden() for row in range(item.childCount()) if (one := item.child(row)))
            fits = all(word in item.text(0).casefold() for word in wanted)
            item.setHidden(not (fits or below))
            if wanted and below:
                item.setExpanded(True)

    def _on_current(self) -> None:
        concept = self.current()
        self.zh.setText(concept.label["zh"] if concept else "")
        self.en.setText(concept.label["en"] if concept else "")
        self._allow()

    def _allow(self) -> None:
        concept = self.current()
        for part in (self.zh, self.en, self.rename, self.move_):
            part.setEnabled(concept is not None)
        usable = concept is not None and not concept.deprecated
        self.retire.setEnabled(usable)
        self.merge.setEnabled(usable)
        self.add.setEnabled(self.tree.currentItem() is not None and (concept is None or usable))
        self.back.setEnabled(self.draft.touched)
        self.use.setEnabled(self._may_use and self.draft.touched)

    # --- what is done ----------------------------------------------------------------------------------------------

    def _take(self, step: Callable[[], Edited]) -> bool:
        try:
            self.draft.take(step())
        except DrafterError as error:
            show_error(self, error)
            return False
        self._show()
        return True

    def _on_version(self) -> None:
        version = self.version.text().strip()
        if version and version != self.draft.taxonomy.version:
            self.draft.rename_version(version)
            self._show()

    def _rename(self) -> None:
        concept = self.current()
        label = {"zh": self.zh.text().strip(), "en": self.en.text().strip()}
        if concept is not None and label != dict(concept.label):
            self._take(lambda: rename_concept(self.draft.taxonomy, concept.notation, label))  # type: ignore[arg-type]

    def _add(self) -> None:
        item, concept = self.tree.currentItem(), self.current()
        if item is None:
            return
        dialog = NewDialog(_(N_("Below: {concept}"), concept=item.text(0)), self)
        while dialog.exec() == QDialog.DialogCode.Accepted:
            made = Concept(
                dialog.code.text().strip(), str(item.data(0, _FACET)),
                {"zh": dialog.zh.text().strip(), "en": dialog.en.text().strip()}, concept.notation if concept else "",
            )  # fmt: skip
            if self._take(lambda made=made: add_concept(self.draft.taxonomy, made)):  # type: ignore[misc]
                self.choose(made.notation)
                break
        dialog.deleteLater()

    def _others(self, concept: Concept) -> list[Concept]:
        every = self.draft.taxonomy.concepts()
        return [one for one in every if one.facet == concept.facet and one != concept and not one.deprecated]

    def _ask(self, title: str, question: str, concept: Concept, none: str = "") -> str | None:
        dialog = ChooseDialog(title, question, self._others(concept), none, self)
        answer = dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return answer

    def _move(self) -> None:
        if concept := self.current():
            question = _(N_("Put {code} with all below it under:"), code=concept.notation)
            parent = self._ask(_("Move"), question, concept, _("The top"))
            if parent is not None and parent != concept.broader:
                self._take(lambda: move_concept(self.draft.taxonomy, concept.notation, parent))

    def _merge(self) -> None:
        if concept := self.current():
            chosen = [str(one.data(0, _NOTATION)) for one in self.tree.selectedItems()]
            codes = [code for code in chosen if code] or [concept.notation]
            question = _(N_("Merge {codes} into (tags, names and cue words go there):"), codes=", ".join(codes))
            into = self._ask(_("Merge"), question, concept)
            if into:
                self._take(lambda: merge_concepts(self.draft.taxonomy, codes, into))

    def _retire(self) -> None:
        if concept := self.current():
            question = _(N_("{code} is retired. What takes its place, and its tags?"), code=concept.notation)
            other = self._ask(_("Retire"), question, concept, _("Nothing: tags stay where they are"))
            if other is not None:
                self._take(lambda: retire_concept(self.draft.taxonomy, concept.notation, other))

    def _back(self) -> None:
        self.draft.back()
        self._show()

    # --- files -----------------------------------------------------------------------------------------------------

    def _ask_load(self) -> None:
        endings = " ".join(f"*{ending}" for ending in TAXONOMY_ENDINGS)
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Load a taxonomy"), "", f"{_('Taxonomies')} ({endings})")
        if chosen:
            self.load_from(Path(chosen))

    def load_from(self, path: Path) -> None:
        """Take an office's taxonomy in the place of this one; say what is wrong with one that is not sound."""
        self._exchange(lambda: office_taxonomy(path))

    def _exchange(self, make: Callable[[], Taxonomy]) -> None:
        try:
            self.draft.exchange(make())
        except DrafterError as error:
            show_error(self, error)
        else:
            self._show()

    def _ask_write(self) -> None:
        name = self.draft.taxonomy.id or _("taxonomy")
        path = ask_where_of(self, _("Write the taxonomy"), name, _WRITTEN)
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the taxonomy as it stands."""
        try:
            write_taxonomy(self.draft.taxonomy, path)
        except DrafterError as error:
            show_error(self, error)
        else:
            self._count.setText(_(N_("Written: {path}"), path=path))
