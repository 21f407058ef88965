"""F1 in every window, and the way from anything on screen to its page of the guide."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

KEYS = "F1"
_GIVEN = "helpKey"


class HelpKey(QObject):
    """Gives each dialog the key when the keyboard first comes into it.

    The main window's own action hears F1 only while that window is in front. A dialog, page or
    part of one says with `topic` which page of the guide is about it: `name` or `name#heading`.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if new is not None else None
        if not isinstance(dialog, QDialog) or dialog.property(_GIVEN):
            return
        dialog.setProperty(_GIVEN, True)
        shortcut = QShortcut(QKeySequence(KEYS), dialog)
        shortcut.setWhatsThis("Panduan tentang jendela ini")
        shortcut.activated.connect(partial(_open_for, dialog))


def topic_of(widget: QWidget | None) -> str | None:
    """What the nearest part of the screen around `widget` says that it is about."""
    while widget is not None:
        topic = getattr(widget, "topic", None)
        if isinstance(topic, str) and topic:
            return topic
        widget = widget.parentWidget()
    return None


def open_guide(asker: QWidget | None, topic: str | None = None) -> None:
    """Open the guide at `topic`, or at what `asker` is about; also before there is a window."""
    topic = topic or topic_of(asker)
    shell = _shell(asker)
    if shell is not None:
        shell.guide(topic)
        return
    from ui.guide.guide_window import GuideWindow

    GuideWindow(None, asker.window() if asker is not None else None).open_topic(topic)


def _open_for(dialog: QDialog) -> None:
    inside = QApplication.focusWidget()
    asker = inside if inside is not None and inside.window() is dialog else dialog
    topic = topic_of(asker)
    if dialog.windowType() is Qt.WindowType.Popup:  # it takes every click for itself
        dialog.close()
        asker = dialog.parentWidget()
    open_guide(asker, topic)


def _shell(asker: QWidget | None):  # noqa: ANN202 - what has `guide`: the main window
    while asker is not None:
        if callable(getattr(asker, "guide", None)):
            return asker
        asker = asker.parentWidget()
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and callable(getattr(window, "guide", None)):
            return window
    return None
