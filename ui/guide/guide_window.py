"""The guide's window: contents and search at the left, the article at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.paths import RESOURCES, DataFolder
from ui.guide.contents import Part, Topic, read_guide, search_words
from ui.guide.steps_back import StepsBack
from ui.icons import icon
from ui.theme import tokens
from ui.widgets.article_view import ArticleView
from ui.widgets.slim_scroll_bar import slim
from ui.window_memory import window_store

if TYPE_CHECKING:
    from ui.context import UiContext

_NAME = Qt.ItemDataRole.UserRole
_PART = Qt.ItemDataRole.UserRole + 1
_LINE, _HEAD, _FIRST_HEAD = 1.8, 2.6, 1.6  # heights in the contents, in lines of text
_PARTS = 3  # headings named below a page that was found
_FOLDER = RESOURCES / "panduan"
_PLACE, _SPLIT = "panduan/jendela", "panduan/bagian"


class GuideWindow(QWidget):
    """Opens at a topic (`open_topic`) and stays beside the work; Esc closes it."""

    def __init__(self, context: UiContext | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._context = context
        self.setWindowTitle("Panduan")
        self._guide = read_guide(_FOLDER)
        self._steps = StepsBack()
        self._topic = self._guide.find(None)
        self._build()
        self._recall()
        self._fill()

    @property
    def topic(self) -> str:
        """The name of the topic shown."""
        return self._topic.name

    @property
    def topics_listed(self) -> tuple[str, ...]:
        """The names in the contents as filtered by the search."""
        return tuple(
            str(item.data(_NAME))
            for item in self._items()
            if item.data(_NAME) and not item.data(_PART)
        )

    @property
    def parts_listed(self) -> tuple[str, ...]:
        """The headings in the contents that the search found, as `name#heading`."""
        return tuple(
            f"{item.data(_NAME)}#{item.data(_PART)}" for item in self._items() if item.data(_PART)
        )

    def open_topic(self, topic: str | None = None) -> None:
        """Show the window at `topic` (`name` or `name#heading`); at the beginning if unknown."""
        self.search.clear()
        self._follow(topic or "")
        self._come_before()
        if self.isVisible():
            self.raise_()
        self.show()
        self.activateWindow()

    def back(self) -> None:
        """Return to the place shown before."""
        self._step(self._steps.back(self._place))

    def forward(self) -> None:
        """Go again where `back` came from."""
        self._step(self._steps.forward(self._place))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "contents"):
            self._tint()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: remember place and size."""
        if self._context is not None:
            store = window_store(DataFolder(self._context.app.data))
            store.setValue(_PLACE, self.saveGeometry())
            store.setValue(_SPLIT, self._splitter.saveState())
        super().closeEvent(event)

    def _recall(self) -> None:
        """Take the last place and size, or those that suit a first look."""
        width, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self._splitter.setSizes([width * 46, width * 104])
        room = self.screen().availableGeometry().size() * 0.95
        self.resize(QSize(width * 150, line * 42).boundedTo(room))
        if self._context is not None:
            store = window_store(DataFolder(self._context.app.data))
            if (place := store.value(_PLACE)) is not None:
                self.restoreGeometry(place)
            if (split := store.value(_SPLIT)) is not None:
                self._splitter.restoreState(split)

    def _come_before(self) -> None:
        """Stand above a dialog that lets nothing else be used while it asks."""
        self.winId()  # makes the handle
        asking = QApplication.activeModalWidget()
        above = asking.windowHandle() if asking is not None and asking is not self else None
        parent = self.parentWidget()
        if above is None and parent is not None:
            above = parent.window().windowHandle()
        # None stands above nothing, which the stub forgets.
        self.windowHandle().setTransientParent(above)  # type: ignore[arg-type]

    def _tint(self) -> None:
        """Mark the topic shown as quietly as a chosen row of a table."""
        look = tokens(self)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, QColor(look.accent_tint))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(look.text))
        palette.setColor(QPalette.ColorRole.Base, QColor(look.surface))
        self.contents.setPalette(palette)
        for item in self._items():
            if item.data(Qt.ItemDataRole.ForegroundRole) is not None:
                item.setForeground(QColor(look.muted))
        self.back_button.setIcon(icon("left", self))
        self.forward_button.setIcon(icon("right", self))

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Cari di panduan (Ctrl+F)")
        self.search.setAccessibleName("Cari di panduan")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.back_button = _arrow("Kembali ke halaman sebelumnya (Alt+Kiri)", self.back, self)
        self.forward_button = _arrow("Maju lagi (Alt+Kanan)", self.forward, self)
        self.contents = QListWidget(self)
        slim(self.contents)
        self.contents.setAccessibleName("Daftar isi panduan")
        self.contents.setFrameShape(QListWidget.Shape.NoFrame)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self._tint()
        self.nothing = QLabel("Tidak ada halaman yang memuat kata itu.", self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.article = ArticleView("Isi panduan", self, folder=_FOLDER)
        self.article.topic_asked.connect(self._follow)
        self.article.picture_asked.connect(self._enlarge)
        left = QWidget(self)
        head = QHBoxLayout()
        head.setSpacing(4)
        for each in (self.back_button, self.forward_button, self.search):
            head.addWidget(each)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)
        self._splitter = QSplitter(self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.article)
        self._splitter.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        for keys, act, words in (
            (QKeySequence(Qt.Key.Key_Escape), self.close, "Menutup panduan"),
            (QKeySequence(QKeySequence.StandardKey.Back), self.back, "Halaman sebelumnya"),
            (QKeySequence(QKeySequence.StandardKey.Forward), self.forward, "Maju lagi"),
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus, "Mencari"),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(act)
            shortcut.setWhatsThis(words)

    def _items(self) -> list[QListWidgetItem]:
        return [self.contents.item(row) for row in range(self.contents.count())]

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
                self._add_topic(topic, words)
        self.contents.blockSignals(False)
        self.nothing.setVisible(self.contents.count() == 0)
        self._select(self._topic.name)

    def _add_topic(self, topic: Topic, words: tuple[str, ...]) -> None:
        item = QListWidgetItem(topic.title, self.contents)
        item.setData(_NAME, topic.name)
        self._set_height(item, _LINE)
        for part in topic.hits(words)[:_PARTS]:
            self._add_part(topic, part)

    def _add_part(self, topic: Topic, part: Part) -> None:
        item = QListWidgetItem(f"      {part.title}", self.contents)
        item.setData(_NAME, topic.name)
        item.setData(_PART, part.anchor)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{topic.title}, bagian {part.title}")
        item.setForeground(QColor(tokens(self).muted))
        self._set_height(item, _LINE)

    def _add_head(self, title: str) -> None:
        head = QListWidgetItem(title, self.contents)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setForeground(QColor(tokens(self).muted))  # as a disabled one it would be too faint
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self._set_height(head, _FIRST_HEAD if self.contents.count() == 1 else _HEAD)
        head.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)

    def _set_height(self, item: QListWidgetItem, lines: float) -> None:
        item.setSizeHint(QSize(0, round(self.fontMetrics().lineSpacing() * lines)))

    def _select(self, name: str) -> None:
        """Mark the topic shown, unless one of its headings is marked."""
        here = self.contents.currentItem()
        if here is not None and here.data(_NAME) == name:
            return
        self.contents.blockSignals(True)
        self.contents.clearSelection()
        for item in self._items():
            if item.data(_NAME) == name:
                self.contents.setCurrentItem(item)
                break
        self.contents.blockSignals(False)

    @property
    def _place(self) -> tuple[str, int]:
        """What is shown, and how far it is scrolled."""
        return self._topic.name, self.article.verticalScrollBar().value()

    def _follow(self, target: str) -> None:
        """Go to `name`, `name#heading`, or `#heading` of the topic shown."""
        name, _, heading = target.partition("#")
        self._go(self._topic if heading and not name else self._guide.find(name), heading)

    def _go(self, topic: Topic, heading: str = "") -> None:
        if topic.name != self._topic.name or heading:
            self._steps.leave(self._place)
        self._show(topic, heading)

    def _step(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self._show(self._guide.find(place[0]))
            self.article.verticalScrollBar().setValue(place[1])

    def _show(self, topic: Topic, heading: str = "") -> None:
        self._topic = topic
        self.article.show_markdown(topic.text, search_words(self.search.text()), heading)
        self._select(topic.name)
        self.back_button.setEnabled(self._steps.has_past)
        self.forward_button.setEnabled(self._steps.has_future)

    def _enlarge(self, path: str) -> None:
        from ui.guide.picture_dialog import PictureDialog

        words = self.article.picture_words(path)
        PictureDialog(self, _FOLDER / path, words).open()

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self._go(self._guide.find(str(item.data(_NAME))), str(item.data(_PART) or ""))

    def _on_search(self) -> None:
        """Narrow the contents; show the first hit when the article shown is not one."""
        self._fill()
        listed = self.topics_listed
        if listed and self._topic.name not in listed:
            self._go(self._guide.find(listed[0]))
        else:
            self.article.show_markdown(self._topic.text, search_words(self.search.text()))


def _arrow(words: str, act: object, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setAutoRaise(True)
    made.setToolTip(words)
    made.setAccessibleName(words.partition(" (")[0])
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(act)
    return made
