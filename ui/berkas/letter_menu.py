"""The rarer acts on one letter of a stage, behind one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from sopapp.domain.surat import Surat
from ui.context import UiContext
from ui.surat.letter_actions import LetterActions
from ui.surat.letter_state import LetterState, state_of
from ui.widgets.icon_button import IconButton
from ui.widgets.menu_button import give_menu


class LetterMenuButton(IconButton):
    """Signing, scan, hand-over, prints and voiding of the letter that it was told last."""

    def __init__(self, context: UiContext, owner: QWidget, text: str) -> None:
        super().__init__(text, "letter")
        self._context = context
        self._surat: Surat | None = None
        self.acts = acts = LetterActions(context, owner)
        menu = QMenu(self)
        self.sign_action = menu.addAction("Catat di&tandatangani…")
        self.scan_action = menu.addAction("Pin&daian…")
        self.hand_action = menu.addAction("Serah te&rima…")
        self.versions_action = menu.addAction("Riwayat &cetakan…")
        self.history_action = menu.addAction("Ri&wayat surat…")
        menu.addSeparator()
        self.void_action = menu.addAction("&Batalkan surat…")
        self.replace_action = menu.addAction("Batalkan dan &ganti…")
        self.unsign_action = menu.addAction("Batalkan pencatatan tanda ta&ngan…")
        for action, act in (
            (self.sign_action, acts.sign), (self.scan_action, acts.attach_scan),
            (self.hand_action, acts.hand_over), (self.versions_action, acts.versions),
            (self.history_action, acts.history),
            (self.void_action, acts.void), (self.replace_action, acts.replace),
            (self.unsign_action, acts.unsign),
        ):  # fmt: skip
            action.triggered.connect(lambda _on=False, act=act: self._do(act))
        give_menu(self, menu)
        self.setToolTip("Tanda tangan, pindaian, serah terima, dan pembatalan surat ini")
        self.know(None, LetterState())

    def offer_in(self, table: QWidget) -> None:
        """The same menu on a right click, and with the menu key, on a row of the letters."""
        table.addActions(self.menu().actions())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def choose(self, surat: Surat | None) -> LetterState:
        """Take the letter that is meant; gives what it is open to."""
        state = LetterState() if surat is None else state_of(self._context.app, surat)
        self.know(surat, state)
        return state

    def know(self, surat: Surat | None, state: LetterState) -> None:
        """As `choose`, with the state known already."""
        self._surat = surat
        self.setEnabled(surat is not None)
        for action, on in (
            (self.sign_action, state.sign), (self.scan_action, state.scan),
            (self.hand_action, state.hand_over), (self.versions_action, surat is not None),
            (self.history_action, surat is not None),
            (self.void_action, state.void), (self.replace_action, state.replace),
            (self.unsign_action, state.unsign),
        ):  # fmt: skip
            action.setEnabled(on)

    def _do(self, act: Callable[[int], object]) -> None:
        if self._surat is not None:
            act(self._surat.id)
