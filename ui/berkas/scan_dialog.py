"""A kept file on screen: PDF pages, a picture, or a copy in its own program."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import EnvironmentProblem
from sopapp.services.attachments import Attachment
from ui.berkas.screen_room import screen_room
from ui.berkas.toned import row
from ui.context import UiContext

_SHOWN_HERE = ("application/pdf", "image/png", "image/jpeg")


def open_scan(context: UiContext, scan: Attachment, parent: QWidget) -> QDialog | None:
    """Show it; what is neither PDF nor picture is opened by its own program, as a copy.

    Raises EnvironmentProblem when it is damaged or nothing opens it.
    """
    if scan.tipe not in _SHOWN_HERE:
        _open_copy(context, scan)
        return None
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


def _open_copy(context: UiContext, file: Attachment) -> None:
    """A copy, so that nothing done to it reaches the stored file; it goes with the program."""
    folder = Path(tempfile.mkdtemp(prefix="sop-dik-"))
    QApplication.instance().aboutToQuit.connect(
        lambda: shutil.rmtree(folder, ignore_errors=True)  # another program may hold it open
    )
    copy = folder / Path(file.nama).name
    context.app.attachments.save_copy(file.id, copy)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        msg = f"Tidak ada program di komputer ini yang membuka “{file.nama}”."
        raise EnvironmentProblem(msg)


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
        self.resize(QSize(880, 660).boundedTo(screen_room(self)))
