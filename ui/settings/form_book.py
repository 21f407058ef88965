"""Several forms as one, where an error leads to the page that its field stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.widgets.fields import Fields


class FormBook:
    """Looks for a field in each of its pages; `reveal` brings a page into sight."""

    def __init__(self, reveal: Callable[[QWidget], None]) -> None:
        self._reveal = reveal
        self._pages: list[tuple[QWidget, Fields]] = []

    def add(self, page: QWidget, fields: Fields) -> None:
        """Take the fields of a page in."""
        self._pages.append((page, fields))

    def has_field(self, field: str) -> bool:
        """Whether any page has it."""
        return any(fields.has_field(field) for _page, fields in self._pages)

    def show_error(self, field: str, text: str) -> None:
        """Turn to the page and say it there."""
        for page, fields in self._pages:
            if fields.has_field(field):
                self._reveal(page)
                fields.show_error(field, text)
                return

    def explain(self, field: str, topic: str) -> None:
        """Lead to where the guide says why, below what is wrong at the field."""
        for _page, fields in self._pages:
            if fields.has_field(field) and hasattr(fields, "explain"):
                fields.explain(field, topic)
                return

    def clear_errors(self) -> None:
        """Take all errors of all pages away."""
        for _page, fields in self._pages:
            fields.clear_errors()

    def error_text(self, field: str) -> str:
        """What is said at the field, on whichever page; empty without one."""
        return next(
            (fields.error_text(field) for _page, fields in self._pages if fields.has_field(field)),
            "",
        )
