"""Working papers that print whatever the register holds.

A letter with a character that no bundled font has is refused, so that its author mends it. What
an old version of the register says cannot be mended any more, and a table that is printed from
the screen is no letter: there such a character is written by its number, `[U+1F4C1]`.
"""

from __future__ import annotations

from dataclasses import replace

from sopapp.documents.fonts import undrawable
from sopapp.documents.list_content import LaporanKinerja, PerbandinganDaftar, SelBanding, TabelCetak
from sopapp.documents.text import clean
from sopapp.domain.beda_kata import Potongan
from sopapp.domain.laporan import BagianLaporan, Batang, Grafik


def printable_tabel(letter: TabelCetak) -> TabelCetak:
    """The table with the numbers of the characters that cannot be printed."""
    texts = [letter.keterangan, *(cell for row in letter.baris for cell in row)]
    names = _names(texts)
    if not names:
        return letter
    return replace(
        letter,
        keterangan=_named(letter.keterangan, names),
        baris=tuple(tuple(_named(cell, names) for cell in row) for row in letter.baris),
    )


def printable_perbandingan(letter: PerbandinganDaftar) -> PerbandinganDaftar:
    """The comparison with the numbers of the characters that cannot be printed."""
    texts = [text for row in letter.baris for text in (row.informasi, row.unit_kerja)]
    texts += [
        run.text for row in letter.baris for sel in row.sel for run in (*sel.sebelum, *sel.sesudah)
    ]
    names = _names(texts)
    if not names:
        return letter
    return replace(
        letter,
        baris=tuple(
            replace(
                row,
                informasi=_named(row.informasi, names),
                unit_kerja=_named(row.unit_kerja, names),
                sel=tuple(_named_sel(sel, names) for sel in row.sel),
            )
            for row in letter.baris
        ),
    )


def printable_laporan(letter: LaporanKinerja) -> LaporanKinerja:
    """The report with the numbers of the characters that cannot be printed."""
    report = letter.laporan
    texts = [cell for part in report.bagian for row in part.tabel.baris for cell in row]
    texts += [bar.label for part in report.bagian for chart in part.grafik for bar in chart.batang]
    names = _names([report.keterangan, *texts])
    if not names:
        return letter
    told = replace(
        report,
        keterangan=_named(report.keterangan, names),
        bagian=tuple(_named_part(part, names) for part in report.bagian),
    )
    return replace(letter, laporan=told)


def _named_part(part: BagianLaporan, names: dict[str, str]) -> BagianLaporan:
    rows = tuple(tuple(_named(cell, names) for cell in row) for row in part.tabel.baris)
    return replace(
        part,
        grafik=tuple(_named_chart(chart, names) for chart in part.grafik),
        tabel=replace(part.tabel, baris=rows),
    )


def _named_chart(chart: Grafik, names: dict[str, str]) -> Grafik:
    def named(bar: Batang) -> Batang:
        return replace(bar, label=_named(bar.label, names))

    return replace(chart, batang=tuple(map(named, chart.batang)))


def _named_sel(sel: SelBanding, names: dict[str, str]) -> SelBanding:
    return replace(
        sel,
        sebelum=tuple(_named_run(run, names) for run in sel.sebelum),
        sesudah=tuple(_named_run(run, names) for run in sel.sesudah),
    )


def _named_run(run: Potongan, names: dict[str, str]) -> Potongan:
    return replace(run, text=_named(run.text, names))


def _names(texts: list[str]) -> dict[str, str]:
    """What stands for each character that cannot be printed, also once it is a capital."""
    chars = " ".join(set().union(*map(clean, texts)))
    wrong = set(undrawable(chars))
    wrong |= {char for char in chars if undrawable(char.upper())}
    return {char: f"[U+{ord(char):04X}]" for char in wrong}


def _named(text: str, names: dict[str, str]) -> str:
    if not any(char in names for char in clean(text)):
        return text
    return "".join(names.get(char, char) for char in clean(text))
