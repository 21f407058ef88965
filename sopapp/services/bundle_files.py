"""What of a berkas goes into its archive bundle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import peewee

from sopapp.domain.surat import JenisSurat
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json
from sopapp.services.attachments import Attachment, AttachmentService, suffix_of
from sopapp.services.bundle import BundleFile
from sopapp.services.letter_rows import newest_print


def bundle_files(berkas_id: int, attachments: AttachmentService) -> list[BundleFile]:
    """The newest of every paper: letters, answers, tests, scan, list."""
    return [
        *_letters(berkas_id, attachments),
        *_answers(berkas_id, attachments),
        *_tests(berkas_id, attachments),
        *_scans(berkas_id, attachments),
        *_list(berkas_id, attachments),
    ]


def newest_file(
    attachments: AttachmentService, table: Any, column: str, value: int
) -> Attachment | None:
    """The last file that `table` keeps for a record; None before the first."""
    row = (
        table.select(table.attachment)
        .where(getattr(table, column) == value)
        .order_by(table.id.desc())
        .first()
    )
    return None if row is None else attachments.get(row.attachment_id)


def _letters(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    letters = (
        tables.Surat.select(tables.Surat, tables.UnitKerja)
        .join(tables.UnitKerja, peewee.JOIN.LEFT_OUTER)
        .where(tables.Surat.berkas == berkas_id)
        .order_by(tables.Surat.id)
    )
    for letter in letters:
        printed = newest_print(letter.id)
        if printed is None:
            continue
        kept = attachments.get(printed.attachment_id)
        jenis = JenisSurat(letter.jenis)
        whom = letter.unit.nama if letter.unit_id else ""
        void = "BATAL" if letter.batal else ""
        title = " ".join(part for part in (void, jenis.panjang, letter.nomor or "", whom) if part)
        folder = "uji" if jenis is JenisSurat.BERITA_ACARA else "surat"
        yield BundleFile(folder, title, ".pdf", attachments.reader(kept.id))


def _answers(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    """Letters of the units, and the sheets that were taken in."""
    for table in (tables.Permintaan, tables.Impor):
        rows = (
            table.select(table, tables.UnitKerja)
            .join(tables.UnitKerja, peewee.JOIN.LEFT_OUTER)
            .where((table.berkas == berkas_id) & table.attachment.is_null(False))
            .order_by(table.id)
        )
        for row in rows:
            file = attachments.get(row.attachment_id)
            code = row.unit.kode if row.unit_id else ""
            yield BundleFile(
                "jawaban",
                f"{code} {Path(file.nama).stem}".strip(),
                Path(file.nama).suffix,
                attachments.reader(file.id),
            )


def _tests(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    """The newest print of each Lembar Uji."""
    rows = (
        tables.CetakanUji.select(tables.CetakanUji, tables.Uji, tables.Usulan)
        .join(tables.Uji, peewee.JOIN.LEFT_OUTER)
        .join(tables.Usulan, peewee.JOIN.LEFT_OUTER)
        .where(tables.CetakanUji.berkas == berkas_id)
        .order_by(tables.CetakanUji.id)
    )
    newest = {(row.uji.usulan_id if row.uji_id else None): row for row in rows}
    for usulan_id, row in sorted(newest.items(), key=lambda each: each[0] or 0):
        title = f"Lembar Uji {usulan_id or ''} {_informasi(row)}"
        yield BundleFile("uji", title, ".pdf", attachments.reader(row.attachment_id))


def _informasi(row: Any) -> str:
    if not row.uji_id:
        return ""
    return isi_from_json(row.uji.isi_usulan).informasi


def _scans(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    """The newest scan of each signed letter."""
    letters = tables.Surat.select().where(
        (tables.Surat.berkas == berkas_id) & tables.Surat.ditandatangani
    )
    for letter in letters.order_by(tables.Surat.id):
        scan = newest_file(attachments, tables.Pindaian, "surat", letter.id)
        if scan is not None:
            title = f"{JenisSurat(letter.jenis).panjang} {letter.nomor} bertanda tangan"
            suffix = suffix_of(scan.tipe)
            yield BundleFile("pindaian", title, suffix, attachments.reader(scan.id))


def _list(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    listed = newest_file(attachments, tables.DaftarTerbit, "berkas", berkas_id)
    if listed is not None:
        title = "Daftar Informasi yang Dikecualikan"
        yield BundleFile("daftar", title, ".pdf", attachments.reader(listed.id))
