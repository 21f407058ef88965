"""Unit kerja: typed, pasted, or taken from a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import DomainError
from ui.errors import guard
from ui.first_start.step import Step
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.unit_lines import lines_of_rows
from ui.settings.unit_lines_editor import HINT, UnitLinesEditor
from ui.widgets.toned import TonedLabel, row

if TYPE_CHECKING:
    from ui.context import UiContext

_FILTERS = "Lembar kerja (*.xlsx *.ods *.xls *.csv);;Semua (*)"
_NAMED = 12
_CHARS = 150  # of a line of them, at most


class UnitStep(Step):
    """Lines of text, and below them what they are understood as."""

    name = "unit_kerja"
    head = "Unit kerja yang diminta usulannya"
    lead = f"{HINT} Ctrl+Enter melanjutkan."

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.stored = TonedLabel("", "ok")
        self.stored.setAccessibleName("Unit kerja yang tersimpan")
        self.stored.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        self.sheet_button = QPushButton("&Ambil dari Excel…")
        self.sheet_button.clicked.connect(self.take_sheet)
        self.editor = UnitLinesEditor((), wide=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        stored = QHBoxLayout()
        stored.addWidget(self.stored, 1)
        stored.addStretch()
        layout.addLayout(stored)
        layout.addWidget(self.editor, 1)
        layout.addLayout(row(self.sheet_button, None))
        self.load()

    def load(self) -> None:
        """See Step."""
        units = self.context.app.unit_kerja.list()
        self.editor.set_taken(unit.kode for unit in units)
        names = "; ".join(unit.nama for unit in units[:_NAMED])
        more = f"; dan {len(units) - _NAMED} lainnya" if len(units) > _NAMED else ""
        self.stored.setText(f"Tersimpan {len(units)} unit kerja: {names}{more}.")
        self.stored.setVisible(bool(units))

    def store(self) -> None:
        """See Step."""
        if not self.editor.text.toPlainText().strip():
            return
        if not self.editor.ok:
            raise DomainError("Perbaiki dahulu baris unit kerja yang ditandai.")
        units = self.editor.units
        refuse_undrawable({"": " ".join(f"{unit.nama} {unit.pimpinan}" for unit in units)})
        self.context.app.unit_kerja.add_all(units)
        self.editor.clear()
        self.load()

    def save(self) -> bool:
        """See Step: what is wrong with a line stands below the text already."""
        if self.editor.problems:
            self.editor.text.setFocus()
            return False
        return super().save()

    def take_sheet(self) -> None:
        """Put the rows of a file's first sheet with words into the text."""
        from sopapp.spreadsheet.grid import read_grid

        path = self.context.prompts.open_file(self, "Ambil unit kerja dari file", _FILTERS)
        if path is None:
            return
        with guard(self, self.context.prompts):
            sheets = read_grid(path).sheets
            found = (lines_of_rows(sheet.rows) for sheet in sheets if sheet.visible)
            self.editor.put(next(filter(None, found), ""))
            self.editor.text.setFocus()

    def lead_widget(self) -> QWidget:
        """See Step."""
        return self.editor.text

    def draft(self) -> dict[str, Any] | None:
        """See Step."""
        text = self.editor.text.toPlainText()
        return {"baris": text} if text.strip() else None

    def restore(self, draft: dict[str, Any]) -> None:
        """See Step."""
        self.editor.text.setPlainText(str(draft.get("baris", "")))

    def hear(self, changes: Changes) -> None:
        """See Step."""
        if changes.touches(Kind.UNIT_KERJA):
            self.load()
