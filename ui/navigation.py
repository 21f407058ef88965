"""The ways from one page to another, as every page sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Navigate(Protocol):
    """Implemented by the main window; replaced by a recorder in tests."""

    def board(self) -> None:
        """Show the board (Papan)."""

    def berkas(self, berkas_id: int, panel: int | None = None) -> None:
        """Open one berkas, at the panel of stage `panel` when it is given."""

    def register(self, *, due: bool = False) -> None:
        """Show the register (Daftar, DIK), with `due` only what is at or near its end."""

    def surat(self, tab: str | None = None) -> None:
        """Show the books of letters (Surat), at `tab`: "agenda", "ekspedisi", "penolakan"."""

    def archive(self) -> None:
        """Show the list of finished and cancelled berkas (Arsip)."""

    def riwayat(self) -> None:
        """Show the journal of all writes (Riwayat)."""

    def settings(self, tab: str | None = None) -> None:
        """Show the settings (Pengaturan), at `tab` when it is given.

        Tabs: "instansi", "unit_kerja", "pejabat", "libur", "surat", "katalog", "sop",
        "cadangan", "kunci", "umum".
        """

    def reopen_after(self, work: Callable[[], None]) -> None:
        """Close the data folder, do `work`, and open it again."""

    def guide(self, topic: str | None = None) -> None:
        """Open the guide (Panduan) at `topic`."""
