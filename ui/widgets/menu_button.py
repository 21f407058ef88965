"""Menus of buttons, opened with the keyboard as with the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton


def give_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Let `button` open `menu`; opened without the mouse, its first action is chosen.

    Qt leaves a button drawn as pressed when its menu was opened with a key and closed again.
    """
    button.setMenu(menu)
    menu.aboutToHide.connect(button.update, Qt.ConnectionType.QueuedConnection)
    menu.aboutToShow.connect(partial(_on_show, menu))


def _on_show(menu: QMenu) -> None:
    if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
        QTimer.singleShot(0, menu, partial(_choose_first, menu))


def _choose_first(menu: QMenu) -> None:
    first = next((each for each in menu.actions() if each.isEnabled() and each.text()), None)
    if first is not None and menu.isVisible() and menu.activeAction() is None:
        menu.setActiveAction(first)
