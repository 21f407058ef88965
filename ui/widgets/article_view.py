"""A text to read: in a column narrow enough for the eye, with searched words marked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.widgets.anchor import anchor
from ui.widgets.article_format import mixed, style_article
from ui.widgets.article_pictures import ArticlePictures
from ui.widgets.slim_scroll_bar import slim

_INKS = tuple(getattr(QPalette.ColorRole, name) for name in ("Text", "Base", "Link", "Highlight"))
_MARGIN = 28  # pixels
_ABOVE = 10  # pixels above a heading that was led to
_SMALLEST = 120  # pixels: how narrow a picture gets


class ArticleView(QTextBrowser):
    """Shows markdown or HTML; a link to `name.md` asks for that topic.

    `columns` is the width of the text in average characters; `folder` is where pictures lie.
    """

    topic_asked = Signal(str)
    """`name`, or `name#heading`."""

    picture_asked = Signal(str)
    """The path of a picture, as the text has it."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        columns: int = 78,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        slim(self)
        self._columns = columns
        self._folder = folder
        self._pictures: ArticlePictures | None = None
        self._heading = ""
        self._heading_at = -1
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(name)
        # Text and tables wrap to the column; a bar would only come of rounding.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._text = ""
        self._is_html = False
        self._marked: tuple[str, ...] = ()
        self._drawn: tuple[object, ...] = ()

    def show_markdown(self, text: str, marked: tuple[str, ...] = (), heading: str = "") -> None:
        """Show `text` from the heading of that anchor, or from the first of the words `marked`."""
        self._text, self._is_html, self._marked = text, False, marked
        self._heading = heading
        self._show()
        self._go_to_heading()

    @property
    def asked_heading(self) -> str:
        """The anchor of the heading that was asked for and is there, or ""."""
        return self._heading if self._heading_at >= 0 else ""

    def picture_words(self, path: str) -> str:
        """What the picture of that path shows, as the text says."""
        return self._pictures.words(path) if self._pictures is not None else ""

    @property
    def heading_on_top(self) -> str:
        """The anchor of the heading that stands at the top of what is seen, or ""."""
        top = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for block in self._heading_blocks():
            if abs(layout.blockBoundingRect(block).top() - top - _ABOVE) <= 2:
                return anchor(block.text())
        return ""

    def show_html(self, text: str, heading: str = "") -> None:
        """Show `text`, in which everything a person typed is escaped, from that heading."""
        self._text, self._is_html, self._marked = text, True, ()
        self._heading = heading
        self._show()
        self._go_to_heading()

    def _show(self) -> None:
        self._drawn = self._looks()
        if self._is_html:
            self.document().setHtml(self._text)
        else:
            github = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            self.document().setMarkdown(self._text, github)
        style_article(self.document(), self.font(), self.palette())
        self._pictures = None
        if self._folder is not None and not self._is_html:
            self._pictures = ArticlePictures(self.document(), self._folder)
            self._pictures.caption(self.palette(), self.font().pointSizeF())
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the colours or the font change, which Qt tells more than once."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._follow_looks()

    def _looks(self) -> tuple[object, ...]:
        """What the article is drawn with."""
        return (*(self.palette().color(role).rgb() for role in _INKS), self.font().toString())

    def _follow_looks(self) -> None:
        if self._text and self.isVisible() and self._drawn != self._looks():
            place = self.verticalScrollBar().value()
            self._show()
            self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, at the left third of a wide window."""
        super().resizeEvent(event)
        there = self._heading_at >= 0 and self.verticalScrollBar().value() == self._heading_at
        self._set_margins()
        if there:  # a narrower column made other lines of the text above
            self._go_to_heading()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: how sharp pictures are to be is known of a window on its screen."""
        super().showEvent(event)
        self._follow_looks()
        self._fit_pictures()
        if self._heading_at >= 0:
            self._go_to_heading()

    def _set_margins(self) -> None:
        width = self.fontMetrics().averageCharWidth() * self._columns
        spare = max(0, self.viewport().width() - width - 2 * _MARGIN)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(_MARGIN + spare // 3)
        shape.setRightMargin(_MARGIN + spare - spare // 3)
        shape.setTopMargin(_MARGIN)
        shape.setBottomMargin(_MARGIN)
        frame.setFrameFormat(shape)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        if self._pictures is None:
            return
        wide = self.fontMetrics().averageCharWidth() * self._columns
        room = min(wide, self.viewport().width() - 2 * _MARGIN)
        palette = self.palette()
        text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
        self._pictures.fit(max(room, _SMALLEST), self.devicePixelRatioF(), mixed(text, base, 0.25))

    def _heading_blocks(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    def _go_to_heading(self) -> None:
        """Put the heading asked for at the top; the beginning stays where there is none."""
        self._heading_at = -1
        layout = self.document().documentLayout()
        for block in self._heading_blocks():
            if self._heading and anchor(block.text()) == self._heading:
                layout.documentSize()  # else the bar ends where Qt has laid out so far
                self.verticalScrollBar().setValue(
                    round(layout.blockBoundingRect(block).top()) - _ABOVE
                )
                self._heading_at = self.verticalScrollBar().value()
                return

    def _follow(self, url: QUrl) -> None:
        path, heading = url.path(), url.fragment()
        if path.startswith("gambar/"):
            self.picture_asked.emit(path)
        elif path.endswith(".md") or (not path and heading):
            name = path.removesuffix(".md")
            self.topic_asked.emit(f"{name}#{heading}" if heading else name)

    def _mark(self) -> None:
        """Mark every searched word and bring the first into sight."""
        colours = self.palette()
        back = mixed(
            colours.color(QPalette.ColorRole.Highlight),
            colours.color(QPalette.ColorRole.Base),
            0.35,
        )
        found = []
        for word in self._marked:
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(back)
                found.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(found)
        if found:
            first = min(found, key=lambda selection: selection.cursor.position())
            start = QTextCursor(self.document())
            start.setPosition(first.cursor.selectionStart())
            self.setTextCursor(start)
            self.ensureCursorVisible()
