"""Schema 1: the whole spine, from instansi to riwayat.

Dates are local ISO days, times UTC ISO seconds, lists and snapshots JSON text.
"""

from __future__ import annotations

SQL = (
    """
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    nama TEXT NOT NULL,
    ukuran INTEGER NOT NULL CHECK (ukuran >= 0),
    tipe TEXT NOT NULL,
    ditambahkan TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE setting (
    kunci TEXT PRIMARY KEY,
    nilai TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """
CREATE TABLE instansi (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pemerintah TEXT NOT NULL,
    nama TEXT NOT NULL,
    singkatan TEXT NOT NULL,
    alamat TEXT NOT NULL,
    kota TEXT NOT NULL,
    logo_id INTEGER REFERENCES attachment (id)
) STRICT""",
    """
CREATE TABLE unit_kerja (
    id INTEGER PRIMARY KEY,
    kode TEXT NOT NULL UNIQUE COLLATE NOCASE,
    nama TEXT NOT NULL,
    pimpinan TEXT NOT NULL,
    urutan INTEGER NOT NULL,
    aktif INTEGER NOT NULL DEFAULT 1 CHECK (aktif IN (0, 1))
) STRICT""",
    """
CREATE TABLE pejabat (
    id INTEGER PRIMARY KEY,
    nama TEXT NOT NULL,
    nip TEXT NOT NULL,
    pangkat TEXT NOT NULL,
    golongan TEXT NOT NULL,
    jabatan TEXT NOT NULL,
    selaku TEXT NOT NULL,
    peran TEXT CHECK (peran IN
        ('ppid_pembantu', 'unit_kerja', 'atasan_ppid_pembantu', 'admin_ppid')),
    status TEXT NOT NULL CHECK (status IN ('definitif', 'plt', 'plh')),
    berlaku_dari TEXT NOT NULL,
    berlaku_sampai TEXT,
    CHECK (berlaku_sampai IS NULL OR berlaku_sampai >= berlaku_dari)
) STRICT""",
    """
CREATE TABLE libur_kantor (
    tanggal TEXT PRIMARY KEY,
    masuk INTEGER NOT NULL CHECK (masuk IN (0, 1)),
    alasan TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """
CREATE TABLE sop_versi (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    nama TEXT NOT NULL,
    isi TEXT NOT NULL,
    dimuat TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE berkas (
    id INTEGER PRIMARY KEY,
    judul TEXT NOT NULL,
    tahun INTEGER NOT NULL,
    sop_id INTEGER NOT NULL REFERENCES sop_versi (id),
    mulai TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE stage_run (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    stage INTEGER NOT NULL,
    mulai TEXT NOT NULL,
    selesai TEXT,
    hasil TEXT CHECK (hasil IN ('maju', 'kembali', 'batal')),
    alasan TEXT NOT NULL DEFAULT '',
    CHECK ((selesai IS NULL) = (hasil IS NULL))
) STRICT""",
    "CREATE UNIQUE INDEX stage_run_open ON stage_run (berkas_id) WHERE selesai IS NULL",
    "CREATE INDEX stage_run_berkas ON stage_run (berkas_id)",
    """
CREATE TABLE step_run (
    id INTEGER PRIMARY KEY,
    stage_run_id INTEGER NOT NULL REFERENCES stage_run (id),
    step INTEGER NOT NULL,
    lane TEXT NOT NULL,
    mulai TEXT NOT NULL,
    selesai TEXT,
    alasan TEXT NOT NULL DEFAULT ''
) STRICT""",
    "CREATE UNIQUE INDEX step_run_open ON step_run (stage_run_id) WHERE selesai IS NULL",
    "CREATE INDEX step_run_stage ON step_run (stage_run_id)",
    """
CREATE TABLE surat (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    jenis TEXT NOT NULL CHECK (jenis IN ('nota_dinas', 'keputusan')),
    unit_id INTEGER REFERENCES unit_kerja (id),
    nomor TEXT,
    tanggal TEXT,
    ditandatangani INTEGER NOT NULL DEFAULT 0 CHECK (ditandatangani IN (0, 1)),
    perlu_cetak INTEGER NOT NULL DEFAULT 1 CHECK (perlu_cetak IN (0, 1)),
    isi TEXT,
    CHECK (ditandatangani = 0 OR (nomor IS NOT NULL AND tanggal IS NOT NULL))
) STRICT""",
    # A number is unique within its kind and year, however letter case was typed.
    """
CREATE UNIQUE INDEX surat_nomor
    ON surat (jenis, substr(tanggal, 1, 4), nomor COLLATE NOCASE) WHERE nomor IS NOT NULL""",
    "CREATE UNIQUE INDEX surat_keputusan ON surat (berkas_id) WHERE jenis = 'keputusan'",
    "CREATE INDEX surat_berkas ON surat (berkas_id)",
    """
CREATE TABLE cetakan (
    id INTEGER PRIMARY KEY,
    surat_id INTEGER NOT NULL REFERENCES surat (id),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    sidik TEXT NOT NULL,
    keterangan TEXT NOT NULL,
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX cetakan_surat ON cetakan (surat_id)",
    """
CREATE TABLE permintaan (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    unit_id INTEGER NOT NULL REFERENCES unit_kerja (id),
    surat_id INTEGER REFERENCES surat (id),
    jawaban TEXT CHECK (jawaban IN ('usulan', 'nihil', 'tidak_menjawab')),
    dijawab TEXT,
    alasan TEXT NOT NULL DEFAULT '',
    attachment_id INTEGER REFERENCES attachment (id),
    UNIQUE (berkas_id, unit_id),
    CHECK ((jawaban IS NULL) = (dijawab IS NULL)),
    CHECK (jawaban IS NOT 'tidak_menjawab' OR alasan <> '')
) STRICT""",
    "CREATE INDEX permintaan_surat ON permintaan (surat_id)",
    """
CREATE TABLE dik_entri (
    id INTEGER PRIMARY KEY
) STRICT""",
    """
CREATE TABLE usulan (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    unit_id INTEGER NOT NULL REFERENCES unit_kerja (id),
    jenis TEXT NOT NULL CHECK (jenis IN ('baru', 'ubah', 'tetap', 'buka')),
    entri_id INTEGER REFERENCES dik_entri (id),
    isi TEXT NOT NULL,
    putusan TEXT CHECK (putusan IN ('dikecualikan', 'terbuka', 'dikembalikan')),
    catatan TEXT NOT NULL DEFAULT '',
    CHECK ((jenis = 'baru') = (entri_id IS NULL))
) STRICT""",
    "CREATE INDEX usulan_berkas ON usulan (berkas_id)",
    "CREATE UNIQUE INDEX usulan_entri ON usulan (berkas_id, entri_id) WHERE entri_id IS NOT NULL",
    """
CREATE TABLE dik_terbitan (
    id INTEGER PRIMARY KEY,
    surat_id INTEGER NOT NULL UNIQUE REFERENCES surat (id),
    diterapkan TEXT NOT NULL
) STRICT""",
    """
CREATE TABLE dik_versi (
    id INTEGER PRIMARY KEY,
    entri_id INTEGER NOT NULL REFERENCES dik_entri (id),
    terbitan_id INTEGER NOT NULL REFERENCES dik_terbitan (id),
    perubahan TEXT NOT NULL CHECK (perubahan IN ('tambah', 'ubah', 'tetap', 'cabut')),
    unit_id INTEGER NOT NULL REFERENCES unit_kerja (id),
    isi TEXT NOT NULL,
    UNIQUE (entri_id, terbitan_id)
) STRICT""",
    "CREATE INDEX dik_versi_terbitan ON dik_versi (terbitan_id)",
    """
CREATE TABLE pindaian (
    id INTEGER PRIMARY KEY,
    surat_id INTEGER NOT NULL REFERENCES surat (id),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX pindaian_surat ON pindaian (surat_id)",
    """
CREATE TABLE daftar_terbit (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX daftar_terbit_berkas ON daftar_terbit (berkas_id)",
    """
CREATE TABLE publikasi (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    tempat TEXT NOT NULL,
    tanggal TEXT NOT NULL,
    tautan TEXT NOT NULL DEFAULT '',
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX publikasi_berkas ON publikasi (berkas_id)",
    """
CREATE TABLE bundel (
    id INTEGER PRIMARY KEY,
    berkas_id INTEGER NOT NULL REFERENCES berkas (id),
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    waktu TEXT NOT NULL
) STRICT""",
    "CREATE INDEX bundel_berkas ON bundel (berkas_id)",
    """
CREATE TABLE riwayat (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    waktu TEXT NOT NULL,
    pelaku TEXT NOT NULL,
    aksi TEXT NOT NULL,
    berkas_id INTEGER REFERENCES berkas (id),
    ringkasan TEXT NOT NULL,
    sebelum TEXT,
    sesudah TEXT,
    rantai TEXT NOT NULL CHECK (length(rantai) = 64)
) STRICT""",
    "CREATE INDEX riwayat_berkas ON riwayat (berkas_id)",
    """
CREATE TRIGGER riwayat_tetap BEFORE UPDATE ON riwayat
BEGIN SELECT RAISE(ABORT, 'riwayat tidak boleh diubah'); END""",
    """
CREATE TRIGGER riwayat_kekal BEFORE DELETE ON riwayat
BEGIN SELECT RAISE(ABORT, 'riwayat tidak boleh dihapus'); END""",
)
"""Statements in order."""
