"""The program's own print dialog: printer, trays, papers, pages, copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import DomainError
from ui.preview.paper_rows import BESIDE, GAP, PaperRow, caption_width
from ui.preview.print_amount import PrintAmount
from ui.preview.print_edges import cut_text
from ui.preview.print_job import Part, Settings, SheetPlan, papers, size_text
from ui.preview.print_plan import PrintPlan, from_system
from ui.preview.printer_memory import PrinterMemory
from ui.preview.printers import PrinterFacts, SystemPrinters
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TO_FILE = "Simpan sebagai PDF…"
_NOT_READY = (
    "Pencetak ini sedang berhenti: mati, dijeda, atau kehabisan kertas. Surat menunggu di antrean "
    "sampai pencetak siap."
)
_AROUND = 60  # pixels beside the inputs


class PrintDialog(QDialog):
    """Asks how to print `parts`; `plan` is set once it is accepted.

    `copies` is how often the job is offered to be printed, `note` for whom the copies are.
    What the system's own dialog offers beyond this is behind a button.
    """

    topic = "surat-dan-cetak#pratinjau-cetak-simpan"

    def __init__(
        self,
        parent: QWidget | None,
        parts: Sequence[Part],
        printers: SystemPrinters,
        memory: PrinterMemory,
        *,
        copies: int = 1,
        note: str = "",
        ask_system: Callable[[QPrinter, QWidget], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan: PrintPlan | None = None
        self._parts = parts
        self._printers = printers
        self._memory = memory
        self._ask_system = ask_system or self._system_dialog
        self._facts: PrinterFacts | None = None
        self._missing = ""
        self._pages = sum(len(part.pages) for part in parts)
        self._alone = len(parts) == 1
        needed = papers(parts)
        self.rows = [PaperRow(paper, n, alone=len(needed) == 1) for paper, n in needed.items()]
        self.setWindowTitle("Cetak")
        self._make(copies, note)
        self._arrange()
        self._fill_printers()

    # -- parts ----------------------------------------------------------------------------

    def _make(self, copies: int, note: str) -> None:
        self.printer_box = QComboBox()
        self.printer_box.setAccessibleName("Pencetak")
        self.printer_box.setAccessibleDescription("Pencetak yang dipakai; pilihannya diingat.")
        self.printer_box.setMinimumContentsLength(28)
        self.notice = Notice("warn")
        self.edge_notice = Notice("warn")
        self.colour_box = QComboBox()
        self.colour_box.setAccessibleName("Warna")
        self.colour_box.setAccessibleDescription("Berwarna, atau hitam putih.")
        self.colour_box.addItem("Berwarna", False)
        self.colour_box.addItem("Hitam putih (abu-abu)", True)
        self.amount = PrintAmount(
            self._pages, alone=self._alone, copies=copies, note=note, parent=self
        )
        self.total = TonedLabel(bold=True)
        self.error = Notice("danger")
        self.printer_box.currentIndexChanged.connect(self._printer_changed)
        self.amount.changed.connect(self._count)
        for row in self.rows:
            row.changed.connect(self._check_edges)

    def _arrange(self) -> None:
        self._form = QFormLayout()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self._form.setHorizontalSpacing(GAP)
        printer = QLabel("&Pencetak")
        printer.setBuddy(self.printer_box)
        printer.setAlignment(BESIDE)
        printer.setMinimumWidth(caption_width(self))
        self._form.addRow(printer, self.printer_box)
        self._form.addRow(self.notice)
        for row in self.rows:
            self._form.addRow(row)
        self._form.addRow(self.edge_notice)
        self._form.addRow("&Warna", self.colour_box)
        self.amount.add_to(self._form)
        self.notice.hide()
        self.error.hide()
        self.edge_notice.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.addLayout(self._form)
        box.addStretch(1)
        box.addWidget(self.error)
        box.addWidget(self.total)
        box.addLayout(self._buttons())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 78)

    def _buttons(self) -> QHBoxLayout:
        self.system_button = QPushButton("&Dialog sistem…")
        self.system_button.setToolTip("Pengaturan lain dari pencetak ini")
        self.system_button.setAutoDefault(False)
        self.system_button.clicked.connect(self._system)
        cancel = QPushButton("Ba&tal")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.print_button = PrimaryButton("&Cetak")
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.system_button)
        row.addStretch(1)
        row.addWidget(self.print_button)
        row.addWidget(cancel)
        return row

    # -- the printer ------------------------------------------------------------------------

    def _fill_printers(self) -> None:
        names, default = self._printers.names(), self._printers.default()
        for name in names:
            self.printer_box.addItem(f"{name} (bawaan)" if name == default else name, name)
        self.printer_box.addItem(_TO_FILE, "")
        paper = self.rows[0].paper if self.rows else None
        kept = self._memory.printer(paper) if paper else ""
        wanted = kept if kept in names else default
        if not names:
            self._missing = (
                "Tidak ada pencetak pada komputer ini. Surat dapat disimpan sebagai PDF."
            )
        elif kept and kept not in names:
            self._missing = f"Pencetak “{kept}” yang dipakai terakhir tidak ada lagi."
            self._missing += f" Dipilih: {wanted or names[0]}."
        # An index of -1 for a default that is not listed becomes the first printer.
        self.printer_box.setCurrentIndex(max(self.printer_box.findData(wanted), 0))
        self._printer_changed()

    def _printer_changed(self) -> None:
        name = self.printer_box.currentData()
        self._facts = self._printers.facts(name) if name else None
        for row in self.rows:
            row.show_printer(self._facts, self._memory)
            row.setVisible(self._facts is not None)
        facts = self._facts
        stopped = _NOT_READY if facts and not facts.ready else ""
        self.notice.say("\n".join(filter(None, (self._missing, stopped))))
        self._form.setRowVisible(self.colour_box, bool(facts and facts.colour))
        if facts and self.rows:
            gray = self._memory.gray(self.rows[0].paper, facts.name)
            self.colour_box.setCurrentIndex(int(gray))
        self.amount.show_printer(facts)
        self.system_button.setEnabled(facts is not None)
        self.print_button.setText("&Cetak" if facts else "Simpa&n PDF…")
        self._check_edges()
        self._count()

    def _check_edges(self) -> None:
        """Warn when ink lies where the printer cannot reach."""
        facts = self._facts
        text = ""
        if facts is not None:
            printer = self._printers.make(facts.name)
            for row in self.rows:
                if row.choice is not None and not text:
                    text = cut_text(printer, row.paper, row.choice, self._parts)
        self.edge_notice.say(text)
        self._fit()

    # -- the answer -------------------------------------------------------------------------

    def settings(self) -> Settings:
        """What is chosen. Raises DomainError for page numbers that do not exist."""
        amount = self.amount
        return Settings(
            amount.pages(),
            amount.copies_box.value(),
            amount.duplex_box.isChecked(),
            papers=self._plans(),
        )

    def _plans(self) -> dict[str, SheetPlan]:
        return {row.paper.key: plan for row in self.rows if (plan := row.plan) is not None}

    def accept(self) -> None:
        """Qt: take what is chosen, unless the page numbers are wrong."""
        if self._facts is None:
            self.plan = PrintPlan(None)
            super().accept()
            return
        settings = self._checked()
        if settings is None:
            return
        if self._facts.name not in self._printers.names():
            words = f"Pencetak “{self._facts.name}” tidak ada lagi. Pilih pencetak lain."
            self.error.say(words, "danger")
            self._fit()
            return
        printer = self._prepared(self._facts)
        self._finish(printer, settings)

    def _system(self) -> None:
        settings = self._checked()
        if settings is None or self._facts is None:
            return
        printer = self._prepared(self._facts)
        printer.setCopyCount(settings.copies)
        if not self._ask_system(printer, self):
            return
        settings = from_system(printer, settings)
        if printer.printerName() in ("", self._facts.name):
            self._finish(printer, settings)
            return
        # Another printer has other trays and papers: those are asked for here.
        self.printer_box.setCurrentIndex(self.printer_box.findData(printer.printerName()))
        if not any(row.asks for row in self.rows):
            self._finish(printer, replace(settings, papers=self._plans()))

    def _checked(self) -> Settings | None:
        try:
            return self.settings()
        except DomainError as error:
            self.error.say(str(error), "danger")
            self.amount.point_out()
            return None

    def _prepared(self, facts: PrinterFacts) -> QPrinter:
        printer = self._printers.make(facts.name)
        kind = type(printer)
        gray = facts.colour and self.colour_box.currentData()
        if facts.colour:
            printer.setColorMode(kind.ColorMode.GrayScale if gray else kind.ColorMode.Color)
        duplex = kind.DuplexMode
        printer.setDuplex(
            duplex.DuplexLongSide if self.amount.duplex_box.isChecked() else duplex.DuplexNone
        )
        title = self._parts[0].title if self._alone else f"{len(self._parts)} surat"
        printer.setDocName(title)
        printer.setCreator("SOP DIK")
        return printer

    def _finish(self, printer: QPrinter, settings: Settings) -> None:
        gray = printer.colorMode() is type(printer).ColorMode.GrayScale
        if self._facts is not None:
            for row in self.rows:
                plan = settings.papers[row.paper.key]
                self._memory.remember(
                    row.paper, self._facts.name, tray=plan.tray, way=plan.choice.key, gray=gray
                )
        self.plan = PrintPlan(printer, settings)
        super().accept()

    def _count(self) -> None:
        try:
            settings = self.settings()
        except DomainError:
            self.total.setText("")
        else:
            text = f"{size_text(self._parts, settings)}."
            self.total.setText(text if self._facts else f"{len(self._parts)} surat.")
        self.error.say("")
        self._fit()

    def _fit(self) -> None:
        """As high as what is shown now, so that no notice is squeezed."""
        layout = self.layout()
        if layout is None:
            return
        # Words on how large a letter comes out are never cut.
        inputs = max((row.way.sizeHint().width() for row in self.rows), default=0)
        needed = max(inputs + caption_width(self) + _AROUND, self.minimumWidth(), self.width())
        layout.activate()
        self.resize(needed, layout.totalHeightForWidth(needed))

    def _system_dialog(self, printer: QPrinter, parent: QWidget) -> bool:
        """The system's print dialog; whether the user agreed."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle("Cetak")
        # Untold, that of Windows counts from 0 and ends at 1.
        dialog.setMinMax(1, self._pages)
        dialog.setFromTo(1, self._pages)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed
