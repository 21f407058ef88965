"""The rows of the table in a file, ready to be checked against the records."""

from __future__ import annotations

from pathlib import Path

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import Kolom, LembarTerbaca
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.ribuan import ribuan
from sopapp.spreadsheet.columns import choose
from sopapp.spreadsheet.grid import read_grid
from sopapp.spreadsheet.limits import BATAS_BARIS
from sopapp.spreadsheet.sheet_facts import column_letter
from sopapp.spreadsheet.table_rows import TableRows

_STEP = 250


def read_sheet(path: Path, progress: Progress = no_progress) -> LembarTerbaca:
    """The table in a file: head found, rows below it as texts, remarks on what was left out.

    `progress(done, total)` may raise to cancel. Raises DomainError when there is no table.
    """
    grid = read_grid(path, lambda done, total: progress(done, total * 2))
    sheet, head, remarks = choose(grid)
    reading = TableRows(sheet, head)
    count = len(sheet.rows)
    for index in range(head.last + 1, count):
        reading.row(index)
        if index % _STEP == 0:
            progress(count + index, count * 2)
    reading.end()
    progress(count * 2, count * 2)
    if len(reading.baris) > BATAS_BARIS:
        raise DomainError(
            f"Lembar “{sheet.nama}” berisi {ribuan(len(reading.baris))} baris data; paling banyak "
            f"{ribuan(BATAS_BARIS)}. Bagi menjadi beberapa file, lalu impor satu per satu."
        )
    kolom = {each: column_letter(at) for each, at in sorted(reading.kolom.items(), key=_by_column)}
    return LembarTerbaca(
        grid.nama_file,
        sheet.nama,
        kolom,
        tuple(reading.baris),
        (*grid.keterangan, *remarks, *sheet.keterangan, *reading.keterangan()),
    )


def _by_column(pair: tuple[Kolom, int]) -> int:
    return pair[1]
