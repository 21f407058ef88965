"""The button that opens the papers of tests: one sheet, all sheets, the Berita Acara."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sopapp.services.usulan import Usulan
from ui import errors
from ui.berkas.stage_print import KEYS
from ui.berkas.uji_berita_acara import BeritaAcaraDialog
from ui.berkas.uji_papers import berita_acara_item, berita_acara_letter, lembar_item
from ui.context import UiContext
from ui.preview.preview_item import PreviewItem
from ui.widgets.icon_button import IconButton
from ui.widgets.menu_button import give_menu


class UjiPaperButton(IconButton):
    """Knows the usulan of a berkas and offers what can be printed of their tests."""

    stage_asked = Signal()
    """All papers of the stage are wanted."""

    def __init__(self, context: UiContext, owner: QWidget) -> None:
        super().__init__("&Cetak uji", "print")
        self._context = context
        self._owner = owner
        self._berkas_id = 0
        self._chosen: Usulan | None = None
        self._tested: tuple[Usulan, ...] = ()
        self._final = False
        menu = QMenu(self)
        self.one_action = QAction("&Lembar uji…", self)
        self.all_action = QAction("&Semua lembar uji…", self)
        self.berita_acara_action = QAction("&Berita acara…", self)
        self.one_action.triggered.connect(self.show_one)
        self.all_action.triggered.connect(self.show_all)
        self.berita_acara_action.triggered.connect(self.show_berita_acara)
        self.stage_action = QAction(f"Semua untuk &tahap ini…\t{KEYS}", self)
        self.stage_action.triggered.connect(self.stage_asked)
        menu.addActions([self.one_action, self.all_action, self.berita_acara_action])
        menu.addSeparator()
        menu.addAction(self.stage_action)
        give_menu(self, menu)
        self.setToolTip("Lembar uji konsekuensi dan berita acaranya")

    def know(self, berkas_id: int, usulan: Sequence[Usulan], *, final: bool) -> None:
        """The usulan of a berkas; `final` when nothing more may be kept of it."""
        self._berkas_id, self._final = berkas_id, final
        self._tested = tuple(each for each in usulan if each.uji is not None)
        self.all_action.setText(f"&Semua lembar uji ({len(self._tested)})…")
        self._enable()

    def choose(self, usulan: Usulan | None) -> None:
        """The usulan whose sheet is meant."""
        self._chosen = usulan
        self._enable()

    def show_one(self) -> None:
        """Preview the sheet of the chosen usulan."""
        if self._chosen is not None:
            self._preview([lembar_item(self._context.app, self._chosen, final=self._final)])

    def show_all(self) -> None:
        """Preview the sheets of all tested usulan."""
        app = self._context.app
        self._preview([lembar_item(app, each, final=self._final) for each in self._tested])

    def show_berita_acara(self) -> None:
        """Ask for its head, then preview it; of one that is settled only the latter."""
        letter = berita_acara_letter(self._context.app, self._berkas_id)
        if self._final or (letter is not None and letter.ditandatangani):
            self._preview_berita_acara()
            return
        dialog = BeritaAcaraDialog(self._context, self._owner, self._berkas_id)
        dialog.accepted.connect(self._preview_berita_acara)
        dialog.open()

    def _preview_berita_acara(self) -> None:
        app = self._context.app
        with errors.guard(self._owner, self._context.prompts):
            self._preview([berita_acara_item(app, self._berkas_id, final=self._final)])

    def _preview(self, items: list[PreviewItem]) -> None:
        from ui.preview.preview_dialog import PreviewDialog

        PreviewDialog(self._context, items, self._owner).open()

    def _enable(self) -> None:
        self.one_action.setEnabled(self._chosen is not None and self._chosen.uji is not None)
        for action in (self.all_action, self.berita_acara_action):
            action.setEnabled(bool(self._tested))
        self.setEnabled(bool(self._tested))
