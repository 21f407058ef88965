"""Which program this is: version, licences, where the data lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sopapp import __version__
from ui.error_report import versions
from ui.theme import scale_letters
from ui.widgets.icon_label import IconLabel

_ICON = 56  # pixels
_TEXT = (
    "Pemutakhiran Daftar Informasi Publik yang Dikecualikan: papan kerja menurut SOP, hari kerja, "
    "surat dan nomornya, serta daftarnya.\n\n"
    "Program ini bekerja tanpa jaringan: tidak ada data yang dikirim ke mana pun.\n\n"
    "Program berlisensi MIT dan memakai Qt (LGPL), SQLite, ReportLab, pikepdf, dan pustaka bebas "
    "lain; lisensinya disertakan bersama program."
)


class AboutDialog(QDialog):
    """A few words, and the versions that a report of a fault asks for."""

    topic = "memasang"

    def __init__(self, parent: QWidget, data: Path | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tentang program ini")
        picture = IconLabel("app", "accent", self, side=_ICON)
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        title = QLabel(f"Pemutakhiran DIK {__version__}", self)
        scale_letters(title, 1.35, bold=True)
        words = _label(_TEXT, self)
        words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        where = f"\nData: {data}" if data is not None else ""
        self._details = versions() + where
        details = _label(self._details, self)
        details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(self)
        copier = buttons.addButton("&Salin keterangan", QDialogButtonBox.ButtonRole.ActionRole)
        copier.clicked.connect(self.copy)
        close = buttons.addButton("T&utup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        close.setFocus()
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        column.setSpacing(12)
        for each in (title, words, details):
            column.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(picture)
        row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 14)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addWidget(buttons)

    def copy(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)


def _label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
