"""A register of many entries and versions, written straight into the file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka
from sopapp.paths import DataFolder
from sopapp.persistence.isi import isi_to_json
from tests.conftest import fill_office

TODAY = date(2026, 11, 23)
_FIRST_YEAR = 1970
_SUBJECTS = (
    "identitas pelapor pengaduan konsumen", "hasil uji laboratorium pelanggan",
    "rencana pengawasan barang beredar", "formula dan resep industri kecil binaan",
    "data pembeli dan harga kontrak ekspor", "dokumen penawaran peserta pengadaan",
    "rekam medis dan surat keterangan sakit pegawai", "kertas kerja pemeriksaan",
    "konfigurasi dan celah keamanan sistem informasi", "stok dan rencana operasi pasar",
)  # fmt: skip
_HARMS = (
    "pelaku usaha menghilangkan bukti", "merugikan posisi usaha", "memicu spekulasi",
    "penyalahgunaan identitas", "menghambat penyidikan", "melanggar privasi",
)  # fmt: skip


def content(number: int, dice: random.Random) -> IsiDik:
    """An entry that reads like one."""
    subject, harm = dice.choice(_SUBJECTS), dice.choice(_HARMS)
    return IsiDik(
        f"{subject.capitalize()} nomor {number}",
        (DasarPengecualian(dice.choice("abehij"), None, f"UU Nomor {number % 40} Tahun 2014"),),
        f"Bila dibuka {harm} dan mengganggu pelayanan kepada masyarakat",
        f"Kepentingan yang terkait dengan {subject} tetap terlindungi",
        JangkaWaktu(JenisJangka.DURASI, bulan=dice.choice((12, 24, 60, 120))),
        dice.choice(("Dokumen cetak", "Dokumen elektronik", "Arsip")),
    )


def make_register(root: Path, entries: int, versions: int) -> None:
    """`versions` Keputusan a year apart; each after the first changes one entry in twenty."""
    dice = random.Random(5)
    with open_app(root, FixedClock(TODAY), "Uji") as app:
        fill_office(app, units=9)
    with closing(sqlite3.connect(DataFolder(root).database)) as connection, connection:
        connection.executemany(
            "INSERT INTO dik_entri (id) VALUES (?)", [(n,) for n in range(1, entries + 1)]
        )
        for version in range(1, versions + 1):
            connection.execute(
                "INSERT INTO dik_terbitan (id, nomor, tanggal, diterapkan) VALUES (?, ?, ?, ?)",
                (
                    version,
                    f"SK {version}",
                    f"{_FIRST_YEAR + version}-01-02",
                    "2026-01-01T00:00:00Z",
                ),
            )
            connection.execute(
                "INSERT INTO dik_terbitan_unit SELECT ?, id, nama, urutan FROM unit_kerja",
                (version,),
            )
            everyone = range(1, entries + 1)
            changed = everyone if version == 1 else dice.sample(everyone, entries // 20)
            connection.executemany(
                "INSERT INTO dik_versi (entri_id, terbitan_id, perubahan, unit_id, isi) "
                "VALUES (?, ?, ?, ?, ?)",
                (
                    (
                        entry,
                        version,
                        "tambah" if version == 1 else "ubah",
                        entry % 9 + 1,
                        isi_to_json(content(entry, dice)),
                    )
                    for entry in changed
                ),
            )
