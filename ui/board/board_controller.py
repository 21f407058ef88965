"""What the user asks for on the board, done through the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from sopapp.domain import panduan
from sopapp.domain.board import Card
from sopapp.domain.errors import DomainError, Missing
from sopapp.domain.sop import LaneCode
from ui.board.board_view import BoardView
from ui.board.card_acts import CardActs
from ui.errors import guard
from ui.icons import icon

if TYPE_CHECKING:
    from ui.context import UiContext


class BoardController(QObject):
    """Turns the board's signals into service calls; errors are shown, nothing moves by itself."""

    announced = Signal(str)
    """What was done, for the status line."""

    def __init__(self, context: UiContext, view: BoardView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self.acts = CardActs(context, view)
        view.opened.connect(self.open)
        view.advance_asked.connect(self.advance)
        view.return_asked.connect(self.send_back)
        view.menu_asked.connect(self.show_menu)
        view.move_asked.connect(self._move_soon)

    def open(self, berkas_id: int) -> None:
        """Open the berkas page."""
        self._context.navigate.berkas(berkas_id)

    def advance(self, berkas_id: int) -> None:
        """Leave the present step, or show what it lacks."""
        with guard(self._view, self._context.prompts, go=partial(self._go, berkas_id)) as done:
            self._context.app.berkas.advance(berkas_id)
        if done.ok:
            self._tell(berkas_id)

    def move(self, berkas_id: int, stage: int, lane: LaneCode) -> None:
        """Bring a dropped card to its cell; a return asks why first."""
        from sopapp.services.berkas import NeedsReasonError  # the board itself needs no berkas

        card = self._view.card(berkas_id)
        if card is None or (card.stage, card.lane) == (stage, lane):
            return
        with guard(self._view, self._context.prompts, go=partial(self._go, berkas_id)) as done:
            try:
                self._context.app.berkas.move(berkas_id, stage, lane)
            except NeedsReasonError:
                reason = self._ask_reason(card, stage, lane)
                if reason is None:
                    return
                self._context.app.berkas.move(berkas_id, stage, lane, reason)
        if done.ok:
            self._tell(berkas_id)

    def send_back(self, berkas_id: int) -> None:
        """Ask for the earlier stage and the reason; in the first stage for the reason alone."""
        card = self._view.card(berkas_id)
        if card is None:
            return
        if card.stage > 1:
            self._ask_stage(berkas_id)
            return
        lanes = self.earlier_lanes(card)
        if lanes:
            self.move(berkas_id, card.stage, lanes[-1])
        else:
            self._context.prompts.inform(
                self._view,
                "Berkas ada di awal",
                "Berkas ini berada pada langkah pertama SOP, jadi tidak ada tempat kembali.",
            )

    def cancel(self, berkas_id: int) -> None:
        """Ask why, then stop the berkas; its record stays in the archive."""
        card = self._view.card(berkas_id)
        if card is None:
            return
        reason = self._context.prompts.ask_text(
            self._view,
            "Batalkan berkas",
            f"Mengapa “{card.judul}” dibatalkan? Berkas meninggalkan papan; catatan dan suratnya "
            "tetap tersimpan di Arsip.",
            multiline=True,
            yes="Batalkan berkas",
            no="Tidak jadi",
        )
        if reason is None:
            return
        with guard(self._view, self._context.prompts) as done:
            self._context.app.berkas.cancel(berkas_id, reason)
        if done.ok:
            self.announced.emit(f"“{card.judul}” dibatalkan.")

    def earlier_lanes(self, card: Card) -> tuple[LaneCode, ...]:
        """Who held the berkas before in the same stage, by the SOP; nearest last."""
        board = self._view.board
        if board is None:
            return ()
        before = board.sop.stage(card.stage).steps[: card.step_index]
        return tuple(dict.fromkeys(step.lane for step in before if step.lane != card.lane))

    def show_menu(self, berkas_id: int, place: QPoint) -> None:
        """Show what can be done with a card."""
        menu = self.menu(berkas_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu(self, berkas_id: int) -> QMenu:
        """Build the menu of a card."""
        menu = QMenu(self._view)
        card = self._view.card(berkas_id)
        entries = (
            ("open", "&Buka", self.open, "Enter"),
            ("advance", "&Lanjutkan", self.advance, "Ctrl+Right"),
            ("send-back", "&Kembalikan…", self.send_back, "Ctrl+Left"),
        )
        for name, text, act, key in entries:
            action = menu.addAction(icon(name, self._view), text)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(partial(act, berkas_id))
        lanes = self.earlier_lanes(card) if card is not None else ()
        # In the first stage the entry above already means the nearest of them.
        if card is not None and self._view.board is not None and len(lanes) > (card.stage == 1):
            for lane in reversed(lanes):
                name = self._view.board.sop.lane_name(lane)
                action = menu.addAction(f"Kembalikan kepada {name}…")
                action.triggered.connect(partial(self.move, berkas_id, card.stage, lane))
        menu.addSeparator()
        papers = (
            ("letter", "&Surat berkas ini", self.acts.letters),
            ("print", "&Cetak semua untuk tahap ini…", self.acts.print_all),
            ("late", "&Ingatkan unit kerja…", self.acts.remind),
        )
        asks = card is not None and card.progress is not None and card.stage == 1
        for name, text, act in papers[: 3 if asks else 2]:
            self._entry(menu, name, text, act, berkas_id)
        menu.addSeparator()
        self._entry(menu, "history", "&Riwayat berkas", self.acts.history, berkas_id)
        self._entry(menu, "clock", "&Mengapa tanggal ini?", self.acts.explain_due, berkas_id)
        menu.addSeparator()
        self._entry(menu, "cancel", "Ba&talkan…", self.cancel, berkas_id)
        return menu

    def _entry(
        self, menu: QMenu, name: str, text: str, act: Callable[[int], object], berkas_id: int
    ) -> None:
        action = menu.addAction(icon(name, self._view), text)
        action.triggered.connect(partial(act, berkas_id))

    def _move_soon(self, berkas_id: int, stage: int, lane: LaneCode) -> None:
        # A question must not open inside the drag's own event loop.
        QTimer.singleShot(0, self, partial(self.move, berkas_id, stage, lane))

    def _ask_stage(self, berkas_id: int) -> None:
        from sopapp.domain.berkas import NO_WAY_BACK
        from ui.berkas.back_dialog import BackDialog

        with guard(self._view, self._context.prompts):
            detail = self._context.app.berkas.get(berkas_id)
            if not detail.return_stages:
                raise DomainError(NO_WAY_BACK, topic=panduan.SUDAH_SELARAS)
            dialog = BackDialog(self._context, self._view, detail)
            dialog.accepted.connect(partial(self._tell, berkas_id))
            dialog.open()

    def _ask_reason(self, card: Card, stage: int, lane: LaneCode) -> str | None:
        board = self._view.board
        if board is None:
            return None
        if stage == card.stage:
            where = f"kepada {board.sop.lane_name(lane)}"
        else:
            where = f"ke awal tahap {stage} ({board.sop.stage(stage).short_name})"
        return self._context.prompts.ask_text(
            self._view,
            "Kembalikan berkas",
            f"Mengapa “{card.judul}” dikembalikan {where}?",
            multiline=True,
            yes="Kembalikan",
        )

    def _go(self, berkas_id: int, lacking: Missing) -> None:
        self._context.navigate.berkas(berkas_id, lacking.panel)

    def _tell(self, berkas_id: int) -> None:
        """Say where the berkas is now."""
        card = self._view.card(berkas_id)
        if card is None or self._view.board is None:
            self.announced.emit("Berkas selesai dan masuk ke Arsip.")
            return
        name = self._view.board.sop.lane_name(card.lane)
        hidden = "" if self._view.shows(berkas_id) else " Kartunya tersembunyi oleh saringan."
        where = f"tahap {card.stage} pada {name}"
        self.announced.emit(f"“{card.judul}” sekarang di {where}.{hidden}")
