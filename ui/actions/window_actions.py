"""The actions of the window as Qt has them: keys and menu bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.actions.action import Action, Menu
from ui.actions.catalogue import ACTIONS
from ui.icons import icon

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class WindowActions(QObject):
    """Makes each action's QAction, and fills a menu when it is opened.

    `Halaman` holds what the page in front offers; see `ui.actions.page_buttons`.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.by_name: dict[str, QAction] = {}
        for action in ACTIONS:
            self._add(action)
        bar = window.menuBar()
        bar.setAccessibleName("Menu")
        bar.setNativeMenuBar(False)  # a bar of the desktop's own would not be locked
        self.menus: dict[str, QMenu] = {}
        for title in (Menu.BERKAS, Menu.LIHAT, "Halaman", Menu.PENGATURAN, Menu.BANTUAN):
            menu = self.menus[title] = bar.addMenu(str(title))
            fill = self._fill_page if title == "Halaman" else partial(self._fill, Menu(title))
            menu.aboutToShow.connect(partial(fill, menu))

    def _add(self, action: Action) -> None:
        made = QAction(action.text, self._window)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.triggered.connect(lambda _on=False: action.run(self._window))
        if action.name in ("undo", "redo"):
            made.setAutoRepeat(False)  # keys held down do not empty the whole day
        self._window.addAction(made)
        self.by_name[action.name] = made

    def _fill(self, which: Menu, menu: QMenu) -> None:
        menu.clear()
        for action in ACTIONS:
            if action.menu is which:
                if action.rule:
                    menu.addSeparator()
                made = self.by_name[action.name]
                made.setIcon(icon(action.icon, menu, tone="muted"))
                menu.addAction(made)

    def _fill_page(self, menu: QMenu) -> None:
        from ui.actions.page_buttons import page_buttons

        menu.clear()
        found = page_buttons(self._window)
        for each in found:
            made = menu.addAction(each.icon, each.text)
            made.setEnabled(each.enabled)
            made.triggered.connect(lambda _on=False, button=each: button.press())
        if not found:
            menu.addAction("Halaman ini tidak punya perintah sendiri").setEnabled(False)
