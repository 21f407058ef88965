"""Many units typed or pasted, with what is understood of them beside it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from sopapp.services.unit_kerja import UnitKerjaInput
from ui.settings.unit_lines import read_unit_lines
from ui.widgets.data_table import DataTable
from ui.widgets.plain_text import PlainText
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import TonedLabel

_SHOWN = 4
_COLUMNS: tuple[Column[UnitKerjaInput], ...] = (
    Column("Kode", lambda unit: unit.kode, 10),
    Column("Nama", lambda unit: unit.nama, 34),
    Column("Pimpinan", lambda unit: unit.pimpinan, 34),
)
HINT = (
    "Satu unit kerja per baris. Nama saja cukup; boleh juga kode, nama, dan pimpinan yang "
    "dipisahkan tab (salinan dari lembar kerja) atau titik koma."
)
_EXAMPLE = "Sekretariat\nBidang …\nSET; Sekretariat; Sekretaris"


class UnitLinesEditor(QWidget):
    """`units` are those of the text when `ok`; `changed` whenever the text did."""

    changed = Signal()

    def __init__(
        self, taken: Iterable[str], parent: QWidget | None = None, *, wide: bool = False
    ) -> None:
        """With `wide` what is understood stands beside the text, not below it."""
        super().__init__(parent)
        self._taken = tuple(taken)
        self.units: tuple[UnitKerjaInput, ...] = ()
        self.problems: tuple[str, ...] = ()
        self.text = PlainText(parent=self)
        self.text.setAccessibleName("Baris unit kerja")
        self.text.setAccessibleDescription(HINT)
        self.text.setPlaceholderText(_EXAMPLE)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.textChanged.connect(self._read)
        self.report = TonedLabel("", "muted")
        self.report.setAccessibleName("Hasil pembacaan baris")
        self.model: RowsModel[UnitKerjaInput] = RowsModel(_COLUMNS, key=lambda unit: unit.kode)
        self.model.setParent(self)
        self.table = DataTable(
            self.model, "Unit kerja yang terbaca", lines=1, sortable=False, parent=self
        )
        understood = QVBoxLayout()
        understood.setSpacing(8)
        understood.addWidget(self.report)
        understood.addWidget(self.table, 1)
        if wide:
            understood.addStretch()  # the report stays at the top while there is no table
        self._box = layout = QHBoxLayout(self) if wide else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16 if wide else 8)
        layout.addWidget(self.text, 4 if wide else 5)
        layout.addLayout(understood, 6 if wide else 0)
        self._wide = wide
        self._read()

    @property
    def ok(self) -> bool:
        """Whether there are units and nothing is wrong with a line."""
        return bool(self.units) and not self.problems

    def set_taken(self, codes: Iterable[str]) -> None:
        """Other codes are in use now."""
        self._taken = tuple(codes)
        self._read()

    def put(self, lines: str) -> None:
        """Add lines to the text, to be looked over and mended there."""
        there = self.text.toPlainText().rstrip("\n")
        self.text.setPlainText(f"{there}\n{lines}" if there.strip() else lines)

    def clear(self) -> None:
        """An empty text again."""
        self.text.clear()

    def _read(self) -> None:
        """Understand the text; with any problem nothing can be added."""
        self.units, self.problems = read_unit_lines(self.text.toPlainText(), self._taken)
        self.model.set_rows(self.units)
        self.table.setVisible(bool(self.units))
        if not self._wide:  # the text has the room that no table takes
            self._box.setStretch(1, 4 if self.units else 0)
        count = len(self.units)
        if self.problems:
            more = len(self.problems) - _SHOWN
            rest = [f"dan {more} masalah lain."] if more > 0 else []
            self.report.say("\n".join([*self.problems[:_SHOWN], *rest]), "danger")
        else:
            self.report.say(f"{count} unit kerja terbaca:" if count else "", "muted")
        self.changed.emit()
