"""A drop-down list that looks for its items when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.theme import tokens

Items = Callable[[], Iterable[tuple[str, Any]]]
_LETTERS = 6
_WIDEST = 60  # letters of the opened list


class LazyCombo(QComboBox):
    """The first item stands for no choice and reads `short` when the list is closed.

    A choice tints the field.
    """

    picked = Signal()

    def __init__(
        self, name: str, anything: str, items: Items, parent: QWidget, *, short: str = ""
    ) -> None:
        super().__init__(parent)
        self._items = items
        self._short = short or anything
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setMaxVisibleItems(16)
        self.addItem(anything, None)
        self.currentIndexChanged.connect(self._on_changed)

    def value(self) -> Any:  # noqa: ANN401 - what the items carry
        """The choice, None for all."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose by value without telling; what is not there chooses all."""
        if value is not None:
            self.fill()
        self.blockSignals(True)
        self.setCurrentIndex(max(self._place(value), 0))
        self.blockSignals(False)
        self._colour()

    def fill(self) -> None:
        """Look for the items anew; the choice stays, also when nothing has it any more."""
        chosen, words = self.currentData(), self.currentText()
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for text, value in self._items():
            self.addItem(text, value)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        if chosen is not None and self._place(chosen) < 0:
            self.addItem(words, chosen)
        self.setCurrentIndex(max(self._place(chosen), 0))
        self.blockSignals(False)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count()))
        most = metrics.averageCharWidth() * _WIDEST
        self.view().setMinimumWidth(min(widest, most) + 2 * metrics.height())
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def showPopup(self) -> None:
        """Qt: fill the list that is about to open."""
        self.fill()
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Qt: F4 opens the list, also on a page that has the key for something else."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_F4
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows and letters walk through the items too."""
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            self.fill()
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: a field without a choice says in short what it filters by."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() <= 0:
            option.currentText = self._short
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: a turn of the wheel over the page must not filter it."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _place(self, value: object) -> int:
        # findData compares only what Qt knows; a frozenset is none of it.
        return next((n for n in range(self.count()) if self.itemData(n) == value), -1)

    def _on_changed(self, _index: int) -> None:
        self._colour()
        self.picked.emit()

    def _colour(self) -> None:
        look = tokens(self.parentWidget() or self)
        ground = look.accent_tint if self.currentIndex() > 0 else look.panel
        if self.palette().color(QPalette.ColorRole.Button).name() != ground:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Button, QColor(ground))
            self.setPalette(palette)
