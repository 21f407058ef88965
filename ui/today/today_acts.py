"""What the lines of the page of the day lead to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from sopapp.domain.sop import STAGE_NUMBER, StageKind
from ui.errors import guard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sopapp.domain.hari_ini import UnitMenunggu
    from ui.context import UiContext
    from ui.surat.letter_actions import LetterActions
    from ui.today.row import Row

_PERMINTAAN = STAGE_NUMBER[StageKind.PERMINTAAN]


class TodayActs(QObject):
    """By the name of the section; dialogs open over the window of `page` and stop nothing."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def open(self, section: str, row: Row) -> None:
        """Go to what a line is about."""
        go, about = self._context.navigate, row.about
        match section:
            case "permohonan":
                go.permohonan(about.permohonan.id)
            case "unit":
                go.berkas(about.berkas_id, _PERMINTAAN)
            case "surat":
                go.letter(about.id)
            case "berakhir":
                go.entry(about.id)
            case "cadangan":
                go.settings("cadangan")
            case _:
                go.berkas(about.berkas_id)

    def follow(self, _section: str, row: Row) -> None:
        """Go to where what is missing is mended: the panel of the stage."""
        self._context.navigate.berkas(row.about.berkas_id, row.about.stage)

    def press(self, section: str, row: Row) -> None:
        """Do what the button of a line says."""
        if section == "unit":
            self.remind(row.about)
        elif section == "surat":
            self._advance(row.about)
        elif section == "cadangan":
            self._context.navigate.backup_now()

    def show_all(self, section: str) -> None:
        """Go to the page that has all lines of a section."""
        go = self._context.navigate
        match section:
            case "permohonan":
                go.surat("penolakan")
            case "surat":
                go.surat("agenda")
            case "berakhir":
                go.register(due=True)
            case _:
                go.board()

    def remind(self, unit: UnitMenunggu) -> None:
        """Ask whom to remind, with this unit ticked; then show the letters for printing."""
        from ui.berkas.reminding import remind, waiting_units

        with guard(self._page, self._context.prompts):
            waiting = waiting_units(self._context.app, unit.berkas_id)
            remind(self._context, self._page.window(), unit.berkas_id, waiting, unit.unit_id)

    @cached_property
    def _letters(self) -> LetterActions:
        from ui.surat.letter_actions import LetterActions

        return LetterActions(self._context, self._page)

    def _advance(self, letter: Any) -> None:  # noqa: ANN401 - SuratMenunggu, which loads late
        from sopapp.domain.hari_ini import Menunggu

        acts = self._letters
        act = {
            Menunggu.CETAK: acts.preview,
            Menunggu.TANDA_TANGAN: acts.sign,
            Menunggu.PINDAIAN: acts.attach_scan,
        }[letter.menunggu]
        act(letter.id)
