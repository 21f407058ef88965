"""Mouse and keyboard on the real window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMenu,
    QScrollArea,
    QTabBar,
    QWidget,
)

from sopapp.domain.tanggal import tanggal
from tests.journeys.eyes import Eyes, plain
from tests.ui.stopping import shown
from ui.board.cell_list import CellList
from ui.tasks import Tasks

LEFT = Qt.MouseButton.LeftButton
_WAIT = 15_000  # milliseconds


class Hands(Eyes):
    """Presses a widget where it lies in its window; what covers it gets the click instead."""

    tasks: Tasks

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot

    def press_at(
        self,
        widget: QWidget,
        spot: QPoint | None = None,
        *,
        double: bool = False,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """Click where the widget lies."""
        _scroll_to(widget)
        window = widget.window()
        at = widget.mapTo(window, spot or widget.rect().center())
        under = window.childAt(at)
        assert under is widget or widget.isAncestorOf(under), f"{under} menutupi {widget}"
        act = QTest.mouseDClick if double else QTest.mouseClick
        act(window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()

    def click(self, *words: str) -> None:
        """Click buttons one after the other."""
        for each in words:
            found = self.button(each)
            assert found.isEnabled(), f"“{each}” mati:\n{self.words}"
            self.press_at(found)

    def pick(self, item: str) -> None:
        """Click an item of the open menu."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        action = next(each for each in menu.actions() if plain(each.text()).startswith(item))
        at = menu.actionGeometry(action).center()
        QTest.mouseMove(menu.windowHandle(), at)
        QTest.mouseClick(menu.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()

    def choose(self, name: str, item: str) -> None:
        """Choose in a drop-down list by mouse."""
        combo = self.field(name)
        assert isinstance(combo, QComboBox)
        row = next(n for n in range(combo.count()) if combo.itemText(n).startswith(item))
        _scroll_to(combo)
        self.press_at(combo, QPoint(combo.width() - 8, combo.height() // 2))
        view = combo.view()
        self.qtbot.waitUntil(view.isVisible)
        index = combo.model().index(row, combo.modelColumn(), combo.rootModelIndex())
        view.scrollTo(index)
        at = view.viewport().mapTo(view.window(), view.visualRect(index).center())
        handle = view.window().windowHandle()
        for step in (QPoint(12, 0), QPoint(0, 0)):
            QTest.mouseMove(handle, at + step)
        QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, at)
        QApplication.processEvents()
        assert combo.currentText().startswith(item), f"{combo.currentText()} ≠ {item}"

    def tab(self, title: str) -> None:
        """Click a tab."""
        for bar in self.see(QTabBar):
            for number in range(bar.count()):
                if plain(bar.tabText(number)) == title:
                    self.press_at(bar, bar.tabRect(number).center())
                    return
        raise AssertionError(f"tidak ada tab “{title}”")

    def row(self, name: str, words: str, *, double: bool = False) -> None:
        """Click the table row that has these words."""
        view = self.field(name)
        assert isinstance(view, QAbstractItemView)
        row = next(n for n, cells in enumerate(self.table(name)) if any(words in c for c in cells))
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.press_at(view.viewport(), view.visualRect(index).center(), double=double)

    def drag(self, start: tuple[CellList, QPoint], end: tuple[QWidget, QPoint]) -> None:
        """Drag a card to another place of the window and let go.

        The offscreen platform begins a drag and drops it at once; from there on the window is
        told what another platform would tell it.
        """
        handle, cell = self.window.windowHandle(), start[0]
        here = cell.viewport().mapTo(self.window, start[1])
        there = end[0].mapTo(self.window, end[1])
        QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, here)
        QTest.mouseMove(handle, here + QPoint(3, 3))
        assert cell.state() is CellList.State.DraggingState
        QTest.mouseMove(handle, here + QPoint(24, 24))
        self._carry(handle, cell.cell.mimeData([cell.currentIndex()]), here, there)
        QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, there)
        QApplication.processEvents()

    def _carry(self, handle: QWindow, mime: QMimeData, here: QPoint, there: QPoint) -> None:
        how = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(handle, QDragEnterEvent(here, *how))
        for place in (there - QPoint(4, 4), there):
            over = QDragMoveEvent(place, *how)
            over.setDropAction(Qt.DropAction.CopyAction)
            QApplication.sendEvent(handle, over)
        if over.isAccepted():
            QApplication.sendEvent(handle, QDropEvent(QPointF(there), *how))
        else:
            QApplication.sendEvent(handle, QDragLeaveEvent())

    def _keyboard_window(self) -> QWindow:
        """The window that has the keyboard; offscreen nobody hands it on after a dialog."""
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not front:
            front.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is front)
        return front.windowHandle()

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        self._keyboard_window()
        focus = QApplication.focusWidget()
        assert focus is not None, f"papan ketik tidak ada di mana pun:\n{self.words}"
        return focus

    def keys(self, *sequences: str) -> None:
        """Press keys, each written as `Ctrl+Return`."""
        for each in sequences:
            combination = QKeySequence(each)[0]
            QTest.keyClick(
                self._keyboard_window(), combination.key(), combination.keyboardModifiers()
            )
            QApplication.processEvents()
            self.wait(self._nothing_down)  # a button pressed by its letter stays down a moment

    def _nothing_down(self) -> bool:
        if QApplication.activePopupWidget() is not None:
            return True
        return not any(each.isDown() for each in self.see(QAbstractButton))

    def write(self, text: str) -> None:
        """Type; what a plain keyboard does not have is pasted."""
        if text.isascii() and text.isprintable() and len(text) < 60:
            QTest.keyClicks(self.focus, text)
        else:
            QGuiApplication.clipboard().setText(text)
            self.keys("Ctrl+V")

    def fill(self, name: str, text: str) -> None:
        """Click into a field and type over what is there."""
        self.press_at(self.field(name))
        self.retype(text)

    def retype(self, text: str) -> None:
        """Type over the field that has the keyboard."""
        self.keys("Ctrl+A", "Delete")
        if text:
            self.write(text)

    def fill_day(self, name: str, day: date) -> None:
        """Click into a date field and type the day."""
        field = self.field(name)
        self.press_at(field, QPoint(10, field.height() // 2))
        self.retype(tanggal(day))

    def tab_to(self, reached: Callable[[QWidget], bool], key: str = "Tab") -> QWidget:
        """Press Tab until the widget wanted has the keyboard."""
        for _ in range(80):
            if reached(self.focus):
                return self.focus
            self.keys(key)
        raise AssertionError(f"tidak tercapai dengan {key}; terakhir {self.focus}:\n{self.words}")

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=_WAIT)

    def settle(self) -> None:
        """Wait until no work runs in the background, and none is told of."""
        self.wait(lambda: not self.tasks.busy and shown() is None)
        QApplication.processEvents()


def _scroll_to(widget: QWidget) -> None:
    """What the wheel does until the widget is in sight."""
    QApplication.processEvents()  # a form that grows with its words has its height now
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and not isinstance(parent, QMenu):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()
