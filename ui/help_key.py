"""F1 in every window, and the way from anything on screen to its page of the guide."""

from __future__ import annotations

from collections.abc import Callable
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
    guide = _guide_of(asker)
    if guide is not None:
        guide(topic)
        return
    from ui.guide.guide_window import GuideWindow

    GuideWindow(None, asker.window() if asker is not None else None).open_topic(topic)


def _open_for(dialog: QDialog) -> None:
    inside = QApplication.focusWidget()
    asker: QWidget | None = dialog
    if inside is not None and inside.window() is dialog:
        asker = inside
    topic = topic_of(asker)
    if dialog.windowType() is Qt.WindowType.Popup:  # it takes every click for itself
        dialog.close()
        asker = dialog.parentWidget()
    open_guide(asker, topic)


def _guide_of(asker: QWidget | None) -> Callable[[str | None], None] | None:
    """What opens the guide in the main window around `asker`, else in the one that is open."""
    while asker is not None:
        if (guide := _guide_at(asker)) is not None:
            return guide
        asker = asker.parentWidget()
    windows = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return next((guide for each in windows if (guide := _guide_at(each)) is not None), None)


def _guide_at(widget: QWidget) -> Callable[[str | None], None] | None:
    guide = getattr(widget, "guide", None)
    return guide if callable(guide) else None
