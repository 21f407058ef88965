"""The preview of one or several letters, from which they are printed, saved and opened."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import EnvironmentProblem, SopappError
from ui import errors
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_item import PreviewItem, pdf_of
from ui.tasks import Latest

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.context import UiContext

ChoosePrinter = Callable[[QWidget, bytes, str], "QPrinter | None"]


class PreviewDialog(QDialog):
    """Shows `items`; what is shown is what is printed, saved and kept: the same bytes."""

    def __init__(
        self,
        context: UiContext,
        items: Sequence[PreviewItem],
        parent: QWidget | None = None,
        *,
        choose_printer: ChoosePrinter | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._items = tuple(items)
        self._built: dict[int, bytes] = {}
        self._choose_printer = choose_printer or _system_dialog
        self._latest = Latest(context.tasks, self, self._show_built, self._show_failure)
        self._index = 0
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Pratinjau")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setSizeGripEnabled(True)
        self._arrange()
        self.resize(1080, 680)
        self._list.setCurrentRow(0)

    # -- parts ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._note = QLabel()
        self._note.setObjectName("previewNote")
        self._note.setWordWrap(True)
        self._note.setMargin(8)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self.preview = PdfPreview()
        self._list = QListWidget()
        self._list.setAccessibleName("Daftar surat")
        self._list.addItems([item.label or item.title for item in self._items])
        self._list.currentRowChanged.connect(self._select)
        self._list.setMinimumWidth(250)
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for row, item in enumerate(self._items):
            self._list.item(row).setToolTip(item.title)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        self._list.setVisible(len(self._items) > 1)
        box = QVBoxLayout(self)
        box.addWidget(self._note)
        box.addWidget(split, 1)
        box.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        several = len(self._items) > 1
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._print = self._button("&Cetak…", self.print_current)
        self._print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self._print.setToolTip("Cetak (Ctrl+P)")
        self._print_all = self._button(f"Cetak s&emua ({len(self._items)})…", self.print_all)
        self._print_all.setVisible(several)
        self._save = self._button("&Simpan PDF…", self.save_current)
        self._save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._open = self._button("Buka di &penampil sistem", self.open_current)
        self._mark = self._button("&Tandai sudah dicetak", self.mark_printed)
        self._mark.setToolTip("Bila surat dicetak dari program lain")
        self._mark.hide()
        self._close = self._button("T&utup", self.reject)
        main = self._print_all if several else self._print
        main.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self._status, 1)
        for button in (self._mark, self._open, self._save, self._print, self._print_all,
                       self._close):  # fmt: skip
            row.addWidget(button)
        return row

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # -- showing ----------------------------------------------------------------------------

    def _select(self, index: int) -> None:
        self._index = index
        item = self._items[index]
        self.setWindowTitle(f"Pratinjau: {item.title}")
        self._note.setText(item.note)
        self._note.setVisible(bool(item.note))
        self._status.clear()
        self._mark.hide()
        if index in self._built:
            self.preview.show_pdf(self._built[index])
            self._enable()
            return
        self.preview.show_message("Menyiapkan pratinjau…")
        self._enable()
        try:
            source = item.source()
        except SopappError as error:
            self._latest.cancel()
            self._show_failure(error)
            return
        self._latest.request(lambda: (index, pdf_of(source)))

    def _show_built(self, built: tuple[int, bytes]) -> None:
        index, pdf = built
        self._built[index] = pdf
        if index == self._index:
            self.preview.show_pdf(pdf)
            self._enable()

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, SopappError):
            self.preview.show_message(f"Surat belum dapat dibuat.\n\n{error}")
        else:
            self.preview.show_message(errors.UNEXPECTED)
            errors.report(self, self._context.prompts, error)
        self._enable()

    def _enable(self) -> None:
        ready = self._index in self._built and not self._busy
        for button in (self._print, self._save, self._open, self._mark):
            button.setEnabled(ready)
        self._print_all.setEnabled(not self._busy)
        self._close.setEnabled(not self._busy)

    def reject(self) -> None:
        """Qt: stay while it prints: what came out on paper must be kept too."""
        if not self._busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: the window's cross does as Tutup."""
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)

    # -- printing ----------------------------------------------------------------------------

    def print_current(self) -> None:
        """Ask for a printer and print what is shown."""
        if self._index in self._built:
            self._print_items([self._index])

    def print_all(self) -> None:
        """Build what is not built yet, then print all as one job."""
        todo = [i for i in range(len(self._items)) if i not in self._built]
        try:
            sources = [(i, self._items[i].source()) for i in todo]
        except SopappError as error:
            errors.show(self, self._context.prompts, error)
            return
        self._work("Menyiapkan semua surat…")

        def done(built: list[tuple[int, bytes]]) -> None:
            self._built.update(built)
            self._rest("")
            if self._index in self._built:
                self.preview.show_pdf(self._built[self._index])
            self._print_items(list(range(len(self._items))))

        self._context.tasks.run(
            lambda: [(i, pdf_of(source)) for i, source in sources],
            done,
            self._failed,
            owner=self,
        )

    def _print_items(self, indexes: list[int]) -> None:
        from ui.preview.printing import print_pdfs

        pdfs = [self._built[i] for i in indexes]
        title = self._items[indexes[0]].title if len(indexes) == 1 else "Surat"
        printer = self._choose_printer(self, pdfs[0], title)
        if printer is None:
            return
        self._work("Mencetak…")

        def done(sheets: int) -> None:
            with errors.guard(self, self._context.prompts) as outcome:
                self._keep(indexes, "Dicetak")
            self._rest(f"{sheets} halaman dikirim ke pencetak." if outcome.ok else "")

        self._context.tasks.run(lambda: print_pdfs(printer, pdfs), done, self._failed, owner=self)

    def _keep(self, indexes: Sequence[int], how: str) -> None:
        for index in indexes:
            keep = self._items[index].keep
            if keep is not None:
                keep(self._built[index], how)

    def _work(self, text: str) -> None:
        self._busy = True
        self._status.setText(text)
        self._enable()

    def _rest(self, text: str) -> None:
        self._busy = False
        self._status.setText(text)
        self._enable()

    def _failed(self, error: Exception) -> None:
        self._rest("")
        errors.show(self, self._context.prompts, error)

    # -- files ---------------------------------------------------------------------------------

    def save_current(self) -> None:
        """Write the shown bytes where the user says, and keep them."""
        if self._index not in self._built:
            return
        item = self._items[self._index]
        path = self._context.prompts.save_file(
            self, "Simpan PDF", item.file_name, "Dokumen PDF (*.pdf)"
        )
        if path is None:
            return
        with errors.guard(self, self._context.prompts) as outcome:
            _write(path, self._built[self._index])
            self._keep([self._index], "Disimpan sebagai PDF")
        if outcome.ok:
            self._status.setText(f"Tersimpan: {path}")

    def open_current(self) -> None:
        """Hand a copy of the shown bytes to the system's PDF program."""
        if self._index not in self._built:
            return
        folder = Path(tempfile.mkdtemp(prefix="sop-dik-"))
        path = folder / self._items[self._index].file_name
        with errors.guard(self, self._context.prompts) as outcome:
            _write(path, self._built[self._index])
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                raise EnvironmentProblem(
                    "Tidak ada program PDF pada komputer ini. Simpan PDF, lalu buka di "
                    "komputer lain, atau cetak langsung dari sini."
                )
        if outcome.ok and self._items[self._index].keep is not None:
            self._status.setText("Bila dicetak dari penampil itu, tandai di sini.")
            self._mark.show()

    def mark_printed(self) -> None:
        """Keep the shown bytes as printed by another program."""
        with errors.guard(self, self._context.prompts) as outcome:
            self._keep([self._index], "Dicetak dari penampil sistem")
        if outcome.ok:
            self._mark.hide()
            self._status.setText("Ditandai sudah dicetak.")


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise EnvironmentProblem(
            f"{path} tidak dapat ditulis: {error.strerror or error}. "
            "Tutup file itu bila sedang dibuka, atau pilih folder lain."
        ) from error


def _system_dialog(parent: QWidget, pdf: bytes, title: str) -> QPrinter | None:
    """The system's print dialog, set to the letter's paper; None when the user backs out."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from ui.preview.printing import prepare

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    pages = prepare(printer, pdf, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Cetak")
    dialog.setMinMax(1, max(pages, 1))
    agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if agreed else None
