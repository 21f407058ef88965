"""What the page in front can be asked to do: its own buttons, found where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.widgets.field_group import FieldGroup

if TYPE_CHECKING:
    from ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class PageButton:
    """A button of the page and its words."""

    button: QAbstractButton
    text: str

    @property
    def icon(self) -> QIcon:
        """What the button shows."""
        return self.button.icon()

    @property
    def enabled(self) -> bool:
        """Whether it can be pressed now."""
        return self.button.isEnabled()

    def press(self) -> None:
        """Do what a click does; nothing when it has gone meanwhile."""
        from shiboken6 import isValid

        if isValid(self.button) and self.button.isVisible() and self.button.isEnabled():
            self.button.click()


def page_buttons(window: MainWindow) -> tuple[PageButton, ...]:
    """The visible buttons of the page in front that say a word, top to bottom, once each.

    What means nothing without the row it stands in is left out: buttons of a row, several
    alike for different things, sentences about one record, and figures.
    """
    page = window.page(window.front)
    buttons = [
        each
        for each in page.findChildren(QAbstractButton)
        if isinstance(each, (QPushButton, QToolButton))
        and each.isVisible()
        and not _in_row(each, page)
    ]
    buttons.sort(key=lambda each: each.mapTo(page, each.rect().topLeft()).toTuple()[::-1])
    found: dict[str, list[PageButton]] = {}
    for each in buttons:
        text = _words(each)
        plain = text.replace("&", "").strip()
        if plain and plain[0].isalpha() and plain[-1] not in ".)":
            found.setdefault(plain, []).append(PageButton(each, text))
    return tuple(alike[0] for alike in found.values() if _mean_the_same(alike))


def _in_row(button: QAbstractButton, page: QWidget) -> bool:
    at = button.parentWidget()
    while at is not None and at is not page:
        if isinstance(at, (QAbstractButton, QAbstractItemView)):
            return True
        if isinstance(at, FieldGroup) and isinstance(button, QToolButton):
            return True  # puts something into the field beside it
        at = at.parentWidget()
    return False


def _words(button: QAbstractButton) -> str:
    """What it says; of a mere sign, what a screen reader says of it."""
    text = button.text()
    return text if any(map(str.isalpha, text)) else button.accessibleName()


def _mean_the_same(alike: list[PageButton]) -> bool:
    return len({each.button.accessibleName() for each in alike}) == 1
