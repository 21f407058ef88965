"""The guide's window: contents and search at the left, the article at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sopapp.paths import RESOURCES
from ui.guide.contents import Topic, read_guide, search_words
from ui.theme import tokens
from ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from ui.context import UiContext

_NAME = Qt.ItemDataRole.UserRole
_LINE, _HEAD, _FIRST_HEAD = 1.8, 2.6, 1.6  # heights in the contents, in lines of text


class GuideWindow(QWidget):
    """Opens at a topic and stays beside the work; Esc closes it."""

    def __init__(self, context: UiContext | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._context = context
        self.setWindowTitle("Panduan")
        self._guide = read_guide(RESOURCES / "panduan")
        self._past: list[str] = []
        self._topic = self._guide.find(None)
        self._build()
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 150, self.fontMetrics().lineSpacing() * 42)
        self._fill()
        self._show(self._topic)

    @property
    def topic(self) -> str:
        """The name of the topic shown."""
        return self._topic.name

    @property
    def topics_listed(self) -> tuple[str, ...]:
        """The names in the contents as filtered by the search."""
        items = (self.contents.item(row) for row in range(self.contents.count()))
        return tuple(str(item.data(_NAME)) for item in items if item.data(_NAME))

    def open_topic(self, topic: str | None = None) -> None:
        """Show the window at `topic` (a file stem); at the beginning when it is not known."""
        self.search.clear()
        self._go(self._guide.find(topic))
        if self.isVisible():
            self.raise_()
        self.show()
        self.activateWindow()

    def back(self) -> None:
        """Return to the topic shown before."""
        if self._past:
            self._show(self._guide.find(self._past.pop()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "contents"):
            self._tint()

    def _tint(self) -> None:
        """Mark the topic shown as quietly as a chosen row of a table."""
        look = tokens(self)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, QColor(look.accent_tint))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(look.text))
        palette.setColor(QPalette.ColorRole.Base, QColor(look.surface))
        self.contents.setPalette(palette)

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Cari di panduan")
        self.search.setAccessibleName("Cari di panduan")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName("Daftar isi panduan")
        self.contents.setFrameShape(QListWidget.Shape.NoFrame)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self._tint()
        self.nothing = QLabel("Tidak ada topik yang memuat kata itu.", self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.article = ArticleView("Isi panduan", self)
        self.article.topic_asked.connect(lambda name: self._go(self._guide.find(name)))
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.article)
        splitter.setStretchFactor(1, 1)
        average = self.fontMetrics().averageCharWidth()
        splitter.setSizes([average * 46, average * 104])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        for keys, act in (
            (QKeySequence(Qt.Key.Key_Escape), self.close),
            (QKeySequence(QKeySequence.StandardKey.Back), self.back),
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus),
        ):
            QShortcut(keys, self, activated=act)

    def _fill(self) -> None:
        """List the topics that hold all searched words, under their sections."""
        words = search_words(self.search.text())
        self.contents.blockSignals(True)
        self.contents.clear()
        for section in self._guide.sections:
            topics = [topic for topic in section.topics if topic.matches(words)]
            if topics:
                self._add_head(section.title)
            for topic in topics:
                item = QListWidgetItem(topic.title, self.contents)
                item.setData(_NAME, topic.name)
                self._set_height(item, _LINE)
        self.contents.blockSignals(False)
        self.nothing.setVisible(self.contents.count() == 0)
        self._select(self._topic.name)

    def _add_head(self, title: str) -> None:
        head = QListWidgetItem(title, self.contents)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self._set_height(head, _FIRST_HEAD if self.contents.count() == 1 else _HEAD)
        head.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)

    def _set_height(self, item: QListWidgetItem, lines: float) -> None:
        metrics = self.fontMetrics()
        item.setSizeHint(QSize(0, round(metrics.lineSpacing() * lines)))

    def _select(self, name: str) -> None:
        self.contents.blockSignals(True)
        self.contents.clearSelection()
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NAME) == name:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    def _go(self, topic: Topic) -> None:
        if topic.name != self._topic.name:
            self._past.append(self._topic.name)
        self._show(topic)

    def _show(self, topic: Topic) -> None:
        self._topic = topic
        self.article.show_markdown(topic.text, search_words(self.search.text()))
        self._select(topic.name)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self._go(self._guide.find(str(item.data(_NAME))))

    def _on_search(self) -> None:
        """Narrow the contents; show the first hit when the article shown is not one."""
        self._fill()
        listed = self.topics_listed
        if listed and self._topic.name not in listed:
            self._go(self._guide.find(listed[0]))
        else:
            self.article.show_markdown(self._topic.text, search_words(self.search.text()))
