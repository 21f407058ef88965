"""The buttons at the right of the board's head, and the keys that do the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.board.board_look import Zoom
from ui.icons import icon
from ui.theme import tokens
from ui.widgets.menu_button import give_menu

_PICTURES = ("filter", "zoom-in", "info")


class BoardTools(QWidget):
    """Filter, size and details; its actions are heard on the whole page."""

    filter_toggled = Signal(bool)
    filter_reached = Signal()
    """Ctrl+F: the filter is wanted, open or not."""
    details_toggled = Signal(bool)
    zoom_chosen = Signal(object)
    """A `Zoom`."""
    zoom_turned = Signal(int)
    """One size larger (1) or smaller (-1)."""
    fold_asked = Signal(bool)
    """Collapse all lanes, or none."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.filter_button = self._button("&Saring", "Saring kartu (Ctrl+F)")
        self.look_button = self._button(
            "&Tampilan", "Ukuran kartu (Ctrl++, Ctrl+-, Ctrl+0) dan baris yang diciutkan"
        )
        self.details_button = self._button("R&incian", "Rincian kartu di samping papan (F4)")
        self.filter_button.clicked.connect(self.filter_toggled)
        self.details_button.clicked.connect(self.details_toggled)
        for checked in (self.filter_button, self.details_button):
            checked.setCheckable(True)
            checked.toggled.connect(self._draw)
        give_menu(self.look_button, self._menu())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for each in self._buttons:
            layout.addWidget(each)
        self._keys(page)
        self._draw()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.filter_button, self.look_button, self.details_button

    def show_zoom(self, zoom: Zoom) -> None:
        """Mark the size in the menu."""
        self._sizes[zoom].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "details_button"):
            self._draw()

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setAutoDefault(False)
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
        return made

    def _draw(self) -> None:
        look = tokens(self)
        for each, name in zip(self._buttons, _PICTURES, strict=True):
            on = each.isChecked()
            each.setIcon(icon(name, self, tone="accent" if on else "muted"))
            ground = look.accent_tint if on else look.panel
            if each.palette().color(QPalette.ColorRole.Button).name() != ground:
                palette = QPalette(each.palette())
                palette.setColor(QPalette.ColorRole.Button, QColor(ground))
                each.setPalette(palette)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._sizes: dict[Zoom, QAction] = {}
        for zoom in Zoom:
            action = menu.addAction(zoom.label)
            action.setCheckable(True)
            action.triggered.connect(lambda _on, size=zoom: self.zoom_chosen.emit(size))
            group.addAction(action)
            self._sizes[zoom] = action
        menu.addSeparator()
        for words, fold in (("&Ciutkan semua baris", True), ("Be&ntangkan semua baris", False)):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on, fold=fold: self.fold_asked.emit(fold))
        return menu

    def _keys(self, page: QWidget) -> None:
        keys = (
            ("Saring kartu", ("Ctrl+F",), self.filter_reached.emit),
            ("Rincian kartu", ("F4",), self.details_button.click),
            ("Perbesar kartu", ("Ctrl++", "Ctrl+="), lambda: self.zoom_turned.emit(1)),
            ("Perkecil kartu", ("Ctrl+-",), lambda: self.zoom_turned.emit(-1)),
            ("Ukuran kartu biasa", ("Ctrl+0",), lambda: self.zoom_chosen.emit(Zoom.BIASA)),
        )
        for words, sequences, act in keys:
            action = QAction(words, page)
            action.setShortcuts([QKeySequence(each) for each in sequences])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, act=act: act())
            page.addAction(action)
