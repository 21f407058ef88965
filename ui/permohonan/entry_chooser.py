"""Choosing entries of the register: a search, and a list to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from sopapp.domain.dik import EntriDik
from sopapp.domain.permohonan import EntriDiminta
from ui.icons import icon
from ui.widgets.field_group import FieldGroup
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.toned import Notice, TonedLabel, column

if TYPE_CHECKING:
    from sopapp.app import App

_MOST = 100
"""Rows shown at once; more are found by their words."""
_LINES = 7
_PAUSE = 120  # milliseconds after the last key
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ID = Qt.ItemDataRole.UserRole


class EntryChooser(FieldGroup):
    """The entries that a request asks for; those ticked stay in sight whatever is searched."""

    changed = Signal()

    def __init__(self, app: App, chosen: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._daftar = app.dik.as_of(app.clock.today())
        self._places = {row[0]: at for at, row in enumerate(self._daftar.bare_places)}
        self._chosen = list(chosen)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Cari di daftar yang berlaku")
        self.search.setAccessibleName("Cari informasi di daftar yang berlaku")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("search", self, tone="muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.installEventFilter(self)
        self.lead = self.search
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.list = QListWidget()
        slim(self.list)
        self.list.setAccessibleName("Informasi di daftar; centang yang diminta")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(1)
        self.list.setFixedHeight((self.fontMetrics().lineSpacing() + 3) * _LINES + 8)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemDoubleClicked.connect(_toggle)
        self.count = TonedLabel("", "muted")
        self.notice = Notice("warn")
        self.setLayout(column(self.search, self.list, self.count, self.notice, spacing=4))
        self._fill()
        self._tell()

    @property
    def entri_ids(self) -> tuple[int, ...]:
        """Those ticked, in the order in which they were."""
        return tuple(self._chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the arrow down, or Enter, leads from the search to what was found."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _DOWN
        ):
            self._pause.stop()
            self._fill()
            self.list.setFocus()
            self.list.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        """Those ticked, then what was found."""
        found = self._found()
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._app.permohonan.entries(self._chosen):
            row = "–" if each.nomor_urut is None else str(each.nomor_urut)
            self._add(each.id, f"{row}.  {each.judul}  ·  {each.unit_nama}", ticked=True)
        rows, chosen = self._daftar.bare_places, set(self._chosen)
        rest = [at for at in found if rows[at][0] not in chosen]
        for at in rest[:_MOST]:
            entri: EntriDik = self._daftar[at]
            self._add(entri.id, f"{at + 1}.  {entri.isi.judul()}  ·  {entri.unit_nama}")
        self.list.blockSignals(False)
        self._left_out = max(len(rest) - _MOST, 0)
        self._count()

    def _found(self) -> list[int]:
        """Places in the list that the words typed lead to, all without words."""
        hits = self._app.dik_search.find(self.search.text())
        rows = self._daftar.bare_places
        if hits is None:
            return list(range(len(rows)))
        return [at for at, row in enumerate(rows) if row[1] in hits]

    def _add(self, entri_id: int, text: str, *, ticked: bool = False) -> None:
        item = QListWidgetItem(text)
        item.setData(_ID, entri_id)
        item.setToolTip(text)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )  # fmt: skip
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        entri_id = item.data(_ID)
        on = item.checkState() is Qt.CheckState.Checked
        if on == (entri_id in self._chosen):
            return
        if on:
            self._chosen.append(entri_id)
        else:
            self._chosen.remove(entri_id)
        self._count()
        self._tell()
        self.changed.emit()

    def _count(self) -> None:
        words = (
            f"{len(self._chosen)} informasi dipilih" if self._chosen else "Belum ada yang dipilih"
        )
        if not self._places:
            words = "Daftar yang berlaku masih kosong"
        elif not self.list.count():
            words += "; tidak ada yang cocok dengan kata itu"
        elif self._left_out:
            words += f"; {self._left_out} lagi tidak ditampilkan, ketik kata untuk mencarinya"
        self.count.say(f"{words}.")

    def _tell(self) -> None:
        """What the admin should know of those ticked."""
        chosen = self._app.permohonan.entries(self._chosen)
        stopping = [each.halangan for each in chosen if each.halangan]
        partly = [_partly(each) for each in chosen if each.bagian.strip() and not each.halangan]
        if stopping:
            self.notice.say(" ".join(stopping), "danger")
        else:
            self.notice.say("\n".join(partly), "accent")


def _partly(each: EntriDiminta) -> str:
    return (
        f"{each.judul}: isi “Bagian yang ditolak” bila permohonannya meminta lebih dari bagian itu."
    )


def _toggle(item: QListWidgetItem) -> None:
    on = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
