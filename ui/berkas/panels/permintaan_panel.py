"""Stage 1: the units that are asked, their Nota Dinas and their answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import StageKind
from sopapp.services.permintaan import Permintaan
from ui.berkas.answer_dialog import AnswerDialog
from ui.berkas.letter_menu import LetterMenuButton
from ui.berkas.panels.permintaan_columns import RequestModel
from ui.berkas.panels.request_letters import RequestLetters
from ui.berkas.remind_dialog import Waiting
from ui.berkas.reminding import waiting_among
from ui.berkas.stage_panel import StagePanel
from ui.berkas.stage_print import print_stage_button
from ui.berkas.units_dialog import UnitsDialog
from ui.context import UiContext
from ui.impor.row_drop import RowDrop
from ui.impor.unit_sheets import UnitSheets
from ui.surat.letter_look import LetterPainter
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button
from ui.widgets.menu_button import give_menu
from ui.widgets.toned import ElidedLabel, TonedLabel


class PermintaanPanel(StagePanel):
    """The units in a table, the acts on all above it, those on one below it."""

    stage_kind = StageKind.PERMINTAAN
    kinds = frozenset(
        {Kind.PERMINTAAN, Kind.SURAT, Kind.USULAN, Kind.UNIT_KERJA, Kind.ATTACHMENT, Kind.SETTING,
         Kind.INSTANSI, Kind.PEJABAT}
    )  # fmt: skip

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.rows: tuple[Permintaan, ...] = ()
        self.sheets = UnitSheets(self)
        self.sheets.told.connect(self._tell)
        self.sheets.stored.connect(self._after_import)
        self.letters = RequestLetters(self)
        self.model = RequestModel(self)
        self.table = DataTable(self.model, "Permintaan per unit kerja", sortable=False)
        self.table.setItemDelegate(LetterPainter(1, self.table))
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.chosen.connect(lambda _row: self._enable())
        self.table.opened.connect(lambda _row: self.record_answer())
        self.summary = TonedLabel(tone="muted", wrap=False)
        self.told = ElidedLabel(tone="ok")
        self.told.hide()
        self.empty = EmptyState(
            "units", "Belum ada unit kerja yang diminta",
            "Pilih unit kerja, lalu buat Nota Dinas untuk setiap unit.", "Pilih &unit kerja…",
        )  # fmt: skip
        self.empty.activated.connect(self.choose_units)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._work())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        RowDrop(self, self.table, lambda: not self.read_only, self.import_answer)
        self.leads = (self.table, self.empty.button)

    def _work(self) -> QWidget:
        self.units_button = button("&Unit kerja…", self.choose_units, "units")
        self.make_button = self._make_button()
        self.number_all_button = button("Nomori &semua…", self.number_all, "number")
        self.remind_button = button("In&gatkan…", self.remind, "late")
        self.print_all_button = print_stage_button(self, 1, "&Cetak semua…")
        self.form_button = self.sheets.form_button(lambda: self.table.current, lambda: self.rows)
        self.number_button = button("&Nomor…", self.number, "number")
        self.edit_button = button("Ubah su&rat…", self.edit_letter, "edit")
        self.preview_button = button("&Pratinjau…", self.preview, "document")
        self.letter_button = LetterMenuButton(self.context, self, "Sur&at ini")
        self.letter_button.offer_in(self.table)
        self.answer_button = button("Catat &jawaban…", self.record_answer, "check")
        self.import_button = button(
            "&Impor jawaban…", self.import_answer, "open",
            tip="Impor formulir yang dikembalikan unit kerja; filenya juga dapat diseret ke sini",
        )  # fmt: skip
        self.usulan_button = button("&Tambah usulan…", self.add_usulan, "add")
        self.clear_button = button("&Hapus jawaban", self.clear_answer, "delete")
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        top = (self.units_button, self.make_button, self.number_all_button,
               self.print_all_button, self.form_button, self.remind_button)  # fmt: skip
        box.addWidget(FoldingRow(top, (self.summary,), spare=True))
        box.addWidget(self.table, 1)
        box.addWidget(self.told)
        letter = (self.number_button, self.edit_button, self.preview_button, self.letter_button)
        answer = (self.clear_button, self.usulan_button, self.import_button, self.answer_button)
        box.addWidget(FoldingRow(letter, answer))
        return page

    def _make_button(self) -> QPushButton:
        menu = QMenu(self)
        self.per_unit_action = QAction("Satu surat per unit kerja, masing-masing bernomor", self)
        self.per_unit_action.triggered.connect(lambda: self.make_letters(per_unit=True))
        self.for_all_action = QAction("Satu surat untuk semua, dengan daftar penerima", self)
        self.for_all_action.triggered.connect(lambda: self.make_letters(per_unit=False))
        menu.addActions([self.per_unit_action, self.for_all_action])
        made = button("&Buat Nota Dinas", lambda: None, "letter")
        give_menu(made, menu)
        return made

    # -- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew."""
        if self.rows and self.rows[0].berkas_id != self.berkas_id:
            self._tell("")  # it was about another berkas
        self.rows = self.app.permintaan.list(self.berkas_id)
        self.model.show_requests(self.rows, self.app.surat.list(self.berkas_id))
        if self.table.current is None and self.rows:
            first = next((p for p in self.rows if p.jawaban is None), self.rows[0])
            self.table.choose(first.id)
        done = sum(p.jawaban is not None for p in self.rows)
        self.summary.setText(f"{done} dari {len(self.rows)} unit menjawab")
        empty = not self.rows
        if empty and self.read_only:
            self.empty.say("Tidak ada unit kerja yang diminta", "", "")
        self._stack.setCurrentIndex(0 if empty else 1)
        self._enable()

    def _unnumbered(self) -> int:
        return len({p.surat_id for p in self.rows if p.surat_id is not None and not p.nomor})

    def _waiting(self) -> list[Waiting]:
        """The units whose letter has a number and was printed, and that have not answered."""
        return waiting_among(self.rows, self.model.letters)

    def _enable(self) -> None:
        chosen: Permintaan | None = self.table.current
        free = not self.read_only
        state = self.letter_button.choose(self.model.letter(chosen))
        self.units_button.setEnabled(free)
        self.make_button.setEnabled(free and any(not p.nomor for p in self.rows))
        self.number_all_button.setEnabled(free and self._unnumbered() > 0)
        self.print_all_button.setEnabled(any(p.surat_id is not None for p in self.rows))
        waiting = self._waiting()
        self.remind_button.setEnabled(free and self.here and bool(waiting))
        self.remind_button.setToolTip(
            f"Nota Dinas pengingat untuk {len(waiting)} unit kerja yang belum menjawab"
            if waiting else "Belum ada unit kerja dengan surat bernomor dan tercetak yang ditunggu"
        )  # fmt: skip
        self.sheets.form_action.setEnabled(chosen is not None)
        self.import_button.setEnabled(free and chosen is not None)
        self.number_button.setEnabled(free and state.number)
        self.edit_button.setEnabled(free and state.edit)
        self.preview_button.setEnabled(chosen is not None and chosen.surat_id is not None)
        self.answer_button.setEnabled(free and chosen is not None)
        self.usulan_button.setEnabled(free and chosen is not None)
        self.clear_button.setEnabled(free and chosen is not None and chosen.jawaban is not None)

    def menders(self, key: str) -> tuple[QWidget, ...]:
        """Pilih unit, Buat Nota Dinas, Nomori, Cetak or Catat jawaban."""
        drafted = all(p.surat_id is not None for p in self.rows)
        return {
            "unit_dipilih": (self.empty.button, self.units_button),
            "nota_dinas_bernomor": (self.number_all_button if drafted else self.make_button,),
            "nota_dinas_dicetak": (self.print_all_button,),
            "unit_terjawab": (self.answer_button,),
        }.get(key, ())

    def take_keyboard_for(self, key: str) -> None:
        """As every panel; a unit that has not answered is chosen for Catat jawaban."""
        if key == "unit_terjawab":
            waiting = [p.id for p in self.rows if p.jawaban is None]
            if waiting and (self.table.current is None or self.table.current.id not in waiting):
                self.table.choose(waiting[0])
        super().take_keyboard_for(key)

    # -- units and letters --------------------------------------------------------------------

    def choose_units(self) -> None:
        """Open the check list of units."""
        units = {u.id: u.nama for u in self.app.unit_kerja.list(active_only=True)}
        units |= {p.unit.id: p.unit.nama for p in self.rows}
        if not units:
            self.context.prompts.inform(
                self, "Belum ada unit kerja", "Isi dahulu unit kerja di Pengaturan."
            )
            self.context.navigate.settings("unit_kerja")
            return
        berkas_id = self.berkas_id
        self.show_dialog(
            UnitsDialog(
                self.context,
                self,
                tuple(units.items()),
                frozenset(p.unit.id for p in self.rows),
                lambda ids: self.app.permintaan.choose_units(berkas_id, ids),
            )
        )

    def make_letters(self, *, per_unit: bool) -> None:
        """Draft the letters that are missing."""
        self.act(lambda: self.app.penyusunan.permintaan(self.berkas_id, per_unit=per_unit))

    def number_all(self) -> None:
        """Ask for a date and number all letters that have no number."""
        self.letters.number_all(self._unnumbered())

    def remind(self) -> None:
        """Ask whom to remind, then show the reminders for printing."""
        self.letters.remind(self._waiting())

    def number(self) -> None:
        """Ask for number and date of the chosen letter; why, when it was printed."""
        self._with_letter(self.letter_button.acts.number)

    def edit_letter(self) -> None:
        """Open the editor of the chosen letter."""
        self._with_letter(self.letter_button.acts.edit)

    def preview(self) -> None:
        """Preview the chosen letter."""
        self._with_letter(self.letter_button.acts.preview)

    def _with_letter(self, act: Callable[[int], object]) -> None:
        chosen: Permintaan | None = self.table.current
        if chosen is not None and chosen.surat_id is not None:
            act(chosen.surat_id)

    # -- sheets -----------------------------------------------------------------------------------

    def import_answer(self, path: Path | None = None) -> None:
        """Take in the sheet that the chosen unit sent back."""
        chosen: Permintaan | None = self.table.current
        if chosen is not None and not self.read_only:
            self._tell("")
            self.sheets.import_answer(chosen, path)

    def _after_import(self, asked: Permintaan, count: int, path: Path | None) -> None:
        """The answer itself is still to be recorded, unless it was already."""
        if count:
            self._tell(f"{ribuan(count)} usulan {asked.unit.nama} tersimpan.")
        now = next((p for p in self.rows if p.id == asked.id), None)
        if now is None or now.jawaban is not None or not self.here:
            return
        dialog = AnswerDialog(
            self.context, self, now, self.app.clock.today(),
            jawaban="usulan" if count else "nihil", file=path,
        )  # fmt: skip
        dialog.accepted.connect(self._to_next_waiting)
        self.show_dialog(dialog)

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self.told.setVisible(bool(words))

    # -- answers ----------------------------------------------------------------------------------

    def record_answer(self) -> None:
        """Ask what the chosen unit answered."""
        chosen: Permintaan | None = self.table.current
        if chosen is not None and not self.read_only:
            dialog = AnswerDialog(self.context, self, chosen, self.app.clock.today())
            dialog.accepted.connect(self._to_next_waiting)
            self.show_dialog(dialog)

    def _to_next_waiting(self) -> None:
        """Answers come in one after the other: stand on the next unit that has none."""
        chosen: Permintaan | None = self.table.current
        at = next((n for n, p in enumerate(self.rows) if chosen and p.id == chosen.id), 0)
        waiting = [p.id for p in (*self.rows[at:], *self.rows[:at]) if p.jawaban is None]
        if waiting:
            self.table.choose(waiting[0])
        self.table.setFocus()  # where Enter records the next one

    def add_usulan(self) -> None:
        """Enter a usulan of the chosen unit."""
        from ui.berkas.usulan_dialog import UsulanDialog

        chosen: Permintaan | None = self.table.current
        if chosen is not None:
            self.show_dialog(
                UsulanDialog(self.context, self, self.berkas_id, unit_id=chosen.unit.id)
            )

    def clear_answer(self) -> None:
        """Take the chosen unit's answer back after a question."""
        chosen: Permintaan | None = self.table.current
        if chosen is None or chosen.jawaban is None:
            return
        if self.context.prompts.confirm(
            self, "Hapus jawaban?",
            f"Jawaban {chosen.unit.nama} dihapus; permintaannya terbuka lagi.", "&Hapus jawaban",
        ):  # fmt: skip
            self.act(lambda: self.app.permintaan.clear_answer(chosen.id))
