"""Which acts a letter is open to: by its own state and by the stage of its berkas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopapp.domain.surat import JenisSurat, StatusSurat, Surat
from sopapp.domain.tanggal import tanggal

if TYPE_CHECKING:
    from sopapp.app import App


@dataclass(frozen=True, slots=True)
class LetterState:
    """What can be done with a letter now."""

    edit: bool = False
    number: bool = False
    sign: bool = False
    scan: bool = False
    hand_over: bool = False
    void: bool = False
    replace: bool = False
    unsign: bool = False
    settled: bool = True
    """Whether its papers are what they are: a preview then shows the kept bytes."""


def state_of(app: App, surat: Surat) -> LetterState:
    """What can be done with `surat` now; the services have the last word."""
    decree = surat.jenis is JenisSurat.KEPUTUSAN  # numbered and signed in stage 3
    here = app.surat.may_write(surat)
    if surat.batal:
        return LetterState()
    if surat.ditandatangani:
        return LetterState(scan=True, hand_over=True, unsign=not decree)
    return LetterState(
        edit=here and surat.jenis is not JenisSurat.BERITA_ACARA,
        number=not decree,
        sign=not decree and bool(surat.nomor) and surat.dicetak,
        hand_over=bool(surat.nomor),
        void=True,
        replace=here and surat.jenis is not JenisSurat.BERITA_ACARA,
        settled=not here,
    )


def next_words(surat: Surat, state: LetterState) -> str:
    """What a letter is, and what comes next for it."""
    if surat.batal:
        kept = " Nomornya tetap di buku agenda." if surat.nomor else ""
        return f"BATAL: {surat.batal}.{kept}".replace("..", ".")
    if surat.status is StatusSurat.DIARSIPKAN:
        return "Ditandatangani dan dipindai: isinya tidak berubah lagi."
    if surat.ditandatangani:
        return "Ditandatangani: isinya tidak berubah lagi. Lampirkan pindaiannya."
    if surat.jenis is JenisSurat.KEPUTUSAN:
        return "Nomor dan tanggal Keputusan dicatat di tahap 3 setelah ditandatangani."
    if not surat.nomor:
        return (
            "Konsep: beri nomor, atau cetak dengan nomor kosong untuk diisi tangan dan catat "
            "nomornya kemudian."
        )
    day = f" tanggal {tanggal(surat.tanggal)}" if surat.tanggal else ""
    if surat.dicetak:
        return f"Sudah dicetak dengan Nomor {surat.nomor}{day}. Catat setelah ditandatangani."
    if surat.cetakan and not state.settled:
        return "Berubah sejak dicetak terakhir: cetak ulang sebelum ditandatangani."
    return f"Nomor {surat.nomor}{day}: pratinjau dan cetak untuk ditandatangani."
