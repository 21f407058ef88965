"""A kept scan on screen: PDF pages or a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.errors import EnvironmentProblem
from sopapp.services.attachments import Attachment
from ui.berkas.toned import row
from ui.context import UiContext


def open_scan(context: UiContext, scan: Attachment, parent: QWidget) -> QDialog:
    """Show it. Raises EnvironmentProblem when it is damaged."""
    data = context.app.attachments.read(scan.id)
    if scan.tipe == "application/pdf":
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem

        dialog: QDialog = PreviewDialog(
            context, [PreviewItem(scan.nama, scan.nama, lambda: data)], parent
        )
    else:
        dialog = PictureDialog(scan.nama, data, parent)
    dialog.open()
    return dialog


class PictureDialog(QDialog):
    """A picture as wide as the window, scrolled by hand."""

    def __init__(self, title: str, data: bytes, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        picture = QPixmap()
        if not picture.loadFromData(data):
            raise EnvironmentProblem(f"Gambar “{title}” tidak dapat dibaca.")
        self.picture = QLabel()
        self.picture.setAccessibleName(f"Gambar {title}")
        self.picture.setPixmap(
            picture.scaledToWidth(820, Qt.TransformationMode.SmoothTransformation)
        )
        area = QScrollArea()
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(self.picture)
        close = QPushButton("&Tutup")
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.addWidget(area, 1)
        box.addLayout(row(None, close))
        self.resize(880, 660)
