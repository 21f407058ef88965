"""Which cards of the board are looked at: by words, unit, year and due date."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sopapp.domain.board import Board, Card
from sopapp.domain.tenggatan import MENDEKAT


class Batas(StrEnum):
    """How near the due date of a card is."""

    TERLAMBAT = "terlambat"
    HARI_INI = "hari_ini"
    DEKAT = "dekat"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "terlambat": "Terlambat",
            "hari_ini": "Tenggat hari ini",
            "dekat": f"Dalam {MENDEKAT} hari kerja",
        }[self]

    def takes(self, days_left: int) -> bool:
        """Whether a card with so many working days left is meant; `DEKAT` begins with today."""
        if self is Batas.TERLAMBAT:
            return days_left < 0
        return 0 <= days_left <= (MENDEKAT if self is Batas.DEKAT else 0)


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What is asked of a card; empty fields ask nothing.

    `kata` must all occur in the title, the holder or the activity; `unit` is known only to
    the records, so its berkas come as ids.
    """

    kata: str = ""
    unit: int | None = None
    tahun: int | None = None
    batas: Batas | None = None

    @property
    def empty(self) -> bool:
        """Whether every card passes."""
        return not (
            self.kata.split()
            or self.unit is not None
            or self.tahun is not None
            or self.batas is not None
        )

    def narrow(self, board: Board, of_unit: Collection[int] | None = None) -> Board:
        """The board with only the cards that pass; `of_unit` are the berkas of the unit."""
        if self.empty:
            return board
        words = self.kata.casefold().split()
        holders: dict[tuple[str, str], str] = {}

        def passes(card: Card) -> bool:
            if self.tahun is not None and card.tahun != self.tahun:
                return False
            if self.batas is not None and not self.batas.takes(card.days_left):
                return False
            if of_unit is not None and card.berkas_id not in of_unit:
                return False
            if not words:
                return True
            place = (card.lane, card.activity)
            if place not in holders:
                name = board.sop.lane_name(card.lane)
                holders[place] = f"\n{name}\n{card.activity}".casefold()
            text = card.judul.casefold() + holders[place]
            return all(word in text for word in words)

        return board._replace(cards=tuple(card for card in board.cards if passes(card)))


def years(board: Board) -> tuple[int, ...]:
    """The years of the running berkas, newest first."""
    return tuple(sorted({card.tahun for card in board.cards}, reverse=True))
