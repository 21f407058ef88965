"""What the user asks for on the board, done through the services."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from sopapp.domain.board import Card
from sopapp.domain.errors import Missing
from sopapp.domain.sop import LaneCode
from ui.board.board_view import BoardView
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
        entries = [
            ("open", "&Buka", self.open, QKeySequence("Enter")),
            ("advance", "&Lanjutkan", self.advance, QKeySequence("Ctrl+Right")),
            ("send-back", "&Kembalikan…", self.send_back, QKeySequence("Ctrl+Left")),
        ]
        for name, text, act, key in entries:
            action = menu.addAction(icon(name, self._view), text)
            action.setShortcut(key)
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(partial(act, berkas_id))
        if card is not None and card.stage > 1 and self._view.board is not None:
            for lane in reversed(self.earlier_lanes(card)):
                name = self._view.board.sop.lane_name(lane)
                action = menu.addAction(f"Kembalikan kepada {name}…")
                action.triggered.connect(partial(self.move, berkas_id, card.stage, lane))
        menu.addSeparator()
        action = menu.addAction(icon("cancel", self._view), "Ba&talkan…")
        action.triggered.connect(partial(self.cancel, berkas_id))
        return menu

    def _move_soon(self, berkas_id: int, stage: int, lane: LaneCode) -> None:
        # A question must not open inside the drag's own event loop.
        QTimer.singleShot(0, self, partial(self.move, berkas_id, stage, lane))

    def _ask_stage(self, berkas_id: int) -> None:
        from ui.berkas.back_dialog import BackDialog

        with guard(self._view, self._context.prompts):
            detail = self._context.app.berkas.get(berkas_id)
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
        self.announced.emit(f"“{card.judul}” sekarang di tahap {card.stage} pada {name}.")
