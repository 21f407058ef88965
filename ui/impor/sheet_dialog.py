"""What the dialogs that take a sheet in have in common: file, check, table, storing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.impor import HasilPeriksa
from sopapp.domain.progress import Cancelled, Progress
from ui import errors
from ui.backup.before_import import BeforeImport
from ui.context import UiContext
from ui.impor.reading import Reading
from ui.impor.sheet_files import FILTERS, answer_drop, dropped_file
from ui.impor.sheet_panel import SheetPanel
from ui.impor.sheet_rows import SheetRows, Tampil
from ui.impor.sheet_source import SheetSource
from ui.progress.with_progress import with_progress
from ui.widgets.asking_dialog import AskingDialog
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row


class SheetDialog(AskingDialog):
    """Two pages: bring a file, mend the table. Nothing is stored before the last button.

    Subclasses give the first page, the source, the words of the last button and the storing.
    """

    topic = "impor-excel"

    def __init__(self, context: UiContext, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.context = context
        self._source_read: SheetSource | None = None
        self._storing = False
        self.reading = Reading(context.tasks, self)
        self.reading.taken.connect(self._take)
        self.reading.failed.connect(self._failed)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setSizeGripEnabled(True)
        self.setAcceptDrops(True)
        self.start = self.make_start()
        self.sheet = SheetPanel()
        self.sheet.edited.connect(self.refresh)
        self.sheet.model.refused.connect(self.show_error)
        self.error = Notice("danger")
        self.stack = QStackedWidget()
        for page in (self.start, self.sheet):
            self.stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(10)
        box.addWidget(self.error)
        box.addWidget(self.stack, 1)
        self.before = BeforeImport(self.context, self)
        box.addWidget(self.before.strip)
        box.addLayout(self._buttons())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis("Menyimpan isi tabel")
            shortcut.activated.connect(self.accept_button.click)
        self._size()

    # -- what subclasses give ---------------------------------------------------------------------

    def make_start(self) -> QWidget:
        """The page that asks for a file."""
        raise NotImplementedError

    def source(self) -> SheetSource:
        """Where the sheet is going. Raises DomainError while that is not clear."""
        raise NotImplementedError

    def rows_of(self, hasil: HasilPeriksa, source: SheetSource) -> SheetRows:
        """The rows to show."""
        return SheetRows(hasil, source)

    def refuse(self, error: DomainError) -> None:
        """Say on the first page why a file cannot be taken."""
        raise NotImplementedError

    def store(self, rows: SheetRows, path: Path, progress: Progress) -> None:
        """Store all or nothing. Raises SopappError, or Cancelled."""
        raise NotImplementedError

    def accept_words(self, counts: dict[Tampil, int]) -> tuple[str, bool]:
        """The words of the last button, and whether it can be pressed."""
        raise NotImplementedError

    def summary(self, counts: dict[Tampil, int]) -> str:
        """The line beside the buttons."""
        if counts[Tampil.PERLU]:
            return f"{counts[Tampil.PERLU]} baris perlu diperbaiki atau diabaikan sebelum disimpan."
        return ""

    # -- parts ------------------------------------------------------------------------------------

    def _buttons(self) -> QHBoxLayout:
        self.other_button = QPushButton("Pilih file &lain…")
        self.other_button.clicked.connect(self.ask_file)
        self.told = TonedLabel(tone="muted")
        self.cancel_button = QPushButton("&Batal")
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button = PrimaryButton("&Simpan")
        self.accept_button.clicked.connect(self._submit)
        for each in (self.other_button, self.cancel_button):
            each.setAutoDefault(False)
        line = row(self.other_button, self.sheet.drop_button, self.told, self.accept_button,
                   self.cancel_button)  # fmt: skip
        line.setStretch(2, 1)
        return line

    def _size(self) -> None:
        room = (self.parentWidget() or self).screen().availableGeometry()
        self.resize(min(1500, room.width() - 60), min(900, room.height() - 70))
        self.show_page(self.start)

    def show_page(self, page: QWidget) -> None:
        """Show one of the two pages with its buttons."""
        self.stack.setCurrentWidget(page)
        on_sheet = page is self.sheet
        for each in (self.other_button, self.sheet.drop_button, self.accept_button):
            each.setVisible(on_sheet)
        self.told.setText("")
        self.refresh()

    def refresh(self) -> None:
        """Words and state of the last button."""
        rows = self.sheet.rows
        self.error.say("")
        if rows is not None and self.stack.currentWidget() is self.sheet:
            counts = rows.counts()
            words, possible = self.accept_words(counts)
            self.accept_button.setText(words)
            self.accept_button.setEnabled(possible)
            self.told.say(self.summary(counts), "warn" if counts[Tampil.PERLU] else "muted")

    # -- bringing a file --------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Ask for a file and read it."""
        path = self.context.prompts.open_file(self, "Pilih file tabel", FILTERS)
        if path is not None and self.may_lose():
            self.read(path)

    def paste(self) -> None:
        """Read the table on the clipboard, by way of a file."""
        try:
            path = self.reading.pasted()
        except DomainError as error:
            self.refuse(error)
            return
        self.read(path)

    def read(self, path: Path) -> None:
        """Read and check a file in a worker; what the records say is read beforehand."""
        try:
            source = self.source()
            check = source.prepare()
        except SopappError as error:
            self._failed(error)
            return
        self._source_read = source
        self.reading.read(path, check)

    def _take(self, hasil: HasilPeriksa) -> None:
        assert self._source_read is not None  # what was read was read for it
        self.show_page(self.sheet)
        self.sheet.show_rows(self.rows_of(hasil, self._source_read))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.show_page(self.start)
        if isinstance(error, DomainError):
            self.refuse(error)
        else:
            errors.show(self, self.context.prompts, error)

    # -- storing ----------------------------------------------------------------------------------

    def _submit(self) -> None:
        self.sheet.table.setFocus()  # a cell that is still open is taken, and may need mending
        if not self.accept_button.isEnabled():
            return
        rows, path = self.sheet.rows, self.reading.path
        if rows is None or path is None or self._storing:
            return
        waiting = sum(rows.counts().values())
        self.before.run(waiting, partial(self._store, rows, path), self._unsafe, self._failed)

    def _unsafe(self, text: str) -> None:
        self.error.say(text, "warn")

    def _store(self, rows: SheetRows, path: Path) -> None:
        self._storing = True
        told: tuple[str, str] | None = None
        try:
            with_progress(self.context.tasks, self, "Menyimpan", partial(self.store, rows, path))
        except Cancelled:
            told = "Dibatalkan. Tidak ada baris yang disimpan.", "accent"
        except SopappError as error:
            told = str(error), "danger"
        finally:
            self._storing = False
        if told is None:
            self.accept()
        else:
            self._back(*told)

    def _back(self, text: str, tone: str) -> None:
        """To the table again, checked against what the records say now."""
        self.show_page(self.sheet)
        self.sheet.model.check_again()
        self.error.say(text, tone)

    def show_error(self, error: Exception) -> None:
        """Say above the table what could not be done."""
        if isinstance(error, DomainError):
            self.error.say(str(error), "danger")
            self.error.explain(error.topic)
        else:
            errors.show(self, self.context.prompts, error)

    # -- leaving ----------------------------------------------------------------------------------

    def may_lose(self) -> bool:
        """Whether the table may go: nothing was mended, or the user says so."""
        rows = self.sheet.rows
        if rows is None or not rows.changed:
            return True
        return self.context.prompts.confirm(
            self, "Buang perbaikan?",
            "Perbaikan di tabel ini belum disimpan. File aslinya tidak berubah.",
            "&Buang", "&Kembali",
        )  # fmt: skip

    def reject(self) -> None:
        """Leave without storing, after a question when something was mended."""
        if not self._storing and self.may_lose():
            self.reading.stop()
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: take one file."""
        answer_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: keep answering while the file hovers."""
        answer_drop(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: read the file."""
        path = dropped_file(event)
        if path is not None and not self.reading.busy and not self._storing:
            answer_drop(event)
            if self.may_lose():
                self.read(path)
