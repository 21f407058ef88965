"""The page the program opens on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from sopapp.domain.board import Board
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import hari_tanggal
from ui.board.board_controller import BoardController
from ui.board.board_frame import BoardFrame
from ui.board.board_view import BoardView
from ui.board.cell_words import fewer_days
from ui.errors import guard
from ui.widgets.page_head import PAGE_MARGINS, PageHead

if TYPE_CHECKING:
    from ui.board.board_empty import BoardEmpty
    from ui.context import UiContext
    from ui.register.expiry_banner import ExpiryBanner

_SHOWN = (
    Kind.BERKAS,
    Kind.PERMINTAAN,
    Kind.USULAN,
    Kind.SURAT,
    Kind.DIK,
    Kind.ATTACHMENT,
    Kind.PUBLIKASI,
    Kind.UNIT_KERJA,
    Kind.LIBUR,
    Kind.SETTING,
    Kind.SOP,
)
_ONE = frozenset({Kind.BERKAS})
"""What changes no card but that of its berkas."""
_START = (Kind.INSTANSI, Kind.UNIT_KERJA, Kind.PEJABAT)
_A_MINUTE = 60_000  # milliseconds
_AFTER_START = 600  # milliseconds: the board is painted and answers before more is loaded


class BoardPage(QWidget):
    """The board, or what to do first while there is no berkas."""

    topic = "papan"

    announced = Signal(str)
    new_berkas_asked = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.head = PageHead("Papan", parent=self)
        self.view = BoardView(self)
        self.controller = BoardController(context, self.view)
        self.controller.announced.connect(self.announced)
        self.view.sop_asked.connect(self.show_sop)
        self._body = QStackedLayout()
        self._body.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(self._body, 1)
        layout.addLayout(row, 1)
        self._layout = layout
        places = (self.head, layout, row)
        self.frame = BoardFrame(context, self, self.view, self.controller, places)
        self.frame.narrowed_anew.connect(self._show_narrowed)
        self.banner: ExpiryBanner | None = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER_START)
        self._later.timeout.connect(self._watch_expiry)
        context.hub.changed.connect(self._on_changed)
        # A program left open overnight must not show yesterday's days left.
        self._midnight = QTimer(self)
        self._midnight.setInterval(_A_MINUTE)
        self._midnight.timeout.connect(self.check_day)
        self._midnight.start()

    @cached_property
    def empty(self) -> BoardEmpty:
        """What is shown while there is no berkas; most offices have one at every start."""
        from ui.board.board_empty import BoardEmpty

        empty = BoardEmpty(self)
        empty.activated.connect(self._start)
        empty.archive_asked.connect(self._context.navigate.archive)
        self._body.addWidget(empty)
        return empty

    def reload(self, only: int | None = None) -> None:
        """Read the board anew; `only` one berkas of it when nothing else changed."""
        service, shown = self._context.app.board, self.view.board
        stale, self._stale = self._stale, False
        with guard(self, self._context.prompts):
            if only is None or shown is None or stale:
                board = service.load()
            else:
                board = service.renewed(shown, only)
            self.view.show_board(self.frame.narrow(board), board)
            self._show_head(board)
            if board.cards:
                self._body.setCurrentWidget(self.view)
            else:
                self._show_empty()
            self.frame.follow()

    def show_sop(self, stage: int) -> None:
        """Show this stage in the SOP in force."""
        from ui.guide.sop_sheet import SopSheet

        with guard(self, self._context.prompts):
            SopSheet(self._context, self, stage=stage).open()

    def check_day(self) -> None:
        """Reload when the day is another than the board's."""
        board = self.view.board
        if board is not None and board.today != self._context.app.clock.today():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another page was in front."""
        super().showEvent(event)
        self.check_day()
        if self._stale:
            self.reload()
        if not event.spontaneous():
            self.take_focus()
            self._later.start()
            self.frame.complete_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more what ends soon while nobody looks."""
        super().hideEvent(event)
        self._later.stop()
        if self.banner is not None:
            self.banner.watch.stop()

    def take_focus(self) -> None:
        """Put the keyboard on the current card, or on the button that begins."""
        card = self.view.current_card()
        if card is not None:
            self.view.select(card.berkas_id, focus=True)
        elif self._body.currentWidget() is not self.view:
            self.empty.button.setFocus()
        else:
            self.frame.take_focus()

    def _show_narrowed(self) -> None:
        board = self.view.board
        if board is not None:
            with guard(self, self._context.prompts):
                self.view.show_board(self.frame.narrow(board), board)

    def _watch_expiry(self) -> None:
        """Say what of the register ends soon; made and counted long after the first paint."""
        if self.banner is None:
            from ui.register.expiry_banner import ExpiryBanner

            self.banner = ExpiryBanner(self._context, self)
            self.banner.asked.connect(self._show_due)
            self._layout.insertWidget(1, self.banner)
        self.banner.watch.start(0)

    def _show_due(self) -> None:
        self._context.navigate.register(due=True)

    def _on_changed(self, changes: Changes) -> None:
        empty = self.view.board is not None and not self.view.board.cards
        if changes.touches(*_SHOWN) or (empty and changes.touches(*_START)):
            self._refresh(changes.berkas_id if changes.kinds == _ONE else None)

    def _refresh(self, only: int | None = None) -> None:
        if self.isVisible():
            self.reload(only)
        else:
            self._stale = True

    def _show_head(self, board: Board) -> None:
        late = fewer_days(board.cards, 0)
        today = fewer_days(board.cards, 1) - late
        parts = [
            f"{ribuan(len(board.cards))} berkas berjalan"
            if board.cards
            else "Tidak ada berkas berjalan"
        ]
        if late:
            parts.append(f"{ribuan(late)} terlambat")
        if today:
            parts.append(f"{ribuan(today)} tenggat hari ini")
        self.head.set_note(f"{hari_tanggal(board.today)}  ·  {', '.join(parts)}")

    def _show_empty(self) -> None:
        lacking = self._context.app.instansi.ready()
        if lacking:
            self.empty.say_lacking([text for _kind, text in lacking])
        else:
            self.empty.say_ready(self._context.app.board.ended())
        self._body.setCurrentWidget(self.empty)

    def _start(self) -> None:
        lacking = self._context.app.instansi.ready()
        if lacking:
            self._context.navigate.settings(lacking[0][0].value)
        else:
            self.new_berkas_asked.emit()
