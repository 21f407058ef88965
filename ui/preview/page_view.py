"""The sheets of a PDF one below the other, at a zoom, with a place in them."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.in_turns import InTurns
from ui.preview.page_pictures import PagePictures, Wish
from ui.theme import tokens
from ui.widgets.slim_scroll_bar import slim

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

log = logging.getLogger(__name__)

_MARGIN = 8
_GAP = 10
_STEP = 1.2
_SMALLEST, _LARGEST = 0.2, 5.0
_POINTS = 72.0
_TOGETHER = 100
"""Pages whose size is asked in a turn: some ten milliseconds."""
_NEAR_PIXELS = 12_000_000
"""Pages next to those in sight are drawn ahead while they take no more than this."""


class PageView(QAbstractScrollArea):
    """Draws the pages that are in sight; a page that did not change is not drawn anew."""

    draws_focus = True
    """For `ui.focus_ring`."""
    place_changed = Signal()
    """Another page is looked at, or the zoom is another."""
    settled = Signal()
    """What is in sight is drawn as the document is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        slim(self)
        self.pictures = PagePictures(self)
        self.pictures.changed.connect(self._on_picture)
        self.pictures.settled.connect(self.settled)
        self._points: tuple[QSizeF, ...] = ()
        self._sizes: tuple[QSizeF, ...] = ()
        self._reading = InTurns(self, self._on_sizes, _not_read)
        self._sheets: tuple[QRect, ...] = ()
        self._tops: list[int] = []
        self._custom: float | None = None
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # Fit to width with a bar that comes and goes can chase itself for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what is shown ------------------------------------------------------------------

    def show_document(self, document: QPdfDocument, *, keep_place: bool) -> None:
        """Show a document that is ready; with `keep_place` it is a new edition of the old."""
        if not keep_place:
            self.pictures.forget()
        self.pictures.set_document(document)
        self._reading.begin(self._read_sizes(document))
        self._arrange()
        if not keep_place:
            self.horizontalScrollBar().setValue(0)
            self.verticalScrollBar().setValue(0)
        self._look()
        self.viewport().update()

    def _read_sizes(self, document: QPdfDocument) -> Iterator[None]:
        """How large each page is; of thousands the later ones are taken to be as those before."""
        count, read = document.pageCount(), list[QSizeF]()
        self._points = ()
        while len(read) < count:
            part = range(len(read), min(len(read) + _TOGETHER, count))
            read += [document.pagePointSize(page) for page in part]
            if len(part) == len(read):  # the first
                self._points = (*read, *read[-1:] * (count - len(read)))
            if len(read) < count:
                yield
        self._sizes = tuple(read)

    def _on_sizes(self) -> None:
        if self._sizes != self._points:
            self._points = self._sizes
            self._arrange_in_place()
            self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._points)

    @property
    def page(self) -> int:
        """The page that is looked at, from 1; 0 without pages."""
        return self._page

    def go_to(self, page: int) -> None:
        """Put the top of `page` (from 1) at the top, as far as there is something below it."""
        if 1 <= page <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[page - 1].top() - _MARGIN)
            self._page = page  # also where the last, short page cannot come to the top
            self.place_changed.emit()

    # -- zoom ---------------------------------------------------------------------------

    @property
    def factor(self) -> float:
        """How large the pages are, 1.0 for real size."""
        if self._custom is not None:
            return self._custom
        if not self._points:
            return 1.0
        room = max(self.viewport().width() - 2 * _MARGIN, 1)
        return room / (max(size.width() for size in self._points) * self._dots())

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the window."""
        return self._custom is None

    def fit_width(self) -> None:
        """As wide as the window, from now on."""
        self._zoom(None, None)

    def zoom_to(self, factor: float, at: QPointF | None = None) -> None:
        """Show at `factor`; the point `at` (the middle when None) stays where it is."""
        self._zoom(min(max(factor, _SMALLEST), _LARGEST), at)

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """Larger by so many steps, smaller when they are negative."""
        self.zoom_to(self.factor * _STEP**steps, at)

    def _zoom(self, factor: float | None, at: QPointF | None) -> None:
        anchor = at or QPointF(self.viewport().rect().center())
        page, inside = self._under(anchor)
        self._custom = factor
        self._arrange()
        if page < len(self._sheets):
            sheet = self._sheets[page]
            point = QPointF(sheet.left() + inside.x() * sheet.width(),
                            sheet.top() + inside.y() * sheet.height()) - anchor  # fmt: skip
            self.horizontalScrollBar().setValue(round(point.x()))
            self.verticalScrollBar().setValue(round(point.y()))
        self._look()
        self.viewport().update()

    def _under(self, at: QPointF) -> tuple[int, QPointF]:
        """The page at a point of the viewport, and where in it as shares of its size."""
        point = at + QPointF(self._offset())
        for page, sheet in enumerate(self._sheets):
            if point.y() < sheet.bottom() + _GAP or page == len(self._sheets) - 1:
                inside = point - QPointF(sheet.topLeft())
                return page, QPointF(inside.x() / sheet.width(), inside.y() / sheet.height())
        return 0, QPointF()

    # -- layout -------------------------------------------------------------------------

    def _dots(self) -> float:
        return self.screen().logicalDotsPerInch() / _POINTS

    def _arrange(self) -> None:
        """Lay the sheets out and tell the scroll bars how long all is."""
        scale = self.factor * self._dots()
        sizes = [size * scale for size in self._points]
        room = self.viewport().size()
        width = max([room.width(), *(round(size.width()) + 2 * _MARGIN for size in sizes)])
        sheets: list[QRect] = []
        top = _MARGIN
        for size in sizes:
            sheet = QRect(0, top, max(round(size.width()), 1), max(round(size.height()), 1))
            sheet.moveLeft((width - sheet.width()) // 2)
            sheets.append(sheet)
            top += sheet.height() + _GAP
        self._sheets = tuple(sheets)
        self._tops = [sheet.top() for sheet in sheets]
        self._range(top - _GAP + _MARGIN if sheets else 0, width)

    def _range(self, height: int, width: int) -> None:
        room = self.viewport().size()
        for bar, all_of_it, seen in (
            (self.verticalScrollBar(), height, room.height()),
            (self.horizontalScrollBar(), width, room.width()),
        ):
            bar.setRange(0, max(all_of_it - seen, 0))
            bar.setPageStep(max(seen, 1))
            bar.setSingleStep(self.fontMetrics().height() * 2)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_sight(self) -> list[int]:
        seen = QRect(self._offset(), self.viewport().size())
        first = max(bisect_right(self._tops, seen.top()) - 1, 0)
        last = bisect_right(self._tops, seen.bottom())
        return [page for page in range(first, last) if self._sheets[page].intersects(seen)]

    def _look(self) -> None:
        """Find the page that is looked at and have pictures drawn of what is in sight."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self._page = bisect_right(self._tops, middle) or min(len(self._sheets), 1)
        self.pictures.wish(list(self._wishes(middle)))
        self.place_changed.emit()

    def _wishes(self, middle: int) -> Iterator[Wish]:
        """What is in sight, the nearest to the middle first, then what comes next."""
        seen = self._in_sight()
        room = _NEAR_PIXELS
        for page in sorted(seen, key=lambda p: abs(self._sheets[p].center().y() - middle)):
            wish = self._wish(page)
            room -= wish.size.width() * wish.size.height()
            yield wish
        for page in (seen[-1] + 1, seen[0] - 1) if seen else ():
            if 0 <= page < len(self._sheets):
                wish = self._wish(page)
                room -= wish.size.width() * wish.size.height()
                if room >= 0:
                    yield wish

    def _wish(self, page: int) -> Wish:
        sheet, ratio = self._sheets[page], self.devicePixelRatioF()
        return Wish(page, QSize(round(sheet.width() * ratio), round(sheet.height() * ratio)))

    # -- painting -----------------------------------------------------------------------

    def _on_picture(self, page: int) -> None:
        self.viewport().update(self._sheets[page].translated(-self._offset()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the desk and the sheets that are in sight."""
        look = tokens(self)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(look.border))
            for page in self._in_sight():
                sheet = self._sheets[page].translated(-self._offset())
                if sheet.intersects(event.rect()):
                    self._draw(painter, page, sheet)
            if self.hasFocus():
                painter.setPen(QPen(QColor(look.accent), 2))
                painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _draw(self, painter: QPainter, page: int, sheet: QRect) -> None:
        painter.fillRect(sheet, Qt.GlobalColor.white)
        image = self.pictures.image(page)
        if image is None:
            return
        # In the screen's own pixels, so that a picture of the right size is not touched.
        ratio = self.devicePixelRatioF()
        wish = self._wish(page)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        at = QPoint(round(sheet.left() * ratio), round(sheet.top() * ratio))
        if image.size() == wish.size:
            painter.drawImage(at, image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(at, wish.size), image)
        painter.restore()

    # -- events -------------------------------------------------------------------------

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Qt: another part is in sight."""
        self._look()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the width decides the zoom; what is at the top stays there."""
        super().resizeEvent(event)
        self._arrange_in_place()

    def _arrange_in_place(self) -> None:
        page, inside = self._under(QPointF(0, 0))
        self._arrange()
        if page < len(self._sheets) and self.fits_width and self.verticalScrollBar().value():
            sheet = self._sheets[page]
            self.verticalScrollBar().setValue(round(sheet.top() + inside.y() * sheet.height()))
        self._look()

    def event(self, event: QEvent) -> bool:
        """Qt: a screen with other pixels needs other pictures."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: scroll, or zoom with Ctrl at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows and page keys as usual, Home and End, Space as in a reader."""
        bar = self.verticalScrollBar()
        backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + (-1 if backwards else 1) * bar.pageStep() * 9 // 10)
            case _:
                super().keyPressEvent(event)


def _not_read(error: Exception) -> None:
    log.warning("The sizes of later pages are not known", exc_info=error)
