"""Where the keyboard is on the page of the day, while its lines come and go."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.today.row_view import RowView
from ui.today.section import Section

_MARGIN = 40  # pixels seen above and below the line that the keyboard reaches


class Held(NamedTuple):
    """The line of a section that has the keyboard, and which part of it."""

    place: int
    key: tuple[object, ...]
    part: str


class Keyboard:
    """Moves between the lines of all sections; `first` is the button of an empty page."""

    def __init__(self, page: QWidget, scroll: QScrollArea, sections: Iterable[Section]) -> None:
        self._page = page
        self._scroll = scroll
        self._sections = tuple(sections)
        self.first: QPushButton | None = None
        self._wanted = False
        self._waits_at: QWidget | None = None

    @property
    def views(self) -> tuple[RowView, ...]:
        """Every line shown, from the top."""
        return tuple(view for section in self._sections for view in section.views)

    def ask(self) -> None:
        """Come to the first line, or to the button of an empty page.

        While there is neither it waits, and comes unless the user went elsewhere meanwhile.
        """
        self._waits_at = self._focus
        self._wanted = True
        if self.views:
            self.come()

    def come(self) -> None:
        """Come now if it was asked and there is a place for it."""
        first = self.first if self.first is not None and self.first.isVisible() else None
        if not self._wanted or not (first or self.views):
            return
        self._wanted = False
        if self._waits_at is not None and self._focus is not self._waits_at:
            return
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.views[0].take_focus()

    def step(self, view: RowView, step: int, part: str) -> None:
        """Go `step` lines on from `view`, to the same part where there is one."""
        views = self.views
        at = views.index(view) + step
        if 0 <= at < len(views):
            views[at].take_focus(part)
            self._scroll.ensureWidgetVisible(views[at], 0, _MARGIN)

    def held(self, section: Section) -> Held | None:
        """Which line of `section` has the keyboard."""
        focus = self._focus
        for place, view in enumerate(section.views):
            part = view.part_of(focus)
            if part and view.row is not None:
                return Held(place, view.row.key, part)
        return None

    def hold_again(self, section: Section, held: Held) -> None:
        """Return to the line held before its section changed, or to what took its place."""
        views = section.views or self.views
        same = [view for view in section.views if view.row and view.row.key == held.key]
        if views:
            (same[0] if same else views[min(held.place, len(views) - 1)]).take_focus(held.part)

    def chain(self) -> None:
        """Let Tab go down the page; lines are made in whatever order they were needed."""
        stops = [stop for section in self._sections for stop in section.stops]
        if self.first is not None:
            stops.insert(0, self.first)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    @property
    def _focus(self) -> QWidget | None:
        return self._page.window().focusWidget()
