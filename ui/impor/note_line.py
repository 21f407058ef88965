"""What is wrong with the current cell, and the button that mends it when one text would."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from sopapp.domain.impor import CatatanSel
from ui.impor.sheet_model import note_words
from ui.impor.suggestion import value_in
from ui.widgets.toned import Notice

_LINES = 2.6  # lines of text that always have room, so that the table stays where it is


class NoteLine(QWidget):
    """One cell's notes, or the words about a row that needs none."""

    taken = Signal(str)
    """The suggested text is to be put into the cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: str | None = None
        self.notice = Notice("accent")
        self.notice.label.setAccessibleName("Keterangan sel")
        self.button = QPushButton("&Pakai saran")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._take)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.notice, 1)
        box.addWidget(self.button)
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * _LINES) + 14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.say("")

    @property
    def text(self) -> str:
        """The words shown."""
        return self.notice.text

    def say(self, text: str) -> None:
        """Show plain words, or nothing."""
        self._offer(None)
        self.notice.say(text, "accent")

    def show_notes(self, cell: str, title: str, notes: tuple[CatatanSel, ...]) -> None:
        """Show what is to be said about a cell, the worst first."""
        ordered = sorted(notes, key=lambda note: note.warning)
        words = " ".join(note_words(note) for note in ordered)
        tone = "warn" if ordered[0].warning else "danger"
        self.notice.say(f"{cell} · {title}: {words}", tone)
        self._offer(next((v for v in map(value_in, ordered) if v), None))

    def _offer(self, value: str | None) -> None:
        self._value = value
        self.button.setVisible(value is not None)
        self.button.setToolTip(f"Isi sel dengan “{value}”" if value else "")

    def _take(self) -> None:
        if self._value is not None:
            self.taken.emit(self._value)
