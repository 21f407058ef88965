"""The wordings that offices differ in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.documents.paper_parts import FontFamily, Gaya, PageSetup
from tests.documents.reading import MM, page_texts, squeezed, words
from tests.documents.samples import KEPUTUSAN, NOTA_DINAS

KAPITAL = Gaya(label_kapital=True)
FONTS = pytest.mark.parametrize("font", [FontFamily.ARIAL, FontFamily.BOOKMAN])


@FONTS
@pytest.mark.parametrize("size", [10.0, 12.0, 14.0])
def test_labels_of_a_nota_dinas_in_capitals_stand_before_one_column_of_colons(font, size):
    page = words(build(replace(NOTA_DINAS, gaya=KAPITAL, page=PageSetup(font=font, size=size))))[0]
    colons = [word for word in page if word["text"] == ":"]
    assert len(colons) == 8
    assert len({round(word["x0"], 1) for word in colons}) == 1
    for colon in colons:
        label = [w for w in page if w["bottom"] == colon["bottom"] and w["x1"] < colon["x0"]]
        assert [word["text"].isupper() for word in label] == [True], label
    labels = [w["text"] for w in page if w["x0"] < 31 * MM]
    assert {"YTH.", "DARI", "TEMBUSAN", "TANGGAL", "NOMOR", "SIFAT", "LAMPIRAN", "HAL"} <= {*labels}


def test_the_number_may_stand_below_the_title():
    page = words(build(replace(NOTA_DINAS, gaya=Gaya(nomor_di_judul=True))))[0]
    title = next(word for word in page if word["text"] == "NOTA")
    [label] = [w for w in page if w["text"] == "Nomor" and w["top"] > title["top"]]
    line = [w for w in page if abs(w["bottom"] - label["bottom"]) < 1]
    assert 0 < label["top"] - title["bottom"] < 12
    middle = (line[0]["x0"] + line[-1]["x1"]) / 2
    assert middle == pytest.approx((30 + 190) / 2 * MM, abs=1)


def test_the_head_of_the_recipients_follows_the_labels():
    letter = replace(NOTA_DINAS, yth=(), daftar_penerima=("Kepala Bidang",), gaya=KAPITAL)
    assert "LAMPIRANNOTADINASNOMOR:500.12/" in squeezed(page_texts(build(letter))[1])
    plain = page_texts(build(replace(letter, gaya=Gaya())))[1]
    assert "LampiranNotaDinasNomor:500.12/" in squeezed(plain)


@FONTS
@pytest.mark.parametrize("size", [11.0, 12.0, 14.0])
def test_labels_of_a_keputusan_in_capitals_fit_before_their_colons(font, size):
    setup = PageSetup(font=font, size=size)
    letter = replace(KEPUTUSAN, gaya=KAPITAL, page=setup, memperhatikan=("Berita Acara",))
    found = [w for page in words(build(letter))[:-1] for w in page]
    labels = [w for w in found if w["text"] in ("MENIMBANG", "MENGINGAT", "MEMPERHATIKAN",
                                                "MENETAPKAN", "KESATU", "KEDUA")]  # fmt: skip
    assert [w["text"] for w in labels if w["x0"] < 31 * MM] == [
        "MENIMBANG", "MENGINGAT", "MEMPERHATIKAN", "MENETAPKAN", "KESATU", "KEDUA"
    ]  # fmt: skip
    tops = {round(w["bottom"]) for w in labels if w["x0"] < 31 * MM}
    colons = [w for w in found if w["text"] == ":" and round(w["bottom"]) in tops]
    assert len(colons) == 6
    assert len({round(w["x0"], 1) for w in colons}) == 1
    assert all(w["x1"] < colons[0]["x0"] for w in labels if w["x0"] < 31 * MM)
    assert "TEMBUSAN:" in [w["text"] for w in found]


def test_the_first_decision_may_be_called_pertama():
    letter = replace(KEPUTUSAN, gaya=Gaya(diktum_pertama=True))
    text = squeezed("".join(page_texts(build(letter))))
    assert "PERTAMA:MenetapkanDaftar" in text
    assert "KEDUA:Keputusan" in text
    assert "KESATU" not in text
    assert "KESATU:" in squeezed("".join(page_texts(build(KEPUTUSAN))))
