"""Stored files that are missing or changed, each named with what it belongs to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sopapp.persistence.files import FileStore

_LETTER = """CASE s.jenis WHEN 'keputusan' THEN 'Keputusan'
    WHEN 'berita_acara' THEN 'Berita Acara' WHEN 'penolakan' THEN 'Surat penolakan'
    WHEN 'lain' THEN 'surat' ELSE 'Nota Dinas' END
    || coalesce(' Nomor ' || s.nomor, ' (belum bernomor)')"""
_OWNERS = f"""
SELECT 'logo instansi' FROM instansi WHERE logo_id = :id
UNION ALL
SELECT 'jawaban ' || u.nama FROM permintaan p JOIN unit_kerja u ON u.id = p.unit_id
WHERE p.attachment_id = :id
UNION ALL
SELECT {_LETTER} FROM cetakan c JOIN surat s ON s.id = c.surat_id
WHERE c.attachment_id = :id OR c.naskah_id = :id
UNION ALL
SELECT 'pindaian ' || {_LETTER} FROM pindaian p JOIN surat s ON s.id = p.surat_id
WHERE p.attachment_id = :id
UNION ALL
SELECT 'daftar berkas ' || b.judul
FROM daftar_terbit d JOIN berkas b ON b.id = d.berkas_id WHERE d.attachment_id = :id
UNION ALL
SELECT 'bundel berkas ' || b.judul
FROM bundel d JOIN berkas b ON b.id = d.berkas_id WHERE d.attachment_id = :id
UNION ALL
SELECT 'Keputusan daftar awal ' || coalesce(nomor, '') FROM dik_terbitan WHERE attachment_id = :id
UNION ALL
SELECT 'lembar uji berkas ' || b.judul
FROM cetakan_uji c JOIN berkas b ON b.id = c.berkas_id WHERE c.attachment_id = :id
UNION ALL
SELECT 'impor ' || ringkasan FROM impor WHERE attachment_id = :id
"""


def file_problems(connection: sqlite3.Connection, files: FileStore) -> Iterator[str]:
    """One sentence for each stored file that is missing or changed."""
    rows = connection.execute("SELECT id, nama, sha256 FROM attachment ORDER BY id").fetchall()
    for number, name, sha256 in rows:
        problem = files.problem(sha256)
        if problem:
            owners = [row[0] for row in connection.execute(_OWNERS, {"id": number})]
            owner = f" milik {', '.join(dict.fromkeys(owners))}" if owners else ""
            yield f"File “{name}”{owner} {problem}: {files.path(sha256)}."
