"""The pictures of an article: as wide as its column, sharp on any screen, words below."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from ui.widgets.article_format import mixed

_SOURCE_RATIO = 1.5
"""Pixels of a file per pixel of the program that it shows; see tests.screens."""

_CAPTION = 0.9  # of the size of the text


class ArticlePictures:
    """Fits what `![words](gambar/name.png)` names; `folder` is where `gambar` lies.

    A file that is not there leaves its words alone. Each picture is a link to itself, so that
    the keyboard reaches it too.
    """

    def __init__(self, document: QTextDocument, folder: Path) -> None:
        self._document = document
        self._folder = folder
        self._sources: dict[str, QImage] = {}

    def caption(self, palette: QPalette, size: float) -> None:
        """Write below each picture what it shows, and make it a link; once per text read."""
        muted = mixed(
            palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.72
        )
        for place, shape in reversed(list(self._pictures())):
            name, words = shape.name(), str(shape.property(QTextFormat.Property.ImageAltText) or "")
            cursor = QTextCursor(self._document)
            if words:
                cursor.setPosition(place + 1)
                small = QTextCharFormat()
                small.setForeground(muted)
                small.setFontPointSize(size * _CAPTION)
                small.setFontWeight(QFont.Weight.Normal)
                cursor.insertText(f"\u2028{words}", small)
            cursor.setPosition(place)
            cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            link = QTextCharFormat()
            link.setAnchor(True)
            link.setAnchorHref(name)
            link.setForeground(palette.color(QPalette.ColorRole.Link))
            link.setToolTip("Klik untuk melihat lebih besar")
            cursor.mergeCharFormat(link)
            single = QTextBlockFormat()  # a line as high as a picture needs no air for letters
            single.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            cursor.mergeBlockFormat(single)

    def words(self, name: str) -> str:
        """What is said of a picture."""
        for _place, shape in self._pictures():
            if shape.name() == name:
                return str(shape.property(QTextFormat.Property.ImageAltText) or "")
        return ""

    def fit(self, width: int, ratio: float, border: QColor) -> None:
        """Show every picture at most `width` wide, drawn for `ratio` device pixels per pixel."""
        for place, shape in list(self._pictures()):
            source = self._source(shape.name())
            if source.isNull():
                continue
            wide = min(width, round(source.width() / _SOURCE_RATIO))
            high = round(wide * source.height() / source.width())
            self._document.addResource(
                QTextDocument.ResourceType.ImageResource,
                QUrl(shape.name()),
                _drawn(source, wide, high, ratio, border),
            )
            shape.setWidth(wide)
            shape.setHeight(high)
            cursor = QTextCursor(self._document)
            cursor.setPosition(place)
            cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(shape)

    def _source(self, name: str) -> QImage:
        if name not in self._sources:
            self._sources[name] = QImage(str(self._folder / name))
        return self._sources[name]

    def _pictures(self) -> Iterator[tuple[int, QTextImageFormat]]:
        block = self._document.begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().isImageFormat():
                    yield fragment.position(), fragment.charFormat().toImageFormat()
                iterator += 1
            block = block.next()


def _drawn(source: QImage, wide: int, high: int, ratio: float, border: QColor) -> QPixmap:
    """The picture in device pixels with a thin line around it."""
    made = source.convertToFormat(QImage.Format.Format_RGB32).scaled(
        round(wide * ratio),
        round(high * ratio),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    with QPainter(made) as painter:
        painter.setPen(border)
        painter.drawRect(QRectF(made.rect()).adjusted(0, 0, -1, -1))
    pixmap = QPixmap.fromImage(made)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
