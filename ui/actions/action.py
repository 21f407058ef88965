"""One thing that the program can be asked to do from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, Protocol

from ui.navigation import Navigate


class Shell(Navigate, Protocol):
    """What actions are done to: the main window."""

    def new_berkas(self) -> None:
        """Ask for a new berkas."""

    def undo_last(self) -> None:
        """Take the last write back, or say why not."""

    def redo_last(self) -> None:
        """Do again what was taken back last, or say why not."""

    def backup_now(self) -> None:
        """Make a backup at once."""

    def lock(self) -> None:
        """Lock the window."""

    def shortcuts(self) -> None:
        """Show the list of keys."""

    def sop_sheet(self) -> None:
        """Show the SOP in force as its sheet."""

    def about(self) -> None:
        """Say which program this is."""

    def close(self) -> bool:
        """End the program."""


class Menu(StrEnum):
    """Where an action stands; the value is the menu's title."""

    BERKAS = "Berkas"
    LIHAT = "Lihat"
    PENGATURAN = "Pengaturan"
    BANTUAN = "Bantuan"


class Action(NamedTuple):
    """Shows in menu, finder and list of keys as it stands here.

    `text` has its mnemonic, and "…" at its end when a question follows; `keys` are Qt's names
    of key sequences; `words` are others by which it is looked for; `rule` draws a line above
    it in its menu.
    """

    name: str
    text: str
    icon: str
    menu: Menu
    run: Callable[[Shell], object]
    keys: tuple[str, ...] = ()
    words: str = ""
    rule: bool = False

    @property
    def plain(self) -> str:
        """The text without mnemonic and dots, for lists and search."""
        return self.text.replace("&", "").removesuffix("…")
