"""The form for the rules: which speak, how loud, how sure they must be, and what glossary counts before ours."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.findings.model import SEVERITY_WORDS
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.gui.toolbox.rows import beside
from drafter.i18n import _, shown
from drafter.model import N_, SEVERITIES, DrafterError, Severity
from drafter.review import RuleFile, Sensitivity, own_names, own_rule_names, own_rules_folder, require_sound, rule_pages

_SENSITIVITIES: Final[dict[Sensitivity, str]] = {
    "strict": N_("Strict: every suspicion"), "normal": N_("Normal"), "quiet": N_("Quiet: only what is sure"),
}  # fmt: skip
_FAMILIES: Final[dict[str, str]] = {
    "number": N_("Figures"), "unit": N_("Units of measure"), "date": N_("Dates"), "reference": N_("Document numbers"),
    "structure": N_("Structure"), "language": N_("Language"), "spacing": N_("Spacing"), "encoding": N_("Characters"),
    "punctuation": N_("Punctuation"), "term": N_("Terms"), "text": N_("Wording"), "pair": N_("Both sides compared"),
}  # fmt: skip
_NAME = Qt.ItemDataRole.UserRole
_OWN: Final = "own"
_ROWS_OF_FILES: Final = 3


class RulesForm(QWidget):
    """Asks which rules speak.

    Attributes:
        tree: the rules by family, each with a box to tick and its severity.
        sensitivity: how sure they must be.
        glossary: the path of a glossary, "" for none.
        kept: files of rules that the review brings along; None where no review is open.
    """

    def __init__(
        self,
        off: frozenset[str],
        severities: Mapping[str, Severity],
        sensitivity: Sensitivity,
        glossary: str,
        parent: QWidget | None = None,
        *,
        kept: Sequence[RuleFile] | None = None,
    ) -> None:
        super().__init__(parent)
        self.kept = None if kept is None else tuple(kept)
        self._off = off
        self._boxes: dict[str, QComboBox] = {}
        self.sensitivity = QComboBox()
        for choice, words in _SENSITIVITIES.items():
            self.sensitivity.addItem(_(words), choice)
        self.sensitivity.setCurrentIndex(max(0, self.sensitivity.findData(sensitivity)))
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([_("Rule"), _("Severity")])
        self.tree.setAccessibleName(_("Rules"))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self._fill(off, severities)
        self.glossary = QLineEdit(glossary)
        self.glossary.setPlaceholderText(_("None: only the glossary that comes with Drafter"))
        self.glossary.setClearButtonEnabled(True)
        self.glossary.setAccessibleName(_("Your glossary"))
        choose = QPushButton(_("Choose…"))
        choose.clicked.connect(self._choose_glossary)
        folder = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        folder.setText(str(own_rules_folder()))
        own = QPushButton(_("Open the folder"))
        own.clicked.connect(self._open_folder)
        form = QFormLayout()
        form.addRow(_("Sensitivity:"), self.sensitivity)
        form.addRow(_("Your glossary:"), beside(self.glossary, choose))
        form.addRow(_("Your own rules:"), beside(folder, own))
        self._files = QListWidget()
        self._files.setAccessibleName(_("Rules of this review"))
        self._files.setMaximumHeight(_ROWS_OF_FILES * self._files.fontMetrics().height() * 2)
        add, remove = QPushButton(_("Add…")), QPushButton(_("Remove"))
        add.clicked.connect(self._choose_file)
        remove.clicked.connect(self._remove_file)
        if self.kept is not None:
            form.addRow(_("Rules of this review:"), beside(self._files, add, remove))
        self._list_own()
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.tree, 1)

    def _fill(self, off: frozenset[str], severities: Mapping[str, Severity]) -> None:
        families: dict[str, QTreeWidgetItem] = {}
        for page in sorted(rule_pages(), key=lambda page: (list(_FAMILIES).index(_family(page.name)), page.title)):
            family = _family(page.name)
            if family not in families:
                families[family] = top = QTreeWidgetItem([_(_FAMILIES[family])])
                top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
                self.tree.addTopLevelItem(top)
            item = QTreeWidgetItem(families[family], [page.title])
            item.setToolTip(0, f"{page.name}\n{page.summary}")
            item.setData(0, _NAME, page.name)
            told = page.name not in off and family not in off
            item.setCheckState(0, Qt.CheckState.Checked if told else Qt.CheckState.Unchecked)
            box = QComboBox()
            box.addItem(_("As it comes ({severity})", severity=_(SEVERITY_WORDS[page.severity])), "")
            for severity in reversed(SEVERITIES):
                box.addItem(_(SEVERITY_WORDS[severity]), severity)
            box.setCurrentIndex(max(0, box.findData(severities.get(page.name, ""))))
            box.setAccessibleName(_("Severity of: {rule}", rule=page.title))
            self._boxes[page.name] = box
            self.tree.setItemWidget(item, 1, box)

    def _list_own(self) -> None:
        """List the files of the review, and all own rules in the tree."""
        off = frozenset(self.off())
        self._files.clear()
        self._files.addItems([file.name for file in self.kept or ()])
        for place in reversed(range(self.tree.topLevelItemCount())):
            item = self.tree.topLevelItem(place)
            if item is not None and item.data(0, _NAME) == _OWN:
                self.tree.takeTopLevelItem(place)
        names = [*own_names(self.kept or ()), *_names_of_the_user()]
        if not names:
            return
        top = QTreeWidgetItem([_("Own rules")])
        top.setData(0, _NAME, _OWN)
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        self.tree.addTopLevelItem(top)
        for name in dict.fromkeys(names):
            item = QTreeWidgetItem(top, [name])
            item.setData(0, _NAME, name)
            told = name not in off and _OWN not in off
            item.setCheckState(0, Qt.CheckState.Checked if told else Qt.CheckState.Unchecked)

    def add_file(self, path: Path) -> None:
        """Have the review bring a file of rules along.

        Raises:
            DrafterError: it can't be used.
        """
        file = RuleFile.of(path)
        others = tuple(one for one in self.kept or () if one.name != file.name)
        require_sound((*others, file))
        self.kept = (*others, file)
        self._list_own()

    def remove_file(self, name: str) -> None:
        """Have the review bring a file of rules along no longer."""
        self.kept = tuple(one for one in self.kept or () if one.name != name)
        self._list_own()

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Rules of this review"), "", "YAML (*.yaml *.yml)")
        if not name:
            return
        try:
            self.add_file(Path(name))
        except DrafterError as error:
            QMessageBox.warning(self, _("Rules of this review"), shown(error.message))

    def _remove_file(self) -> None:
        item = self._files.currentItem()
        if item is not None:
            self.remove_file(item.text())

    def off(self) -> list[str]:
        """Give the rules that are not ticked, by name; own ones that are not at hand stay as they were."""
        listed = dict(self._items())
        unticked = [name for name, item in listed.items() if item.checkState(0) == Qt.CheckState.Unchecked]
        return unticked + sorted(name for name in self._off if _family(name) == _OWN and name not in listed)

    def severities(self) -> dict[str, Severity]:
        """Give the severities that differ from a rule's own, by its name."""
        return {name: box.currentData() for name, box in self._boxes.items() if box.currentData()}

    def tick(self, rule: str, *, ticked: bool) -> None:
        """Let a rule speak, or not."""
        item = dict(self._items())[rule]
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def weigh(self, rule: str, severity: Severity) -> None:
        """Give a rule another severity."""
        self._boxes[rule].setCurrentIndex(self._boxes[rule].findData(severity))

    def _items(self) -> list[tuple[str, QTreeWidgetItem]]:
        tops = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        items = [top.child(place) for top in tops if top for place in range(top.childCount())]
        return [(str(item.data(0, _NAME)), item) for item in items if item]

    def _choose_glossary(self) -> None:
        kinds = f"{_('Glossaries')} (*.csv *.xlsx *.tbx)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Your glossary"), self.glossary.text(), kinds)
        if name:
            self.glossary.setText(name)

    def _open_folder(self) -> None:
        folder: Path = own_rules_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _names_of_the_user() -> list[str]:
    try:
        return sorted(own_rule_names() - {_OWN})
    except DrafterError:  # told when the program begins
        return []


def _family(rule: str) -> str:
    return rule.partition(".")[0]
