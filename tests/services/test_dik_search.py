"""Searching as it is typed: what is found, and that the index never lags the records."""

from __future__ import annotations

import dataclasses
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.dik import DasarPengecualian, IsiDik
from sopapp.domain.errors import DomainError
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office, fill_office
from tests.services.carrying import complete


@pytest.fixture
def first(app: App, office: Office) -> App:
    """Three entries that the office began with."""
    lawful = dataclasses.replace(
        complete("Rencana pengawasan barang"),
        dasar=(DasarPengecualian("j", None, "UU Nomor 27 Tahun 2022", "Pasal 65"),),
    )
    app.dik_awal.bring_in(
        "1/2025",
        date(2025, 1, 6),
        [
            (office.units[0], complete("Identitas pelapor")),
            (office.units[1], lawful),
            (office.units[1], dataclasses.replace(complete("Résumé pegawai"), bentuk="Arsip")),
        ],
    )
    return app


def found(app: App, text: str) -> list[str]:
    versions = app.dik_search.find(text)
    assert versions is not None
    return [entry.isi.informasi for entry in app.dik.current() if entry.versi_id in versions]


def test_words_are_found_by_their_beginning(first: App) -> None:
    assert found(first, "pela") == ["Identitas pelapor"]
    assert found(first, "barang renc") == ["Rencana pengawasan barang"]
    assert found(first, "awasan") == []


def test_every_field_is_searched(first: App) -> None:
    assert found(first, "pasal 65") == ["Rencana pengawasan barang"]
    assert found(first, "2022") == ["Rencana pengawasan barang"]
    assert found(first, "arsip") == ["Résumé pegawai"]
    assert found(first, "2 tahun") == [entry.isi.informasi for entry in first.dik.current()]


def test_accents_and_case_do_not_matter(first: App) -> None:
    assert found(first, "RESUME") == ["Résumé pegawai"]


def test_nothing_to_look_for_is_told_from_nothing_found(first: App) -> None:
    assert first.dik_search.find("  -- ") is None
    assert first.dik_search.find("tidakada") == frozenset()


def test_the_hit_is_shown_with_its_part(first: App) -> None:
    ids = [entry.versi_id for entry in first.dik.current()]
    hits = first.dik_search.hits("arsip", ids)

    (hit,) = hits.values()
    assert (hit.kolom, hit.potongan) == ("Bentuk", (("Arsip", True),))


def test_a_note_is_found_at_once_and_no_more_when_changed(first: App) -> None:
    entry = first.dik.current()[0]
    first.dik_search.find("x")
    first.dik.set_note(entry.id, "tanyakan bagian hukum")
    assert found(first, "hukum") == ["Identitas pelapor"]

    first.dik.set_note(entry.id, "")
    assert found(first, "hukum") == []


def test_a_note_has_its_bounds(first: App) -> None:
    with pytest.raises(DomainError, match=r"5\.001 huruf.*paling banyak 5\.000"):
        first.dik.set_note(first.dik.current()[0].id, "x" * 5001)


def test_a_renamed_unit_is_found_by_its_new_name(first: App, office: Office) -> None:
    assert found(first, "metrologi") == []
    first.unit_kerja.edit(office.units[0], UnitKerjaInput("U1", "Bidang Metrologi", "Kepala"))

    assert found(first, "metrologi") == ["Identitas pelapor"]


def test_units_that_swap_names_are_found_by_them(first: App, office: Office) -> None:
    names = ("Bidang Metrologi", "Bidang Ekspor")
    for unit, name in zip(office.units, names, strict=False):
        first.unit_kerja.edit(unit, UnitKerjaInput(f"U{unit}", name, "Kepala"))
    assert found(first, "metrologi") == ["Identitas pelapor"]
    for unit, name in zip(office.units, reversed(names), strict=False):
        first.unit_kerja.edit(unit, UnitKerjaInput(f"U{unit}", name, "Kepala"))

    assert found(first, "metrologi") == ["Rencana pengawasan barang", "Résumé pegawai"]


def test_half_a_character_is_passed_over(first: App) -> None:
    assert found(first, "pela\ud83d") == ["Identitas pelapor"]


def test_an_index_that_lacks_some_is_filled_in_parts(
    first: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopapp.persistence.dik_index._TOGETHER", 1)
    first._database.execute_sql("DELETE FROM dik_cari WHERE rowid > 1")
    first._database.execute_sql("INSERT INTO dik_cari (rowid, informasi) VALUES (99, 'pelapor')")
    (lacking,) = first._database.execute_sql("SELECT count(*) - 1 FROM dik_versi").fetchone()

    turns = first.dik_search.prepare()
    next(turns)
    first.unit_kerja.edit(office.units[0], UnitKerjaInput("U1", "Bidang Metrologi", "Kepala"))
    assert len(list(turns)) >= lacking - 2

    assert found(first, "pelapor") == ["Identitas pelapor"]
    assert found(first, "metrologi")
    assert list(first.dik_search.prepare()) == []


def test_a_lost_index_is_made_anew(first: App) -> None:
    first._database.execute_sql("DELETE FROM dik_cari")

    assert found(first, "pelapor") == ["Identitas pelapor"]


@pytest.fixture(scope="module")
def any_app(blank_data: Path, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("cari") / "data"
    shutil.copytree(blank_data, folder)
    with open_app(folder, FixedClock(TODAY), "Penguji") as app:
        office = fill_office(app)
        app.dik_awal.bring_in("1", date(2025, 1, 6), [(office.units[0], IsiDik("Satu AND dua"))])
        yield app


@given(st.text(max_size=40) | st.sampled_from(['"', "NEAR(", "a AND", "*", "^x", "dua:", "-", "("]))
def test_no_text_breaks_the_search(any_app: App, text: str) -> None:
    versions = any_app.dik_search.find(text)
    any_app.dik_search.hits(text, sorted(versions or ()))


def test_words_of_the_query_language_are_words(any_app: App) -> None:
    assert any_app.dik_search.find("AND") == any_app.dik_search.find("satu")


def test_the_keputusan_that_set_it_is_searched(first: App) -> None:
    assert len(found(first, "1/2025")) == 3
