"""A kept file on screen: PDF pages, a picture, or a copy in its own program."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImageReader, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.dibuka_luar import dapat_menjalankan, nama_salinan
from sopapp.domain.errors import EnvironmentProblem
from sopapp.services.attachments import Attachment
from ui.context import UiContext
from ui.widgets.screen_room import screen_room
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.toned import row
from ui.written_files import handed_folder

_WIDE = 820
"""Pixels that a picture is shown wide."""
_MOST_PIXELS = 100_000_000
_SHOWN_HERE = ("application/pdf", "image/png", "image/jpeg")


def open_scan(context: UiContext, scan: Attachment, parent: QWidget) -> QDialog | None:
    """Show it; what is neither PDF nor picture is opened by its own program, as a copy.

    Raises EnvironmentProblem when it is damaged or nothing opens it.
    """
    if scan.tipe not in _SHOWN_HERE:
        _open_copy(context, scan, parent)
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


def _open_copy(context: UiContext, file: Attachment, parent: QWidget) -> None:
    """A copy, so that nothing done to it reaches the stored file; it goes with the program.

    What may run when it is opened is asked about first: a unit may have sent anything.
    """
    name = nama_salinan(file.nama, file.tipe)
    if dapat_menjalankan(file.nama, context.app.attachments.read(file.id)) and not (
        context.prompts.confirm(
            parent, "Buka file yang dapat menjalankan sesuatu?",
            f"“{name}” bukan dokumen atau gambar biasa. Program, halaman web, dan dokumen bermakro "
            "dapat menjalankan sesuatu di komputer ini saat dibuka. Buka hanya bila Anda mengenal "
            "pengirimnya dan memang menunggu file ini.",
            "&Buka juga", "&Jangan buka",
        )
    ):  # fmt: skip
        return
    copy = handed_folder() / name
    context.app.attachments.save_copy(file.id, copy)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
        msg = f"Tidak ada program di komputer ini yang membuka “{name}”."
        raise EnvironmentProblem(msg)


class PictureDialog(QDialog):
    """A picture as wide as the window, scrolled by hand."""

    topic = "tahap-4-pemutakhiran#melampirkan-pindaian"

    def __init__(self, title: str, data: bytes, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        picture = _picture(data)
        if picture.isNull():
            raise EnvironmentProblem(
                f"Gambar “{title}” tidak dapat ditampilkan: rusak atau terlalu besar. "
                "Pindai ulang suratnya, lalu lampirkan lagi."
            )
        self.picture = QLabel()
        self.picture.setAccessibleName(f"Gambar {title}")
        self.picture.setPixmap(
            picture.scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation)
        )
        area = QScrollArea()
        slim(area)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(self.picture)
        close = QPushButton("&Tutup")
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.addWidget(area, 1)
        box.addLayout(row(None, close))
        self.resize(QSize(880, 660).boundedTo(screen_room(self)))


def _picture(data: bytes) -> QPixmap:
    """The picture, decoded no larger than it is shown; null when it is damaged or a bomb."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        return QPixmap()
    if max(size.width(), size.height()) > 4 * _WIDE:
        room = QSize(4 * _WIDE, 4 * _WIDE)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
