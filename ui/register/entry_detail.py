"""One entry read in full: what it says, the office's note, and its life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from sopapp.domain.dik import EntriDik, StatusJangka
from sopapp.domain.errors import NotFoundError
from sopapp.domain.tanggal import tanggal
from sopapp.domain.temuan import Temuan
from sopapp.domain.terbitan import Kejadian
from ui.register.columns import dasar, jangka
from ui.register.note_editor import NoteEditor
from ui.register.timeline_view import TimelineView
from ui.widgets.detail_pane import DetailPane
from ui.widgets.toned import heading, row

if TYPE_CHECKING:
    from ui.context import UiContext


_LEAST = 45  # characters of the fields, labels and all, that cannot be dragged away


class EntryDetail(QSplitter):
    """The fields at the left; note and timeline at the right."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context = context
        self.entri: EntriDik | None = None
        self._events_of: int | None = None
        self.fields = DetailPane("Rincian informasi", self)
        self.note = NoteEditor(context, self)
        self.timeline = TimelineView(self)
        self.history_button = QPushButton("Lihat be&sar…", self)
        self.history_button.setToolTip("Buka riwayat informasi di jendela yang lebih besar")
        self.history_button.clicked.connect(self.open_history)
        right = QWidget(self)
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.changes_button = QPushButton("Semua perubahan…", self)
        self.changes_button.setToolTip("Semua catatan riwayat tentang informasi ini")
        self.changes_button.clicked.connect(self.open_changes)
        buttons = row(heading("Riwayat informasi"), None, self.changes_button, self.history_button)
        box.addLayout(buttons)
        box.addWidget(self.timeline, 1)
        box.addWidget(self.note)
        self.addWidget(self.fields)
        self.addWidget(right)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self._keep_readable()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_readable()

    def _keep_readable(self) -> None:
        self.fields.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Label and text of what is shown at the left."""
        return self.fields.pairs

    def show_entry(self, entri: EntriDik, status: StatusJangka, found: Temuan | None) -> None:
        """Show an entry, and where a search hit it."""
        self.entri = entri
        self.fields.show_pairs(_pairs(entri, status, found))
        self.note.show_note(entri.id, entri.catatan)
        if self._events_of != entri.id:
            self._events_of = entri.id
            self.timeline.show_events(self._events(entri.id))

    def forget_events(self) -> None:
        """Something happened: read the timeline anew with the next entry shown."""
        self._events_of = None

    def open_history(self) -> None:
        """Open the timeline in a window of its own."""
        from ui.register.history_dialog import HistoryDialog

        if self.entri is not None:
            HistoryDialog(self._context, self.entri, self.window()).open()

    def open_changes(self) -> None:
        """Open what riwayat tells of the entry."""
        from sopapp.domain.riwayat import Catatan, JenisCatatan
        from ui.lists.riwayat_dialog import show_record

        if self.entri is not None:
            show_record(self._context, Catatan(JenisCatatan.ENTRI, self.entri.id), self)

    def _events(self, entri_id: int) -> tuple[Kejadian, ...]:
        try:
            return self._context.app.entri_history.events(entri_id)
        except NotFoundError:
            return ()


def _pairs(
    entri: EntriDik, status: StatusJangka, found: Temuan | None
) -> tuple[tuple[str, str], ...]:
    ends = tanggal(entri.berakhir) if entri.berakhir else "menurut peristiwa"
    return (
        ("Ditemukan di", f"{found.kolom}: {found.teks()}" if found else ""),
        ("Informasi", entri.isi.informasi),
        ("Bagian yang dikecualikan", entri.isi.bagian),
        ("Dasar hukum", dasar(entri)),
        ("Bila dibuka", entri.isi.konsekuensi_dibuka),
        ("Bila ditutup", entri.isi.manfaat_ditutup),
        ("Jangka waktu", jangka(entri)),
        ("Berlaku", f"sejak {tanggal(entri.mulai)}; berakhir {ends}"),
        ("Status", status.label),
        ("Bentuk", entri.isi.bentuk),
        ("Unit kerja", entri.unit_nama),
        ("Ditetapkan dengan", f"Keputusan Nomor {entri.ditetapkan_nomor}, {tanggal(entri.mulai)}"),
        (
            "Daftar menurut",
            f"Keputusan Nomor {entri.keputusan_nomor}, {tanggal(entri.keputusan_tanggal)}",
        ),
    )
