"""Papers that print whatever an old list holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.documents.printable import printable_perbandingan, printable_tabel
from sopapp.domain.errors import DomainError
from tests.documents.reading import page_texts, squeezed
from tests.documents.test_perbandingan import CHANGED, LETTER, sel
from tests.documents.test_tabel_cetak import table


def test_a_comparison_names_what_it_cannot_draw():
    changed = replace(
        CHANGED, informasi="Arsip 📁", sel=(sel("Bentuk", "Kotak 📁 merah", "Kotak 😀 biru"),)
    )
    letter = replace(LETTER, baris=(changed,))
    with pytest.raises(DomainError):
        build(letter)
    text = squeezed("".join(page_texts(build(printable_perbandingan(letter)))))
    for part in ("Arsip [U+1F4C1]", "Kotak [U+1F4C1]", "[U+1F600] biru"):
        assert squeezed(part) in text


def test_a_table_names_what_it_cannot_draw():
    letter = replace(table(1), keterangan="kata 😀", baris=(("1", "Arsip 📁", "漢"),))
    text = squeezed("".join(page_texts(build(printable_tabel(letter)))))
    for part in ("kata [U+1F600]", "Arsip [U+1F4C1]", "[U+6F22]"):
        assert squeezed(part) in text


def test_what_can_be_drawn_stays_as_it_is():
    assert printable_tabel(table(2)) == table(2)
    assert printable_perbandingan(LETTER) == LETTER
