from __future__ import annotations

from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.documents.paper_parts import A4, F4, FOLIO, FontFamily, PageSetup, Paper, Signer
from tests.documents.reading import MM, words
from tests.documents.samples import FIVE_TITLES, KEPUTUSAN, NOTA_DINAS, SIGNER, UNTUK_BELIAU

PAPERS = pytest.mark.parametrize("paper", [A4, F4, FOLIO], ids=lambda p: p.name)


def block(signer: Signer, **page: object) -> list[dict]:
    """Words of the signature block of a Nota Dinas signed by `signer`."""
    setup = PageSetup(**page)
    pages = words(build(replace(NOTA_DINAS, page=setup, signer=signer)))
    last = pages[-1]
    kasih = next(word for word in last if word["text"] == "kasih.")
    return [word for word in last if word["top"] > kasih["bottom"]]


def lines(found: list[dict]) -> list[str]:
    tops = sorted({round(word["bottom"]) for word in found})
    return [" ".join(w["text"] for w in found if round(w["bottom"]) == top) for top in tops]


def start(found: list[dict], text: str) -> float:
    return next(word["x0"] for word in found if word["text"] == text)


def test_what_follows_atas_nama_stands_below_the_words_behind_it():
    found = block(UNTUK_BELIAU)
    assert start(found, "a.n.") == pytest.approx(110 * MM, abs=0.5)
    text = start(found, "KEPALA")
    assert text > start(found, "a.n.") + 15
    assert start(found, "SEKRETARIS") == pytest.approx(text, abs=0.1)
    assert start(found, "u.b.") == pytest.approx(text, abs=0.1)
    # The line after the first too, and both lines of the last.
    behind = [w for w in found if w["text"] in ("DAN", "PROVINSI", "PERLINDUNGAN")]
    firsts = [w for w in behind if w["x0"] < text + 1]
    assert firsts
    assert all(w["x0"] == pytest.approx(text, abs=0.1) for w in firsts)
    assert "KONSUMEN," in [w["text"] for w in found]
    assert not {"TIMUR,", "SEKRETARIS,", "u.b.,"} & {w["text"] for w in found}


@pytest.mark.parametrize("prefix", ["a.n.", "Plt.", "Plh.", "u.b."])
def test_a_prefix_hangs_and_the_name_below_does_not(prefix):
    found = block(replace(SIGNER, jabatan=(f"{prefix} KEPALA DINAS CONTOH", "SEKRETARIS")))
    assert start(found, "KEPALA") == pytest.approx(start(found, "SEKRETARIS,"), abs=0.1)
    assert start(found, "MARIA") == pytest.approx(start(found, prefix), abs=0.1)


@PAPERS
@pytest.mark.parametrize("font", [FontFamily.ARIAL, FontFamily.BOOKMAN])
def test_a_name_with_five_titles_stays_in_its_half_and_breaks_between_words(paper, font):
    found = block(UNTUK_BELIAU, paper=paper, font=font)
    assert min(w["x0"] for w in found) >= (30 + (paper.width - 50) / 2) * MM - 0.5
    assert max(w["x1"] for w in found) <= (paper.width - 20) * MM + 0.5
    printed = " ".join(w["text"] for w in found)
    assert FIVE_TITLES in printed


def test_a_name_that_fits_one_line_keeps_its_titles_on_the_next():
    found = block(replace(SIGNER, nama="Drs. YOHANES WIRANEGARA, S.H., M.Si., Ph.D."))
    printed = lines(found)
    assert "Drs. YOHANES WIRANEGARA," in printed
    assert "S.H., M.Si., Ph.D." in printed


def test_on_a_narrow_sheet_the_block_is_as_wide_as_its_nip():
    small = Paper("kecil", 100, 180)
    found = block(SIGNER, paper=small, left=15, right=10, top=12, bottom=12, size=10)
    assert "NIP 19860926 201505 1 001" in " ".join(lines(found))
    assert max(w["x1"] for w in found) <= 90 * MM + 0.5


def test_a_number_that_says_what_it_is_gets_no_other_prefix():
    nip = "NI PPPK 199001012023211012"
    for letter in (replace(NOTA_DINAS, signer=replace(SIGNER, nip=nip)),
                   replace(KEPUTUSAN, signer=replace(SIGNER, nip=nip))):  # fmt: skip
        last = words(build(letter))[-1]
        assert [w["text"] for w in last][-3:] == nip.split()
