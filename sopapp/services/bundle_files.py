"""What of a berkas goes into its archive bundle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import peewee

from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json
from sopapp.services.attachments import Attachment, AttachmentService
from sopapp.services.bundle import BundleFile
from sopapp.services.letter_rows import keputusan_row

_SUFFIX = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
_TITLE = 48  # characters of an information in the name of its file


def bundle_files(berkas_id: int, attachments: AttachmentService) -> list[BundleFile]:
    """The newest of every paper: letters, answers, tests, scan, list."""
    return [
        *_letters(berkas_id, attachments),
        *_answers(berkas_id, attachments),
        *_tests(berkas_id, attachments),
        *_scan(berkas_id, attachments),
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
        kept = newest_file(attachments, tables.Cetakan, "surat", letter.id)
        if kept is None:
            continue
        what = "Keputusan" if letter.jenis == "keputusan" else "Nota Dinas"
        whom = letter.unit.nama if letter.unit_id else ""
        title = " ".join(part for part in (what, letter.nomor or "", whom) if part)
        yield BundleFile("surat", title, ".pdf", attachments.read(kept.id))


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
                attachments.read(file.id),
            )


def _tests(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    """The newest print of each Lembar Uji, and of the Berita Acara."""
    rows = (
        tables.CetakanUji.select(tables.CetakanUji, tables.Uji, tables.Usulan)
        .join(tables.Uji, peewee.JOIN.LEFT_OUTER)
        .join(tables.Usulan, peewee.JOIN.LEFT_OUTER)
        .where(tables.CetakanUji.berkas == berkas_id)
        .order_by(tables.CetakanUji.id)
    )
    newest: dict[tuple[str, int | None], Any] = {}
    for row in rows:
        usulan_id = row.uji.usulan_id if row.uji_id else None
        newest[row.jenis, usulan_id] = row
    for (jenis, usulan_id), row in sorted(newest.items(), key=lambda each: each[0][1] or 0):
        title = "Berita Acara Uji Konsekuensi"
        if jenis == "lembar_uji":
            title = f"Lembar Uji {usulan_id or ''} {_informasi(row)}"
        yield BundleFile("uji", title, ".pdf", attachments.read(row.attachment_id))


def _informasi(row: Any) -> str:
    if not row.uji_id:
        return ""
    return isi_from_json(row.uji.isi_usulan).informasi[:_TITLE]


def _scan(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    keputusan = keputusan_row(berkas_id)
    if keputusan is None:
        return
    scan = newest_file(attachments, tables.Pindaian, "surat", keputusan.id)
    if scan is not None:
        title = "Keputusan bertanda tangan"
        yield BundleFile("pindaian", title, _SUFFIX.get(scan.tipe, ""), attachments.read(scan.id))


def _list(berkas_id: int, attachments: AttachmentService) -> Iterator[BundleFile]:
    listed = newest_file(attachments, tables.DaftarTerbit, "berkas", berkas_id)
    if listed is not None:
        title = "Daftar Informasi yang Dikecualikan"
        yield BundleFile("daftar", title, ".pdf", attachments.read(listed.id))
