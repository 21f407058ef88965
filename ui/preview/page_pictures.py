"""Pictures of the pages of a PDF, drawn off the GUI thread and only as many as are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

_MOST_PIXELS = 24_000_000
"""Of one picture: an A4 sheet at 500 dots per inch, 96 MB."""


class Wish(NamedTuple):
    """A page (0-based) and how many pixels it takes on screen."""

    page: int
    size: QSize


class _Picture(NamedTuple):
    image: QImage
    size: QSize
    """What was asked for; the image is smaller where that was too large."""
    edition: int


class PagePictures(QObject):
    """Draws what is wished for, one page at a time, the most urgent first.

    A page's old picture stays until the new one is there. When a page of the next edition of
    the document looks the same, its picture stays the very same object and nothing is told.
    """

    changed = Signal(int)
    """This page has another picture."""
    settled = Signal()
    """Everything wished for is drawn as the document is now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer: QPdfPageRenderer | None = None
        self._document: QPdfDocument | None = None
        self._edition = 0
        self._pictures: dict[int, _Picture] = {}
        self._wishes: tuple[Wish, ...] = ()
        self._running: tuple[Wish, int] | None = None

    def set_document(self, document: QPdfDocument) -> None:
        """Draw from `document`, which is ready, from now on; it becomes a child of this.

        The pictures stay until they are drawn anew; say again what is wished for.
        """
        renderer = self._ready_renderer()
        document.setParent(self)
        unused, self._document = self._document, document
        self._edition += 1
        if unused is not None and renderer.document() != unused:
            unused.deleteLater()

    def forget(self) -> None:
        """Drop all pictures: another document is shown, not another edition of this one."""
        self._pictures.clear()
        self._wishes = ()

    def image(self, page: int) -> QImage | None:
        """The newest picture of a page; it may be of another size or of the last edition."""
        picture = self._pictures.get(page)
        return None if picture is None else picture.image

    @property
    def is_settled(self) -> bool:
        """Whether everything wished for is drawn."""
        return all(self._is_fresh(wish) for wish in self._wishes)

    @property
    def held_bytes(self) -> int:
        """Memory of all pictures."""
        return sum(picture.image.sizeInBytes() for picture in self._pictures.values())

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Have these pages drawn, the most urgent first, and let go of all others."""
        self._wishes = tuple(wishes)
        wished = {wish.page for wish in wishes}
        for page in self._pictures.keys() - wished:
            del self._pictures[page]
        self._next()

    def _is_fresh(self, wish: Wish) -> bool:
        picture = self._pictures.get(wish.page)
        return (
            picture is not None
            and picture.edition == self._edition
            and picture.size == wish.size
        )  # fmt: skip

    def _next(self) -> None:
        # One at a time: the renderer gives the same number to two requests that look alike,
        # and with two editions under way nobody could tell whose picture came back.
        if self._running is not None or self._document is None:
            return
        wish = next((wish for wish in self._wishes if not self._is_fresh(wish)), None)
        if wish is None:
            return
        self._running = (wish, self._edition)
        renderer = self._ready_renderer()
        old = renderer.document()
        if old != self._document:
            renderer.setDocument(self._document)
            if old is not None:
                old.deleteLater()
        renderer.requestPage(wish.page, _bounded(wish.size))

    def _ready_renderer(self) -> QPdfPageRenderer:
        """The renderer with its thread: a child before any document, so it ends before them."""
        if self._renderer is None:
            from PySide6.QtPdf import QPdfPageRenderer

            self._renderer = QPdfPageRenderer(self)
            self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
            self._renderer.pageRendered.connect(self._on_rendered)
        return self._renderer

    def _on_rendered(self, page: int, _size: QSize, image: QImage, *_rest: object) -> None:
        if self._running is None:
            return
        (wish, edition), self._running = self._running, None
        if edition == self._edition and page == wish.page and wish in self._wishes:
            self._take(wish, image)
        self._next()
        if self._running is None and self.is_settled:
            self.settled.emit()

    def _take(self, wish: Wish, image: QImage) -> None:
        old = self._pictures.get(wish.page)
        same = old is not None and old.image == image
        self._pictures[wish.page] = _Picture(
            old.image if same and old else image, wish.size, self._edition
        )
        if not same:
            self.changed.emit(wish.page)


def _bounded(size: QSize) -> QSize:
    """No more pixels than a picture may have; a larger sheet is drawn from it enlarged."""
    share = (_MOST_PIXELS / max(size.width() * size.height(), 1)) ** 0.5
    return size if share >= 1 else QSize(int(size.width() * share), int(size.height() * share))
