"""A data folder of every schema ever released, as an office left it: letters, register, files.

Each is made by the released steps alone and filled by hand, so that it stays what it was when
the program goes on.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sopapp.paths import RESOURCES, DataFolder
from sopapp.persistence.files import FileStore
from sopapp.persistence.migrate import migrate
from sopapp.persistence.steps import STEPS
from sopapp.persistence.store import AWAL, chain

DAY = "2026-03-02"
TIME = f"{DAY}T01:00:00Z"


def words(informasi: str) -> str:
    """The content of an entry as schema 1 wrote it."""
    return json.dumps(
        {
            "informasi": informasi,
            "dasar": [{"huruf": "j", "angka": None, "undang_undang": "UU 27/2022"}],
            "konsekuensi_dibuka": "Merugikan orang yang disebut.",
            "manfaat_ditutup": "Orang yang disebut terlindungi.",
            "jangka": {"jenis": "durasi", "bulan": 24, "sampai": None, "peristiwa": ""},
            "bentuk": "",
        }
    )


class Filler:
    """Rows and stored files put into a data folder of an old schema."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.run = connection.execute
        self._files = FileStore(DataFolder(folder).attachments)
        self._last = AWAL

    def file(self, number: int, name: str) -> None:
        """Attachment `number` with bytes of its own."""
        stored = self._files.put_bytes(f"%PDF-1.7 {name} {number}\n".encode() * 400)
        self.run(
            "INSERT INTO attachment VALUES (?, ?, ?, ?, 'application/pdf', ?)",
            (number, stored.sha256, name, stored.size, TIME),
        )

    def say(self, sentence: str, berkas: int | None = None, nomor: str = "") -> None:
        """One row of riwayat, chained to the one before."""
        row = {
            "waktu": TIME, "pelaku": "Admin Lama", "aksi": "uji", "berkas": berkas,
            "ringkasan": sentence, "sebelum": None,
            "sesudah": json.dumps({"nomor": nomor}) if nomor else None,
        }  # fmt: skip
        self._last = chain(self._last, row)
        self.run(
            "INSERT INTO riwayat (waktu, pelaku, aksi, berkas_id, ringkasan, sebelum, sesudah, "
            "rantai) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*row.values(), self._last),
        )


def _office(to: Filler) -> None:
    """What all schemas have alike: the office, two berkas at their end, one running."""
    run = to.run
    for number, name in enumerate(
        ("logo.png", "ND 1.pdf", "SK 1.pdf", "SK 1 pindaian.pdf", "daftar.pdf", "bundel.zip"), 1
    ):
        to.file(number, name)
    run(
        "INSERT INTO instansi VALUES (1, 'Provinsi Lama', 'Dinas Lama', 'DL', '[\"Jalan 1\"]', "
        "'Kupang', 1)"
    )
    run("INSERT INTO unit_kerja VALUES (1, 'A', 'Bidang A', 'Kepala A', 1, 1)")
    run("INSERT INTO unit_kerja VALUES (2, 'B', 'Bidang B', 'Kepala B', 2, 1)")
    run("INSERT INTO libur_kantor VALUES ('2026-03-04', 0, 'Kedukaan')")
    run(
        "INSERT INTO pejabat (nama, nip, pangkat, golongan, jabatan, selaku, peran, status, "
        "berlaku_dari) VALUES ('Nama Kepala', '', '', '', 'Kepala Dinas', '', "
        "'atasan_ppid_pembantu', 'definitif', '2020-01-01')"
    )
    sop = next((RESOURCES / "sop").glob("*.toml")).read_text(encoding="utf-8")
    digest = hashlib.sha256(sop.encode()).hexdigest()
    run("INSERT INTO sop_versi VALUES (1, ?, 'SOP', ?, ?)", (digest, sop, TIME))
    to.say("Instansi diisi.")
    for number in (1, 2, 3):
        run(
            "INSERT INTO berkas VALUES (?, ?, 2026, 1, ?)",
            (number, f"Pemutakhiran {number}", DAY),
        )
        to.say(f"Berkas {number} dibuat.", number)
        done = number < 3
        run(
            "INSERT INTO stage_run VALUES (?, ?, ?, ?, ?, ?, '')",
            (number, number, 5 if done else 1, DAY, DAY if done else None,
             "maju" if done else None),
        )  # fmt: skip
        run(
            "INSERT INTO step_run VALUES (?, ?, 1, 'admin_ppid', ?, ?, '')",
            (number, number, DAY, DAY if done else None),
        )
    run("INSERT INTO daftar_terbit VALUES (1, 1, 5, ?)", (TIME,))
    run("INSERT INTO bundel VALUES (1, 1, 6, ?)", (TIME,))
    run("INSERT INTO dik_entri (id) VALUES (1), (2)")


def _usulan(to: Filler) -> None:
    for number, berkas, jenis, entri, informasi in (
        (1, 1, "baru", None, "Data pelapor"),
        (2, 1, "baru", None, "Hasil audit"),
        (3, 2, "ubah", 1, "Data pelapor dan saksi"),
    ):
        to.run(
            "INSERT INTO usulan (id, berkas_id, unit_id, jenis, entri_id, isi, putusan, catatan) "
            "VALUES (?, ?, 1, ?, ?, ?, 'dikecualikan', '')",
            (number, berkas, jenis, entri, words(informasi)),
        )


def _versions(to: Filler) -> None:
    for number, entri, terbitan, change, informasi in (
        (1, 1, 1, "tambah", "Data pelapor"),
        (2, 2, 1, "tambah", "Hasil audit"),
        (3, 1, 2, "ubah", "Data pelapor dan saksi"),
    ):
        to.run(
            "INSERT INTO dik_versi (id, entri_id, terbitan_id, perubahan, unit_id, isi) "
            "VALUES (?, ?, ?, ?, 1, ?)",
            (number, entri, terbitan, change, words(informasi)),
        )


def _letters(to: Filler, *, sequences: bool) -> None:
    """A Nota Dinas, a draft and two signed Keputusan; `sequences` since schema 3."""
    for number, berkas, jenis, unit, nomor, signed in (
        (1, 1, "nota_dinas", 1, "004/ND/2026", 0),
        (2, 3, "nota_dinas", 2, None, 0),
        (3, 1, "keputusan", None, "1/KEP/2026", 1),
        (4, 2, "keputusan", None, "2/KEP/2026", 1),
    ):
        day = DAY if nomor else None
        to.run(
            "INSERT INTO surat (id, berkas_id, jenis, unit_id, nomor, tanggal, ditandatangani, "
            f"perlu_cetak{', deret, urut' if sequences else ''}) "
            f"VALUES (?, ?, ?, ?, ?, ?, ?, 0{', ?, ?' if sequences else ''})",
            (
                number, berkas, jenis, unit, nomor, day, signed,
                *((("Nota Dinas" if unit else "Keputusan") if nomor else "",
                   int(nomor.split("/")[0]) if nomor else None) if sequences else ()),
            ),
        )  # fmt: skip
        if nomor:
            to.say(f"Surat {nomor} dinomori.", berkas, nomor)
    to.run(
        "INSERT INTO cetakan (surat_id, attachment_id, sidik, keterangan, waktu) VALUES "
        "(1, 2, 'abc', 'dicetak', ?), (3, 3, 'def', 'dicetak', ?)",
        (TIME, TIME),
    )
    to.run("INSERT INTO pindaian VALUES (1, 3, 4, ?)", (TIME,))
    to.run("INSERT INTO permintaan VALUES (1, 1, 1, 1, 'usulan', ?, '', NULL)", (DAY,))


def _fill_1(to: Filler) -> None:
    _office(to)
    _letters(to, sequences=False)
    _usulan(to)
    to.run("INSERT INTO dik_terbitan VALUES (1, 3, ?), (2, 4, ?)", (TIME, TIME))
    _versions(to)
    to.run("INSERT INTO dik_versi VALUES (4, 2, 2, 'tetap', 1, ?)", (words("Hasil audit"),))


def _register_2(to: Filler) -> None:
    to.run(
        "INSERT INTO dik_terbitan (id, surat_id, diterapkan) VALUES (1, 3, ?), (2, 4, ?)",
        (TIME, TIME),
    )
    to.run("INSERT INTO dik_terbitan_unit VALUES (1, 1, 'Bidang A', 1), (2, 1, 'Bidang A', 1)")
    _versions(to)
    to.file(7, "Lembar Uji.pdf")
    to.file(8, "Berita Acara.pdf")
    to.file(9, "isian.xlsx")
    to.run("INSERT INTO uji VALUES (1, 1, ?, '{}', ?)", (words("Data pelapor"), TIME))
    to.run("INSERT INTO cetakan_uji VALUES (1, 1, 1, 'lembar_uji', 7, ?)", (TIME,))
    to.run("INSERT INTO impor VALUES (1, 1, 1, 9, 'Isian Bidang A', ?)", (TIME,))
    to.run("INSERT INTO undang_undang VALUES (1, 'UU 27/2022', 'UU PDP')")


def _fill_2(to: Filler) -> None:
    _office(to)
    _letters(to, sequences=False)
    _usulan(to)
    _register_2(to)
    head = json.dumps({"nomor": "7/BA", "tanggal": DAY, "tempat": "Aula"})
    to.run("INSERT INTO berita_acara VALUES (1, ?)", (head,))
    to.run("INSERT INTO cetakan_uji VALUES (2, 1, NULL, 'berita_acara', 8, ?)", (TIME,))
    to.say("Berita Acara diisi.", 1, "7/BA")


def _fill_3(to: Filler) -> None:
    _office(to)
    _letters(to, sequences=True)
    _usulan(to)
    _register_2(to)
    to.run(
        "INSERT INTO permohonan (id, nomor_pendaftaran, diterima, nama, alamat, kontak, rincian) "
        "VALUES (1, 'P-1', ?, 'Pemohon', 'Jalan 2', '0380', 'Data pelapor')",
        (DAY,),
    )
    to.run("INSERT INTO permohonan_entri VALUES (1, 1, 1)")
    to.run(
        "INSERT INTO surat (id, permohonan_id, jenis, deret, nomor, tanggal, urut, perlu_cetak) "
        "VALUES (5, 1, 'penolakan', 'Penolakan', '9/TOLAK/2026', ?, 9, 0)",
        (DAY,),
    )
    to.say("Penolakan dinomori.", None, "9/TOLAK/2026")
    to.run(
        "INSERT INTO surat (id, berkas_id, jenis, deret, nomor, tanggal, urut, batal, dibatalkan) "
        "VALUES (6, 1, 'pengingat', 'Nota Dinas', '5/ND/2026', ?, 5, 'Salah alamat', ?)",
        (DAY, TIME),
    )
    to.say("Pengingat dinomori.", 1, "5/ND/2026")
    to.run("INSERT INTO cetakan VALUES (3, 5, 8, 'ghi', 'dicetak', ?, 7, '9/TOLAK/2026')", (TIME,))
    to.run("INSERT INTO ekspedisi VALUES (1, 1, 'Bidang A', ?, ?, 'Staf')", (DAY, DAY))
    to.run("INSERT INTO koreksi VALUES (1, 1, 'Salah ketik', '{}', '{}', ?)", (TIME,))
    to.run("INSERT INTO templat VALUES ('nota_dinas', '{}')")


MAKERS: tuple[Callable[[Filler], None], ...] = (_fill_1, _fill_2, _fill_3)
"""By schema, from 1; a new step of the schema needs one more."""


def make_folder(folder: Path, schema: int) -> Path:
    """A data folder of that schema."""
    folder.mkdir(parents=True)
    path = DataFolder(folder).database
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, STEPS[:schema])
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = off")
        connection.execute("BEGIN")
        filler = Filler(connection, folder)
        MAKERS[schema - 1](filler)
        filler.say("Selesai.")
        connection.execute("COMMIT")
    return folder


_LASTING = {
    "surat": "id, berkas_id, jenis, nomor, tanggal, ditandatangani",
    "dik_versi": "id, entri_id, terbitan_id, perubahan, unit_id, isi",
    "usulan": "id, berkas_id, unit_id, jenis, entri_id, isi, putusan",
    "attachment": "*",
    "cetakan": "id, surat_id, attachment_id, sidik, waktu",
    "pindaian": "*",
    "permintaan": "*",
    "stage_run": "*",
    "step_run": "*",
    "berkas": "*",
    "unit_kerja": "*",
    "instansi": "*",
    "libur_kantor": "*",
    "sop_versi": "*",
    "daftar_terbit": "*",
    "bundel": "*",
    "riwayat": "*",
}


def records(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """What every schema keeps for ever, by table. An entry left as it was is no row since 2."""
    with closing(sqlite3.connect(DataFolder(folder).database)) as connection:
        found = {
            table: set(connection.execute(f"SELECT {columns} FROM {table}"))
            for table, columns in _LASTING.items()
        }
    found["dik_versi"] = {row for row in found["dik_versi"] if row[3] != "tetap"}
    return found


def stored_files(folder: Path) -> dict[str, bytes]:
    """The stored files by name in their store."""
    return {path.name: path.read_bytes() for path in folder.glob("dokumen/*/*")}
