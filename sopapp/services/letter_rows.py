"""Rows of letters that several services look at or touch."""

from __future__ import annotations

from typing import Any

from sopapp.persistence import tables


def keputusan_row(berkas_id: int) -> Any | None:
    """The berkas' Keputusan, drafted or signed; None before it is drafted."""
    return tables.Surat.get_or_none(
        (tables.Surat.berkas == berkas_id) & (tables.Surat.jenis == "keputusan")
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
