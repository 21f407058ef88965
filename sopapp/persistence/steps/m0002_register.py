"""Schema 2: the register keeps changes only, tests, own laws, imports, and a search index.

An entry that a Keputusan left as it was is in force without a row of its own; the names of
the units are kept per version, so that a Lampiran reads for ever as it was signed.
"""

from __future__ import annotations

SQL = (
    # When it came in (UTC); unknown for what schema 1 had.
    "ALTER TABLE usulan ADD COLUMN diterima TEXT",
    "ALTER TABLE dik_entri ADD COLUMN catatan TEXT NOT NULL DEFAULT ''",
    # A version has a Keputusan of a berkas, or the number and date of one made before.
    """
CREATE TABLE dik_terbitan_baru (
    id INTEGER PRIMARY KEY,
    surat_id INTEGER UNIQUE REFERENCES surat (id),
    nomor TEXT,
    tanggal TEXT,
    attachment_id INTEGER REFERENCES attachment (id),
    diterapkan TEXT NOT NULL,
    CHECK ((surat_id IS NULL) = (nomor IS NOT NULL)),
    CHECK ((surat_id IS NULL) = (tanggal IS NOT NULL))
) STRICT""",
    """
INSERT INTO dik_terbitan_baru (id, surat_id, diterapkan)
    SELECT id, surat_id, diterapkan FROM dik_terbitan""",
    """
CREATE TABLE dik_versi_baru (
    id INTEGER PRIMARY KEY,
    entri_id INTEGER NOT NULL REFERENCES dik_entri (id),
    terbitan_id INTEGER NOT NULL REFERENCES dik_terbitan (id),
    perubahan TEXT NOT NULL CHECK (perubahan IN ('tambah', 'ubah', 'cabut')),
    unit_id INTEGER NOT NULL REFERENCES unit_kerja (id),
    usulan_id INTEGER REFERENCES usulan (id),
    isi TEXT NOT NULL,
    UNIQUE (entri_id, terbitan_id)
) STRICT""",
    """
INSERT INTO dik_versi_baru (id, entri_id, terbitan_id, perubahan, unit_id, usulan_id, isi)
    SELECT v.id, v.entri_id, v.terbitan_id, v.perubahan, v.unit_id,
        (SELECT u.id
         FROM dik_terbitan t
         JOIN surat s ON s.id = t.surat_id
         JOIN usulan u ON u.berkas_id = s.berkas_id
         WHERE t.id = v.terbitan_id
           AND (u.entri_id = v.entri_id
                OR (v.perubahan = 'tambah' AND u.entri_id IS NULL AND u.unit_id = v.unit_id
                    AND u.isi = v.isi AND u.putusan = 'dikecualikan'))
         ORDER BY u.entri_id IS NULL, u.id LIMIT 1),
        v.isi
    FROM dik_versi v WHERE v.perubahan <> 'tetap' ORDER BY v.id""",
    """
CREATE TABLE dik_terbitan_unit (
    terbitan_id INTEGER NOT NULL REFERENCES dik_terbitan (id),
    unit_id INTEGER NOT NULL REFERENCES unit_kerja (id),
    nama TEXT NOT NULL,
    urutan INTEGER NOT NULL,
    PRIMARY KEY (terbitan_id, unit_id)
) STRICT, WITHOUT ROWID""",
    # Schema 1 wrote a version's rows in the order of its Lampiran, which units moved since leave.
    """
INSERT INTO dik_terbitan_unit (terbitan_id, unit_id, nama, urutan)
    SELECT t.id, u.id, u.nama, row_number() OVER (
        PARTITION BY t.id ORDER BY min(v.id) IS NULL, min(v.id), u.urutan, u.id)
    FROM dik_terbitan t CROSS JOIN unit_kerja u
    LEFT JOIN dik_versi v ON v.terbitan_id = t.id AND v.unit_id = u.id
    WHERE u.id IN (SELECT unit_id FROM dik_versi)
    GROUP BY t.id, u.id""",
    "DROP TABLE dik_versi",
    "DROP TABLE dik_terbitan",
    "ALTER TABLE dik_terbitan_baru RENAME TO dik_terbitan",
    "ALTER TABLE dik_versi_baru RENAME TO dik_versi",
    "CREATE INDEX dik_versi_terbitan ON dik_versi (terbitan_id)",
    # Holds all that tells which entries are in force, so that no row is read for it.
    "CREATE INDEX dik_versi_urut ON dik_versi (entri_id, terbitan_id, perubahan, unit_id)",
    "CREATE INDEX dik_versi_usulan ON dik_versi (usulan_id)",
    """
CREATE VIEW terbitan AS
SELECT t.id, coalesce(s.nomor, t.nomor) AS nomor, coalesce(s.tanggal, t.tanggal) AS tanggal,
       t.surat_id, s.berkas_id, t.attachment_id, t.diterapkan
FROM dik_terbitan t LEFT JOIN surat s ON s.id = t.surat_id""",
    # An index only: rebuilt from dik_versi whenever it is not in step.
    """
CREATE VIRTUAL TABLE dik_cari USING fts5 (
    informasi, dasar, dibuka, ditutup, jangka, bentuk, unit, catatan, keputusan,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
)""",
    """
CREATE TABLE uji (
    id INTEGER PRIMARY KEY,
    usulan_id INTEGER NOT NULL REFERENCES usulan (id) ON DELETE CASCADE,
    isi_usulan TEXT NOT NULL,
    isi TEXT NOT NULL,
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX uji_usulan ON uji (usulan_id)",
    """
CREATE TABLE cetakan_uji (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    uji_id INTEGER REFERENCES uji (id) ON DELETE SET NULL,
    jenis TEXT NOT NULL CHECK (jenis IN ('lembar_uji', 'berita_acara')),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX cetakan_uji_berkas ON cetakan_uji (berkas_id)",
    """
CREATE TABLE berita_acara (
    berkas_id INTEGER PRIMARY KEY REFERENCES berkas (id),
    isi TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE undang_undang (
    id INTEGER PRIMARY KEY,
    kutipan TEXT NOT NULL UNIQUE COLLATE NOCASE,
    singkatan TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE impor (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER REFERENCES berkas (id),
    unit_id INTEGER REFERENCES unit_kerja (id),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    ringkasan TEXT NOT NULL,
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX impor_berkas ON impor (berkas_id)",
)
"""Statements in order."""
