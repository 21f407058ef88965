"""What an empty page says, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import scale_letters, tokens
from ui.widgets.icon_button import IconButton


class EmptyState(QWidget):
    """An icon, a title, a sentence and a button in the middle of a page."""

    activated = Signal()
    """The button was pressed."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel(self)
        self._title = QLabel(self)
        scale_letters(self._title, 1.35, bold=True)
        self._text = QLabel(self)
        self._button = IconButton()
        self._button.setAutoDefault(True)  # Enter too: it is all there is to do here
        self._button.clicked.connect(self.activated)
        self.column = layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setWordWrap(True)
            layout.addWidget(part)
        layout.addSpacing(6)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.say(title, text, button)
        self._colour()

    def say(self, title: str, text: str, button: str) -> None:
        """Change the words; an empty `button` hides it."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        # A list has its lines one below the other; the whole of it stands in the middle.
        listed = "\n" in text
        self._text.setWordWrap(not listed)
        across = Qt.AlignmentFlag.AlignHCenter
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft if listed else across)
        self.column.setAlignment(self._text, across if listed else Qt.AlignmentFlag(0))
        self._button.setText(button)
        self._button.setVisible(bool(button))

    @property
    def words(self) -> tuple[str, str, str]:
        """Title, text and button as shown."""
        return self._title.text(), self._text.text(), self._button.text()

    @property
    def button(self) -> IconButton:
        """The button, to put the keyboard on."""
        return self._button

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        side = self.fontMetrics().height() * 4
        self._picture.setPixmap(icon(self._icon_name, self, tone="path").pixmap(side, side))
        muted = tokens(self).muted
        palette = QPalette(self._text.palette())
        if palette.color(QPalette.ColorRole.WindowText).name() != muted:
            palette.setColor(QPalette.ColorRole.WindowText, muted)
            self._text.setPalette(palette)
