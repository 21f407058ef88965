"""A logo taken from a file: PNG and JPG as they are, SVG drawn once as a PNG.

A file is not trusted: what it is is read from its bytes, its size is known before it is
decoded, and a drawing that reaches outside itself or multiplies itself is refused.
"""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from sopapp.domain.errors import DomainError
from sopapp.domain.nama_file import nama_asal
from ui.settings.svg_check import refuse_svg

_MOST_BYTES = 8_000_000
_MOST_PIXELS = 40_000_000
_LARGEST = 2400
"""Pixels high or wide; a larger picture is made smaller: no printer shows more at this size."""
_HEIGHT = 1200
"""Pixels of a drawing: 22 mm at more than 1000 dpi."""
_FLATTEST = 8.0
_PNG, _JPG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_SVG_WITHIN = 4096


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A picture that can be printed, and the name that it is kept by."""

    nama: str
    data: bytes


def read_logo(path: Path) -> LogoFile:
    """The picture in a file. Raises DomainError(field="logo") saying why it cannot be used."""
    nama = nama_asal(path.name)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a folder, a pipe or a device
            raise DomainError(f"“{nama}” bukan file gambar. Pilih yang lain.", field="logo")
        if about.st_size > _MOST_BYTES:
            msg = f"“{nama}” lebih besar dari {_MOST_BYTES // 1_000_000} MB. Perkecil gambarnya."
            raise DomainError(msg, field="logo")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        msg = f"Gambar “{nama}” tidak dapat dibaca. Tutup program yang memakainya."
        raise DomainError(msg, field="logo") from error
    if data.startswith(_PNG):
        return _picture(nama, data, "png")
    if data.startswith(_JPG):
        return _picture(nama, data, "jpeg")
    if _SVG.search(data[:_SVG_WITHIN]) or path.suffix.lower() == ".svg":
        return LogoFile(f"{Path(nama).stem}.png", _drawn(nama, data))
    msg = f"“{nama}” bukan gambar PNG, JPG, atau SVG. Pilih gambar lain."
    raise DomainError(msg, field="logo")


def _picture(name: str, data: bytes, form: str) -> LogoFile:
    """A PNG or JPG that can be decoded whole; a huge one is made smaller."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form.encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        msg = (
            f"“{name}” berukuran {size.width()} × {size.height()} titik, terlalu besar untuk logo. "
            f"Perkecil hingga paling banyak {_LARGEST} titik."
        )
        raise DomainError(msg, field="logo")
    image = reader.read()
    if image.isNull() or image.width() < 2 or image.height() < 2:
        msg = f"“{name}” bukan gambar {form.upper()} yang utuh. Pilih gambar lain."
        raise DomainError(msg, field="logo")
    _refuse_strip(name, image.width() / image.height())
    if max(image.width(), image.height()) <= _LARGEST:
        return LogoFile(name, data)
    smaller = image.scaled(
        QSize(_LARGEST, _LARGEST),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return LogoFile(f"{Path(name).stem}.png", _png(smaller))


def _drawn(name: str, data: bytes) -> bytes:
    """An SVG drawn once, as a PNG with a clear ground."""
    refuse_svg(name, data)
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    box = renderer.viewBoxF()
    if not renderer.isValid() or box.isEmpty():
        msg = f"“{name}” bukan gambar SVG yang utuh. Pilih gambar lain, atau simpan sebagai PNG."
        raise DomainError(msg, field="logo")
    ratio = box.width() / box.height()
    _refuse_strip(name, ratio)
    size = QSize(round(_HEIGHT * ratio), _HEIGHT)
    size = size.scaled(QSize(_LARGEST, _HEIGHT), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    ink = image.convertToFormat(QImage.Format.Format_Alpha8)  # its bits live as long as it does
    if not bytes(ink.constBits()).strip(b"\0"):
        msg = f"“{name}” tidak memuat gambar yang dapat dicetak. Simpan sebagai PNG, lalu pilih."
        raise DomainError(msg, field="logo")
    return _png(image)


def _refuse_strip(name: str, ratio: float) -> None:
    """A picture that would stand on the kop as a line."""
    if not 1 / _FLATTEST <= ratio <= _FLATTEST:
        msg = f"“{name}” terlalu panjang untuk logo. Pilih gambar yang hampir persegi."
        raise DomainError(msg, field="logo")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub says bytes, which PySide refuses.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
