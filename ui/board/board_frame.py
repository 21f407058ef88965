"""What stands around the board: tools, filter and details, made after the first paint."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sopapp.domain.board import Board
from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from ui.board.board_look import BoardLook, Zoom, keep_look, read_look
from ui.widgets.tab_order import tab_through

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

    from sopapp.domain.board_filter import BoardFilter
    from ui.board.board_controller import BoardController
    from ui.board.board_detail import BoardDetail
    from ui.board.board_filter_bar import BoardFilterBar
    from ui.board.board_tools import BoardTools
    from ui.board.board_view import BoardView
    from ui.context import UiContext
    from ui.widgets.page_head import PageHead

_AFTER_PAINT = 50  # milliseconds


class BoardFrame(QObject):
    """Narrows the board, and keeps how it is looked at from one start to the next."""

    narrowed_anew = Signal()
    """The filter is another one."""

    def __init__(
        self,
        context: UiContext,
        page: QWidget,
        view: BoardView,
        controller: BoardController,
        places: tuple[PageHead, QVBoxLayout, QHBoxLayout],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._view = view
        self._controller = controller
        self._head, self._column, self._row = places
        self._filter: BoardFilter | None = None
        self._path = DataFolder(context.app.data).window
        self._look = read_look(self._path)
        self._bar: BoardFilterBar | None = None
        self._pane: BoardDetail | None = None
        view.set_zoom(self._look.zoom)
        view.fold(self._look.folded)
        view.folded_changed.connect(self._keep_folded)
        view.zoom_asked.connect(self._turn_zoom)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_PAINT)
        self._soon.timeout.connect(self.complete)

    @property
    def filter(self) -> BoardFilter | None:
        """What is asked of a card; None when nothing is."""
        return self._filter

    @property
    def ready(self) -> bool:
        """Whether the tools are there."""
        return "tools" in self.__dict__

    @cached_property
    def tools(self) -> BoardTools:
        """The buttons in the head."""
        from ui.board.board_tools import BoardTools

        tools = BoardTools(self._page)
        tools.show_zoom(self._view.zoom)
        tools.filter_toggled.connect(self._open_bar)
        tools.filter_reached.connect(self._reach_bar)
        tools.details_toggled.connect(self._open_pane)
        tools.zoom_chosen.connect(self._set_zoom)
        tools.zoom_turned.connect(self._turn_zoom)
        tools.fold_asked.connect(self._fold_all)
        self._head.add(tools)
        tab_through(tools)
        self._view.head_strip.tab_after(tools.details_button)
        return tools

    @cached_property
    def bar(self) -> BoardFilterBar:
        """The filter bar, below the head."""
        from ui.board.board_filter_bar import BoardFilterBar

        bar = self._bar = BoardFilterBar(self._units, self._years, self._page)
        bar.changed.connect(self._take_filter)
        bar.left.connect(self._back_to_cards)
        bar.closed.connect(self._close_bar)
        bar.hide()
        self._column.insertWidget(1, bar)
        return bar

    @cached_property
    def pane(self) -> BoardDetail:
        """The details of the current card, at the right of the board."""
        from ui.board.board_detail import BoardDetail

        pane = self._pane = BoardDetail(self._context, self._view, self._controller, self._page)
        pane.closed.connect(self._close_pane)
        pane.hide()
        self._row.addWidget(pane)
        return pane

    def complete_soon(self) -> None:
        """Make what is missing once the board is painted."""
        self._soon.start()

    def complete(self) -> None:
        """Make the tools, and open what was open at the last end."""
        fresh = not self.ready
        self._fit_tools()
        if fresh and self._look.filter_bar:
            self._show_bar(True)
        if fresh and self._look.details:
            self._open_pane(True)

    def narrow(self, board: Board) -> Board:
        """What the filter leaves of `board`; tells the bar how much that is."""
        wanted, shown = self._filter, board
        if wanted is not None:
            of_unit = None if wanted.unit is None else self._context.app.board.of_unit(wanted.unit)
            shown = wanted.narrow(board, of_unit)
        if self._bar is not None:
            self._bar.say(len(shown.cards), len(board.cards))
        return shown

    def take_focus(self) -> None:
        """Put the keyboard where cards can be brought back: all are hidden or collapsed."""
        if self._bar is not None and self._bar.isVisible():
            self._bar.reach()
        elif self._view.canvas.lane_heads:
            self._view.canvas.lane_heads[0].setFocus()

    def follow(self) -> None:
        """The board was read anew."""
        if self.ready:
            self._fit_tools()
        if self._pane is not None:
            self._pane.reread()

    def _fit_tools(self) -> None:
        """An empty board has nothing to filter, enlarge or look at."""
        board = self._view.board
        there = board is not None and bool(board.cards)
        self.tools.setVisible(there)
        if self._bar is not None:
            self._bar.setVisible(there and self._look.filter_bar)
        if self._pane is not None:
            self._pane.setVisible(there and self._look.details)

    # -- filter ---------------------------------------------------------------------------

    def _show_bar(self, opened: bool) -> None:
        self.tools.filter_button.setChecked(opened)
        self.bar.setVisible(opened)
        self._keep(self._look._replace(filter_bar=opened))

    def _open_bar(self, opened: bool) -> None:
        self._show_bar(opened)
        if opened:
            self.bar.reach()
        else:
            self.bar.clear()
            self._back_to_cards()

    def _close_bar(self) -> None:
        self._open_bar(False)

    def _reach_bar(self) -> None:
        if self.bar.isVisible():
            self.bar.reach()
        else:
            self._open_bar(True)

    def _take_filter(self, wanted: BoardFilter) -> None:
        self._filter = None if wanted.empty else wanted
        self.narrowed_anew.emit()

    def _back_to_cards(self) -> None:
        card = self._view.current_card()
        if card is not None:
            self._view.select(card.berkas_id, focus=True)

    def _units(self) -> Iterable[tuple[str, int]]:
        return [(name, unit) for unit, name in self._context.app.board.units()]

    def _years(self) -> Iterable[tuple[str, int]]:
        from sopapp.domain.board_filter import years

        board = self._view.board
        return [(str(year), year) for year in years(board)] if board is not None else []

    # -- looks ----------------------------------------------------------------------------

    def _set_zoom(self, zoom: Zoom) -> None:
        self._view.set_zoom(zoom)
        self.tools.show_zoom(zoom)
        self._keep(self._look._replace(zoom=zoom))

    def _turn_zoom(self, by: int) -> None:
        self._set_zoom(self._view.zoom.step(by))

    def _fold_all(self, fold: bool) -> None:
        board = self._view.board
        lanes = board.sop.lanes if board is not None and fold else ()
        self._view.fold(frozenset(lane.code for lane in lanes))

    def _keep_folded(self, lanes: frozenset[LaneCode]) -> None:
        self._keep(self._look._replace(folded=lanes))

    def _open_pane(self, opened: bool) -> None:
        self.tools.details_button.setChecked(opened)
        had_focus = self._pane is not None and self._pane.isAncestorOf(self._page.focusWidget())
        self.pane.setVisible(opened)
        self._keep(self._look._replace(details=opened))
        if opened:
            self.pane.reread()
        elif had_focus:
            self._back_to_cards()

    def _close_pane(self) -> None:
        self._open_pane(False)

    def _keep(self, look: BoardLook) -> None:
        if look != self._look:
            self._look = look
            keep_look(self._path, look)
