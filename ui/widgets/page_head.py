"""The head of a page: its title, a line about it, and controls at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import scale_letters, tokens

PAGE_MARGINS = (16, 12, 16, 12)
"""Left, top, right, bottom: the room around a page, so that all heads stand at one place."""


class PageHead(QWidget):
    """Title and a quieter line below; `add` puts controls at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title, self)
        scale_letters(self._title, 1.5, bold=True)
        self._note = QLabel(self)
        self._note.hide()
        for label in (self._title, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(words)
        self._layout.setAlignment(words, Qt.AlignmentFlag.AlignTop)  # beside higher controls too
        self._layout.addStretch(1)
        self._colour()

    def add(self, control: QWidget) -> None:
        """Put `control` after the ones at the right."""
        self._layout.addWidget(control, 0, Qt.AlignmentFlag.AlignBottom)

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)

    @property
    def title(self) -> str:
        """The title."""
        return self._title.text()

    def set_note(self, text: str) -> None:
        """Change the quiet line."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    @property
    def note(self) -> str:
        """The quiet line."""
        return self._note.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        mute(self._note)


def mute(label: QLabel) -> None:
    """Give `label` the quiet colour of the present palette."""
    muted = tokens(label).muted
    palette = QPalette(label.palette())
    if palette.color(QPalette.ColorRole.WindowText).name() != muted:
        palette.setColor(QPalette.ColorRole.WindowText, muted)
        label.setPalette(palette)
