"""An entry of the sample as the register holds it, and what the register holds by now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sopapp.app import App
from sopapp.domain.dik import DasarPengecualian, EntriDik, IsiDik, JangkaWaktu, JenisJangka


def entry_content(entry: Mapping[str, Any]) -> IsiDik:
    """The content of an entry from the words of contoh.toml."""
    months = entry.get("bulan")
    return IsiDik(
        informasi=entry["informasi"],
        dasar=tuple(
            DasarPengecualian(each["huruf"], None, each["undang_undang"]) for each in entry["dasar"]
        ),
        konsekuensi_dibuka=entry["dibuka"],
        manfaat_ditutup=entry["ditutup"],
        jangka=JangkaWaktu(JenisJangka.DURASI, bulan=months)
        if months
        else JangkaWaktu(JenisJangka.PERISTIWA, peristiwa=entry["peristiwa"]),
        bentuk="Dokumen cetak dan elektronik",
        bagian=entry.get("bagian", ""),
    )


def known_entries(app: App) -> dict[str, EntriDik]:
    """The entries in force now by their informasi."""
    return {entry.isi.informasi: entry for entry in app.dik.current()}
