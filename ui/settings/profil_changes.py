"""What a profil instansi would change, part by part, with a tick before each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.riwayat_words import label, value_words
from sopapp.services.profil_isi import BagianProfil, PerubahanBagian, Ubahan
from ui.theme import scaled_font
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import TableHead
from ui.widgets.toned import Notice

_HEADS = ("Yang berubah", "Sekarang", "Menjadi")
_SAME = "sudah sama"
_PART = Qt.ItemDataRole.UserRole


class ProfilChanges(QWidget):
    """A tree of parts; what is ticked is taken. `changed` when a tick came or went."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = QTreeWidget(self)
        slim(self.tree)
        self.tree.setAccessibleName("Perubahan menurut profil")
        self.tree.setAccessibleDescription("Spasi memilih bagian yang dimuat")
        self.tree.setHeader(TableHead(self.tree))
        self.tree.setColumnCount(len(_HEADS))
        self.tree.setHeaderLabels(list(_HEADS))
        self.tree.setWordWrap(True)
        self.tree.setUniformRowHeights(False)
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        head = self.tree.header()
        head.setSectionsMovable(False)
        for column in range(len(_HEADS)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.tree.setIndentation(self.fontMetrics().height())
        self.tree.itemChanged.connect(self._on_item)
        self.notes = Notice("warn")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.notes)

    def show_changes(self, changes: Sequence[PerubahanBagian]) -> None:
        """List them; every part that changes something is ticked."""
        self.tree.blockSignals(True)
        self.tree.clear()
        bold = scaled_font(self.font(), bold=True)
        for part in changes:
            top = QTreeWidgetItem(self.tree, [part.bagian.label, "", ""])
            top.setData(0, _PART, part.bagian.value)
            top.setFont(0, bold)
            if part.ubahan:
                top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                top.setCheckState(0, Qt.CheckState.Checked)
                top.setText(2, _count(part.ubahan))
            else:
                top.setText(1, _SAME)
                top.setDisabled(True)
            for change in part.ubahan:
                _add(top, change)
            top.setExpanded(len(part.ubahan) == 1)
        self._give_room()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.blockSignals(False)
        self._tell(changes)
        self.changed.emit()

    def chosen(self) -> tuple[BagianProfil, ...]:
        """The parts that are ticked."""
        return tuple(
            BagianProfil(item.data(0, _PART))
            for item in self._tops()
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and item.checkState(0) is Qt.CheckState.Checked
        )

    def choose(self, part: BagianProfil, on: bool) -> None:
        """Tick a part, or take its tick away."""
        for item in self._tops():
            if item.data(0, _PART) == part.value and not item.isDisabled():
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        """The line of each part."""
        for number in range(self.tree.topLevelItemCount()):
            if (item := self.tree.topLevelItem(number)) is not None:
                yield item

    def _give_room(self) -> None:
        """Rows a little higher than their words."""
        height = round(self.fontMetrics().height() * 1.5)
        each = QTreeWidgetItemIterator(self.tree)
        while (item := each.value()) is not None:
            item.setSizeHint(0, QSize(0, height))
            each += 1

    def _on_item(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.changed.emit()

    def _tell(self, changes: Sequence[PerubahanBagian]) -> None:
        notes = [sentence for part in changes for sentence in part.catatan]
        self.notes.say("\n".join(notes))


def _count(changes: Sequence[Ubahan]) -> str:
    if len(changes) == 1 and not changes[0].apa:
        return f"{len(changes[0].sesudah)} isian diubah"
    new = sum(change.sebelum is None for change in changes)
    edited = len(changes) - new
    words = [f"{new} baru" if new else "", f"{edited} diubah" if edited else ""]
    return ", ".join(word for word in words if word)


def _add(top: QTreeWidgetItem, change: Ubahan) -> None:
    """The fields of one change; a change of a named thing stands under its name."""
    under = top
    if change.apa:
        under = QTreeWidgetItem(top, [change.apa, "", "baru" if change.sebelum is None else ""])
    for key, value in change.sesudah.items():
        words = value_words(value, key)
        if change.sebelum is None and (words == value_words("") or value == change.apa):
            continue
        old = "" if change.sebelum is None else value_words(change.sebelum.get(key), key)
        row = QTreeWidgetItem(under, [label(key), old, words])
        for column in (1, 2):
            row.setToolTip(column, row.text(column))
