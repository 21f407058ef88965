"""The current card in full beside the board, and the way onwards from there."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.berkas import BerkasDetail
from sopapp.domain.board import Card, days_left_text
from sopapp.domain.errors import NotFoundError
from sopapp.domain.tanggal import tanggal_pendek, waktu_pendek
from ui.berkas.next_move import lowered, next_move
from ui.board.card_words import tone
from ui.board.day_strip import DayStrip
from ui.errors import guard
from ui.widgets.icon_button import button, tool
from ui.widgets.link_button import LinkButton
from ui.widgets.slim_scroll_bar import SlimScrollBar
from ui.widgets.toned import Notice, Plate, PrimaryButton, TonedLabel

if TYPE_CHECKING:
    from sopapp.services.riwayat import Peristiwa
    from ui.board.board_controller import BoardController
    from ui.board.board_view import BoardView
    from ui.context import UiContext

_PAUSE = 120  # milliseconds: cards that a held key runs over are not read
_WIDTH = 37  # letters
_EVENTS = 3
_MISSING = 5
_LONGEST = 120  # letters of what happened


class BoardDetail(Plate):
    """Follows the current card of the board; reads when the keyboard rests."""

    closed = Signal()

    def __init__(
        self, context: UiContext, view: BoardView, controller: BoardController, parent: QWidget
    ) -> None:
        super().__init__("card", "border")
        self.setParent(parent)
        self._context = context
        self._view = view
        self._controller = controller
        self.berkas_id: int | None = None
        """The berkas shown."""
        self.setAccessibleName("Rincian kartu")
        self._make_words()
        self.links: list[LinkButton] = []
        self.events: list[TonedLabel] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 6, 10)
        box.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(TonedLabel("Rincian", "muted", bold=True), 1)
        head.addWidget(tool("close", "Tutup rincian (F4)", self.closed.emit))
        box.addLayout(head)
        box.addWidget(self._scroll(), 1)
        box.addWidget(self.upcoming)
        box.addWidget(self.advance)
        box.addWidget(self.open)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self.reread)
        view.current_changed.connect(self._follow)
        self._measure()

    def reread(self) -> None:
        """Show the current card as it is now."""
        self._wait.stop()
        card = self._view.current_card()
        if card is None:
            self._show_nothing()
            return
        with guard(self, self._context.prompts):
            try:
                detail = self._context.app.berkas.get(card.berkas_id)
            except NotFoundError:
                self._show_nothing()
                return
            events = self._context.app.riwayat.list(card.berkas_id, _EVENTS)
            if detail.card is not None:
                self._show(detail, detail.card, events)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc goes back to the cards."""
        if event.key() == Qt.Key.Key_Escape and self.berkas_id is not None:
            self._view.select(self.berkas_id, focus=True)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _make_words(self) -> None:
        self.title = TonedLabel(scale=1.12, bold=True)
        self.where = TonedLabel(tone="muted")
        self.holder = TonedLabel()
        self.due = TonedLabel(bold=True)
        self.counted = TonedLabel(tone="muted")
        self.days = DayStrip()
        self.why = LinkButton("Mengapa tanggal ini?")
        self.why.followed.connect(lambda: self._act(self._controller.acts.explain_due))
        self.progress = TonedLabel()
        self.sent_back = Notice("warn")
        self.lacking = TonedLabel("Masih kurang", bold=True)
        self.missing = QVBoxLayout()
        self.latest = TonedLabel("Terakhir", bold=True)
        self.happened = QVBoxLayout()
        for column in (self.missing, self.happened):
            column.setSpacing(4)
        self.history = LinkButton("Seluruh riwayat")
        self.history.followed.connect(lambda: self._act(self._controller.acts.history))
        self.upcoming = TonedLabel(tone="muted", scale=0.94)
        self.advance = PrimaryButton()
        self.advance.clicked.connect(lambda: self._act(self._controller.advance))
        self.open = button("&Buka berkas", lambda: self._act(self._controller.open), "open")

    def _scroll(self) -> QScrollArea:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for part in (self.title, self.where, self.holder, self.sent_back):
            column.addWidget(part)
        column.addSpacing(4)
        for fact in (self.due, self.days, self.counted, self.why, self.progress):
            column.addWidget(fact)
        column.addSpacing(4)
        column.addWidget(self.lacking)
        column.addLayout(self.missing)
        column.addSpacing(4)
        column.addWidget(self.latest)
        column.addLayout(self.happened)
        column.addWidget(self.history)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setVerticalScrollBar(SlimScrollBar(area))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        for each in (area, area.viewport(), body):  # the plate's own ground shows
            each.setBackgroundRole(QPalette.ColorRole.NoRole)
            each.setAutoFillBackground(False)
        self._parts = body
        return area

    def _follow(self) -> None:
        if self.isVisible():
            self._wait.start()

    def _show_nothing(self) -> None:
        self.berkas_id = None
        for part in self._of_card:
            part.hide()

    @property
    def _of_card(self) -> tuple[QWidget, ...]:
        return self._parts, self.upcoming, self.advance, self.open

    def _show(self, detail: BerkasDetail, card: Card, events: tuple[Peristiwa, ...]) -> None:
        self.berkas_id = detail.id
        stage = detail.sop.stage(card.stage)
        self.title.setText(detail.judul)
        self.where.setText(f"Tahap {card.stage} dari {len(detail.sop.stages)}: {stage.short_name}")
        self.holder.setText(
            f"{detail.sop.lane_name(card.lane)} {lowered(card.activity)}, "
            f"sejak {tanggal_pendek(card.held_since)}."
        )
        reason = f"Dikembalikan: {card.sent_back}" if card.sent_back else ""
        self.sent_back.say(reason, "warn")
        words = f"Tenggat {tanggal_pendek(card.due)}\n{days_left_text(card.days_left)}"
        self.due.say(words, tone(card.days_left))
        note = f" {card.due_note}" if card.due_note else ""
        since = f"Mulai {tanggal_pendek(card.stage_since)}"
        self.counted.setText(f"{since}, lamanya {stage.hari_kerja} hari kerja.{note}")
        calendar = self._context.app.calendar()
        days = calendar.explain(card.stage_since, stage.hari_kerja)
        # A first stage may be due on another day than its length says.
        self.days.show_days(
            days if days[-1].date == card.due else (), self._context.app.clock.today()
        )
        done, total, what = card.progress or (0, 0, "")
        self.progress.setText(f"{done} dari {total} {what}")
        self.progress.setVisible(card.progress is not None)
        self._show_missing(detail)
        self._show_events(events)
        self._show_move(detail)
        for part in self._of_card:
            part.show()

    def _show_missing(self, detail: BerkasDetail) -> None:
        _clear(self.missing, self.links)
        self.links = []
        for item in detail.missing[:_MISSING]:
            link = LinkButton(item.text.replace("&", "&&"), "warn")
            link.setToolTip(item.text)
            link.setAccessibleName(f"Buka: {item.text}")
            link.followed.connect(partial(self._context.navigate.berkas, detail.id, item.panel))
            self.missing.addWidget(link)
            self.links.append(link)
        more = len(detail.missing) - _MISSING
        self.lacking.setText(f"Masih kurang (dan {more} lagi)" if more > 0 else "Masih kurang")
        self.lacking.setVisible(bool(self.links))

    def _show_events(self, events: tuple[Peristiwa, ...]) -> None:
        _clear(self.happened, self.events)
        self.events = []
        for each in events:
            text = textwrap.shorten(each.ringkasan, _LONGEST, placeholder="…")
            label = TonedLabel(f"{waktu_pendek(each.waktu)}\n{text}", "muted", scale=0.94)
            label.setToolTip(f"{each.ringkasan}\n{each.pelaku}")
            self.happened.addWidget(label)
            self.events.append(label)

    def _show_move(self, detail: BerkasDetail) -> None:
        move = next_move(detail)
        text = f"Lanjutkan: {move}" if move else "Selesaikan berkas"
        self.upcoming.setText(f"Berikutnya: {move}." if move else "Ini langkah terakhir.")
        self.advance.set_filled(not detail.missing)
        self.advance.setText("&Lanjutkan" if move else "Se&lesaikan berkas")
        self.advance.setToolTip(f"{text} (Ctrl+Kanan)")
        self.advance.setAccessibleName(text)

    def _act(self, act: Callable[[int], object]) -> None:
        if self.berkas_id is not None:
            act(self.berkas_id)

    def _measure(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH)


def _clear(column: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    for each in widgets:
        column.removeWidget(each)
        each.hide()  # it would show through until the event loop deletes it
        each.deleteLater()
