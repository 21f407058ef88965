"""Every text of a letter is looked at before it is drawn."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest

from sopapp.documents.content import LampiranTeks, Salinan
from sopapp.documents.paper_parts import Kop
from sopapp.documents.places import places
from tests.documents.buku_samples import buku_agenda, buku_ekspedisi
from tests.documents.penolakan_samples import PENOLAKAN
from tests.documents.samples import DAFTAR_PUBLIK, KEPUTUSAN, NOTA_DINAS
from tests.documents.sop_samples import LEMBAR_SOP
from tests.documents.uji_samples import BERITA_ACARA, LEMBAR_UJI, PPID

LETTERS = (
    replace(
        KEPUTUSAN,
        lampiran_lain=(LampiranTeks("Susunan", "baris satu\nbaris dua"),),
        salinan=Salinan("Salinan sesuai dengan aslinya", PPID),
    ),
    NOTA_DINAS,
    PENOLAKAN,
    LEMBAR_SOP,
    buku_agenda(2, batal=(1,), sisipan=1, rumpang=("3",)),
    buku_ekspedisi(2),
    DAFTAR_PUBLIK,
    LEMBAR_UJI,
    BERITA_ACARA,
)


def _texts(value) -> list[str]:
    """Every text inside a letter, however deep; names of papers and fonts are none."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in _texts(one)]
    if is_dataclass(value):
        own = {"page", "gaya", "page_lampiran"}
        return [
            t for f in fields(value) if f.name not in own for t in _texts(getattr(value, f.name))
        ]
    return []


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: type(letter).__name__)
def test_no_text_is_forgotten(letter):
    seen = "\n".join(text for _place, text in places(letter))
    for text in _texts(letter):
        assert all(line in seen for line in text.split("\n"))


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: type(letter).__name__)
def test_places_have_names_of_their_own(letter):
    named = [place for place, text in places(letter) if text and "Dasar hukum" not in place]
    assert len(named) == len(set(named))
    assert isinstance(letter.kop, Kop)
