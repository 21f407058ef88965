"""One picture of the guide, as large as the screen lets it be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

_ROOM = 0.92  # of the screen's width and height
_AROUND = 90  # pixels for the buttons and the window's frame


class PictureDialog(QDialog):
    """Shows the file at `path`; `words` say what it is."""

    def __init__(self, parent: QWidget, path: Path, words: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gambar di panduan")
        self.picture = QLabel(self)
        self.picture.setAccessibleName(words)
        self.picture.setPixmap(self._fitted(QPixmap(str(path))))
        caption = QLabel(words, self)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("&Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.picture)
        layout.addWidget(caption)
        layout.addWidget(buttons)

    def _fitted(self, source: QPixmap) -> QPixmap:
        """Pixel for pixel, or smaller where the screen is."""
        ratio = self.devicePixelRatioF()
        room = self.screen().availableGeometry().size() * _ROOM
        wide, high = room.width() * ratio, (room.height() - _AROUND) * ratio
        if source.width() > wide or source.height() > high:
            source = source.scaled(
                round(wide),
                round(high),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        source.setDevicePixelRatio(ratio)
        return source
