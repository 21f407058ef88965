"""The sample: a finished berkas with all its papers, and nothing that looks real."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.errors import DomainError
from sopapp.domain.uji import Kesimpulan
from sopapp.paths import DataFolder
from sopapp.sample import OUTPUT, make_sample

TODAY = date(2026, 12, 18)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("contoh") / "baru" / "data"
    said: list[str] = []
    make_sample(folder, TODAY, said.append, running=True)
    return folder, said


@pytest.fixture
def sample(made: tuple[Path, list[str]]) -> Iterator[App]:
    with open_app(made[0], FixedClock(TODAY), "Penguji") as app:
        yield app


def test_it_says_each_file_it_wrote(made: tuple[Path, list[str]]) -> None:
    folder, said = made
    written = list((folder / OUTPUT).iterdir())
    assert sorted(said) == sorted(str(path) for path in written)
    pdfs = [path for path in written if path.suffix == ".pdf"]
    assert len([path for path in pdfs if path.name.startswith("Nota-Dinas")]) == 8
    assert len([path for path in pdfs if path.name.startswith("Lembar-Uji")]) == 25
    many = ("Nota-Dinas", "Lembar-Uji")
    assert {path.name for path in written if not path.name.startswith(many)} == {
        "Berita-Acara-Uji-Konsekuensi.pdf",
        "Rancangan-Keputusan.pdf",
        "Keputusan.pdf",
        "Daftar-Informasi-Publik-yang-Dikecualikan.pdf",
        "Bundel-Arsip.zip",
    }
    for path in pdfs:
        assert path.read_bytes().startswith(b"%PDF-")
    with zipfile.ZipFile(folder / OUTPUT / "Bundel-Arsip.zip") as archive:
        assert archive.testzip() is None


def test_one_berkas_is_finished_and_three_run(sample: App) -> None:
    (done,) = sample.berkas.list(StatusBerkas.SELESAI)
    assert [run.stage for run in sample.berkas.get(done.id).runs] == [1, 2, 3, 4, 5]
    assert done.ended <= TODAY
    cards = sample.board.load().cards
    assert {card.stage for card in cards} == {1, 2}
    assert cards[0].days_left < 0


def test_the_register_holds_the_sample_entries(sample: App) -> None:
    entries = sample.dik.as_of(TODAY)
    assert len(entries) == 25
    assert all(entry.isi.dasar and entry.isi.jangka for entry in entries)


def test_each_exclusion_rests_on_a_test_that_is_marked_as_a_sample(sample: App) -> None:
    (done,) = sample.berkas.list(StatusBerkas.SELESAI)
    usulan = sample.usulan.list(done.id)
    assert len(usulan) == 25
    for each in usulan:
        assert each.uji.berlaku
        assert all("Contoh" in one.nama for one in each.uji.uji.peserta)
        assert {one.jabatan for one in each.uji.uji.peserta} > {each.unit.pimpinan}
    partly = [each for each in usulan if each.uji.uji.kesimpulan is Kesimpulan.SEBAGIAN]
    assert len(partly) == 2
    assert all(each.isi.bagian for each in partly)


def test_everything_is_marked_as_a_sample(sample: App) -> None:
    assert DataFolder(sample.data).sample_mark.exists()
    assert all("(contoh)" in row.judul for row in sample.berkas.list())
    assert all(p.data.nama.startswith("Contoh") for p in sample.pejabat.list())
    assert any("CONTOH" in line for line in sample.instansi.get().alamat)
    assert {event.pelaku for event in sample.riwayat.list(limit=None)} == {"Admin Contoh"}


def test_its_files_are_whole(sample: App) -> None:
    for row in sample.berkas.list():
        for surat in sample.surat.list(row.id):
            for kept in surat.cetakan:
                assert sample.attachments.read(kept.attachment_id).startswith(b"%PDF-")


@pytest.mark.parametrize("what", ["file in it", "is a file"])
def test_a_folder_with_something_in_it_is_refused_and_untouched(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "kantor"
    if what == "is a file":
        folder.write_bytes(b"isi")
    else:
        folder.mkdir()
        (folder / "data.sqlite3").write_bytes(b"isi")
    with pytest.raises(DomainError, match="tidak kosong") as caught:
        make_sample(folder, TODAY, print)

    assert str(folder) in str(caught.value)
    assert [path.name for path in tmp_path.rglob("*")] == (
        ["kantor"] if what == "is a file" else ["kantor", "data.sqlite3"]
    )


def test_an_empty_folder_will_do_and_the_year_may_turn(tmp_path: Path) -> None:
    make_sample(tmp_path, date(2027, 1, 5), lambda path: None)
    with open_app(tmp_path, FixedClock(date(2027, 1, 5)), "Penguji") as app:
        assert [row.status for row in app.berkas.list()] == [StatusBerkas.SELESAI]
