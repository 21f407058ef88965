"""Rows of letters that several services look at or touch."""

from __future__ import annotations

from typing import Any

from sopapp.persistence import tables


def keputusan_row(berkas_id: int) -> Any | None:
    """The berkas' Keputusan, drafted or signed; None before it is drafted."""
    return tables.Surat.get_or_none(
        (tables.Surat.berkas == berkas_id) & (tables.Surat.jenis == "keputusan")
    )


def newest_print(surat_id: int) -> Any | None:
    """The last PDF that was kept of a letter; None before the first."""
    return (
        tables.Cetakan.select()
        .where(tables.Cetakan.surat == surat_id)
        .order_by(tables.Cetakan.id.desc())
        .first()
    )


def mark_keputusan_stale(berkas_id: int) -> None:
    """What was printed no longer says what the draft says; call inside a write."""
    tables.Surat.update(perlu_cetak=True).where(
        (tables.Surat.berkas == berkas_id)
        & (tables.Surat.jenis == "keputusan")
        & ~tables.Surat.ditandatangani
    ).execute()


def drop_letters_of_nobody(berkas_id: int) -> None:
    """Take away Nota Dinas without number or print that no request points to any more.

    Call inside a write.
    """
    used = tables.Permintaan.select(tables.Permintaan.surat).where(
        (tables.Permintaan.berkas == berkas_id) & tables.Permintaan.surat.is_null(False)
    )
    tables.Surat.delete().where(
        (tables.Surat.berkas == berkas_id)
        & (tables.Surat.jenis == "nota_dinas")
        & tables.Surat.nomor.is_null()
        & tables.Surat.id.not_in(used)
        & tables.Surat.id.not_in(tables.Cetakan.select(tables.Cetakan.surat))
    ).execute()
