"""The page of the day: what is late, due or waiting, and what to do about it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.tanggal import hari_tanggal
from ui.errors import guard
from ui.today.filling import LATER, MOST_ROWS, SECTIONS, Filling, due_fillings
from ui.today.keyboard import Keyboard
from ui.today.loading import load_later
from ui.today.section import Section
from ui.today.today_acts import TodayActs
from ui.widgets.page_head import PAGE_MARGINS, PageHead, mute
from ui.widgets.slim_scroll_bar import frameless

if TYPE_CHECKING:
    from sopapp.domain.tenggatan import Tenggatan
    from ui.context import UiContext
    from ui.today.quiet_day import QuietDay
    from ui.today.row_view import RowView
    from ui.today.watched import Watched

_SHOWN = (
    Kind.BERKAS,
    Kind.PERMINTAAN,
    Kind.USULAN,
    Kind.SURAT,
    Kind.DIK,
    Kind.ATTACHMENT,
    Kind.PUBLIKASI,
    Kind.PERMOHONAN,
    Kind.INSTANSI,
    Kind.UNIT_KERJA,
    Kind.PEJABAT,
    Kind.LIBUR,
    Kind.SETTING,
    Kind.SOP,
)
_A_MINUTE = 60_000  # milliseconds
_AFTER_PAINT = 100
_AT_FIRST = 12  # lines: about what a window shows without scrolling
_AT_ONCE = 6
_CHARS = 195
_RING = 2  # pixels: a focus ring reaches out of its row


class TodayPage(QWidget):
    """Painted first with the cards of the board; each other section follows in a turn of its own.

    While it is hidden it reads nothing.
    """

    topic = "hari-ini"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self._painted = False
        self.board: Tenggatan | None = None
        self.head = PageHead(hari_tanggal(context.app.clock.today()), parent=self)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)  # else many counts would widen the window
        mute(self.summary)
        self._acts = TodayActs(context, self)
        self._told = False
        self._build()
        self._summaries: dict[str, str] = {}
        self._queue: deque[Callable[[], None]] = deque()
        self._unread: deque[str] = deque()
        self._loading = self._loaded = False
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._fill_next)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._quiet: QuietDay | None = None
        self._watched: Watched | None = None
        context.hub.changed.connect(self._on_changed)
        self._midnight = QTimer(self, interval=_A_MINUTE)
        self._midnight.timeout.connect(self.check_day)
        self._midnight.start()

    def _build(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(_RING, 2, 12, 12)
        self._column.setSpacing(14)
        self.sections: dict[str, Section] = {}
        for name, title in SECTIONS:
            section = Section(name, title, inner)
            section.more_asked.connect(partial(self._acts.show_all, name))
            self.sections[name] = section
            self._column.addWidget(section)
        self._column.addStretch(1)
        self.scroll_area = QScrollArea(self)
        frameless(self.scroll_area, sideways=False)
        self.scroll_area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.scroll_area.setWidget(inner)
        top = QVBoxLayout()
        top.setContentsMargins(_RING, 0, 12, 0)
        top.setSpacing(2)
        top.addWidget(self.head)
        top.addWidget(self.summary)
        self.keyboard = Keyboard(self, self.scroll_area, self.sections.values())
        side, above, _right, below = PAGE_MARGINS
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side - _RING, above, 4, below - 4)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.scroll_area, 1)

    # -- reading ------------------------------------------------------------------------

    @property
    def filled(self) -> bool:
        """Whether every section shows what there is."""
        return self._told and not (self._stale or self._queue or self._unread)

    def reload(self) -> None:
        """Read the cards now and the other sections in the turns that follow."""
        self._stale = False
        with guard(self, self._context.prompts):
            board = self._context.app.board.due(MOST_ROWS)
            self.board = board
            self.head.set_title(hari_tanggal(board.today))
            self._queue.clear()
            room = _AT_FIRST
            for name, filling in due_fillings(board).items():
                there = max(room, len(self.sections[name].views))
                self._show_some(name, filling, there)
                room = max(0, room - len(filling.rows))
            self._queue.reverse()  # the first goes on first
            self._unread = deque(LATER)
            if self._painted:
                self._turn.start(0)

    def check_day(self) -> None:
        """Read anew when the day is another than the one shown."""
        board = self.board
        if board is not None and board.today != self._context.app.clock.today():
            if self._watched is not None:
                self._watched.start()
            self._refresh()

    def show_filling(self, name: str, filling: Filling) -> None:
        """Show the lines of a section; the keyboard stays where it was."""
        section = self.sections[name]
        held = self.keyboard.held(section)
        for view in section.show_rows(filling.rows, filling.total, filling.more):
            view.opened.connect(partial(self._acts.open, name))
            view.followed.connect(partial(self._acts.follow, name))
            view.pressed_act.connect(partial(self._acts.press, name))
            view.stepped.connect(partial(self.keyboard.step, view))
        if held is not None:
            self.keyboard.hold_again(section, held)
        self._summaries[name] = filling.summary
        self._show_note()
        if self._painted:
            # A paint that comes before (Windows) would show the lines squeezed. First the section
            # tells the page how high it became, then the page the area that scrolls it.
            for _round in range(2):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def settled(self) -> None:
        """Say so when everything was read and there is nothing to do."""
        counted = self._watched is not None and self._watched.counted
        if self.board is None or self._queue or self._unread or not counted:
            return
        quiet = not any(
            section.count for name, section in self.sections.items() if name != "cadangan"
        )
        if quiet and self._quiet is None:
            from ui.today.quiet_day import QuietDay

            self._quiet = QuietDay(self._context, self)
            self._column.insertWidget(0, self._quiet)
            self.keyboard.first = self._quiet.button
        if self._quiet is not None:
            self._quiet.setVisible(quiet)
            self._quiet.tell(self.board)
        self._told = True
        self._show_note()
        self.keyboard.chain()
        self.keyboard.come()

    def _fill_next(self) -> None:
        if not self.isVisible():
            return
        if not self._loading:
            self._loading = True
            load_later(self._context, self, self._on_loaded)
        if self._queue:
            self._queue.popleft()()
            self._turn.start(0)
        elif not self._loaded:
            return  # goes on when they are
        elif self._unread:
            with guard(self, self._context.prompts):
                name = self._unread.popleft()
                filling = LATER[name](self._context.app)
                self._queue.append(partial(self._show_more, name, filling))
            self._turn.start(0)
        elif self._watched is None:
            from ui.today.watched import Watched

            self._watched = Watched(self._context, self)
            self._watched.start()
            self.keyboard.chain()
        else:
            self.settled()

    def _on_loaded(self, _modules: object) -> None:
        self._loaded = True
        self._turn.start(0)

    def _show_some(self, name: str, filling: Filling, now: int) -> None:
        """Show so many lines, and the others in the turns that follow."""
        if len(filling.rows) <= now:
            self.show_filling(name, filling)
        else:
            self.show_filling(name, filling._replace(rows=filling.rows[:now], more=""))
            self._queue.appendleft(partial(self._show_more, name, filling))

    def _show_more(self, name: str, filling: Filling) -> None:
        """Show a few more lines than before; each that appears has all above it laid out anew."""
        self._show_some(name, filling, len(self.sections[name].views) + _AT_ONCE)

    def _show_note(self) -> None:
        said = [words for name, _title in SECTIONS if (words := self._summaries.get(name))]
        nothing = "Tidak ada yang mendesak" if self._told else ""
        self.summary.setText("  ·  ".join(said) or nothing)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._stale = True
            if self.isVisible():
                self._soon.start()  # once for all that one act changes

    def _refresh(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    @property
    def views(self) -> tuple[RowView, ...]:
        """Every line shown, from the top."""
        return self.keyboard.views

    def take_focus(self) -> None:
        """Put the keyboard on the first line, or on the button of an empty page."""
        self.keyboard.ask()

    # -- Qt -----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another page was in front."""
        super().showEvent(event)
        self.check_day()
        if self._stale:
            self.reload()
        elif not self.filled:
            self._turn.start(_AFTER_PAINT)
        if not event.spontaneous():
            if self._watched is not None:
                self._watched.start()
            self.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count nothing while nobody looks."""
        super().hideEvent(event)
        self._turn.stop()
        if self._watched is not None:
            self._watched.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "summary"):
            mute(self.summary)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only after its first paint does the page load what is slower."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._turn.start(_AFTER_PAINT)
