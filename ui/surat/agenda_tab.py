"""Buku agenda: every number of a year, what is missing, and what can be done with a letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from sopapp.domain.agenda import AgendaFilter, AgendaRow
from sopapp.domain.changes import Kind
from sopapp.domain.riwayat import JenisCatatan
from sopapp.domain.surat import JenisSurat, StatusSurat
from sopapp.paths import DataFolder
from ui import errors
from ui.berkas.panel_numbers import SURAT
from ui.in_turns import InTurns
from ui.lists.riwayat_action import offer_riwayat
from ui.progress.with_progress import with_progress
from ui.surat.agenda_filter_bar import AgendaFilterBar
from ui.surat.agenda_model import AgendaModel
from ui.surat.agenda_output import AgendaOutput
from ui.surat.letter_actions import LetterActions
from ui.surat.letter_look import LetterPainter
from ui.surat.outside_dialog import OutsideDialog
from ui.widgets.column_memory import ColumnMemory
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button
from ui.widgets.list_stack import ListStack
from ui.widgets.read_when_seen import ReadWhenSeen
from ui.widgets.toned import ElidedLabel, Notice

if TYPE_CHECKING:
    from ui.context import UiContext

_KINDS = (Kind.SURAT, Kind.PERMINTAAN, Kind.PERMOHONAN, Kind.UNIT_KERJA, Kind.SETTING)
_LINES = 2
_LOOKED_AT = 500
"""Of the letters chosen; a whole book takes its time."""
_MESSAGE = 15_000  # milliseconds that a line about an export stays
_SIGNABLE = (StatusSurat.DICETAK, StatusSurat.DITANDATANGANI, StatusSurat.DIARSIPKAN)
_SIGNED = (StatusSurat.DITANDATANGANI, StatusSurat.DIARSIPKAN)


class AgendaTab(QWidget):
    """The book of a year, newest first."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.actions_of = LetterActions(context, self)
        self.filter_bar = AgendaFilterBar(context.app, self)
        self.model = AgendaModel(partial(with_progress, context.tasks, self), self)
        self.table = DataTable(self.model, "Buku agenda", lines=_LINES, parent=self)
        self.table.setItemDelegate(LetterPainter(_LINES, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        offer_riwayat(self.table, context, JenisCatatan.SURAT, "Riwayat surat…")
        self._memory = ColumnMemory(DataFolder(context.app.data).window, "agenda/kolom")
        self._memory.restore(self.table)
        empty = EmptyState(
            "surat",
            "Belum ada surat pada tahun ini",
            "Setiap surat yang diberi nomor tercatat di sini dengan sendirinya.",
            "Catat nomor di luar program…",
            self,
        )
        empty.activated.connect(self.record_outside)
        self.stack = ListStack(self.model, self.table, empty, self)
        self.gaps = ElidedLabel("", "warn")
        self.notice = Notice("ok")
        self._quiet = QTimer(self, singleShot=True, interval=_MESSAGE)
        self._quiet.timeout.connect(lambda: self.notice.say(""))
        failed = partial(errors.show, self, context.prompts)
        self._rest = InTurns(self, lambda: None, failed)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(lambda: self._rest.begin(self._after_paint()))
        self.output = AgendaOutput(context, self.filter_bar.value, self)
        self._arrange()
        self.filter_bar.changed.connect(self.show_filtered)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.opened.connect(self._on_opened)
        self.output.told.connect(self._say)
        self._seen = ReadWhenSeen(self, context.hub, _KINDS, self.reload)
        self.reload()

    def _arrange(self) -> None:
        self.open_button = button("&Buka berkas", self.open_berkas, "folder")
        self.preview_button = button("&Pratinjau", self.preview, "document")
        self.edit_button = button("&Ubah catatan…", self.edit_outside, "edit")
        self.scan_button = button(
            "Pin&daian…", self.scan, "scan", tip="Catat tanda tangan dan pindaiannya sekaligus"
        )
        self.hand_button = button(
            "Serah &terima…", self.hand_over, "advance", tip="Catat di buku ekspedisi"
        )
        self.void_button = button(
            "Batal&kan surat…", self.void, "cancel", tip="Nomornya tetap di buku sebagai BATAL"
        )
        self.outside_button = button(
            "Catat nomor di &luar program…", self.record_outside, "number",
            tip="Nomor yang dipakai surat lain, supaya tidak diusulkan lagi",
        )  # fmt: skip
        self.print_button = button("&Cetak buku…", self.output.print, "print")
        self.export_button = button("&Ekspor Excel…", self.output.export, "save")
        left = (
            self.open_button, self.preview_button, self.edit_button, self.scan_button,
            self.hand_button, self.void_button,
        )  # fmt: skip
        right = (self.outside_button, self.print_button, self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.notice)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.gaps)
        layout.addWidget(FoldingRow(left, right, spacing=6))

    # -- reading ----------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the book of the filter anew."""
        self._seen.stale = False
        self.filter_bar.read_years()
        self.show_filtered(self.filter_bar.value())

    def count_words(self) -> str:
        """What the head of the page says of the book."""
        words = self.stack.count_words("surat")
        year = self.filter_bar.value().year
        return f"{words} bernomor tahun {year}" if words else ""

    def show_letter(self, surat_id: int) -> None:
        """Choose a letter in the book of its year, without filters when one hides it."""
        with errors.guard(self, self._context.prompts):
            year = self._context.app.agenda.row(surat_id).tanggal.year
            bar = self.filter_bar
            if bar.value().year != year:
                bar.show_year(year)
            if not self.table.choose(surat_id):
                bar.clear()
                self.table.choose(surat_id)
            self.table.setFocus()

    def show_filtered(self, wanted: AgendaFilter) -> None:
        """Show the lines of a filter; what takes longer than a frame comes after the paint."""
        self.model.set_rows(self._context.app.agenda.rows(wanted))
        narrowed = self.filter_bar.narrows and not self.model.total
        if narrowed:
            self.stack.setCurrentWidget(self.stack.no_hit)
        self._enable()
        self._idle.start()

    def _after_paint(self) -> Iterator[None]:
        """What may come a moment later: the gaps, and the texts that the first key looks in."""
        wanted, agenda = self.filter_bar.value(), self._context.app.agenda
        gaps = agenda.all_gaps(wanted.year, wanted.deret)
        words = "; ".join(map(str, gaps))
        self.gaps.say(
            f"Nomor yang belum dipakai tahun {wanted.year}: {words}." if words else ""
        )  # fmt: skip
        self.gaps.setVisible(bool(words))
        yield
        agenda.prepare(wanted.year)

    # -- acts -------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[AgendaRow, ...]:
        """The lines chosen, from the top."""
        return tuple(self.model.row(number) for number in self.table.chosen_rows())

    def open_berkas(self) -> None:
        """Open the berkas that the letter belongs to."""
        if (row := self._one) is not None and row.berkas_id is not None:
            self._context.navigate.berkas(row.berkas_id, SURAT)

    def preview(self) -> None:
        """Show the letter."""
        if (row := self._one) is not None:
            self.actions_of.preview(row.id)

    def scan(self) -> None:
        """Record the signature with its scan, in one act."""
        if (row := self._one) is not None:
            self.actions_of.attach_scan(row.id)

    def hand_over(self) -> None:
        """Record that the chosen letters were handed over."""
        if rows := self.chosen:
            self.actions_of.hand_over(*(row.id for row in rows))

    def void(self) -> None:
        """Make the letter void, with a reason."""
        row = self._one
        if row is None:
            return
        if not row.luar:
            self.actions_of.void(row.id)
            return
        prompts = self._context.prompts
        reason = prompts.ask_text(
            self, "Batalkan nomor",
            "Mengapa nomor ini batal? Nomornya tetap di buku agenda sebagai BATAL.",
            multiline=True, yes="Batalkan nomor", no="Tidak jadi",
        )  # fmt: skip
        if reason:
            with errors.guard(self, prompts):
                self._context.app.nomor_luar.void(row.id, reason)

    def record_outside(self) -> None:
        """Record a number that was used elsewhere."""
        with errors.guard(self, self._context.prompts):
            OutsideDialog(self._context, self.window()).open()

    def edit_outside(self) -> None:
        """Correct what was recorded of a number used elsewhere."""
        if (row := self._one) is not None and row.luar:
            with errors.guard(self, self._context.prompts):
                OutsideDialog(self._context, self.window(), row.id).open()

    # -- answers ----------------------------------------------------------------------------

    @property
    def _one(self) -> AgendaRow | None:
        chosen = self.table.chosen_rows()
        return self.model.row(chosen[0]) if len(chosen) == 1 else None

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: keep the columns."""
        super().hideEvent(event)
        self._memory.keep(self.table)

    def _on_opened(self, row: AgendaRow) -> None:
        if not row.luar:
            self.actions_of.preview(row.id)
        elif not row.batal:
            self.edit_outside()

    def _enable(self) -> None:
        chosen = self.table.chosen_rows()
        looked_at = [self.model.row(number) for number in chosen[:_LOOKED_AT]]
        one = looked_at[0] if len(chosen) == 1 else None
        own = one is not None and not one.luar
        live = one if one is not None and not one.batal else None
        self.open_button.setEnabled(one is not None and one.berkas_id is not None)
        self.preview_button.setEnabled(own)
        self.preview_button.setVisible(one is None or own)
        self.edit_button.setVisible(one is not None and one.luar)
        self.edit_button.setEnabled(live is not None)
        can_scan = own and live is not None and (
            live.status in _SIGNABLE or live.jenis is JenisSurat.KEPUTUSAN
        )  # fmt: skip
        self.scan_button.setEnabled(can_scan)
        # A void letter further on is told when they are handed over.
        self.hand_button.setEnabled(bool(chosen) and not any(row.batal for row in looked_at))
        self.void_button.setEnabled(live is not None and live.status not in _SIGNED)
        has_rows = bool(self.model.rowCount())
        self.print_button.setEnabled(has_rows)
        self.export_button.setEnabled(has_rows)

    def _say(self, text: str) -> None:
        self.notice.say(text)
        self._quiet.start()
