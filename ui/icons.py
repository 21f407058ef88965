"""The program's own icons: SVG outlines drawn in the colours of the palette."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.theme import Tokens, tokens

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def renderer(name: str, colour: str) -> QSvgRenderer:
    """A renderer of icon `name` in `colour`; raises OSError when there is no such icon."""
    text = _source(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode("utf-8")))


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw icon `name` in `colour` into `rect`, sharp at any scale."""
    renderer(name, colour).render(painter, rect)


class _Engine(QIconEngine):
    """Draws the SVG at whatever size and scale is asked for."""

    _copies: ClassVar[list[_Engine]] = []
    """Qt takes a copy for its own, of which PySide knows nothing: let go of, it would be deleted
    under Qt's hands. They are rarely asked for, and small."""

    def __init__(self, name: str, tone: str, look: Tokens | None) -> None:
        """Without a `look` it has that of the program at the moment of drawing."""
        super().__init__()
        self._name = name
        self._tone = tone
        self._look = look

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for."""
        copy = _Engine(self._name, self._tone, self._look)
        self._copies.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw into `rect`."""
        look = self._look or tokens(QGuiApplication.palette())
        colour = {
            QIcon.Mode.Disabled: look.border,
            QIcon.Mode.Selected: look.on_accent,
        }.get(mode, getattr(look, self._tone))
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        paint_icon(painter, self._name, colour, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A transparent picture of `size` device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture


def icon(name: str, source: QWidget | QPalette, *, tone: str = "text") -> QIcon:
    """Icon `name` in the token `tone` of the source's palette.

    On a widget it follows light and dark by itself; a pixmap made of it does not.
    """
    fixed = tokens(source) if isinstance(source, QPalette) else None
    return QIcon(_Engine(name, tone, fixed))
