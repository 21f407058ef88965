"""A message with details that are sent on, such as a report of a bug."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.slim_scroll_bar import slim


class ReportDialog(QDialog):
    """Plain words on top, details below, and a button `copy` that copies them."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, details: str, copy: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 100, metrics.lineSpacing() * 26)
        words = QLabel(text, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._details = QPlainTextEdit(details, self)
        slim(self._details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Rincian")
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        copier = buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copier.clicked.connect(self.copy)
        close = buttons.addButton("Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self._details, 1)
        layout.addWidget(buttons)

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details.toPlainText())
