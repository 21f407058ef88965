"""The catalogue: what comes with the program, and the office's own laws."""

from __future__ import annotations

import pytest

from sopapp.app import App
from sopapp.domain.errors import DomainError, NotFoundError

PERBAN = "Peraturan BPOM Nomor 6 Tahun 2020"
LAW = "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan"


def own(app: App) -> list[tuple[str, str]]:
    return [(law.kutipan, law.singkatan) for law in app.katalog.laws() if not law.bawaan]


def riwayat(app: App) -> list[str]:
    return [event.ringkasan for event in app.riwayat.list(limit=None)]


def test_pasal_17_is_there_with_a_word_of_caution(app: App) -> None:
    letters = app.katalog.pasal_17()

    assert "".join(letter.huruf for letter in letters) == "abcdefghij"
    assert letters[7].butir[0].teks == "riwayat dan kondisi anggota keluarga"
    assert app.katalog.catatan_pasal_17().count("belum dicocokkan") == 1


def test_an_own_law_is_kept_behind_those_of_the_program(app: App) -> None:
    bundled = app.katalog.laws()
    law_id = app.katalog.add_law(f"  {LAW}\n", " UU  P3 ")

    laws = app.katalog.laws()
    assert laws[:-1] == bundled
    assert (laws[-1].id, laws[-1].kutipan, laws[-1].singkatan) == (law_id, LAW, "UU P3")
    assert riwayat(app)[0] == f"Peraturan ditambahkan ke katalog: {LAW}."


def test_own_laws_stand_in_order_of_their_words(app: App) -> None:
    for words in ("beta 2", "Alfa 1", "ceta 3"):
        app.katalog.add_law(words)
    assert [kutipan for kutipan, _short in own(app)] == ["Alfa 1", "beta 2", "ceta 3"]


def test_a_law_without_a_short_name_goes_by_its_words(app: App) -> None:
    app.katalog.add_law(PERBAN)
    assert app.katalog.laws()[-1].nama == PERBAN
    assert app.katalog.laws()[0].nama == app.katalog.laws()[0].singkatan


@pytest.mark.parametrize(
    ("kutipan", "singkatan", "field"),
    [
        ("", "", "kutipan"),
        (" \n ", "UU", "kutipan"),
        (" . ", "UU", "kutipan"),
        ("U" * 501, "", "kutipan"),
        (LAW, "S" * 81, "singkatan"),
        ("undang-undang nomor 27 tahun 2022 tentang pelindungan  data pribadi.", "", "kutipan"),
    ],
)
def test_what_cannot_be_stored_is_told_by_field(
    app: App, kutipan: str, singkatan: str, field: str
) -> None:
    before = riwayat(app)
    with pytest.raises(DomainError) as caught:
        app.katalog.add_law(kutipan, singkatan)

    assert caught.value.field == field
    assert own(app) == []
    assert riwayat(app) == before


def test_one_law_typed_in_two_ways_is_one_law(app: App) -> None:
    app.katalog.add_law(LAW)
    with pytest.raises(DomainError, match="sudah ada dalam katalog"):
        app.katalog.add_law(f" {LAW.upper()} ; ".replace(" ", "  "))
    assert len(own(app)) == 1


def test_editing_changes_one_law_in_one_write(app: App) -> None:
    law_id = app.katalog.add_law(LAW, "UU P3")
    writes = len(riwayat(app))
    app.katalog.edit_law(law_id, LAW.replace("2011", "2012"), "P3")

    assert own(app) == [(LAW.replace("2011", "2012"), "P3")]
    assert len(riwayat(app)) == writes + 1
    event = app.riwayat.list(limit=1)[0]
    assert event.sebelum == {"kutipan": LAW, "singkatan": "UU P3"}
    assert event.sesudah == {"kutipan": LAW.replace("2011", "2012"), "singkatan": "P3"}


def test_an_equal_edit_is_no_write_and_case_may_be_mended(app: App) -> None:
    law_id = app.katalog.add_law(LAW.lower())
    writes = len(riwayat(app))
    app.katalog.edit_law(law_id, f" {LAW.lower()} ")
    assert len(riwayat(app)) == writes
    app.katalog.edit_law(law_id, LAW)
    assert own(app) == [(LAW, "")]


def test_an_edit_into_another_law_is_refused(app: App) -> None:
    app.katalog.add_law(PERBAN)
    law_id = app.katalog.add_law(LAW)
    for taken in (PERBAN.lower(), app.katalog.laws()[0].kutipan):
        with pytest.raises(DomainError) as caught:
            app.katalog.edit_law(law_id, taken)
        assert caught.value.field == "kutipan"
    assert len(own(app)) == 2


def test_a_removed_law_is_gone_and_told(app: App) -> None:
    law_id = app.katalog.add_law(LAW)
    app.katalog.remove_law(law_id)

    assert own(app) == []
    assert riwayat(app)[0] == f"Peraturan dihapus dari katalog: {LAW}."
    with pytest.raises(NotFoundError):
        app.katalog.remove_law(law_id)
    with pytest.raises(NotFoundError):
        app.katalog.edit_law(law_id, LAW)


@pytest.mark.parametrize(
    ("kutipan", "told"),
    [
        (LAW, ""),
        ("", ""),
        (PERBAN, "di bawah Undang-Undang"),
        ("UU Nomor 14 Tahun 2008", "selalu tercetak"),
        ("Kode etik pegawai", "Tidak tampak"),
    ],
)
def test_what_is_no_undang_undang_is_remarked_and_kept(app: App, kutipan: str, told: str) -> None:
    remark = app.katalog.remark(kutipan)
    assert told in remark
    assert bool(remark) == bool(told)
    if kutipan:
        assert app.katalog.add_law(kutipan)
