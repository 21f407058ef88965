"""One field for the start password and what to do when it is not known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.called import as_called
from sopapp.domain.errors import SopappError
from sopapp.services.kunci import LONGEST
from ui.icons import icon
from ui.theme import scale_letters, tokens

_CHARS = 44
_FREE_TRIES = 3
_LONGEST_WAIT = 30  # seconds
_TITLE_LINES, _PICTURE_LINES, _HELP_LINES = 6, 10, 14
"""How high a window is, in lines of text, that shows these."""
FORGOTTEN = (
    "Lupa kata sandi? Data tidak hilang. Pengelola komputer dapat menghapusnya dengan perintah\n"
    "python -m sopapp buka-kunci FOLDER"
)


class PasswordPanel(QWidget):
    """Asks for the password; after some wrong ones it makes wait, longer each time."""

    opened = Signal()
    """The right password was given."""

    def __init__(self, check: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._wrong = 0
        self._left = 0
        self._picture = QLabel(self)
        title = self._title = QLabel("Layar terkunci", self)
        scale_letters(title, 1.35, bold=True)
        label = QLabel("&Kata sandi:", self)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName("Kata sandi")
        self.field.setAccessibleDescription("Kata sandi untuk membuka layar; lalu Enter.")
        self.field.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        label.setBuddy(self.field)
        self.button = QPushButton("&Buka", self)
        self.button.setAutoDefault(False)  # a dialog that is covered keeps its own
        self.button.clicked.connect(self.try_it)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        help_text = QLabel(as_called(FORGOTTEN), self)
        help_text.setTextFormat(Qt.TextFormat.PlainText)
        help_text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._help = help_text
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(label)
        row.addWidget(self.field, _CHARS)  # as wide as it may be, before the room beside it
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._picture, title):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addLayout(row)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.said)
        column.addStretch(3)
        column.addWidget(help_text, 0, Qt.AlignmentFlag.AlignHCenter)
        self._waiting = QTimer(self)
        self._waiting.setInterval(1000)
        self._waiting.timeout.connect(self._tick)
        self._colour()

    def try_it(self) -> None:
        """Check what was typed."""
        if self._left or not self.field.text():
            return
        try:
            right = self._check(self.field.text())
        except SopappError as error:  # a data file out of reach; a message would be covered
            self.said.setText(str(error))
            return
        self.field.clear()
        if right:
            self._wrong = 0
            self.said.clear()
            self.opened.emit()
            return
        self._wrong += 1
        if self._wrong < _FREE_TRIES:
            self.said.setText("Kata sandi tidak cocok. Periksa Caps Lock, lalu ketik ulang.")
            return
        self._left = min(_LONGEST_WAIT, 2 ** (self._wrong - _FREE_TRIES + 1))
        self._waiting.start()
        self._say_wait()

    @property
    def waiting(self) -> bool:
        """Whether a next try has to wait."""
        return self._left > 0

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries what was typed, and ends here: the dialog behind is open by then."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_it()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a small window has no room for; the field comes first."""
        super().resizeEvent(event)
        lines = self.height() // self.fontMetrics().lineSpacing()
        self._title.setVisible(lines >= _TITLE_LINES)
        self._picture.setVisible(lines >= _PICTURE_LINES)
        self._help.setVisible(
            lines >= _HELP_LINES and self._help.sizeHint().width() <= self.width()
        )

    def _tick(self) -> None:
        self._left -= 1
        self._say_wait()

    def _say_wait(self) -> None:
        waits = self._left > 0
        self.field.setEnabled(not waits)
        self.button.setEnabled(not waits)
        if waits:
            self.said.setText(f"Kata sandi tidak cocok. Coba lagi dalam {self._left} detik.")
        else:
            self._waiting.stop()
            self.said.setText("Ketik ulang kata sandi.")
            self.field.setFocus()

    def _colour(self) -> None:
        side = self.fontMetrics().height() * 3
        self._picture.setPixmap(icon("lock", self, tone="path").pixmap(side, side))
        look = tokens(self)
        for label, colour in ((self.said, look.danger), (self._help, look.muted)):
            palette = QPalette(label.palette())
            if palette.color(QPalette.ColorRole.WindowText).name() != colour:
                palette.setColor(QPalette.ColorRole.WindowText, colour)
                label.setPalette(palette)
