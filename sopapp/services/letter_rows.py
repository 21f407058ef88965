"""Rows of letters that several services look at or touch."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sopapp.domain.errors import DomainError
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.stored_time import stored_day

SALINAN = "salinan"
"""The word with a print that is a Salinan of the letter."""

ARSIP = "arsip"
"""The word with the print that is the frozen letter (PDF/A-2b)."""


def keputusan_row(berkas_id: int) -> Any | None:
    """The berkas' Keputusan, drafted or signed; None before it is drafted. A void one is none."""
    return _one_of_berkas(berkas_id, "keputusan")


def berita_acara_row(berkas_id: int) -> Any | None:
    """The berkas' Berita Acara; None before it has a head or was printed."""
    return _one_of_berkas(berkas_id, "berita_acara")


def _one_of_berkas(berkas_id: int, jenis: str) -> Any | None:
    return tables.Surat.get_or_none(
        (tables.Surat.berkas == berkas_id)
        & (tables.Surat.jenis == jenis)
        & (tables.Surat.batal == "")
    )


def signed_and_waiting(besides: int | None = None) -> Any | None:
    """A signed Keputusan of a running berkas that the register does not follow yet.

    With its berkas; that of berkas `besides` is left aside. One whose berkas was cancelled or
    finished will never be brought into the register.
    """
    running = tables.StageRun.select(tables.StageRun.berkas).where(
        tables.StageRun.selesai.is_null()
    )
    # NOT IN with a NULL among them is true of nothing.
    followed = tables.DikTerbitan.select(tables.DikTerbitan.surat).where(
        tables.DikTerbitan.surat.is_null(False)
    )
    return (
        tables.Surat.select(tables.Surat.nomor, tables.Berkas.judul)
        .join(tables.Berkas)
        .where(
            (tables.Surat.jenis == "keputusan")
            & tables.Surat.ditandatangani
            & (tables.Surat.berkas != (besides or 0))
            & tables.Surat.berkas.in_(running)
            & tables.Surat.id.not_in(followed)
        )
        .first()
    )


def newest_print(surat_id: int) -> Any | None:
    """The last PDF that was kept of a letter itself, not of a copy; None before the first."""
    return (
        tables.Cetakan.select()
        .where((tables.Cetakan.surat == surat_id) & (tables.Cetakan.keterangan != SALINAN))
        .order_by(tables.Cetakan.id.desc())
        .first()
    )


def newest_paper(surat_id: int) -> Any | None:
    """The last PDF of a letter that went to paper; what was frozen by a signature is none."""
    return (
        tables.Cetakan.select()
        .where(
            (tables.Cetakan.surat == surat_id) & tables.Cetakan.keterangan.not_in((SALINAN, ARSIP))
        )
        .order_by(tables.Cetakan.id.desc())
        .first()
    )


def mark_keputusan_stale(berkas_id: int | None = None) -> None:
    """What was printed no longer says what the draft says, of a berkas or (None) of all.

    Call inside a write.
    """
    drafts = (
        (tables.Surat.jenis == "keputusan")
        & (tables.Surat.batal == "")
        & ~tables.Surat.ditandatangani
    )
    if berkas_id is not None:
        drafts &= tables.Surat.berkas == berkas_id
    tables.Surat.update(perlu_cetak=True).where(drafts).execute()


def drop_letters_of_nobody(berkas_id: int) -> None:
    """Take away Nota Dinas without number or print that no request points to any more.

    Call inside a write.
    """
    used = tables.Permintaan.select(tables.Permintaan.surat).where(
        (tables.Permintaan.berkas == berkas_id) & tables.Permintaan.surat.is_null(False)
    )
    dropped = [
        row.id
        for row in tables.Surat.select(tables.Surat.id).where(
            (tables.Surat.berkas == berkas_id)
            & (tables.Surat.jenis == "nota_dinas")
            & tables.Surat.nomor.is_null()
            & tables.Surat.id.not_in(used)
            & tables.Surat.id.not_in(tables.Cetakan.select(tables.Cetakan.surat))
        )
    ]
    # A reminder may cite one that took the place of a letter with a number.
    tables.Surat.update(rujukan=None).where(tables.Surat.rujukan.in_(dropped)).execute()
    tables.Surat.delete().where(tables.Surat.id.in_(dropped)).execute()


def void_letter(row: Any, alasan: str, words: Callable[[], str | None], waktu: str) -> bool:
    """Make a letter void, its number and its `words` kept; call inside a write.

    A draft that has neither number nor print is taken away, which is True; its words are not
    asked for, for they may be what cannot be made.
    """
    if not row.nomor and newest_print(row.id) is None:
        tables.Surat.update(rujukan=None).where(tables.Surat.rujukan == row.id).execute()
        tables.Surat.delete().where(tables.Surat.id == row.id).execute()
        return True
    tables.Surat.update(batal=alasan, dibatalkan=waktu, isi=words()).where(
        tables.Surat.id == row.id
    ).execute()
    return False


def keep_correction(
    surat_id: int, alasan: str, before: dict[str, Any], after: dict[str, Any], waktu: str
) -> None:
    """Keep what a printed letter said before and after; call inside a write."""
    tables.Koreksi.create(
        surat=surat_id,
        alasan=alasan,
        sebelum=json.dumps(before, ensure_ascii=False, default=str),
        sesudah=json.dumps(after, ensure_ascii=False, default=str),
        waktu=waktu,
    )


def letter_name(row: Any) -> str:
    """A letter in a sentence: kind, number and date, or kind and for whom."""
    if not row.nomor:
        return unnumbered_name(row)
    day = stored_day(row.tanggal)
    name = f"{JenisSurat(row.jenis).label} Nomor {row.nomor}"
    return f"{name} tanggal {tanggal_text(day)}" if day else name


def unnumbered_name(row: Any) -> str:
    """As `letter_name` of a letter that has no number yet."""
    label = JenisSurat(row.jenis).label
    return f"{label} untuk {row.unit.nama}" if row.unit_id else label


def hold(row: Any) -> None:
    """Raise DomainError when a letter changed since it was read; call inside a write.

    From there on nobody else can write, so what was asked before still holds.
    """
    now = tables.Surat.get_or_none(tables.Surat.id == row.id)
    if now is None or now.__data__ != row.__data__:
        msg = (
            f"{letter_name(row)} baru saja diubah dari jendela lain. Periksa keadaannya sekarang, "
            "lalu ulangi."
        )
        raise DomainError(msg)
