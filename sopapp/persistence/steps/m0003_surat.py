"""Schema 3: every paper that is signed, one book of numbers, refused requests, own templates.

A letter is a line of the number book: one that is void keeps its number there, and a number
that was used outside the program is a letter without words. A letter that was signed, and
what was ever printed, never changes again.
"""

from __future__ import annotations

import json
import sqlite3

_KINDS = (
    "'nota_dinas', 'pengingat', 'pengembalian', 'pengantar', 'berita_acara', 'keputusan', "
    "'penolakan', 'lain'"
)

SQL = (
    "DROP VIEW terbitan",
    """
CREATE TABLE permohonan (
    id INTEGER PRIMARY KEY,
    nomor_pendaftaran TEXT NOT NULL,
    diterima TEXT NOT NULL,
    nama TEXT NOT NULL,
    alamat TEXT NOT NULL,
    kontak TEXT NOT NULL,
    rincian TEXT NOT NULL,
    ditolak TEXT NOT NULL DEFAULT '',
    perpanjangan TEXT NOT NULL DEFAULT '',
    catatan TEXT NOT NULL DEFAULT '',
    batal TEXT NOT NULL DEFAULT ''
) STRICT""",
    """
CREATE UNIQUE INDEX permohonan_nomor
    ON permohonan (substr(diterima, 1, 4), nomor_pendaftaran COLLATE NOCASE)
    WHERE batal = ''""",
    """
CREATE TABLE permohonan_entri (
    permohonan_id INTEGER NOT NULL REFERENCES permohonan (id) ON DELETE CASCADE,
    entri_id INTEGER NOT NULL REFERENCES dik_entri (id),
    urutan INTEGER NOT NULL,
    PRIMARY KEY (permohonan_id, entri_id)
) STRICT, WITHOUT ROWID""",
    f"""
CREATE TABLE surat_baru (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER REFERENCES berkas (id),
    permohonan_id INTEGER REFERENCES permohonan (id),
    jenis TEXT NOT NULL CHECK (jenis IN ({_KINDS})),
    unit_id INTEGER REFERENCES unit_kerja (id),
    rujukan_id INTEGER REFERENCES surat_baru (id),
    mengganti_id INTEGER REFERENCES surat_baru (id),
    deret TEXT NOT NULL DEFAULT '',
    nomor TEXT,
    tanggal TEXT,
    urut INTEGER CHECK (urut > 0),
    sisipan TEXT NOT NULL DEFAULT '',
    klasifikasi TEXT NOT NULL DEFAULT '',
    perihal TEXT NOT NULL DEFAULT '',
    tujuan TEXT NOT NULL DEFAULT '',
    lampiran TEXT NOT NULL DEFAULT '',
    penanda_tangan TEXT NOT NULL DEFAULT '',
    ditandatangani INTEGER NOT NULL DEFAULT 0 CHECK (ditandatangani IN (0, 1)),
    perlu_cetak INTEGER NOT NULL DEFAULT 1 CHECK (perlu_cetak IN (0, 1)),
    isi TEXT,
    batal TEXT NOT NULL DEFAULT '',
    dibatalkan TEXT,
    CHECK ((nomor IS NULL) = (tanggal IS NULL)),
    CHECK ((nomor IS NULL) = (deret = '')),
    CHECK (ditandatangani = 0 OR (nomor IS NOT NULL AND batal = '')),
    CHECK ((batal = '') = (dibatalkan IS NULL)),
    CHECK (jenis <> 'penolakan' OR permohonan_id IS NOT NULL),
    CHECK (jenis IN ('penolakan', 'lain') OR berkas_id IS NOT NULL)
) STRICT""",
    # Schema 1 asked for a date with a number in its services only.
    """
INSERT INTO surat_baru (id, berkas_id, jenis, unit_id, deret, nomor, tanggal, ditandatangani,
                        perlu_cetak, isi)
    SELECT id, berkas_id, jenis, unit_id,
        CASE WHEN nomor IS NULL OR tanggal IS NULL THEN ''
             WHEN jenis = 'keputusan' THEN 'Keputusan' ELSE 'Nota Dinas' END,
        CASE WHEN tanggal IS NOT NULL THEN nomor END,
        CASE WHEN nomor IS NOT NULL THEN tanggal END,
        ditandatangani,
        -- A draft Keputusan follows the templates of this program: it has to be printed anew
        -- before its signature is recorded.
        CASE WHEN jenis = 'keputusan' AND NOT ditandatangani THEN 1 ELSE perlu_cetak END, isi
    FROM surat""",
    "DROP TABLE surat",
    "ALTER TABLE surat_baru RENAME TO surat",
    # Nobody watched over the numbers of the Berita Acara until now: of two alike the later one
    # stands in a sequence of its own, so that neither is lost.
    """
INSERT INTO surat (berkas_id, jenis, deret, nomor, tanggal, perihal, perlu_cetak, isi)
    SELECT b.berkas_id, 'berita_acara',
        CASE WHEN b.nomor = '' THEN ''
             WHEN b.kembar = 1 THEN 'Berita Acara'
             ELSE 'Berita Acara (' || b.kembar || ')' END,
        nullif(b.nomor, ''), CASE WHEN b.nomor <> '' THEN b.tanggal END,
        'Berita Acara Uji Konsekuensi',
        NOT EXISTS (SELECT 1 FROM cetakan_uji c
                    WHERE c.berkas_id = b.berkas_id AND c.jenis = 'berita_acara'),
        json_object('tanggal', b.tanggal, 'tempat', b.tempat)
    FROM (SELECT berkas_id, trim(json_extract(isi, '$.nomor')) AS nomor,
                 json_extract(isi, '$.tanggal') AS tanggal,
                 json_extract(isi, '$.tempat') AS tempat,
                 row_number() OVER (
                     PARTITION BY substr(json_extract(isi, '$.tanggal'), 1, 4),
                                  lower(trim(json_extract(isi, '$.nomor')))
                     ORDER BY berkas_id) AS kembar
          FROM berita_acara) b""",
    # One that was printed without its head ever being set.
    """
INSERT INTO surat (berkas_id, jenis, perihal, perlu_cetak)
    SELECT DISTINCT c.berkas_id, 'berita_acara', 'Berita Acara Uji Konsekuensi', 0
    FROM cetakan_uji c
    WHERE c.jenis = 'berita_acara'
      AND c.berkas_id NOT IN (SELECT berkas_id FROM surat WHERE jenis = 'berita_acara')""",
    "DROP TABLE berita_acara",
    "ALTER TABLE cetakan ADD COLUMN naskah_id INTEGER REFERENCES attachment (id)",
    # The number it was printed with, '' for room in its place; unknown for what schema 2 had.
    "ALTER TABLE cetakan ADD COLUMN nomor TEXT",
    """
INSERT INTO cetakan (surat_id, attachment_id, sidik, keterangan, waktu)
    SELECT s.id, c.attachment_id, '', 'dicetak', c.waktu
    FROM cetakan_uji c
    JOIN surat s ON s.berkas_id = c.berkas_id AND s.jenis = 'berita_acara'
    WHERE c.jenis = 'berita_acara' ORDER BY c.id""",
    "DELETE FROM cetakan_uji WHERE jenis = 'berita_acara'",
    # A number is unique in its sequence and year, however letter case was typed; so is a place.
    """
CREATE UNIQUE INDEX surat_nomor
    ON surat (deret, substr(tanggal, 1, 4), nomor COLLATE NOCASE) WHERE nomor IS NOT NULL""",
    """
CREATE UNIQUE INDEX surat_urut
    ON surat (deret, substr(tanggal, 1, 4), urut) WHERE urut IS NOT NULL AND sisipan = ''""",
    """
CREATE INDEX surat_tanpa_urut
    ON surat (deret, substr(tanggal, 1, 4)) WHERE urut IS NULL AND nomor IS NOT NULL""",
    """
CREATE UNIQUE INDEX surat_satu
    ON surat (berkas_id, jenis) WHERE jenis IN ('keputusan', 'berita_acara') AND batal = ''""",
    "CREATE INDEX surat_berkas ON surat (berkas_id)",
    "CREATE INDEX surat_agenda ON surat (tanggal, deret, urut, id) WHERE nomor IS NOT NULL",
    "CREATE INDEX surat_permohonan ON surat (permohonan_id) WHERE permohonan_id IS NOT NULL",
    """
CREATE TRIGGER cetakan_tetap BEFORE UPDATE ON cetakan
BEGIN SELECT RAISE(ABORT, 'cetakan tidak boleh diubah'); END""",
    """
CREATE TRIGGER cetakan_kekal BEFORE DELETE ON cetakan
BEGIN SELECT RAISE(ABORT, 'cetakan tidak boleh dihapus'); END""",
    """
CREATE VIEW terbitan AS
SELECT t.id, coalesce(s.nomor, t.nomor) AS nomor, coalesce(s.tanggal, t.tanggal) AS tanggal,
       t.surat_id, s.berkas_id, t.attachment_id, t.diterapkan
FROM dik_terbitan t LEFT JOIN surat s ON s.id = t.surat_id""",
    """
CREATE TABLE koreksi (
    id INTEGER PRIMARY KEY,
    surat_id INTEGER NOT NULL REFERENCES surat (id),
    alasan TEXT NOT NULL,
    sebelum TEXT NOT NULL,
    sesudah TEXT NOT NULL,
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX koreksi_surat ON koreksi (surat_id)",
    """
CREATE TABLE ekspedisi (
    id INTEGER PRIMARY KEY,
    surat_id INTEGER NOT NULL REFERENCES surat (id),
    kepada TEXT NOT NULL,
    dikirim TEXT NOT NULL,
    diterima TEXT,
    penerima TEXT NOT NULL DEFAULT ''
) STRICT""",
    "CREATE INDEX ekspedisi_surat ON ekspedisi (surat_id)",
    "CREATE INDEX ekspedisi_hari ON ekspedisi (dikirim)",
    """
CREATE TABLE templat (
    nama TEXT PRIMARY KEY,
    isi TEXT NOT NULL
) STRICT""",
    # In whose name an official signs, through whom, and whether there is a pangkat to print.
    "ALTER TABLE pejabat ADD COLUMN atas_nama TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE pejabat ADD COLUMN melalui TEXT NOT NULL DEFAULT ''",
    """
ALTER TABLE pejabat ADD COLUMN kepegawaian TEXT NOT NULL DEFAULT 'pns'
    CHECK (kepegawaian IN ('pns', 'pppk', 'lain'))""",
    # What was one group of settings for two kinds is now one for each kind.
    """
INSERT INTO setting (kunci, nilai)
    SELECT 'naskah.' || k.column1, json_patch('{}', json_object(
        'font', json_extract(nilai, '$.nota_dinas_font'),
        'size', json_extract(nilai, '$.nota_dinas_size'),
        'pola', json_extract(nilai, '$.nota_dinas_pola'),
        'signer', json_extract(nilai, '$.nota_dinas_signer'),
        'label_yth', json_extract(nilai, '$.label_yth')))
    FROM setting
    CROSS JOIN (VALUES ('nota_dinas'), ('pengingat'), ('pengembalian'), ('pengantar')) k
    WHERE kunci = 'surat'""",
    """
INSERT INTO setting (kunci, nilai)
    SELECT 'naskah.' || k.column1, json_patch('{}', json_object(
        'font', json_extract(nilai, '$.nota_dinas_font'),
        'size', json_extract(nilai, '$.nota_dinas_size'),
        'signer', json_extract(nilai, '$.nota_dinas_signer')))
    FROM setting CROSS JOIN (VALUES ('lembar_uji'), ('berita_acara'), ('daftar')) k
    WHERE kunci = 'surat'""",
    """
INSERT INTO setting (kunci, nilai)
    SELECT 'naskah.keputusan', json_patch('{}', json_object(
        'font', json_extract(nilai, '$.keputusan_font'),
        'size', json_extract(nilai, '$.keputusan_size'),
        'pola', json_extract(nilai, '$.keputusan_pola'),
        'signer', json_extract(nilai, '$.keputusan_signer'),
        'selaku_line', json_extract(nilai, '$.selaku_line')))
    FROM setting WHERE kunci = 'surat'""",
)
"""Statements in order."""

_FROZEN = """
CREATE TRIGGER surat_beku
BEFORE UPDATE OF jenis, deret, nomor, tanggal, urut, sisipan, isi ON surat
WHEN OLD.ditandatangani = 1 AND NEW.ditandatangani = 1
BEGIN SELECT RAISE(ABORT, 'surat yang ditandatangani tidak boleh diubah'); END"""

# The patterns of schema 2 where the office had set none; the Berita Acara had none at all.
_PATTERNS = {
    "nota_dinas": ("nota_dinas_pola", "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}"),
    "keputusan": ("keputusan_pola", "{klasifikasi}/{urut}/KEP/{unit}/{bulan_romawi}/{tahun}"),
}


def after(connection: sqlite3.Connection) -> None:
    """Give every number its place in its sequence, by the patterns that hold now.

    Schema 2 told the place by the form alone, so it would be lost with the next change of the
    pattern. Of several with one place the first keeps it. Only then signed letters are closed.
    """
    from sopapp.domain.numbering import NumberPattern  # not at every start

    stored = connection.execute("SELECT nilai FROM setting WHERE kunci = 'surat'").fetchone()
    letters = json.loads(stored[0]) if stored else {}
    unit = connection.execute("SELECT singkatan FROM instansi").fetchone()
    for jenis, (key, usual) in _PATTERNS.items():
        pattern = NumberPattern(
            letters.get(key, usual), letters.get("klasifikasi", ""), unit[0] if unit else ""
        )
        rows = connection.execute(
            "SELECT id, nomor FROM surat WHERE jenis = ? AND nomor IS NOT NULL "
            "ORDER BY tanggal, id",
            (jenis,),
        ).fetchall()
        for surat_id, nomor in rows:
            connection.execute(
                "UPDATE OR IGNORE surat SET urut = ? WHERE id = ?",
                (pattern.urut_of(nomor) or None, surat_id),
            )
    connection.execute(_FROZEN)
