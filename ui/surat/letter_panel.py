"""All letters of a berkas: where each is in its life, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.riwayat import JenisCatatan
from sopapp.domain.surat import IsiNotaDinas, JenisSurat, Surat
from sopapp.domain.tanggal import tanggal_pendek
from ui import errors
from ui.lists.riwayat_action import offer_riwayat
from ui.surat.letter_actions import LetterActions
from ui.surat.letter_look import STATUS_TONE, LetterModel, LetterPainter
from ui.surat.letter_state import LetterState, next_words, state_of
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button
from ui.widgets.list_stack import ListStack
from ui.widgets.menu_button import give_menu
from ui.widgets.rows_model import Column
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_KINDS = (
    Kind.SURAT, Kind.PERMINTAAN, Kind.USULAN, Kind.DIK, Kind.BERKAS, Kind.SETTING, Kind.INSTANSI,
    Kind.PEJABAT, Kind.UNIT_KERJA, Kind.ATTACHMENT,
)  # fmt: skip
_LINES = 1


def whom(surat: Surat) -> str:
    """For whom a letter is: its unit, or the first of those it is addressed to."""
    if surat.unit_nama:
        return surat.unit_nama
    if not isinstance(surat.isi, IsiNotaDinas):
        return ""
    many = surat.isi.daftar_penerima or surat.isi.yth
    if not many:
        return ""
    return many[0] if len(many) == 1 else f"{many[0]}, dan {len(many) - 1} lagi"


_COLUMNS: tuple[Column[Surat], ...] = (
    Column("Jenis", lambda surat: surat.jenis.panjang, 26, grows=True),
    Column("Untuk", whom, 36, grows=True),
    Column("Nomor", lambda surat: surat.nomor, 36, grows=True),
    Column(
        "Tanggal", lambda surat: tanggal_pendek(surat.tanggal) if surat.tanggal else "", 16,
        key=lambda surat: surat.tanggal,
    ),
    Column("Keadaan", lambda surat: surat.status.label, 18),
)  # fmt: skip


class LettersModel(LetterModel[Surat]):
    """The letters of a berkas, oldest first."""

    state_column = 4

    def __init__(self, parent: QObject) -> None:
        super().__init__(_COLUMNS, key=lambda surat: surat.id, parent=parent)

    def tone(self, row: Surat) -> str:
        """The token of the state."""
        return STATUS_TONE[row.status]

    def struck(self, row: Surat) -> bool:
        """Whether it is void."""
        return bool(row.batal)


@dataclass(slots=True)
class _Shown:
    """What the panel shows now."""

    berkas_id: int | None = None
    stale: bool = False


class LetterPanel(QWidget):
    """The list, a line on what comes next, and the acts that the chosen letter is open to."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = _Shown()
        self.acts = LetterActions(context, self)
        self.model = LettersModel(self)
        self.table = DataTable(self.model, "Surat berkas ini", lines=_LINES, parent=self)
        self.table.setItemDelegate(LetterPainter(_LINES, self.table))
        empty = EmptyState(
            "letter", "Berkas ini belum punya surat",
            "Surat muncul di sini setelah disusun pada tahapnya.", "", self,
        )  # fmt: skip
        self.stack = ListStack(self.model, self.table, empty, self)
        self.next = TonedLabel("", "muted")
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.next)
        layout.addWidget(self._row)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda surat: self.acts.preview(surat.id))
        context.hub.changed.connect(self._on_changed)
        self._on_chosen(None)

    def _make_buttons(self) -> None:
        acts = self.acts
        self.preview_button = button("&Pratinjau dan cetak…", self._do(acts.preview), "print")
        self.edit_button = button("&Ubah teks…", self._do(acts.edit), "edit")
        self.number_button = button("&Nomor…", self._do(acts.number), "number")
        self.sign_button = button(
            "&Tanda tangan…", self._do(acts.sign), "sign",
            tip="Catat sudah ditandatangani, boleh sekaligus dengan pindaiannya",
        )  # fmt: skip
        self.scan_button = button("Pin&daian…", self._do(acts.attach_scan), "scan")
        self.hand_button = button(
            "Serah te&rima…", self._do(acts.hand_over), "advance", tip="Catat di buku ekspedisi"
        )
        self.salinan_button = button(
            "&Salinan…", self._do(acts.salinan), "document",
            tip="Salinan Keputusan yang sah, untuk tembusan dan yang memerlukan",
        )  # fmt: skip
        self.versions_button = button("Riwayat &cetakan…", self._do(acts.versions), "history")
        offer_riwayat(self.table, self._context, JenisCatatan.SURAT, "Riwayat surat…")
        self.history_button = button("Ri&wayat surat…", self._do(acts.history), "history")
        self.void_menu = QMenu(self)
        self._void = self.void_menu.addAction("&Batalkan surat…")
        self._replace = self.void_menu.addAction("Batalkan dan &ganti…")
        self._unsign = self.void_menu.addAction("Batalkan pencatatan &tanda tangan…")
        for action, act in (
            (self._void, acts.void), (self._replace, acts.replace), (self._unsign, acts.unsign),
        ):  # fmt: skip
            action.triggered.connect(self._do(act))
        self.void_button = button("&Batalkan", lambda: None, "cancel")
        give_menu(self.void_button, self.void_menu)
        left = (
            self.preview_button, self.edit_button, self.number_button, self.sign_button,
            self.scan_button, self.hand_button, self.salinan_button,
        )  # fmt: skip
        right = (self.versions_button, self.history_button, self.void_button)
        self._row = FoldingRow(left, right, spacing=6)

    # -- showing ----------------------------------------------------------------------------

    def set_berkas(self, berkas_id: int | None) -> None:
        """Show the letters of a berkas; None shows nothing."""
        if berkas_id != self._shown.berkas_id:
            self._shown.berkas_id = berkas_id
            self.table.clear_choice()
        self.reload()

    def reload(self) -> None:
        """Read the letters anew; the choice stays."""
        self._shown.stale = False
        letters: tuple[Surat, ...] = ()
        if self._shown.berkas_id is not None:
            with errors.guard(self, self._context.prompts):
                letters = self._context.app.surat.list(self._shown.berkas_id)
        self.model.set_rows(letters)
        if self.table.current is None and letters:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._on_chosen(self.table.current)

    def choose(self, surat_id: int) -> None:
        """Choose a letter."""
        self.table.choose(surat_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: read what happened since the panel was last seen."""
        super().showEvent(event)
        if self._shown.stale:
            self.reload()

    def _on_chosen(self, surat: Surat | None) -> None:
        app = self._context.app
        state = LetterState() if surat is None else state_of(app, surat)
        self.preview_button.setEnabled(surat is not None)
        self.preview_button.setText(
            "&Pratinjau…" if surat is not None and state.settled else "&Pratinjau dan cetak…"
        )
        self.edit_button.setEnabled(state.edit)
        # A Keputusan is numbered and signed in its stage: the buttons lead there.
        leads = surat is not None and surat.jenis is JenisSurat.KEPUTUSAN and not state.settled
        self.number_button.setEnabled(state.number or leads)
        self.sign_button.setEnabled(state.sign or leads)
        self.scan_button.setEnabled(state.scan or state.sign)
        self.hand_button.setEnabled(state.hand_over)
        decree = surat if surat is not None and surat.jenis is JenisSurat.KEPUTUSAN else None
        self.salinan_button.setVisible(decree is not None)
        self.salinan_button.setEnabled(decree is not None and decree.ditandatangani)
        self.versions_button.setEnabled(surat is not None)
        self.history_button.setEnabled(surat is not None)
        for action, on in (
            (self._void, state.void), (self._replace, state.replace), (self._unsign, state.unsign),
        ):  # fmt: skip
            action.setEnabled(on)
        self.void_button.setEnabled(state.void or state.replace or state.unsign)
        self.next.say("" if surat is None else next_words(surat, state))
        self.next.setVisible(surat is not None)

    def _do(self, act: Callable[[int], object]) -> Callable[..., None]:
        """An act, done with the letter that is chosen when it is asked for."""

        def run(_on: bool = False) -> None:
            if self.table.current is not None:
                act(self.table.current.id)

        return run

    def _on_changed(self, changes: Changes) -> None:
        own = changes.berkas_id in (None, self._shown.berkas_id)
        if self._shown.berkas_id is None or not own or not changes.touches(*_KINDS):
            return
        if self.isVisible():
            self.reload()
        else:
            self._shown.stale = True
