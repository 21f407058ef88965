"""How somebody likes the board: size of cards, collapsed lanes, and what is open beside it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sopapp.domain.sop import LaneCode
from ui.looks_file import looks_file


class Zoom(StrEnum):
    """The three sizes of cards, from the smallest."""

    RINGKAS = "ringkas"
    BIASA = "biasa"
    BESAR = "besar"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "ringkas": "&Ringkas: satu baris per kartu",
            "biasa": "&Biasa",
            "besar": "B&esar",
        }[self]

    @property
    def factor(self) -> float:
        """How large letters are against the system's."""
        return {"ringkas": 0.96, "biasa": 1.0, "besar": 1.2}[self]

    def step(self, by: int) -> Zoom:
        """The size so many steps larger; the ends stay."""
        sizes = tuple(Zoom)
        return sizes[min(max(sizes.index(self) + by, 0), len(sizes) - 1)]


class BoardLook(NamedTuple):
    """What is kept of one window between starts; a filter is not, so that nothing is forgotten."""

    zoom: Zoom = Zoom.BIASA
    folded: frozenset[LaneCode] = frozenset()
    filter_bar: bool = False
    details: bool = False


def read_look(path: Path) -> BoardLook:
    """The look as kept in the file of the window's place; what makes no sense is as at first."""
    store = looks_file(path)
    zoom = str(store.value("papan/ukuran", ""))
    folded = str(store.value("papan/terciut", "")).split()
    return BoardLook(
        Zoom(zoom) if zoom in tuple(Zoom) else Zoom.BIASA,
        frozenset(lane for lane in LaneCode if lane.value in folded),
        store.value("papan/saringan") == "ya",
        store.value("papan/rincian") == "ya",
    )


def keep_look(path: Path, look: BoardLook) -> None:
    """Write `look` for the next start."""
    store = looks_file(path)
    store.setValue("papan/ukuran", look.zoom.value)
    store.setValue("papan/terciut", " ".join(sorted(lane.value for lane in look.folded)))
    store.setValue("papan/saringan", "ya" if look.filter_bar else "tidak")
    store.setValue("papan/rincian", "ya" if look.details else "tidak")
