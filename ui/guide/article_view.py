"""One article, in a column narrow enough to read, with the searched words marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.guide.article_format import mixed, style_article
from ui.guide.contents import Topic, search_words

_COLUMN = 78  # average characters in a line of text
_MARGIN = 28  # pixels


class ArticleView(QTextBrowser):
    """Shows a topic's markdown; a link to `name.md` asks for that topic."""

    topic_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName("Isi panduan")
        self.anchorClicked.connect(lambda url: self._follow(url.path()))
        self._topic: Topic | None = None
        self._marked = ""

    def show_topic(self, topic: Topic, marked: str = "") -> None:
        """Show `topic` from its beginning, or from the first of the words in `marked`."""
        self._topic = topic
        self._marked = marked
        self.document().setMarkdown(
            topic.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        style_article(self.document(), self.font(), self.palette())
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the colours or the font change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._topic:
            place = self.verticalScrollBar().value()
            self.show_topic(self._topic, self._marked)
            self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, at the left third of a wide window."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _COLUMN
        spare = max(0, self.viewport().width() - width - 2 * _MARGIN)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(_MARGIN + spare // 3)
        shape.setRightMargin(_MARGIN + spare - spare // 3)
        shape.setTopMargin(_MARGIN)
        shape.setBottomMargin(_MARGIN)
        frame.setFrameFormat(shape)

    def _follow(self, path: str) -> None:
        if path.endswith(".md"):
            self.topic_asked.emit(path.removesuffix(".md"))

    def _mark(self) -> None:
        """Mark every searched word and bring the first into sight."""
        colours = self.palette()
        back = mixed(
            colours.color(QPalette.ColorRole.Highlight),
            colours.color(QPalette.ColorRole.Base),
            0.35,
        )
        found = []
        for word in search_words(self._marked):
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
