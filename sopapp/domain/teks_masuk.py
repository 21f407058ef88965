"""What may come in at all: texts that can be stored and printed, numbers and days of this world.

One rule for every service. What a field means is the service's own question; here only what no
field takes: half letters of a cut-off clipboard, NUL, a whole book in the place of a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import repeat

from sopapp.domain.errors import DomainError
from sopapp.domain.ribuan import ribuan

TERPANJANG_BARIS = 1_000
"""Characters of a name or a number: what stands on one line or two."""

TERPANJANG_JUDUL = 300
"""Characters of the title of a berkas, which stands on cards and in the head of its page."""

TERPANJANG = 50_000
"""Characters of any other text: twenty pages."""

TERPANJANG_ALASAN = 10_000
"""Characters of a reason or a remark."""

TAHUN_AWAL, TAHUN_AKHIR = 1900, 2199
"""Years that a day may lie in."""

_BILANGAN_TERBESAR = 2**63 - 1
_DALAM_BARIS = frozenset(
    {
        "atas_nama", "deret", "golongan", "huruf", "jabatan", "kepada", "klasifikasi",
        "kode", "kode_sifat", "kontak", "kota", "kutipan", "label_yth", "melalui", "nama", "nip",
        "nomor", "nomor_pendaftaran", "pangkat", "pelaku", "pemerintah", "penanda_tangan",
        "penerima", "perihal", "pimpinan", "pola", "selaku", "sifat", "singkatan", "tautan",
        "tempat", "undang_undang",
    }
)  # fmt: skip
_ALASAN = frozenset({"alasan", "reason", "catatan", "keterangan", "sisipan", "batal"})
_RUSAK = "[\x00\ud800-\udfff]"  # compiled at its first use, which most runs never come to
_LABEL = {"isi": "Isi", "text": "Teks", "reason": "Alasan", "texts": "Kata-kata",
          "lists": "Daftar butir", "name": "Nama", "yth": "Penerima"}  # fmt: skip
_TERLIHAT = 20
"""Characters before a broken one that are shown, so that it can be found."""
_TERDALAM = 12


def periksa_masukan(nilai: object, nama: str) -> None:
    """Look a value over, with all that it holds; `nama` is the field or parameter it came by.

    Raises DomainError naming the field, what is wrong and what to do.
    """
    _periksa(nilai, nama, 0)


def _periksa(nilai: object, nama: str, dalam: int) -> None:
    if nilai is None or isinstance(nilai, bool | bytes):
        return
    if isinstance(nilai, str):
        # A title that a value holds is another paper's: of an attachment, of a table.
        _periksa_teks(nilai, nama, TERPANJANG_BARIS if dalam else TERPANJANG_JUDUL)
    elif isinstance(nilai, int | float):
        _periksa_bilangan(nilai, nama)
    elif isinstance(nilai, date):
        _periksa_tanggal(nilai, nama)
    elif dalam >= _TERDALAM:
        return
    elif isinstance(nilai, Mapping):
        for kunci, isi in nilai.items():
            _periksa(kunci, nama, dalam + 1)
            _periksa(isi, kunci if isinstance(kunci, str) else nama, dalam + 1)
    elif isinstance(nilai, tuple | list | set | frozenset):
        bernama = getattr(nilai, "_fields", repeat(nama))  # of a tuple with names
        for bagian, isi in zip(bernama, nilai, strict=False):
            _periksa(isi, bagian, dalam + 1)
    else:
        for bagian in getattr(type(nilai), "__dataclass_fields__", ()):
            _periksa(getattr(nilai, bagian), bagian, dalam + 1)


def _periksa_teks(teks: str, nama: str, judul: int) -> None:
    paling = TERPANJANG
    if nama in _DALAM_BARIS:
        paling = TERPANJANG_BARIS
    elif nama in _ALASAN:
        paling = TERPANJANG_ALASAN
    elif nama == "judul":
        paling = judul
    if len(teks) > paling:
        msg = (
            f"{_label(nama)} terlalu panjang ({ribuan(len(teks))} huruf); paling banyak "
            f"{ribuan(paling)}. Ringkas isinya, atau tempel bagian yang diperlukan saja."
        )
        raise DomainError(msg, field=nama)
    if teks.isprintable() or not (rusak := re.search(_RUSAK, teks)):
        return
    tempat = "".join(c for c in teks[: rusak.start()] if c.isprintable())[-_TERLIHAT:].strip()
    di_mana = f"sesudah “{tempat}”" if tempat else "di awal"
    msg = (
        f"{_label(nama)} memuat tanda rusak {di_mana} (U+{ord(rusak[0]):04X}), yang tidak dapat "
        "disimpan; biasanya terbawa saat menempel. Hapus tanda itu atau ketik ulang."
    )
    raise DomainError(msg, field=nama)


def _periksa_bilangan(bilangan: float, nama: str) -> None:
    if not abs(bilangan) <= _BILANGAN_TERBESAR:  # also for what is no number
        raise DomainError(
            f"{_label(nama)} bukan bilangan yang wajar. Periksa angkanya.", field=nama
        )


def _periksa_tanggal(hari: date, nama: str) -> None:
    if not TAHUN_AWAL <= hari.year <= TAHUN_AKHIR:
        msg = (
            f"Tahun {hari.year} di luar {TAHUN_AWAL} sampai {TAHUN_AKHIR}. Periksa "
            f"{_label(nama).lower()}."
        )
        raise DomainError(msg, field=nama)


def _label(nama: str) -> str:
    """The words for a field: its own name is one in Indonesian already."""
    bersih = "".join(c for c in nama.replace("_", " ") if c.isprintable())[:40].strip()
    return _LABEL.get(nama) or bersih[:1].upper() + bersih[1:] or "Isian"
