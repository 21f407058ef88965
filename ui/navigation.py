"""The ways from one page to another, as every page sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Navigate(Protocol):
    """Implemented by the main window; replaced by a recorder in tests."""

    def today(self) -> None:
        """Show what asks for something today (Hari ini)."""

    def calendar(self) -> None:
        """Show the calendar (Kalender)."""

    def report(self) -> None:
        """Show the report on the SOP (Laporan)."""

    def entry(self, entri_id: int) -> None:
        """Show the register with this entry chosen."""

    def letter(self, surat_id: int) -> None:
        """Show the agenda with this letter chosen."""

    def permohonan(self, permohonan_id: int) -> None:
        """Show the register of requests with this one chosen."""

    def backup_now(self) -> None:
        """Make a backup at once."""

    def finder(self) -> None:
        """Open the box that finds everything."""

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

    def settings(self, tab: str | None = None, record_id: int | None = None) -> None:
        """Show the settings (Pengaturan), at `tab` and with this record chosen when given.

        Tabs: "instansi", "unit_kerja", "pejabat", "libur", "surat", "katalog", "sop",
        "cadangan", "kunci", "umum".
        """

    def reopen_after(self, work: Callable[[], object]) -> None:
        """Close the data folder, do `work`, and open it again unless that gives False."""

    def first_start(self) -> None:
        """Show the guide of the first start again."""

    def new_berkas(self) -> None:
        """Ask for what a new berkas needs, and open it."""

    def guide(self, topic: str | None = None) -> None:
        """Open the guide (Panduan) at `topic`."""
