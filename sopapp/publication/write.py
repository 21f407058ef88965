"""The one door to the published files: a list in, the bytes of a file out."""

from __future__ import annotations

import dataclasses

from sopapp.domain.daftar_terbuka import BarisTerbuka, DaftarTerbuka, FormatEkspor
from sopapp.domain.progress import Progress, counted, no_progress, share
from sopapp.domain.teks_berkas import teks_berkas
from sopapp.publication.csv_list import write_csv
from sopapp.publication.html_list import write_html
from sopapp.publication.json_list import write_json
from sopapp.publication.xlsx_list import write_xlsx

_WRITERS = {
    FormatEkspor.CSV: write_csv,
    FormatEkspor.JSON: write_json,
    FormatEkspor.XLSX: write_xlsx,
    FormatEkspor.HTML: write_html,
}


def write_list(value: DaftarTerbuka, form: FormatEkspor, progress: Progress = no_progress) -> bytes:
    """Return `value` as a file of any form but PDF: the same list gives the same bytes.

    Raises DomainError when a text does not fit a cell of a workbook.
    """
    return _WRITERS[form](_fit(value, share(progress, 0, 2)), share(progress, 1, 2))


def _fit(value: DaftarTerbuka, progress: Progress) -> DaftarTerbuka:
    return dataclasses.replace(
        value,
        instansi=_line(value.instansi),
        judul=_line(value.judul),
        nomor_keputusan=_line(value.nomor_keputusan),
        catatan=tuple(teks_berkas(text) for text in value.catatan),
        baris=tuple(_fit_row(baris) for baris in counted(value.baris, progress)),
    )


def _fit_row(baris: BarisTerbuka) -> BarisTerbuka:
    return dataclasses.replace(
        baris,
        informasi=teks_berkas(baris.informasi),
        dasar_hukum=tuple(teks_berkas(text) for text in baris.dasar_hukum),
        dibuka=teks_berkas(baris.dibuka),
        ditutup=teks_berkas(baris.ditutup),
        jangka_waktu=teks_berkas(baris.jangka_waktu),
        unit_kerja=teks_berkas(baris.unit_kerja),
    )


def _line(text: str) -> str:
    return " ".join(teks_berkas(text).split())
