"""The page of one berkas: head, stages, what is missing, and the panel looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from sopapp.domain.berkas import BerkasDetail, StatusBerkas
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import Missing, NotFoundError
from sopapp.domain.sop import StageKind
from sopapp.domain.tanggal import tanggal_pendek
from ui import errors
from ui.berkas.back_dialog import BackDialog
from ui.berkas.due_dialog import DueDialog, DueQuestion
from ui.berkas.header import BerkasHeader
from ui.berkas.missing_list import MissingList
from ui.berkas.panel_numbers import HISTORY, SURAT
from ui.berkas.stage_panel import StagePanel
from ui.berkas.stage_print import KEYS, print_stage
from ui.berkas.stepper import StageMark, StageState, Stepper
from ui.context import UiContext
from ui.in_turns import InTurns
from ui.widgets.icon_button import IconButton
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.tab_order import tab_through
from ui.widgets.toned import Notice, TonedLabel

_PAGE_KINDS = frozenset(Kind) - {Kind.PEJABAT, Kind.INSTANSI}
_TOPICS = {
    HISTORY: "riwayat",
    SURAT: "surat#memberi-nomor-mengoreksi-mengganti",
    1: "tahap-1-permintaan",
    2: "tahap-2-validasi",
    3: "tahap-3-penetapan",
    4: "tahap-4-pemutakhiran",
    5: "tahap-5-dokumentasi",
}


class BerkasPage(QWidget):
    """Shows one berkas at a time; panels are made when they are first looked at."""

    announced = Signal(str)
    """What the status line is to say."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._app = context.app
        self._id: int | None = None
        self._panel = 1
        self._stale = False
        self.detail: BerkasDetail | None = None
        self._panels: dict[int, StagePanel] = {}
        self._filled: IconButton | None = None
        self.header = BerkasHeader()
        self.sent_back = Notice("warn")
        self.stepper = Stepper()
        self.missing = MissingList()
        self.stack = QStackedWidget()
        self.waiting = TonedLabel("Membaca daftar…", "muted")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.waiting)
        self._reading = InTurns(self, self._show_read, partial(errors.show, self, context.prompts))
        box = QVBoxLayout(self)
        box.setContentsMargins(*PAGE_MARGINS)
        box.setSpacing(10)
        for part in (self.header, self.stepper, self.sent_back, self.missing):
            box.addWidget(part)
        box.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.header.advance_asked.connect(self.advance)
        self.header.back_asked.connect(self.send_back)
        self.header.cancel_asked.connect(self.cancel)
        self.header.rename_asked.connect(self.rename)
        self.header.due_asked.connect(self.explain_due)
        self.header.sop_asked.connect(self.show_sop)
        self.header.print_asked.connect(self.print_stage)
        self.stepper.asked.connect(self.show_panel)
        self.missing.followed.connect(self._go)
        self._context.hub.changed.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # the latter on the numeric pad
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)  # keys held down do not walk through the SOP
            shortcut.setWhatsThis("Melanjutkan berkas ke langkah berikutnya")
            shortcut.activated.connect(self.advance)
        printing = QShortcut(QKeySequence(KEYS), self)
        printing.setAutoRepeat(False)
        printing.setWhatsThis("Mencetak semua untuk tahap ini")
        printing.activated.connect(self.print_stage)

    # -- showing ----------------------------------------------------------------------------

    def open(self, berkas_id: int, panel: int | None = None) -> None:
        """Show a berkas at `panel` (a stage, SURAT or HISTORY), or at the stage where it is."""
        self._id = berkas_id
        if not self._read():
            return
        assert self.detail is not None
        here = self.detail.card.stage if self.detail.card else len(self.detail.sop.stages)
        self.show_panel(here if panel is None else panel)

    @property
    def panel_number(self) -> int:
        """The stage whose panel is shown; SURAT and HISTORY for what is no stage."""
        return self._panel

    @property
    def topic(self) -> str:
        """The guide's page about the panel shown."""
        return _TOPICS.get(self._panel, "papan")

    def panel(self, number: int) -> StagePanel:
        """The panel of a stage, made on first use."""
        if number not in self._panels:
            made = self._make(number)
            made.go_to_panel.connect(self.show_panel)
            self._panels[number] = made
            self.stack.addWidget(made)
        return self._panels[number]

    def show_panel(self, number: int) -> None:
        """Look at the panel of a stage, whether or not the berkas is there."""
        self._panel = number
        if self.detail is not None:
            self._load(self.detail)
        else:
            self.stack.setCurrentWidget(self.panel(number))
        self._show_head()

    def _load(self, detail: BerkasDetail) -> None:
        """Read the panel looked at anew; a large register is read a part a turn before it."""
        self._reading.begin(self._prepare(detail.id))
        if self._reading.busy:
            self.stack.setCurrentWidget(self.waiting)

    def _prepare(self, berkas_id: int) -> Iterator[None]:
        """What the panels need to know of the Keputusan, once there is one."""
        surat_id = self._app.keputusan.find(berkas_id)
        if surat_id is not None:
            yield from self._app.surat.prepare(surat_id)
            if self.panel(self._panel).shows_list:
                yield from self._app.dik.prepare_rows(berkas_id)

    def _show_read(self) -> None:
        assert self.detail is not None
        panel = self.panel(self._panel)
        panel.load(self.detail)
        waited = self.stack.currentWidget() is self.waiting
        self.stack.setCurrentWidget(panel)
        self._fill_next()
        if waited and self.isVisible():
            panel.take_keyboard()

    def _make(self, number: int) -> StagePanel:
        if number == HISTORY:
            from ui.berkas.history_view import HistoryView

            return HistoryView(self._context)
        if number == SURAT:
            from ui.berkas.letter_section import LetterSection

            return LetterSection(self._context)
        from ui.berkas.panels.dokumentasi_panel import DokumentasiPanel
        from ui.berkas.panels.pemutakhiran_panel import PemutakhiranPanel
        from ui.berkas.panels.penetapan_panel import PenetapanPanel
        from ui.berkas.panels.permintaan_panel import PermintaanPanel
        from ui.berkas.panels.validasi_panel import ValidasiPanel

        assert self.detail is not None
        kinds: dict[StageKind, Callable[[UiContext], StagePanel]] = {
            StageKind.PERMINTAAN: PermintaanPanel,
            StageKind.VALIDASI: ValidasiPanel,
            StageKind.PENETAPAN: PenetapanPanel,
            StageKind.PEMUTAKHIRAN: PemutakhiranPanel,
            StageKind.DOKUMENTASI: DokumentasiPanel,
        }
        return kinds[self.detail.sop.stage(number).kind](self._context)

    def _read(self) -> bool:
        if self._id is None:
            return False
        try:
            self.detail = self._app.berkas.get(self._id)
        except NotFoundError as error:
            self._id = None
            errors.show(self, self._context.prompts, error)
            self._context.navigate.board()
            return False
        self._stale = False
        return True

    def _show_head(self) -> None:
        detail = self.detail
        if detail is None:
            return
        self.header.show_detail(detail)
        self.stepper.show_marks(_marks(detail), self._panel)
        reason = detail.card.sent_back if detail.card else ""
        self.sent_back.say(f"Dikembalikan: {reason}" if reason else "", "warn")
        self.missing.show_missing(detail.missing, last=not detail.next_activity)
        self._fill_next()
        tab_through(self.header, self.stepper, self.missing)  # whose buttons come and go

    def _fill_next(self) -> None:
        """One button stands out: what mends the first thing lacking, else the move onwards."""
        missing = self.detail.missing if self.detail else ()
        self.header.advance.set_filled(not missing)
        panel = self._panels.get(self._panel)
        following = panel.next_button(missing[0].key) if panel and self._lacks_here else None
        if self._filled is not None and self._filled is not following:
            self._filled.set_filled(False)
        self._filled = following if isinstance(following, IconButton) else None
        if self._filled is not None:
            self._filled.set_filled(True)

    @property
    def _lacks_here(self) -> bool:
        """Whether the panel looked at is the one that mends what is lacking first."""
        missing = self.detail.missing if self.detail else ()
        return bool(missing) and missing[0].panel == self._panel

    def _on_changed(self, changes: Changes) -> None:
        ours = changes.berkas_id is None or changes.berkas_id == self._id
        if self._id is None or not ours:
            return
        if not self.isVisible():
            self._stale = True
            return
        led = self._mender()
        if changes.touches(*_PAGE_KINDS):
            before = self.detail.card.stage if self.detail and self.detail.card else None
            if not self._read():
                return
            self._follow(before)
            self._show_head()
        panel = self._panels.get(self._panel)
        touched = panel is not None and changes.touches(Kind.BERKAS, *panel.kinds)
        if touched and self.detail is not None:
            self._load(self.detail)
            self._lead_on(led)

    def _mender(self) -> QWidget | None:
        """The control in the panel looked at that gives what is lacking first."""
        panel = self._panels.get(self._panel)
        if panel is None or self.detail is None or not self._lacks_here:
            return None
        return panel.mender(self.detail.missing[0].key)

    def _lead_on(self, before: QWidget | None) -> None:
        """A button whose work is done hands the keyboard on to the one that is next."""
        now, panel = self._mender(), self._panels[self._panel]
        if now is before or self.detail is None:
            return
        if not isinstance(self.window().focusWidget(), QAbstractButton):
            return
        if now is not None:
            panel.take_keyboard_for(self.detail.missing[0].key)
        elif before is not None and not before.isVisibleTo(panel):
            panel.take_keyboard()  # not what Qt finds after it, which may undo what was done

    def _follow(self, before: int | None) -> None:
        """When the berkas goes to another stage, the page goes with it."""
        now = self.detail.card.stage if self.detail and self.detail.card else None
        if now is not None and now != before and self._panel == before:
            self.show_panel(now)
            self.panel(now).take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: catch up with what happened while the page was hidden, and take the keyboard."""
        super().showEvent(event)
        unread = self.stack.currentWidget() is self.waiting and not self._reading.busy
        if (self._stale or unread) and self._read():
            self.show_panel(self._panel)
        if not event.spontaneous() and self._panel in self._panels:
            self._panels[self._panel].take_keyboard()

    # -- moves --------------------------------------------------------------------------------

    def advance(self) -> None:
        """Leave the present step."""
        if self.detail is None or self.detail.card is None:
            return
        finishing = not self.detail.next_activity
        if finishing and not self.detail.missing and not self._agree_to_finish():
            return
        with errors.guard(self, self._context.prompts, go=self._go) as outcome:
            self._app.berkas.advance(self.detail.id)
        if outcome.ok:
            self._tell_place()

    def _tell_place(self) -> None:
        """Say where the berkas is now; in the head only some words change."""
        card = self.detail.card if self.detail else None
        if self.detail is None or card is None:
            self.announced.emit("Berkas selesai dan masuk ke Arsip.")
            return
        name = self.detail.sop.lane_name(card.lane)
        self.announced.emit(f"Berkas sekarang di tahap {card.stage} pada {name}.")

    def _agree_to_finish(self) -> bool:
        return self._context.prompts.confirm(
            self, "Selesaikan berkas?",
            "Berkas pindah ke Arsip dan tidak dapat diubah lagi.", "&Selesaikan",
        )  # fmt: skip

    def send_back(self) -> None:
        """Ask for a stage and a reason, and return the berkas."""
        if self.detail is not None and self.detail.return_stages:
            BackDialog(self._context, self, self.detail).open()

    def cancel(self) -> None:
        """Ask for a reason and stop the berkas."""
        if self.detail is None or self.detail.status is not StatusBerkas.BERJALAN:
            return
        reason = self._context.prompts.ask_text(
            self, "Batalkan berkas",
            "Mengapa berkas ini dibatalkan? Catatan dan suratnya tetap tersimpan di Arsip.",
            multiline=True, yes="Batalkan berkas", no="Tidak jadi",
        )  # fmt: skip
        if reason:
            with errors.guard(self, self._context.prompts):
                self._app.berkas.cancel(self.detail.id, reason)

    def rename(self) -> None:
        """Ask for another title."""
        if self.detail is None or self.detail.status is not StatusBerkas.BERJALAN:
            return
        judul = self._context.prompts.ask_text(
            self, "Ubah judul berkas", "Judul", initial=self.detail.judul, yes="Simpan judul"
        )
        if judul:
            with errors.guard(self, self._context.prompts):
                self._app.berkas.rename(self.detail.id, judul)

    def print_stage(self) -> None:
        """Print all that the stage looked at needs, or the stage where the berkas is."""
        if self.detail is None:
            return
        stage = self._panel
        if stage in (HISTORY, SURAT):
            card = self.detail.card
            stage = card.stage if card else len(self.detail.sop.stages)
        print_stage(self._context, self, self.detail, stage)

    def explain_due(self) -> None:
        """Show how the due date was counted."""
        if self.detail is None or self.detail.card is None:
            return
        card = self.detail.card
        stage = self.detail.sop.stage(card.stage)
        DueDialog(
            self._app.calendar(),
            DueQuestion(
                f"Tahap {stage.number} ({stage.short_name})",
                card.stage_since,
                stage.hari_kerja,
                card.due,
            ),
            self,
        ).open()

    def show_sop(self) -> None:
        """Show the stage looked at, or where the berkas is, in the SOP that it began on."""
        from ui.guide.sop_sheet import SopSheet

        if self._id is None or self.detail is None:
            return
        here = self.detail.card.stage if self.detail.card else None
        stage = here if self._panel in (HISTORY, SURAT) else self._panel
        with errors.guard(self, self._context.prompts):
            sop_id = self._app.berkas.sop_id(self._id)
            SopSheet(self._context, self, sop_id=sop_id, stage=stage).open()

    def _go(self, missing: Missing) -> None:
        self.show_panel(missing.panel)
        self.panel(missing.panel).take_keyboard_for(missing.key)


def _marks(detail: BerkasDetail) -> list[StageMark]:
    """What the stepper says of each stage, and of letters and history at the end."""
    here = detail.card.stage if detail.card else None
    newest = {run.stage: run for run in detail.runs}
    marks = []
    for stage in detail.sop.stages:
        run = newest.get(stage.number)
        if stage.number == here and detail.card:
            state, text = StageState.CURRENT, f"tenggat {tanggal_pendek(detail.card.due)}"
        elif run is not None and run.outcome == "maju" and (here is None or stage.number < here):
            state = StageState.DONE
            text = f"selesai {tanggal_pendek(run.selesai)}" if run.selesai else "selesai"
        elif run is not None and run.outcome == "batal":
            state, text = StageState.TODO, "dibatalkan"
        else:
            state, text = StageState.TODO, f"{stage.hari_kerja} hari kerja"
        marks.append(StageMark(stage.number, stage.short_name, text, state))
    marks.append(StageMark(SURAT, "Surat", "", StageState.TODO))
    marks.append(StageMark(HISTORY, "Riwayat", "", StageState.TODO))
    return marks
