"""Two versions of the register: which entries differ, and how that is printed."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.domain.beda_kata import Tanda
from sopapp.domain.dik import JenisUsulan, Perubahan, Putusan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.services.perbandingan import PerbandinganService
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import Office
from tests.services import carrying


@pytest.fixture
def versions(app: App, office: Office, tmp_path: Path) -> tuple[int, int]:
    """Two versions: one entry changed, one opened, one added, one as it was."""
    one, two, _three = office.units
    rows = [
        (one, carrying.complete("Data satu")),
        (one, carrying.complete("Data dua")),
        (two, carrying.complete("Data tiga")),
    ]
    first = app.dik_awal.bring_in("1/SK", date(2025, 12, 8), rows)
    entry, opened, _kept = app.dik.current()
    berkas_id = carrying.to_validasi(app, [one, two])
    changed = dataclasses.replace(entry.isi, jangka=carrying.complete("", 60).jangka)
    carrying.propose(app, berkas_id, one, changed, JenisUsulan.UBAH, entry.id)
    carrying.propose(app, berkas_id, one, opened.isi, JenisUsulan.BUKA, opened.id, Putusan.TERBUKA)
    carrying.propose(app, berkas_id, two, carrying.complete("Data empat"))
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "2/SK")
    carrying.apply(app, berkas_id, tmp_path)
    return first, app.dik.terbitan()[-1].id


def test_every_entry_of_both_versions_is_there_once(app: App, versions: tuple[int, int]) -> None:
    found = app.perbandingan.compare(*versions)

    assert [(row.perubahan, (row.sesudah or row.sebelum).informasi) for row in found.baris] == [
        (Perubahan.UBAH, "Data satu"),
        (Perubahan.TETAP, "Data tiga"),
        (Perubahan.TAMBAH, "Data empat"),
        (Perubahan.CABUT, "Data dua"),
    ]
    changed, kept, added, removed = found.baris
    assert changed.sebelum.jangka.teks() == "2 tahun"
    assert changed.sesudah.jangka.teks() == "5 tahun"
    assert kept.sebelum == kept.sesudah
    assert (added.sebelum, added.unit_sebelum, added.unit_sesudah) == (None, "", "Bidang 2")
    assert (removed.sesudah, removed.unit_sesudah, removed.unit_sebelum) == (None, "", "Bidang 1")
    assert (found.lama.nomor, found.baru.nomor) == ("1/SK", "2/SK")


def test_the_order_of_the_two_does_not_matter(app: App, versions: tuple[int, int]) -> None:
    first, second = versions
    assert app.perbandingan.compare(second, first) == app.perbandingan.compare(first, second)


def test_one_version_against_itself_is_refused(app: App, versions: tuple[int, int]) -> None:
    with pytest.raises(DomainError, match="berlainan"):
        app.perbandingan.compare(versions[0], versions[0])


def test_a_version_that_is_not_there_is_told(app: App, versions: tuple[int, int]) -> None:
    with pytest.raises(NotFoundError):
        app.perbandingan.compare(versions[0], 999)


def test_a_unit_that_was_only_renamed_changes_no_entry(
    app: App, versions: tuple[int, int], office: Office, tmp_path: Path
) -> None:
    renamed = UnitKerjaInput("U2", "Bidang dengan nama baru", "Kepala Bidang 2")
    app.unit_kerja.edit(office.units[1], renamed)
    carrying.to_register(app, [office.units[0]], tmp_path, "3/SK", [(office.units[0], "Data lima")])
    found = app.perbandingan.compare(versions[1], app.dik.terbitan()[-1].id)
    assert found.jumlah(Perubahan.UBAH) == 0
    assert found.jumlah(Perubahan.TAMBAH) == 1


def test_a_move_to_another_unit_is_a_change(app: App, versions: tuple[int, int]) -> None:
    first, second = versions
    lists = {first: list(app.dik.at(first)), second: list(app.dik.at(second))}
    entry = lists[second][1]
    assert entry.isi.informasi == "Data tiga"
    lists[second][1] = dataclasses.replace(entry, unit_id=999, unit_nama="Bidang 9")

    class Moved:
        terbitan = staticmethod(app.dik.terbitan)
        at = staticmethod(lists.__getitem__)

    found = PerbandinganService(app._store, Moved(), app._composer).compare(first, second)
    moved = found.baris[1]
    assert moved.perubahan is Perubahan.UBAH
    assert (moved.unit_sebelum, moved.unit_sesudah) == ("Bidang 2", "Bidang 9")


def test_the_print_shows_only_what_differs(app: App, versions: tuple[int, int]) -> None:
    letter = app.perbandingan.compose(*versions)

    assert letter.lama == "Keputusan Nomor 1/SK tanggal 8 Desember 2025"
    assert letter.baru == "Keputusan Nomor 2/SK tanggal 23 November 2026"
    assert letter.ringkasan == (
        "1 ditambahkan, 1 diubah, 1 dibuka kembali, 1 tetap; dari 3 menjadi 3 informasi."
    )
    assert letter.tanggal_cetak == app.clock.today()
    assert [row.informasi for row in letter.baris] == ["Data satu", "Data empat", "Data dua"]
    changed, added, removed = letter.baris
    (period,) = changed.sel
    assert period.label == "Jangka waktu"
    assert [run.text for run in period.sebelum if run.tanda is Tanda.HAPUS] == ["2"]
    assert [run.text for run in period.sesudah if run.tanda is Tanda.TAMBAH] == ["5"]
    assert all(not cell.sebelum and cell.sesudah for cell in added.sel)
    assert all(cell.sebelum and not cell.sesudah for cell in removed.sel)
    told = {cell.label for cell in added.sel}
    assert told >= {"Dasar hukum", "Konsekuensi bila dibuka"}
    assert not told & {"Informasi", "Unit kerja"}, "the row's title says these already"
    assert build(letter).startswith(b"%PDF")
