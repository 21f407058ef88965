"""The page that asks for a file, and says what was wrong with the last one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.impor.sheet_files import WORDS
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row


class StartPage(QWidget):
    """An invitation, two ways to bring a table, and an error when there was one."""

    file_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = Notice("danger")
        self.error.label.setAccessibleName("Mengapa file tidak dapat diimpor")
        self.error.setMaximumWidth(self.fontMetrics().averageCharWidth() * 100)
        self.invitation = TonedLabel(
            f"Pilih file {WORDS}, atau seret ke jendela ini. Tabel di Word: salin di Word, lalu "
            "tempel di sini."
        )
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.file_button = PrimaryButton("&Pilih file…")
        self.file_button.clicked.connect(self.file_asked)
        self.paste_button = QPushButton("&Tempel dari papan klip")
        self.paste_button.setAutoDefault(False)
        self.paste_button.clicked.connect(self.paste_asked)
        middle = row(None, self.error, None)
        middle.setStretch(1, 6)
        box = QVBoxLayout(self)
        box.setSpacing(14)
        box.addStretch(1)
        box.addLayout(middle)
        box.addWidget(self.invitation)
        box.addLayout(row(None, self.file_button, self.paste_button, None))
        box.addStretch(2)

    def say_error(self, text: str) -> None:
        """What was wrong with the file, or nothing."""
        self.error.say(text, "danger")
        self.file_button.setText("&Pilih file lain…" if text else "&Pilih file…")
        self.file_button.setFocus()
