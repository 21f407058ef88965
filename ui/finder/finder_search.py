"""What the finder shows for what is typed, while its index still grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sopapp.domain.find_shelf import Section, Shelf, Target, TargetKind, find_sections
from sopapp.domain.ribuan import ribuan
from sopapp.paths import RESOURCES
from sopapp.services.collector_pause import paused_collector
from ui.actions.action import Action
from ui.actions.page_buttons import PageButton
from ui.actions.shortcut_list import keys_text
from ui.finder.finder_memory import FinderMemory
from ui.finder.finder_model import Row, RowKind
from ui.finder.finder_shelves import (
    ACTION_KINDS,
    OFTEN,
    action_shelves,
    action_target,
    actions,
    button_shelf,
    guide_turns,
)

if TYPE_CHECKING:
    from ui.context import UiContext

_TURN = 0.006
"""Seconds that the index may take of one turn of the event loop."""
_FEW, _ALONE, _MANY = 5, 12, 200
"""Hits shown of each kind, of a single kind, and of a kind that was asked to show more."""
_RECENT = 6
_NUMBER = 0  # the field of the letters that holds their number


class FinderSearch(QObject):
    """Emits `grown` when more can be found than before."""

    grown = Signal()

    def __init__(
        self,
        context: UiContext,
        memory: FinderMemory,
        buttons: Iterable[PageButton],
        offered: Mapping[str, Action] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._finder = context.app.finder
        self._memory = memory
        self._actions = actions() if offered is None else offered
        self._own: list[Shelf] = [*action_shelves(self._actions.values()), button_shelf(buttons)]
        self._turns: Iterator[object] = self._grow()
        self._complete = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    def begin(self) -> None:
        """Read on in the turns of the event loop."""
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether records are still being read."""
        return not self._complete

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """All that can be searched now."""
        return (*self._own, *self._finder.shelves)

    def rows(self, text: str, opened: TargetKind | None = None) -> tuple[Row, ...]:
        """What to show for `text`; of the kind `opened` more than a few."""
        text = text.strip()
        if not text:
            return tuple(self._start())
        if text == ">":
            return tuple(self._all_actions())
        sections = find_sections(self.shelves, text, only(text))
        return tuple(self._hits(sections, opened))

    def _hits(self, sections: Iterable[Section], opened: TargetKind | None) -> Iterator[Row]:
        sections = tuple(sections)
        for section in sections:
            most = _ALONE if len(sections) == 1 else _FEW
            if section.kind is opened:
                most = _MANY
            elif section.count == most + 1:
                most += 1  # the hit itself takes no more room than a row that offers it
            yield Row(RowKind.HEAD, section.kind, str(section.kind))
            yield from map(self._row, section.first(most))
            more = section.count - most
            if more > 0 and section.kind is not opened:
                yield Row(
                    RowKind.MORE, section.kind, f"Tampilkan lebih banyak ({ribuan(more)} lagi)"
                )

    def _start(self) -> Iterator[Row]:
        """Before anything is typed: what was opened last, and what is often done."""
        recent = self._finder.known(self._memory.recent())[:_RECENT]
        if recent:
            yield Row(RowKind.HEAD, None, "Terakhir dibuka")
            yield from map(self._row, recent)
        names = dict.fromkeys((*self._memory.frequent(), *OFTEN))
        often = [self._actions[name] for name in names if name in self._actions][:_RECENT]
        yield Row(RowKind.HEAD, TargetKind.PERINTAH, "Sering dipakai")
        yield from (self._row(action_target(each)) for each in often)
        yield from self._everything(self._own[2])

    def _all_actions(self) -> Iterator[Row]:
        commands, settings, buttons = self._own[:3]
        for shelf in (buttons, commands, settings):
            yield from self._everything(shelf)

    def _everything(self, shelf: Shelf) -> Iterator[Row]:
        if len(shelf.index):
            yield Row(RowKind.HEAD, shelf.kind, str(shelf.kind))
            yield from (self._row(shelf.target(at)) for at in range(len(shelf.index)))

    def _row(self, target: Target) -> Row:
        action = self._actions.get(target.key) if isinstance(target.key, str) else None
        if action is None or target.kind not in ACTION_KINDS:
            return Row(RowKind.TARGET, target.kind, target=target)
        return Row(RowKind.TARGET, target.kind, "", target, action.icon, keys_text(action.keys))

    def _grow(self) -> Iterator[object]:
        yield from self._finder.turns()
        yield from guide_turns(RESOURCES / "panduan", self._own)

    def _turn(self) -> None:
        with paused_collector():  # it would look at the whole index, again and again
            self._grow_for_a_while()

    def _grow_for_a_while(self) -> None:
        until = perf_counter() + _TURN
        grown = False
        while perf_counter() < until:
            try:
                grown = next(self._turns) is not None or grown
            except StopIteration:
                self._timer.stop()
                self._complete = grown = True
                break
        if grown:
            self.grown.emit()


def only(text: str) -> dict[TargetKind, tuple[int, ...] | None] | None:
    """Where a text with a sign before it is looked for; None for everywhere."""
    if text.startswith(">"):
        return dict.fromkeys(ACTION_KINDS)
    return {TargetKind.SURAT: (_NUMBER,)} if text.startswith("#") else None
