"""What the page in front can be asked to do: its own buttons, found where they are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QMainWindow, QPushButton, QToolButton


@dataclass(frozen=True, slots=True)
class PageButton:
    """A button of the page; `keys` as its tooltip names them, or ""."""

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


def page_buttons(window: QMainWindow) -> tuple[PageButton, ...]:
    """The visible buttons of the page in front that say a word, top to bottom, once each."""
    page = window.page(window.front)  # type: ignore[attr-defined]
    found: dict[str, PageButton] = {}
    buttons = [
        each
        for each in page.findChildren(QAbstractButton)
        if isinstance(each, (QPushButton, QToolButton))
        and not isinstance(each, QCheckBox)
        and each.isVisible()
    ]
    buttons.sort(key=lambda each: each.mapTo(page, each.rect().topLeft()).toTuple()[::-1])
    for each in buttons:
        text = each.text() or each.accessibleName()
        plain = text.replace("&", "").strip()
        if plain:
            found.setdefault(plain, PageButton(each, text))
    return tuple(found.values())
