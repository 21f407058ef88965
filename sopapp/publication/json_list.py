"""The public list as JSON, for other programs.

The shape, which keeps while `versi_skema` is 1 (names may be added, none is taken away):

    skema                 "daftar-informasi-dikecualikan"
    versi_skema           1
    judul, instansi       text
    keputusan             {nomor: text, tanggal: date}
    per_tanggal, ditulis  date: the day the list holds for; the day it was written
    sumber                text
    catatan               list of texts
    jumlah                number of entries; 0 says Nihil
    informasi             list of entries in the order of the list:
        nomor               number, from 1
        informasi, konsekuensi_dibuka, konsekuensi_ditutup, jangka_waktu, unit_kerja   text
        dasar_hukum         list of texts
        mulai               date from which the period counts
        berakhir            date, the last day of the period; null when an event ends it

A date is text as in ISO 8601, `2026-12-31`. The file is UTF-8 without byte order mark.
"""

from __future__ import annotations

import json

from sopapp.domain.daftar_terbuka import DaftarTerbuka
from sopapp.domain.progress import Progress, counted, no_progress

SCHEMA = "daftar-informasi-dikecualikan"
SCHEMA_VERSION = 1


def write_json(value: DaftarTerbuka, progress: Progress = no_progress) -> bytes:
    """Return the file in the shape that the module's docstring tells."""
    whole = {
        "skema": SCHEMA,
        "versi_skema": SCHEMA_VERSION,
        "judul": value.judul,
        "instansi": value.instansi,
        "keputusan": {
            "nomor": value.nomor_keputusan,
            "tanggal": value.tanggal_keputusan.isoformat(),
        },
        "per_tanggal": value.per_tanggal.isoformat(),
        "ditulis": value.ditulis.isoformat(),
        "sumber": value.sumber,
        "catatan": list(value.catatan),
        "jumlah": len(value.baris),
        "informasi": [
            {
                "nomor": number,
                "informasi": baris.informasi,
                "dasar_hukum": list(baris.dasar_hukum),
                "konsekuensi_dibuka": baris.dibuka,
                "konsekuensi_ditutup": baris.ditutup,
                "jangka_waktu": baris.jangka_waktu,
                "mulai": baris.mulai.isoformat(),
                "berakhir": baris.berakhir.isoformat() if baris.berakhir else None,
                "unit_kerja": baris.unit_kerja,
            }
            for number, baris in enumerate(counted(value.baris, progress), start=1)
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
