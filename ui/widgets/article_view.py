"""A text to read: in a column narrow enough for the eye, with searched words marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.widgets.article_format import mixed, style_article

_MARGIN = 28  # pixels


class ArticleView(QTextBrowser):
    """Shows markdown or HTML; a link to `name.md` asks for that topic.

    `columns` is the width of the text in average characters.
    """

    topic_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, columns: int = 78) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(name)
        # Text and tables wrap to the column; a bar would only come of rounding.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self._follow(url.path()))
        self._text = ""
        self._is_html = False
        self._marked: tuple[str, ...] = ()

    def show_markdown(self, text: str, marked: tuple[str, ...] = ()) -> None:
        """Show `text` from its beginning, or from the first of the words `marked`."""
        self._text, self._is_html, self._marked = text, False, marked
        self._show()

    def show_html(self, text: str) -> None:
        """Show `text`, in which everything a person typed is escaped."""
        self._text, self._is_html, self._marked = text, True, ()
        self._show()

    def _show(self) -> None:
        if self._is_html:
            self.document().setHtml(self._text)
        else:
            github = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            self.document().setMarkdown(self._text, github)
        style_article(self.document(), self.font(), self.palette())
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the colours or the font change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._text:
            place = self.verticalScrollBar().value()
            self._show()
            self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column readable, at the left third of a wide window."""
        super().resizeEvent(event)
        self._set_margins()

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
