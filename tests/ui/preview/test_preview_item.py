"""Items of a preview."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sopapp.domain.surat import JenisSurat
from ui.preview.preview_item import file_name, kept_item, letter_item


@dataclass
class Wanted:
    """A stored letter with a number of copies."""

    rangkap: int = 1
    id: int = 1
    jenis: JenisSurat = JenisSurat.NOTA_DINAS
    unit_nama: str = "Sekretariat"
    nomor: str = "1"
    ditandatangani: bool = False


def test_a_letter_is_wanted_as_often_as_it_says():
    item = letter_item(None, Wanted(3))
    assert (item.copies, item.copies_note) == (3, "1 asli, 2 tembusan")
    item = letter_item(None, Wanted(1))
    assert (item.copies, item.copies_note) == (1, "")


def test_what_was_kept_is_shown_as_it_is_and_not_kept_again():
    item = kept_item("Nota Dinas, versi 1", "versi-1.pdf", b"%PDF-lama", "Diganti 3 Mei 2026.")
    assert item.source() == b"%PDF-lama"
    assert item.keep is None
    assert item.note == "Diganti 3 Mei 2026."


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Nota Dinas – A/B", "500.12/1/X"), "Nota Dinas – A-B 500.12-1-X.pdf"),
        (("  ", ""), "surat.pdf"),
        (('a:b*"?<>|', ""), "a-b.pdf"),
    ],
)
def test_file_names_are_fit_for_every_system(parts, name):
    assert file_name(*parts) == name
