"""Stored requests as values, and values as rows, for the service that keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sopapp.domain.permohonan import Permohonan, PermohonanInput, SuratPenolakan
from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.persistence.stored_time import day_of, stored_day

LINES = ("nomor_pendaftaran", "nama", "kontak")
"""Fields of one line."""
TEXTS = ("alamat", "rincian", "ditolak", "perpanjangan", "catatan")
"""Fields of several lines."""


def request_values(query: Iterable[Any]) -> Iterator[Permohonan]:
    """The rows as values, with entries and letters read for all of them together."""
    rows = list(query)
    ids = [row.id for row in rows]
    letters = _letters(ids)
    entries: dict[int, list[int]] = {}
    for link in (
        tables.PermohonanEntri.select()
        .where(tables.PermohonanEntri.permohonan.in_(ids))
        .order_by(tables.PermohonanEntri.urutan)
    ):
        entries.setdefault(link.permohonan_id, []).append(link.entri_id)
    for row in rows:
        data = PermohonanInput(
            nomor_pendaftaran=row.nomor_pendaftaran,
            diterima=day_of(row.diterima),
            nama=row.nama,
            alamat=row.alamat,
            kontak=row.kontak,
            rincian=row.rincian,
            entri_ids=tuple(entries.get(row.id, ())),
            ditolak=row.ditolak,
            perpanjangan=row.perpanjangan,
            catatan=row.catatan,
        )
        yield Permohonan(row.id, data, row.batal, letters.get(row.id))


def _letters(permohonan_ids: Sequence[int]) -> dict[int, SuratPenolakan]:
    """The letter of each request that is not void."""
    rows = list(
        tables.Surat.select()
        .where(
            tables.Surat.permohonan.in_(permohonan_ids)
            & (tables.Surat.jenis == JenisSurat.PENOLAKAN.value)
            & (tables.Surat.batal == "")
        )
        .order_by(tables.Surat.id)
    )
    ids = [row.id for row in rows]
    printed = {
        row.surat_id
        for row in tables.Cetakan.select(tables.Cetakan.surat).where(tables.Cetakan.surat.in_(ids))
    }
    sent: dict[int, Any] = {}
    for row in (
        tables.Ekspedisi.select().where(tables.Ekspedisi.surat.in_(ids))
        .order_by(tables.Ekspedisi.dikirim, tables.Ekspedisi.id)
    ):  # fmt: skip
        sent.setdefault(row.surat_id, row)
    return {
        row.permohonan_id: SuratPenolakan(
            id=row.id,
            nomor=row.nomor or "",
            tanggal=stored_day(row.tanggal),
            dicetak=row.id in printed and not row.perlu_cetak,
            ditandatangani=row.ditandatangani,
            disunting=row.isi is not None,
            dikirim=stored_day(sent[row.id].dikirim) if row.id in sent else None,
            diterima=stored_day(sent[row.id].diterima) if row.id in sent else None,
        )
        for row in rows
    }


def former_letter(permohonan_id: int) -> Any | None:
    """The newest void letter that had a number, for which a new one stands."""
    return (
        tables.Surat.select()
        .where(
            (tables.Surat.permohonan == permohonan_id)
            & (tables.Surat.batal != "")
            & tables.Surat.nomor.is_null(False)
        )
        .order_by(tables.Surat.id.desc())
        .first()
    )


def holds(permohonan: Permohonan, words: Sequence[str]) -> bool:
    """Whether each of the words (in lower case) stands somewhere in the request."""
    if not words:
        return True
    data = permohonan.data
    texts = [getattr(data, field) for field in (*LINES, *TEXTS)]
    texts += [permohonan.batal, permohonan.surat.nomor if permohonan.surat else ""]
    found = "\n".join(texts).casefold()
    return all(word in found for word in words)


def set_entries(permohonan_id: int, entri_ids: Sequence[int]) -> None:
    """Make these the entries that were asked for, in this order; call inside a write."""
    tables.PermohonanEntri.delete().where(
        tables.PermohonanEntri.permohonan == permohonan_id
    ).execute()
    for place, entri_id in enumerate(entri_ids, start=1):
        tables.PermohonanEntri.create(permohonan=permohonan_id, entri=entri_id, urutan=place)


def request_columns(data: PermohonanInput) -> dict[str, Any]:
    """The request as its row has it, without its entries."""
    columns = {field: getattr(data, field) for field in (*LINES, *TEXTS)}
    return columns | {"diterima": data.diterima.isoformat()}
