"""A text field that grows with what is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget


class GrowingText(QPlainTextEdit):
    """Between `least` and `most` lines high; Tab leaves the field."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, least: int = 2, most: int = 12
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def text(self) -> str:
        """What was typed, without space at the ends."""
        return self.toPlainText().strip()

    def lines(self) -> tuple[str, ...]:
        """The lines that say something, each trimmed."""
        lines = (" ".join(line.split()) for line in self.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _fit(self) -> None:
        # QPlainTextEdit's document measures its height in lines, wrapped ones included.
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + frame
        if height != self.height():
            self.setFixedHeight(height)
