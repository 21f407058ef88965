"""Many units at once, pasted from a sheet, checked before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sopapp.services.unit_kerja import UnitKerjaInput
from ui.settings.unit_lines_editor import HINT, UnitLinesEditor
from ui.widgets.toned import PrimaryButton, TonedLabel


class PasteUnitsDialog(QDialog):
    """The editor of lines, and a button that says how many are added."""

    topic = "pengaturan#unit-kerja"

    def __init__(self, taken: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tempel beberapa unit kerja")
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 92, metrics.lineSpacing() * 26)
        self.editor = UnitLinesEditor(taken, self)
        self.text, self.report = self.editor.text, self.editor.report
        buttons = QDialogButtonBox(self)
        self.add_button = PrimaryButton("Tambah")
        self.add_button.setDefault(True)
        buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(TonedLabel(HINT))
        layout.addWidget(self.editor, 1)
        layout.addWidget(buttons)
        self.editor.changed.connect(self._follow)
        self._follow()

    @property
    def units(self) -> tuple[UnitKerjaInput, ...]:
        """The units of the text."""
        return self.editor.units

    def _follow(self) -> None:
        count = len(self.editor.units)
        self.add_button.setEnabled(self.editor.ok)
        self.add_button.setText(f"Tambah {count} unit" if count else "Tambah")
