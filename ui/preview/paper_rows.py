"""The part of the print dialog that asks about each paper: tray, and paper it is put on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ui.preview.paper_choice import Paper, PaperChoice
from ui.preview.paper_tray import AUTO
from ui.preview.print_job import SheetPlan
from ui.preview.printer_memory import PrinterMemory
from ui.preview.printers import PrinterFacts
from ui.widgets.toned import Notice, TonedLabel

GAP = 12  # pixels between words and input, as in every form
BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""How words stand before their input."""


def caption_width(widget: QWidget) -> int:
    """Room for the words before an input, the same in all of the dialog."""
    return widget.fontMetrics().horizontalAdvance("Cara mencetak")


class PaperRow(QWidget):
    """One paper of a job. What there is no choice about is not shown."""

    changed = Signal()

    def __init__(self, paper: Paper, pages: int, *, alone: bool) -> None:
        super().__init__()
        self.paper = paper
        self._ways: tuple[PaperChoice, ...] = ()
        self._name = "" if alone else f" untuk {paper.short}"
        heading = f"Kertas {paper.label}, {pages} halaman"
        self.heading = TonedLabel(heading, bold=True)
        self.notice = Notice("warn")
        self.way = QComboBox()
        self.way.setAccessibleName(f"Cara mencetak{self._name}")
        self.way.setAccessibleDescription("Bila pencetak tidak punya kertas surat ini.")
        self.way.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.way.currentIndexChanged.connect(self._tell)
        self.tray = QComboBox()
        self.tray.setAccessibleName(f"Baki kertas{self._name}")
        self.tray.setAccessibleDescription("Baki tempat kertasnya diambil.")
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self._form.setHorizontalSpacing(GAP)  # its inputs are in line with the dialog's
        # One mnemonic serves one box: with several papers Tab leads to them.
        self._tray_label = QLabel("&Baki kertas" if alone else "Baki kertas")
        self._way_label = QLabel("C&ara mencetak" if alone else "Cara mencetak")
        for label in (self._way_label, self._tray_label):
            label.setAlignment(BESIDE)
            label.setMinimumWidth(caption_width(self))
        self._form.addRow(self._way_label, self.way)
        self._form.addRow(self._tray_label, self.tray)
        # None is no buddy, which the stub forgets.
        self._tray_label.setBuddy(self.tray if alone else None)  # type: ignore[arg-type]
        self._way_label.setBuddy(self.way if alone else None)  # type: ignore[arg-type]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.heading)
        box.addWidget(self.notice)
        box.addLayout(self._form)

    def show_printer(self, facts: PrinterFacts | None, memory: PrinterMemory) -> None:
        """Offer what this printer can do; None when nothing is printed on paper."""
        found = facts.choices(self.paper) if facts else None
        self._ways = found.choices if found else ()
        self.way.blockSignals(True)
        self.way.clear()
        for way in self._ways:
            self.way.addItem(way.label, way.key)
        if facts is not None:
            kept = self.way.findData(memory.way(self.paper, facts.name))
            self.way.setCurrentIndex(max(kept, 0))
        self.way.blockSignals(False)
        self.notice.say(found.warning if found else "")
        self._form.setRowVisible(self.way, bool(found and found.warning))
        self.tray.clear()
        trays = facts.trays if facts else ()
        for tray in trays:
            self.tray.addItem(tray.label, tray.number)
        if facts is not None and trays:
            kept = self.tray.findData(memory.tray(self.paper, facts.name))
            usual = self.tray.findData(AUTO)
            self.tray.setCurrentIndex(kept if kept >= 0 else max(usual, 0))
        self._form.setRowVisible(self.tray, bool(trays))
        self._tell()

    @property
    def asks(self) -> bool:
        """Whether the printer lacks the paper, so that a way must be chosen."""
        return bool(self.notice.text)

    @property
    def choice(self) -> PaperChoice | None:
        """The way chosen."""
        index = self.way.currentIndex()
        return self._ways[index] if 0 <= index < len(self._ways) else None

    @property
    def plan(self) -> SheetPlan | None:
        """What is done with this paper's pages."""
        choice = self.choice
        return SheetPlan(choice, self.tray.currentData()) if choice else None

    def _tell(self) -> None:
        self.way.setToolTip(self.way.currentText())
        self.changed.emit()
