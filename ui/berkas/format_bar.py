"""Bold, italics and points as buttons, for whichever rich text field has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from ui.berkas.rich_text_field import RichTextField


class FormatBar(QWidget):
    """The buttons never take the keyboard from the field that they act on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: RichTextField | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.bold = self._button("B", "Tebal (Ctrl+B)", lambda f: f.toggle_bold())
        self.italic = self._button("I", "Miring (Ctrl+I)", lambda f: f.toggle_italic())
        self.numbers = self._button("1.", "Butir bernomor", lambda f: f.toggle_points("1"))
        self.letters = self._button("a.", "Butir berhuruf", lambda f: f.toggle_points("a"))
        self.dashes = self._button("–", "Butir bergaris", lambda f: f.toggle_points("-"))
        self.bold.setCheckable(True)
        self.italic.setCheckable(True)
        _face(self.bold, QFont.Weight.Bold)
        _face(self.italic, None)
        self._buttons = (self.bold, self.italic, self.numbers, self.letters, self.dashes)
        for button in self._buttons:
            if button is self.numbers:
                row.addSpacing(8)
            row.addWidget(button)
        row.addStretch(1)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._enable()

    def _button(
        self, text: str, name: str, act: Callable[[RichTextField], None]
    ) -> QToolButton:  # fmt: skip
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance("MMM"))
        button.clicked.connect(lambda: self._act(act))
        return button

    def _act(self, act: Callable[[RichTextField], None]) -> None:
        if self._field is not None:
            act(self._field)
            self._tell()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Another window, a menu: the field is still the one that is typed in.
        if now is None or now.window() != self.window():
            return
        if self._field is not None:
            self._field.cursorPositionChanged.disconnect(self._tell)
            self._field.destroyed.disconnect(self._forget)
        self._field = now if isinstance(now, RichTextField) and not now.isReadOnly() else None
        if self._field is not None:
            self._field.cursorPositionChanged.connect(self._tell)
            self._field.destroyed.connect(self._forget)
        self._enable()

    def _forget(self, _gone: QObject) -> None:
        self._field = None
        self._enable()

    def _enable(self) -> None:
        field = self._field
        for button in (self.bold, self.italic):
            button.setEnabled(field is not None)
        for button in (self.numbers, self.letters, self.dashes):
            button.setEnabled(field is not None and field.takes_points)
        self._tell()

    def _tell(self) -> None:
        """Show the face at the cursor as pressed buttons."""
        field = self._field
        self.bold.setChecked(field is not None and field.has_face(bold=True))
        self.italic.setChecked(field is not None and field.has_face(bold=False))

    def changeEvent(self, event: QEvent) -> None:
        """Qt: a larger font needs wider buttons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for button in self._buttons:
                button.setMinimumWidth(button.fontMetrics().horizontalAdvance("MMM"))


def _face(button: QToolButton, weight: QFont.Weight | None) -> None:
    font = button.font()
    if weight is None:
        font.setItalic(True)
    else:
        font.setWeight(weight)
    button.setFont(font)
