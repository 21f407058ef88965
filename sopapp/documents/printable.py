"""Working papers that print whatever the register holds.

A letter with a character that no bundled font has is refused, so that its author mends it. What
an old version of the register says cannot be mended any more, and a table that is printed from
the screen is no letter: there such a character is written by its number, `[U+1F4C1]`.
"""

from __future__ import annotations

from dataclasses import replace

from sopapp.documents.content import PerbandinganDaftar, SelBanding, TabelCetak
from sopapp.documents.fonts import undrawable
from sopapp.documents.text import clean
from sopapp.domain.beda_kata import Potongan


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
