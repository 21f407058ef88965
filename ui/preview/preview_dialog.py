"""The preview of one or several letters, from which they are printed, saved and opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from sopapp.domain.errors import SopappError
from ui import errors
from ui.preview.ask_print import AskPrint
from ui.preview.ask_print import ask_print as the_print_dialog
from ui.preview.build_failure import failure_words, refuse_several
from ui.preview.build_queue import BuildQueue
from ui.preview.item_list import ItemList
from ui.preview.paper_output import PaperOutput
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_buttons import PreviewButtons
from ui.preview.preview_item import PreviewItem
from ui.preview.print_job import Part
from ui.preview.print_run import PrintRun, came_out
from ui.preview.printing import Outcome
from ui.preview.saving import open_copy, save_one
from ui.preview.work_bar import WorkBar
from ui.widgets.panes import panes
from ui.widgets.screen_room import screen_room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext


class PreviewDialog(QDialog):
    """Shows `items`; what is shown is what is printed, saved and kept: the same bytes."""

    topic = "surat-dan-cetak#pratinjau-cetak-simpan"

    def __init__(
        self,
        context: UiContext,
        items: Sequence[PreviewItem],
        parent: QWidget | None = None,
        *,
        ask_print: AskPrint | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._items = tuple(items)
        self._ask_print = ask_print or the_print_dialog
        self._index = 0
        self._busy = False
        self._then: Callable[[], None] | None = None
        self._keyboard_at: QWidget | None = None
        self.queue = BuildQueue(context.tasks, self._items, self)
        self._run = PrintRun(context.tasks, self)
        self._output = PaperOutput(context, self._items, self.queue.built, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Pratinjau")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setSizeGripEnabled(True)
        self._arrange()
        self._output.told.connect(self.buttons.status.setText)
        self.queue.changed.connect(self._changed)
        self.queue.moved.connect(self._moved)
        self._run.moved.connect(partial(self._bar.show_work, "Mencetak", unit="lembar"))
        self._run.ended.connect(self._printed)
        self._run.failed.connect(self._failed)
        # Beside the list the pages need the room that a letter alone has.
        size = QSize(1260 if self.several else 1080, 680)
        self.resize(size.boundedTo(screen_room(self)))
        self._select(0)
        self.queue.start()

    # -- parts ----------------------------------------------------------------------------

    @property
    def several(self) -> bool:
        """Whether there is more than one letter."""
        return len(self._items) > 1

    def _arrange(self) -> None:
        self._note = QLabel()
        self._note.setObjectName("previewNote")
        self._note.setWordWrap(True)
        self._note.setMargin(8)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self.preview = PdfPreview()
        self.list = ItemList(self._items, self.queue)
        self.list.chosen.connect(self._select)
        self.list.edited.connect(self._enable)
        self.list.setVisible(self.several)
        share = self.fontMetrics().averageCharWidth() * 80, 800
        split = panes(self.list, self.preview, share=share, grow=(0, 1))
        self._bar = WorkBar()
        self._bar.stopped.connect(self._stop)
        box = QVBoxLayout(self)
        box.addWidget(self._note)
        box.addWidget(split, 1)
        box.addWidget(self._bar)
        self.buttons = PreviewButtons(
            print_=self.print_checked, save=self.save, open_=self.open_current,
            mark=self.mark_printed, close=self.reject, parent=self,
        )  # fmt: skip
        box.addWidget(self.buttons)

    # -- showing ----------------------------------------------------------------------------

    def _select(self, index: int) -> None:
        self._index = index
        item = self._items[index]
        self.setWindowTitle(f"Pratinjau: {item.title}")
        self._note.setText(item.note)
        self._note.setVisible(bool(item.note))
        self.buttons.status.clear()
        self.buttons.mark_button.hide()
        self._show_current()
        self.queue.want(index)

    def _show_current(self) -> None:
        index = self._index
        if index in self.queue.built:
            self.preview.show_pdf(self.queue.built[index].pdf)
            self._hand_keyboard_to_pages()
        elif index in self.queue.failed:
            self.preview.show_message(failure_words(self.queue.failed[index]))
        else:
            self.preview.show_message("Menyiapkan pratinjau…")
        self._enable()

    def _hand_keyboard_to_pages(self) -> None:
        """Qt gave it to Tutup, the only button of use before there was something to print."""
        if not self.several and self.focusWidget() is self.buttons.close_button:
            self.preview.view.setFocus()

    def _moved(self, thousandths: int) -> None:
        """How far the letter is that is being built; a long list takes its time."""
        if self._index == self.queue.running and thousandths > 0:
            self.preview.show_message(f"Menyiapkan pratinjau… {thousandths // 10}%")

    def _changed(self, index: int) -> None:
        """A letter was begun, built or has failed."""
        if index == self._index and not self.queue.is_open(index):
            self._show_current()
        error = self.queue.failed.get(index)
        if error is not None and not isinstance(error, SopappError):
            errors.report(self, self._context.prompts, error)
        if self.queue.busy and self.several and not self.queue.stopped:
            self._bar.show_work("Menyiapkan", self.queue.done, len(self._items), "surat")
        elif not self._busy:
            self._bar.put_away()
        self._enable()
        if not self.queue.busy and self._then is not None:
            then, self._then = self._then, None
            then()

    def _stop(self) -> None:
        """The button beside the bar: of printing, or of building what is not looked at."""
        if self._busy:
            self._run.cancel()
        else:
            self._then = None
            self.queue.stop()
            self._bar.put_away()
            self.buttons.status.setText("Dihentikan. Surat yang dipilih tetap disiapkan.")
            self._enable()

    def _enable(self) -> None:
        ready = self._index in self.queue.built and not self._busy
        rows = self.list.checked()
        if self.several:
            can_print = can_save = bool(rows) and not self._busy and self._then is None
            self.buttons.count(len(rows))
        else:
            can_save = ready
            can_print = ready and bool(self.queue.built[0].pages)
        self.buttons.enable(can_print=can_print, can_save=can_save, ready=ready, busy=self._busy)
        self.list.setEnabled(not self._busy)

    def reject(self) -> None:
        """Qt: stay while it prints: what came out on paper must be kept too."""
        if not self._busy:
            self.queue.abandon()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: the window's cross does as Tutup."""
        if self._busy:
            event.ignore()
        else:
            self.queue.abandon()
            super().closeEvent(event)

    # -- printing ----------------------------------------------------------------------------

    def print_checked(self) -> None:
        """Ask for a printer and print what is checked as one job."""
        rows = self.list.checked()
        self._when_built(rows, lambda: self._print_rows(rows))

    def _when_built(self, rows: Sequence[int], act: Callable[[], None]) -> None:
        """Build what is not built yet, then act; a letter that cannot be built is told."""
        if not rows or self._busy:
            return
        if any(self.queue.is_open(row) for row in rows):
            self._then = lambda: self._when_built(rows, act)
            self.buttons.status.setText("Menunggu surat selesai disiapkan…")
            self.queue.start()
            self._enable()
            return
        self.buttons.status.clear()
        self._enable()
        bad = [row for row in rows if row in self.queue.failed]
        if bad:
            self._refuse(bad)
        else:
            act()

    def _refuse(self, rows: Sequence[int]) -> None:
        error = self.queue.failed[rows[0]]
        if not self.several:
            errors.show(self, self._context.prompts, error)
            return
        titles = [self._items[row].title for row in rows]
        refuse_several(self, self._context.prompts, titles, error)

    def _print_rows(self, rows: Sequence[int]) -> None:
        parts = {row: self._part(row) for row in rows if self.queue.built[row].pages}
        if not parts:
            return
        # One letter's copies are asked for in the print dialog, those of several in the list.
        item = self._items[rows[0]]
        copies, note = (1, "") if self.several else (item.copies, item.copies_note)
        plan = self._ask_print(self, self._context, list(parts.values()), copies, note)
        if plan is None:
            return
        if plan.printer is None:
            self.save()
            return
        self._busy = True
        self._keyboard_at = self.focusWidget()  # it is disabled now, and Qt goes elsewhere
        self.buttons.status.clear()
        self._bar.show_work("Mencetak", 0, 0, "lembar")
        self._enable()
        self._run.start(plan.printer, parts, plan.settings)

    def _part(self, row: int) -> Part:
        built = self.queue.built[row]
        copies = self.list.copies(row) if self.several else 1
        return Part(self._items[row].title, built.pdf, built.pages, copies)

    def _printed(self, outcome: Outcome, how: dict[int, str]) -> None:
        """Keep what came out of the printer; `how` says so for each row that was sent whole."""
        if outcome.complete:
            words = f"{outcome.sheets} halaman dikirim ke pencetak."
        else:
            words = ""
            if not came_out(self, self._context.prompts, outcome, self._run.titles):
                how = {}
        kept = self._output.keep(how)
        for row in how:
            self.list.printed(row)
        self._rest(words if kept else "")

    def _rest(self, text: str) -> None:
        self._busy = False
        self._bar.put_away()
        self.buttons.status.setText(text)
        self._enable()
        if self._keyboard_at is not None:
            self._keyboard_at.setFocus()
            self._keyboard_at = None

    def _failed(self, error: Exception) -> None:
        self._rest("")
        errors.show(self, self._context.prompts, error)

    # -- files ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what is checked: several into a folder, one where the user says."""
        if not self.several:
            self.save_current()
            return
        rows = self.list.checked()
        self._when_built(rows, lambda: self._output.save(rows))

    def save_current(self) -> None:
        """Write the shown bytes where the user says, and keep them."""
        if self._index not in self.queue.built:
            return
        name, pdf = self._items[self._index].file_name, self.queue.built[self._index].pdf
        self.buttons.status.clear()  # what was saved before says nothing of this file
        with errors.guard(self, self._context.prompts):
            path = save_one(self, self._context.prompts, name, pdf)
            if path is not None and self._output.keep({self._index: "Disimpan sebagai PDF"}):
                self.buttons.status.setText(f"Tersimpan: {path}")

    def open_current(self) -> None:
        """Hand a copy of the shown bytes to the system's PDF program."""
        if self._index not in self.queue.built:
            return
        item = self._items[self._index]
        with errors.guard(self, self._context.prompts) as outcome:
            open_copy(item.file_name, self.queue.built[self._index].pdf)
        if outcome.ok and item.keep is not None:
            self.buttons.status.setText("Bila dicetak dari penampil itu, tandai di sini.")
            self.buttons.mark_button.show()

    def mark_printed(self) -> None:
        """Keep the shown bytes as printed by another program."""
        if self._output.keep({self._index: "Dicetak dari penampil sistem"}):
            self.buttons.mark_button.hide()
            self.list.printed(self._index)
            self.buttons.status.setText("Ditandai sudah dicetak.")
