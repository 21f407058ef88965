"""A long Lampiran is read a part at a time, once, and stays true to what changes."""

from __future__ import annotations

import pytest

from sopapp.app import App
from sopapp.documents.content import Keputusan
from sopapp.services.daftar_cetak import DaftarCetak
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete

TITLES = ("Satu", "Dua", "Tiga", "Empat", "Lima")


@pytest.fixture
def letter(app: App, office: Office, monkeypatch: pytest.MonkeyPatch) -> int:
    """The draft of a Keputusan whose Lampiran has five entries and a new one; two a part."""
    monkeypatch.setattr("sopapp.services.daftar_cetak._TOGETHER", 2)
    app.dik_awal.bring_in("SK/1", TODAY, [(office.units[0], complete(each)) for each in TITLES])
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], complete("Baru"))
    carrying.to_penetapan(app, berkas_id)
    return app.keputusan.draft(berkas_id)


def printed(app: App, letter: int) -> list[tuple[str, str]]:
    composed = app.surat.compose(letter)
    assert isinstance(composed, Keputusan)
    return [(row.informasi, row.unit_kerja) for row in composed.daftar]


def test_it_pauses_between_the_parts_and_only_once(app: App, letter: int) -> None:
    assert len(list(app.surat.prepare(letter))) == 3  # before it begins, and between five
    assert list(app.surat.prepare(letter)) == []
    assert [title for title, _unit in printed(app, letter)] == [*TITLES, "Baru"]


def test_a_list_stays_its_own_when_another_is_printed_under_its_progress(
    app: App, office: Office, letter: int
) -> None:
    """Progress lets the window answer, which may print another list before it comes back."""
    listed = app.dik.current()
    printed_then, cetak = [], DaftarCetak()
    before = cetak.rows(listed)
    unit = next(each for each in app.unit_kerja.list() if each.id == office.units[0])
    app.unit_kerja.edit(unit.id, UnitKerjaInput(unit.kode, "Nama Baru", unit.pimpinan))
    renamed = app.dik.current()

    def progress(done: int, total: int) -> None:
        printed_then.append(cetak.rows(renamed))

    assert cetak.rows(listed, progress) == before
    assert printed_then[-1] != before


def test_a_list_that_was_read_is_not_read_again(
    app: App, letter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _pause in app.surat.prepare(letter):
        pass
    monkeypatch.setattr("sopapp.domain.daftar.Daftar._read", lambda *_: pytest.fail("read again"))

    assert len(printed(app, letter)) == len(TITLES) + 1


def test_the_name_of_a_unit_and_a_verdict_are_those_of_now(
    app: App, office: Office, letter: int
) -> None:
    assert len(printed(app, letter)) == len(TITLES) + 1
    unit = app.unit_kerja.list()[0]
    app.unit_kerja.edit(unit.id, UnitKerjaInput(unit.kode, "Bidang Baru", unit.pimpinan))
    assert {name for _title, name in printed(app, letter)} == {"Bidang Baru"}

    berkas_id = app.surat.get(letter).berkas_id or 0
    app.berkas.send_back(berkas_id, 2, "Uji diulang")
    app.usulan.clear_verdict(app.usulan.list(berkas_id)[0].id)
    assert [title for title, _unit in printed(app, letter)] == [*TITLES]


def test_a_signed_keputusan_needs_no_reading(app: App, letter: int) -> None:
    berkas_id = app.surat.get(letter).berkas_id or 0
    app.surat.keep(letter, carrying.PDF, "dicetak")
    app.keputusan.sign(berkas_id, "7/KEP", TODAY, carrying.PDF)

    assert list(app.surat.prepare(letter)) == []


def test_the_published_list_is_read_in_the_same_way(app: App, office: Office, letter: int) -> None:
    berkas_id = app.surat.get(letter).berkas_id or 0
    app.surat.keep(letter, carrying.PDF, "dicetak")
    app.keputusan.sign(berkas_id, "7/KEP", TODAY, carrying.PDF)
    app.berkas.advance(berkas_id)
    app.berkas.advance(berkas_id)
    app.dik.apply(berkas_id)

    assert len(list(app.dokumentasi.prepare_list(berkas_id))) <= 2
    paper = app.dokumentasi.compose_list(berkas_id)
    assert paper == app.ekspor.compose(app.ekspor.value_of_berkas(berkas_id))
    assert [row.informasi for row in paper.daftar] == [*TITLES, "Baru"]
