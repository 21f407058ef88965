"""A book of many letters, written straight into the file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from tests.conftest import fill_office

TODAY = date(2026, 11, 23)
SUBJECTS = (
    "Permintaan dokumen DIK", "Pengingat permintaan dokumen DIK", "Pengembalian usulan",
    "Undangan rapat uji konsekuensi", "Pengantar rancangan Keputusan",
)  # fmt: skip


def make_agenda(root: Path, letters: int) -> None:
    """`letters` numbered Nota Dinas of one year, some void, handed over or put in between."""
    dice = random.Random(4)
    with open_app(root, FixedClock(TODAY), "Uji") as app:
        fill_office(app, units=9)
        berkas = app.berkas.create("Pemutakhiran", TODAY.year, TODAY)
    first = date(TODAY.year, 1, 2)
    rows = []
    urut = 0
    for number in range(letters):
        between = number % 50 == 49
        urut += 0 if between else 1 + (number % 97 == 96)
        suffix = ".01" if between else ""
        day = first + timedelta(days=number * 320 // letters)
        void = number % 40 == 7
        rows.append(
            (
                berkas, "nota_dinas", number % 9 + 1, "Nota Dinas",
                f"500.12/{urut:03d}{suffix}/UJI/{day.month}/2026", day.isoformat(), urut,
                "Surat susulan" if between else "", "500.12",
                f"{dice.choice(SUBJECTS)} nomor {number}", f"Kepala Bidang {number % 9 + 1}",
                "1 (satu) berkas", "Sekretaris", "Salah alamat" if void else "",
                "2026-11-23T00:00:00Z" if void else None,
            )
        )  # fmt: skip
    with closing(sqlite3.connect(DataFolder(root).database)) as connection, connection:
        connection.executemany(
            "INSERT INTO surat (berkas_id, jenis, unit_id, deret, nomor, tanggal, urut, sisipan, "
            "klasifikasi, perihal, tujuan, lampiran, penanda_tangan, batal, dibatalkan) "
            f"VALUES ({', '.join('?' * 15)})",
            rows,
        )
        connection.execute(
            "INSERT INTO ekspedisi (surat_id, kepada, dikirim) "
            "SELECT id, tujuan, tanggal FROM surat WHERE id % 2 = 0"
        )
