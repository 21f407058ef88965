"""Daftar informasi: the DIK as it stood on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.dik import EntriDik
from sopapp.domain.tanggal import tanggal, tanggal_pendek
from ui.lists.filter_field import FilterField
from ui.lists.list_stack import ListStack
from ui.widgets.data_table import DataTable
from ui.widgets.date_edit import DateEdit
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_head import PageHead
from ui.widgets.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext


def _dasar(entri: EntriDik) -> str:
    return "; ".join(dasar.teks() for dasar in entri.isi.dasar)


def _jangka(entri: EntriDik) -> str:
    return entri.isi.jangka.teks() if entri.isi.jangka else ""


def _keputusan(entri: EntriDik) -> str:
    return f"{entri.keputusan_nomor}, {tanggal_pendek(entri.keputusan_tanggal)}"


_TOP = Qt.AlignmentFlag.AlignTop
_COLUMNS: tuple[Column[EntriDik], ...] = (
    Column("No.", lambda _row: "", 8, align=Qt.AlignmentFlag.AlignRight | _TOP, counts=True),
    Column("Informasi", lambda row: row.isi.informasi, 36),
    Column("Dasar hukum", _dasar, 28),
    Column("Bila dibuka", lambda row: row.isi.konsekuensi_dibuka, 26),
    Column("Bila ditutup", lambda row: row.isi.manfaat_ditutup, 26),
    Column("Jangka waktu", _jangka, 20),
    Column(
        "Berakhir",
        lambda row: tanggal_pendek(row.berakhir) if row.berakhir else "menurut peristiwa",
        14,
        key=lambda row: row.berakhir,
    ),
    Column("Unit kerja", lambda row: row.unit_nama, 22),
    Column("Keputusan", _keputusan, 24, key=lambda row: row.keputusan_tanggal),
)


class RegisterPage(QWidget):
    """The entries in force on a day, one of them read in full below."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._today = context.app.clock.today()
        self._head = PageHead("Daftar informasi (DIK)", parent=self)
        self.filter = FilterField("Saring daftar", self)
        self._build_day()
        self._head.add(self.filter)
        self.model = RowsModel(_COLUMNS, key=lambda row: row.id, parent=self)
        self.table = DataTable(self.model, "Daftar informasi", lines=3, parent=self)
        self.detail = DetailPane("Rincian informasi", self)
        self.detail.hide()
        content = QSplitter(Qt.Orientation.Vertical, self)
        content.setChildrenCollapsible(False)
        content.addWidget(self.table)
        content.addWidget(self.detail)
        content.setStretchFactor(0, 1)
        content.setSizes([400, 210])
        self.empty = EmptyState("register", "", "", "", self)
        self.empty.activated.connect(self._on_empty)
        self.stack = ListStack(self.model, content, self.empty, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self._head)
        layout.addWidget(self.stack, 1)
        self.filter.asked.connect(self._on_filter)
        self.table.chosen.connect(self._on_chosen)
        context.hub.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Read the entries in force on the day chosen."""
        day = self.day.day()
        self.model.set_rows(self._context.app.dik.as_of(day))
        self.today.setEnabled(day != self._today)
        if day == self._today:
            self.empty.say(
                "Daftar masih kosong",
                "Daftar terisi saat Keputusan pertama diselaraskan pada tahap 4.",
                "Buka papan",
            )
        else:
            self.empty.say(
                "Belum ada daftar pada hari itu",
                f"Tidak ada informasi yang dikecualikan per {tanggal(day)}.",
                "Lihat daftar hari ini",
            )
        self._count()

    def _build_day(self) -> None:
        caption = QLabel("&Per tanggal", self)
        self.day = DateEdit(self._today, self)
        self.day.setAccessibleName("Per tanggal")
        self.day.setToolTip("Lihat daftar seperti berlaku pada tanggal ini")
        caption.setBuddy(self.day)
        self.today = QPushButton("&Hari ini", self)
        self.today.clicked.connect(lambda: self.day.set_day(self._today))
        self.day.dateChanged.connect(self._on_day)
        for control in (caption, self.day, self.today):
            self._head.add(control)

    def _on_day(self, _date: QDate) -> None:
        self.reload()

    def _on_empty(self) -> None:
        if self.day.day() == self._today:
            self._context.navigate.board()
        else:
            self.day.set_day(self._today)

    def _on_filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._count()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.DIK, Kind.UNIT_KERJA):
            self.reload()

    def _on_chosen(self, entri: EntriDik | None) -> None:
        self.detail.setVisible(entri is not None)
        if entri is not None:
            self.detail.show_pairs(_pairs(entri))

    def _count(self) -> None:
        words = self.stack.count_words("informasi")
        self._head.set_note(f"{words}, per {tanggal(self.day.day())}" if words else "")


def _pairs(entri: EntriDik) -> tuple[tuple[str, str], ...]:
    ends = tanggal(entri.berakhir) if entri.berakhir else "menurut peristiwa"
    return (
        ("Informasi", entri.isi.informasi),
        ("Dasar hukum", "\n".join(dasar.teks() for dasar in entri.isi.dasar)),
        ("Bila dibuka", entri.isi.konsekuensi_dibuka),
        ("Bila ditutup", entri.isi.manfaat_ditutup),
        ("Jangka waktu", _jangka(entri)),
        ("Berlaku", f"sejak {tanggal(entri.mulai)}; berakhir {ends}"),
        ("Bentuk", entri.isi.bentuk),
        ("Unit kerja", entri.unit_nama),
        ("Keputusan", f"Nomor {entri.keputusan_nomor}, {tanggal(entri.keputusan_tanggal)}"),
    )
