"""How the end of an entry's period and what a berkas proposes for it are told."""

from __future__ import annotations

from dataclasses import replace

from sopapp.domain.dik import JenisJangka, JenisUsulan, StatusJangka
from sopapp.domain.tanggal import tanggal
from sopapp.services.tinjauan import Tinjauan
from sopapp.services.usulan import Usulan

_PROPOSED = {
    JenisUsulan.BUKA: "Dibuka kembali",
    JenisUsulan.TETAP: "Tetap",
    JenisUsulan.UBAH: "Diubah",
    JenisUsulan.BARU: "Baru",
}


def ends(looked_at: Tinjauan) -> str:
    """When the period ends or ended."""
    day = looked_at.entri.berakhir
    if day is None:
        return "tanpa tanggal akhir"
    verb = "berakhir" if looked_at.status is StatusJangka.LEWAT else "akan berakhir"
    return f"{verb} {tanggal(day)}"


def present_period(looked_at: Tinjauan) -> str:
    """The period as set and when it ends, the day told once."""
    jangka = looked_at.entri.isi.jangka
    if jangka is None:
        return ends(looked_at)
    if jangka.jenis is JenisJangka.DURASI:
        return f"{jangka.teks()}, {ends(looked_at)}"
    return jangka.teks() + (", sudah lewat" if looked_at.status is StatusJangka.LEWAT else "")


def proposed(looked_at: Tinjauan, usulan: Usulan | None) -> str:
    """What the berkas proposes for the entry."""
    if usulan is None:
        return "belum diputuskan"
    words = _PROPOSED[usulan.jenis]
    if usulan.jenis is JenisUsulan.UBAH:
        period = usulan.isi.jangka.teks() if usulan.isi.jangka else ""
        entry = looked_at.entri.isi
        # A duration begins anew with the new Keputusan, a day stays what it is.
        begins_anew = entry.jangka is not None and entry.jangka.jenis is JenisJangka.DURASI
        other = usulan.isi.jangka != entry.jangka or begins_anew
        only_longer = other and replace(usulan.isi, jangka=entry.jangka) == entry
        words = f"{'Diperpanjang' if only_longer else words}: {period}"
    same = usulan.isi.jangka == looked_at.entri.isi.jangka
    if usulan.jenis is JenisUsulan.TETAP and same and looked_at.status is StatusJangka.LEWAT:
        words = "Tetap, tidak diperpanjang"
    verdict = usulan.putusan.label.lower() if usulan.putusan else "belum dinilai"
    return f"{words} ({verdict})"
