"""What a request must have before it is stored."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import Any

from sopapp.domain.errors import DomainError
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.stored_time import day_of
from sopapp.services.permohonan_rows import LINES, TEXTS

_EARLIEST = 2010
"""The year since which UU 14/2008 holds."""
_LONGEST_LINE, _LONGEST_TEXT = 300, 5000
_REQUIRED = (
    ("nomor_pendaftaran", "Nomor pendaftaran belum diisi."),
    ("nama", "Nama pemohon belum diisi."),
    ("alamat", "Alamat pemohon belum diisi."),
    ("rincian", "Informasi yang diminta belum diisi."),
)


def checked(data: PermohonanInput, today: date, besides: int | None = None) -> PermohonanInput:
    """The request tidied. Raises DomainError by field.

    `besides` is the request that may have its number already.
    """
    tidy: dict[str, Any] = {field: " ".join(getattr(data, field).split()) for field in LINES}
    tidy |= {field: getattr(data, field).strip() for field in TEXTS}
    clean = dataclasses.replace(data, **tidy, entri_ids=tuple(dict.fromkeys(data.entri_ids)))
    for field, msg in _REQUIRED:
        if not getattr(clean, field):
            raise DomainError(msg, field=field)
    for fields, longest in ((LINES, _LONGEST_LINE), (TEXTS, _LONGEST_TEXT)):
        for field in fields:
            if (length := len(getattr(clean, field))) > longest:
                msg = (
                    f"Isian terlalu panjang ({ribuan(length)} huruf); paling banyak "
                    f"{ribuan(longest)}."
                )
                raise DomainError(msg, field=field)
    if clean.diterima > today:
        msg = f"Tanggal {tanggal_text(clean.diterima)} belum tiba. Periksa tanggalnya."
        raise DomainError(msg, field="diterima")
    if clean.diterima.year < _EARLIEST:
        msg = f"Tahun {clean.diterima.year} terlalu lama; paling awal {_EARLIEST}."
        raise DomainError(msg, field="diterima")
    _refuse_taken_number(clean, besides)
    _refuse_unknown_entries(clean.entri_ids)
    return clean


def _refuse_taken_number(data: PermohonanInput, besides: int | None) -> None:
    """A number of the office's register stands for one request a year, however it was typed."""
    rows = tables.Permohonan.select().where(
        tables.Permohonan.diterima.startswith(f"{data.diterima.year:04d}-")
        & (tables.Permohonan.batal == "")
        & (tables.Permohonan.id != (besides or 0))
    )
    wanted = data.nomor_pendaftaran.casefold()
    for row in rows:
        if row.nomor_pendaftaran.casefold() == wanted:
            day = tanggal_text(day_of(row.diterima))
            msg = (
                f"Nomor pendaftaran {row.nomor_pendaftaran} sudah dipakai permohonan yang diterima "
                f"{day}. Periksa buku register permohonan."
            )
            raise DomainError(msg, field="nomor_pendaftaran")


def _refuse_unknown_entries(entri_ids: Sequence[int]) -> None:
    known = tables.DikEntri.select().where(tables.DikEntri.id.in_(entri_ids)).count()
    if known != len(entri_ids):
        msg = "Informasi yang dipilih tidak ada di daftar. Pilih ulang."
        raise DomainError(msg, field="entri_ids")
