"""What a row of riwayat changed, in words instead of column names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sopapp.domain.tanggal import tanggal

_LABELS = {
    "alasan": "Alasan",
    "alamat": "Alamat",
    "aktif": "Aktif",
    "berlaku_dari": "Berlaku dari",
    "berlaku_sampai": "Berlaku sampai",
    "bottom": "Margin bawah",
    "count_start_day": "Hari mulai dihitung",
    "diktum": "Diktum",
    "hal": "Hal",
    "isi": "Isi",
    "jawaban": "Jawaban",
    "atas_nama": "Atas nama",
    "batal": "Dibatalkan",
    "deret": "Deret nomor",
    "diktum_pertama": "Diktum PERTAMA",
    "diterima": "Diterima",
    "ditolak": "Bagian yang ditolak",
    "entri_id": "Entri daftar",
    "font": "Fon",
    "kertas_sendiri": "Kertas sendiri",
    "kode_sifat": "Kode sifat",
    "kontak": "Telepon atau pos-el",
    "label_kapital": "Label huruf kapital",
    "lampiran_bottom": "Margin bawah Lampiran",
    "lampiran_left": "Margin kiri Lampiran",
    "lampiran_mendatar": "Lampiran mendatar",
    "lampiran_right": "Margin kanan Lampiran",
    "lampiran_sendiri": "Margin Lampiran sendiri",
    "lampiran_top": "Margin atas Lampiran",
    "lebar": "Lebar kertas",
    "melalui": "Melalui (u.b.)",
    "nomor_di_judul": "Nomor di bawah judul",
    "nomor_pendaftaran": "Nomor pendaftaran",
    "permohonan_id": "Permohonan",
    "perpanjangan": "Alasan perpanjangan",
    "pola": "Pola nomor",
    "rangkap_arsip": "Rangkap untuk arsip",
    "rangkap_penerima": "Rangkap per penerima",
    "rangkap_tembusan": "Rangkap per tembusan",
    "rincian": "Rincian informasi",
    "signer": "Penanda tangan",
    "sisipan": "Nomor sisipan",
    "size": "Ukuran huruf",
    "tinggi": "Tinggi kertas",
    "keputusan_font": "Fon Keputusan",
    "keputusan_pola": "Pola nomor Keputusan",
    "keputusan_signer": "Penanda tangan Keputusan",
    "keputusan_size": "Ukuran huruf Keputusan",
    "label_yth": "Sebutan penerima",
    "left": "Margin kiri",
    "logo_id": "Logo",
    "masuk": "Kantor masuk",
    "nip": "NIP",
    "nota_dinas_font": "Fon Nota Dinas",
    "nota_dinas_pola": "Pola nomor Nota Dinas",
    "nota_dinas_signer": "Penanda tangan Nota Dinas",
    "nota_dinas_size": "Ukuran huruf Nota Dinas",
    "paper": "Kertas",
    "pelaku": "Nama pelaku",
    "right": "Margin kanan",
    "selaku_line": "Baris selaku",
    "sha256": "Sidik file (SHA-256)",
    "stage": "Tahap",
    "step": "Langkah",
    "top": "Margin atas",
    "workweek": "Hari kerja seminggu",
}
_CODES = {
    "admin_ppid": "Admin PPID",
    "arial": "Arial",
    "arial_pc": "Arial dari komputer",
    "bookman_pc": "Bookman Old Style dari komputer",
    "pppk": "PPPK",
    "pns": "PNS",
    "atasan_ppid_pembantu": "Atasan PPID Pembantu",
    "bookman": "Bookman",
    "definitif": "Definitif",
    "keputusan": "Keputusan",
    "nota_dinas": "Nota Dinas",
    "plh": "Plh.",
    "plt": "Plt.",
    "ppid_pembantu": "PPID Pembantu",
    "tidak_menjawab": "tidak menjawab",
    "unit_kerja": "Unit Kerja",
}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def label(key: str) -> str:
    """The words for a key; an unknown key reads with spaces and a capital."""
    words = key.replace("_", " ")
    return _LABELS.get(key, words[:1].upper() + words[1:])


def value_words(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """A stored value as a person reads it."""
    if value is None or value in ("", [], {}):
        return "kosong"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, str):
        return _CODES.get(value) or _day_words(value) or value
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, Mapping):
        return "; ".join(f"{label(str(key))}: {value_words(part)}" for key, part in value.items())
    if isinstance(value, list):
        return "; ".join(value_words(part) for part in value)
    return str(value)


def _day_words(text: str) -> str:
    """A stored day as letters write it; empty for any other text."""
    if not _ISO_DAY.fullmatch(text):
        return ""
    try:
        return tanggal(date.fromisoformat(text))
    except ValueError:  # looks like a day and is none
        return ""


def difference(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> tuple[tuple[str, str], ...]:
    """Pairs of label and `old → new`; keys that stayed the same are left out."""
    old, new = before or {}, after or {}
    pairs = []
    for key in dict.fromkeys((*old, *new)):
        if key in old and key in new:
            if old[key] != new[key]:
                change = f"{value_words(old[key])}  →  {value_words(new[key])}"
                pairs.append((label(key), change))
        elif key in new:
            pairs.append((label(key), value_words(new[key])))
        else:
            pairs.append((label(key), f"{value_words(old[key])} (sebelumnya)"))
    return tuple(pairs)
