"""The number book under two windows at once, and forms of numbers that an office may type."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from sopapp.app import App
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.surat import JenisSurat
from sopapp.paths import DataFolder
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF


@pytest.fixture
def letters(app: App, office: Office) -> tuple[int, ...]:
    """Three drafted letters."""
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    return app.penyusunan.permintaan(berkas_id, per_unit=True)


def meanwhile(app: App, monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Let another window write just before the next write of this one begins."""
    enter = app._store.write

    def write(*args: object, **kinds: object) -> object:
        monkeypatch.undo()
        with closing(sqlite3.connect(DataFolder(app.data).database)) as other, other:
            for statement in statements:
                other.execute(statement)
        return enter(*args, **kinds)

    monkeypatch.setattr(type(app._store), "write", lambda _self, *a, **k: write(*a, **k))


def taken_by(surat_id: int, nomor: str, urut: int) -> str:
    return (
        f"UPDATE surat SET deret = 'Nota Dinas', nomor = '{nomor}', tanggal = '2026-11-23', "
        f"urut = {urut}, perihal = 'x' WHERE id = {surat_id}"
    )


def test_two_windows_never_give_one_number_twice(
    app: App, letters: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    nomor = app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY)
    meanwhile(app, monkeypatch, taken_by(letters[1], nomor, 1))
    with pytest.raises(DomainError, match="sudah dipakai Nota Dinas lain") as told:
        app.surat.set_number(letters[0], nomor, TODAY)

    assert told.value.field == "nomor"
    assert app.surat.get(letters[0]).nomor == ""
    app.surat.set_number(letters[0], app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY), TODAY)
    assert app.surat.get(letters[0]).nomor == "500.12/2/UJI/XI/2026"


def test_a_place_that_another_window_took_is_refused_too(
    app: App, letters: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(app, monkeypatch, taken_by(letters[1], "500.12/1/UJI/X/2026", 1))
    with pytest.raises(DomainError, match="Nomor urut 1 tahun 2026") as told:
        app.surat.set_number(letters[0], "500.12/1/UJI/XI/2026", TODAY)
    assert told.value.field == "nomor"


def test_numbers_of_several_are_proposed_inside_the_write(
    app: App, letters: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(app, monkeypatch, taken_by(letters[2], "500.12/1/UJI/XI/2026", 1))
    assert app.surat.number_letters(letters[:2], TODAY) == 2
    assert [app.surat.get(each).nomor for each in letters] == [
        "500.12/2/UJI/XI/2026", "500.12/3/UJI/XI/2026", "500.12/1/UJI/XI/2026",
    ]  # fmt: skip


def test_a_letter_that_another_window_changed_is_left_alone(
    app: App, letters: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = letters[0]
    surat = app.surat.get(first)
    words = dataclasses.replace(surat.isi, hal="Lain")
    acts: tuple[Callable[[], object], ...] = (
        lambda: app.surat.edit(first, words, "alasan"),
        lambda: app.surat.set_number(first, "8", TODAY, alasan="alasan"),
        lambda: app.surat.number_letters((first,), TODAY),
        lambda: app.surat.keep(first, PDF, "dicetak"),
        lambda: app.surat.void(first, "alasan"),
        lambda: app.surat.replace(first, "alasan"),
    )
    for act in acts:
        meanwhile(app, monkeypatch, taken_by(first, "7", 7))
        with pytest.raises(DomainError, match="jendela lain"):
            act()
        assert app.surat.get(first).nomor == "7"
        app._database.execute_sql(
            "UPDATE surat SET deret = '', nomor = NULL, tanggal = NULL, urut = NULL"
        )


def test_a_letter_may_be_corrected_within_its_place_again_and_again(
    app: App, letters: tuple[int, ...]
) -> None:
    app.surat.set_number(letters[0], "500.12/1/UJI/IX/2026", TODAY)
    app.surat.keep(letters[0], PDF, "dicetak")
    for month in ("X", "XI", "XII"):
        app.surat.set_number(letters[0], f"500.12/1/UJI/{month}/2026", TODAY, alasan="keliru")
    book = app._database.execute_sql(
        "SELECT nomor, urut, batal FROM surat WHERE nomor IS NOT NULL ORDER BY id"
    ).fetchall()
    assert book == [
        ("500.12/1/UJI/XII/2026", 1, ""),
        ("500.12/1/UJI/IX/2026", None, "keliru"),
        ("500.12/1/UJI/X/2026", None, "keliru"),
        ("500.12/1/UJI/XI/2026", None, "keliru"),
    ]
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY) == "500.12/2/UJI/XI/2026"


def test_a_sisipan_has_another_form_than_an_ordinary_number(
    app: App, letters: tuple[int, ...]
) -> None:
    app.surat.set_number(letters[0], "500.12/1/UJI/XI/2026", TODAY)
    with pytest.raises(DomainError, match="bukan sisipan") as told:
        app.surat.set_number(letters[1], "500.12/2/UJI/XI/2026", TODAY, "tertinggal")
    assert told.value.field == "nomor"
    app.surat.set_number(letters[1], "500.12/1.01/UJI/XI/2026", TODAY, "tertinggal")
    assert app.nomor.propose_sisipan(JenisNaskah.NOTA_DINAS, TODAY) == "500.12/1.02/UJI/XI/2026"
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY) == "500.12/2/UJI/XI/2026"


def test_a_sisipan_holds_no_place(app: App, letters: tuple[int, ...]) -> None:
    app.surat.set_number(letters[0], "500.12/9.01/UJI/XI/2026", TODAY, "tertinggal")
    assert app.nomor.places("Nota Dinas", 2026) == set()
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY) == "500.12/1/UJI/XI/2026"
    app.surat.set_number(letters[1], "500.12/9/UJI/XI/2026", TODAY)


def test_a_sisipan_stands_behind_the_last_one_of_its_day(
    app: App, letters: tuple[int, ...]
) -> None:
    with pytest.raises(DomainError) as told:
        app.nomor.propose_sisipan(JenisNaskah.NOTA_DINAS, TODAY)
    assert told.value.field == "tanggal"
    app.surat.set_number(letters[0], "500.12/4/UJI/XI/2026", date(2026, 11, 9))
    app.surat.set_number(letters[1], "500.12/5/UJI/XI/2026", date(2026, 11, 20))
    day = date(2026, 11, 10)
    assert app.nomor.propose_sisipan(JenisNaskah.NOTA_DINAS, day) == "500.12/4.01/UJI/XI/2026"


def test_two_sequences_are_two_books(app: App, office: Office, letters: tuple[int, ...]) -> None:
    app.surat.number_letters(letters, TODAY)
    late = carrying.to_answers(app, office.units[:1], "Lain")
    (reminder,) = app.penyusunan.pengingat(late)
    group = app.setting.naskah(JenisNaskah.PENGINGAT)
    assert app.surat.propose_number(JenisSurat.PENGINGAT, TODAY) == "500.12/5/UJI/XI/2026"
    app.setting.save_naskah(JenisNaskah.PENGINGAT, group._replace(deret="  Pengingat \n unit "))
    assert app.surat.propose_number(JenisSurat.PENGINGAT, TODAY) == "500.12/1/UJI/XI/2026"
    app.surat.number_letters((reminder, reminder), TODAY)
    assert app.surat.get(reminder).deret == "Pengingat unit"


def test_numbers_typed_before_the_pattern_was_right_count_once_it_is(
    app: App, letters: tuple[int, ...]
) -> None:
    app.surat.set_number(letters[0], "DISPERINDAG.500/12/2026", TODAY)
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY) == "500.12/1/UJI/XI/2026"
    carrying.number_pattern(app, "500", "DISPERINDAG.{klasifikasi}/{urut}/{tahun}")
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY) == "DISPERINDAG.500/13/2026"
    with pytest.raises(DomainError, match="Nomor urut 12"):
        app.surat.set_number(letters[1], "DISPERINDAG.500/012/2026", TODAY)


@pytest.mark.parametrize(
    ("klasifikasi", "unit", "pola"),
    [
        ("500.12", "UJI", "{urut}{klasifikasi}"),
        ("500.12", "1 A", "{urut}{unit}"),
        (" 500  12 ", "U  J", "{klasifikasi}  {urut} /{unit}"),
        ("5", "5", "{unit}{klasifikasi}{urut}"),
    ],
)
def test_a_number_is_told_by_its_pattern_whatever_stands_beside_it(
    app: App, letters: tuple[int, ...], klasifikasi: str, unit: str, pola: str
) -> None:
    app.instansi.save(Instansi("Pemerintah Uji", "Dinas Uji", unit, (), "Kupang"))
    app.setting.save(LetterSettings(klasifikasi=klasifikasi))
    group = app.setting.naskah(JenisNaskah.NOTA_DINAS)
    app.setting.save_naskah(JenisNaskah.NOTA_DINAS, group._replace(pola=pola))
    app.surat.number_letters(letters, TODAY)
    assert app.nomor.places("Nota Dinas", 2026) == {1, 2, 3}


def test_a_year_begins_anew_and_the_former_one_goes_on(app: App, letters: tuple[int, ...]) -> None:
    for surat_id, day in zip(letters, (TODAY, date(2027, 1, 4), date(2026, 12, 31)), strict=True):
        app.surat.number_letters((surat_id,), day)
    assert [app.surat.get(each).nomor for each in letters] == [
        "500.12/1/UJI/XI/2026", "500.12/1/UJI/I/2027", "500.12/2/UJI/XII/2026",
    ]  # fmt: skip


@pytest.mark.parametrize("day", [date(1989, 12, 31), date(2028, 1, 1)])
def test_a_year_that_cannot_be_is_refused(app: App, letters: tuple[int, ...], day: date) -> None:
    with pytest.raises(DomainError) as told:
        app.surat.set_number(letters[0], "1", day)
    assert told.value.field == "tanggal"


def test_a_number_in_other_letters_is_the_same_beyond_ascii_too(
    app: App, letters: tuple[int, ...]
) -> None:
    app.surat.set_number(letters[0], "Ä/1", TODAY)
    with pytest.raises(DomainError, match="sudah dipakai"):
        app.surat.set_number(letters[1], "ä/1", TODAY)
