"""Many units at once, pasted from a sheet, checked before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sopapp.services.unit_kerja import UnitKerjaInput
from ui.settings.unit_lines import read_unit_lines
from ui.theme import tokens
from ui.widgets.plain_text import PlainText

_SHOWN = 4


class PasteUnitsDialog(QDialog):
    """A text field, what was understood, and a button that says how many are added."""

    def __init__(self, taken: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tempel beberapa unit kerja")
        self._taken = tuple(taken)
        self.units: tuple[UnitKerjaInput, ...] = ()
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 92, metrics.lineSpacing() * 22)
        intro = QLabel(
            "Satu unit kerja per baris: kode, nama, dan pimpinan, dipisahkan tab (salinan dari "
            "lembar kerja) atau titik koma.",
            self,
        )
        intro.setWordWrap(True)
        self.text = PlainText(self)
        self.text.setAccessibleName("Baris unit kerja")
        self.text.setPlaceholderText(
            "SET; Sekretariat; Sekretaris\nUMUM; Subbagian Umum; Kepala Subbagian Umum"
        )
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.textChanged.connect(self._read)
        self.report = QLabel(self)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.add_button = buttons.addButton("Tambah", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(intro)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.report)
        layout.addWidget(buttons)
        self._read()

    def _read(self) -> None:
        """Understand the text; with any problem nothing can be added."""
        self.units, problems = read_unit_lines(self.text.toPlainText(), self._taken)
        count = len(self.units)
        self.add_button.setEnabled(bool(count) and not problems)
        self.add_button.setText(f"Tambah {count} unit" if count else "Tambah")
        if problems:
            more = len(problems) - _SHOWN
            lines = [*problems[:_SHOWN], *([f"dan {more} masalah lain."] if more > 0 else [])]
            self._say("\n".join(lines), tokens(self).danger)
        else:
            self._say(f"{count} unit kerja terbaca." if count else "", tokens(self).muted)

    def _say(self, text: str, colour: str) -> None:
        palette = QPalette(self.report.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.report.setPalette(palette)
        self.report.setText(text)
