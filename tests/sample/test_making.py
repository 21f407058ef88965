"""The sample: a finished berkas with all its papers, and nothing that looks real."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.agenda import AgendaFilter
from sopapp.domain.berkas import BerkasRow, StatusBerkas
from sopapp.domain.dik import Perubahan
from sopapp.domain.errors import DomainError
from sopapp.domain.permohonan import StatusPermohonan
from sopapp.domain.surat import JenisSurat, StatusSurat
from sopapp.domain.uji import Kesimpulan
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.sample.making import OUTPUT, make_sample
from tests.conftest import SAMPLE_DAY as TODAY
from tests.conftest import Sample


def newest_finished(app: App) -> BerkasRow:
    """The finished berkas of this year, whose papers are written out."""
    return app.berkas.list(StatusBerkas.SELESAI)[0]


_MANY = {
    "Nota-Dinas-permintaan": 8,
    "Nota-Dinas-pengingat": 3,
    "Nota-Dinas-pengembalian-usulan": 1,
    "Nota-Dinas-pengantar-Keputusan": 1,
    "Lembar-Uji": 25,
}
"""How many papers begin with each name."""


@pytest.fixture
def sample(sample_data: Sample) -> Iterator[App]:
    with open_app(sample_data.folder, FixedClock(TODAY), "Penguji") as app:
        yield app


def test_it_says_each_file_it_wrote(sample_data: Sample) -> None:
    folder, said = sample_data.folder, sample_data.said
    written = list((folder / OUTPUT).iterdir())
    assert sorted(said) == sorted(str(path) for path in written)
    pdfs = [path for path in written if path.suffix == ".pdf"]
    counts = Counter(name for path in pdfs for name in _MANY if path.name.startswith(name))
    assert counts == _MANY
    assert {path.name for path in written if not path.name.startswith(tuple(_MANY))} == {
        "Lembar-SOP.pdf",
        "Berita-Acara-500.12-1-BA-DISPERINDAG-XI-2026.pdf",
        "Rancangan-Keputusan.pdf",
        "Keputusan.pdf",
        "Salinan-Keputusan.pdf",
        "Daftar-Informasi-Publik-yang-Dikecualikan.pdf",
        "Bundel-Arsip.zip",
        "Penolakan-permohonan-informasi-500.12-1-PPID-DISPERINDAG-XII-2026.pdf",
        "Buku-Agenda-2026.pdf",
        "Buku-Agenda-2026.xlsx",
        "Buku-Ekspedisi.pdf",
    }
    for path in pdfs:
        assert path.read_bytes().startswith(b"%PDF-")
    for zipped in ("Bundel-Arsip.zip", "Buku-Agenda-2026.xlsx"):
        with zipfile.ZipFile(folder / OUTPUT / zipped) as archive:
            assert archive.testzip() is None


def test_the_check_of_the_data_finds_nothing(sample_data: Sample) -> None:
    data = DataFolder(sample_data.folder)
    assert check_data(data.database, data.attachments) == ()


def test_the_berkas_of_the_year_is_finished_and_three_run(sample: App) -> None:
    done = newest_finished(sample)
    assert [run.stage for run in sample.berkas.get(done.id).runs] == [1, 2, 3, 4, 5]
    assert done.ended <= TODAY
    cards = sample.board.load().cards
    assert {card.stage for card in cards} == {1, 2}
    assert cards[0].days_left < 0


def test_the_register_holds_the_sample_entries(sample: App) -> None:
    entries = sample.dik.as_of(TODAY)
    assert len(entries) == 25
    assert all(entry.isi.dasar and entry.isi.jangka for entry in entries)


def test_earlier_years_tell_how_the_sop_was_kept(sample: App) -> None:
    kinerja = {year: sample.kinerja.of(year) for year in sample.kinerja.years()}
    ended = {year: (each.seluruh.tepat, each.seluruh.terlambat) for year, each in kinerja.items()}
    assert ended == {2024: (0, 1), 2025: (1, 0), 2026: (1, 1), 2027: (0, 0)}
    ((back,),) = (each.kembali for each in kinerja.values() if each.kembali)
    assert (back.dari, back.ke) == (3, 2)
    assert "(contoh)" in back.alasan
    answered = {unit.rekap.rata for unit in kinerja[2025].unit}
    assert len(answered) > 3, "the units are not all alike"
    assert len(sample.berkas.list(StatusBerkas.SELESAI)) == 4


def test_letters_of_earlier_years_take_no_number_of_this_year(sample: App) -> None:
    assert sample.agenda.years() == (2026, 2025, 2024)
    for year in sample.agenda.years():
        assert sample.agenda.all_gaps(year) == ()
    past = [each.id for each in sample.berkas.list(StatusBerkas.SELESAI)[1:]]
    letters = [letter for each in past for letter in sample.surat.list(each)]
    assert {letter.status for letter in letters} == {StatusSurat.DIARSIPKAN}
    assert max(letter.tanggal for letter in letters).year == TODAY.year - 1


def test_the_register_grew_over_the_years(sample: App) -> None:
    versions = sample.dik.terbitan()
    assert [each.jumlah for each in versions] == [5, 8, 9, 25]
    changes = Counter(row.perubahan for row in sample.dik.rows(newest_finished(sample).id))
    assert changes == {Perubahan.TAMBAH: 16, Perubahan.UBAH: 5, Perubahan.TETAP: 4}
    told = [[row.perubahan for row in sample.dik.rows(each.berkas_id)] for each in versions]
    assert [Perubahan.CABUT in each for each in told] == [False, True, False, False]


def test_each_exclusion_rests_on_a_test_that_is_marked_as_a_sample(sample: App) -> None:
    done = newest_finished(sample)
    usulan = sample.usulan.list(done.id)
    assert len(usulan) == 25
    for each in usulan:
        assert each.uji.berlaku
        assert all("Contoh" in one.nama for one in each.uji.uji.peserta)
        assert {one.jabatan for one in each.uji.uji.peserta} > {each.unit.pimpinan}
    partly = [each for each in usulan if each.uji.uji.kesimpulan is Kesimpulan.SEBAGIAN]
    assert len(partly) == 2
    assert all(each.isi.bagian for each in partly)


def test_the_book_has_what_a_year_brings(sample: App) -> None:
    rows = tuple(sample.agenda.rows(AgendaFilter(TODAY.year)))
    (void,) = (row for row in rows if row.batal)
    (between,) = (row for row in rows if row.sisipan)
    outside = [row for row in rows if row.luar]
    assert any(row.mengganti == void.nomor for row in rows)
    assert "/11.01/" in between.nomor
    assert len(outside) == 2
    assert sample.agenda.all_gaps(TODAY.year) == ()


def test_riwayat_goes_forward_in_time(sample: App) -> None:
    moments = [event.waktu for event in reversed(sample.riwayat.list(limit=None))]
    assert moments == sorted(moments)


def test_numbers_follow_the_days(sample: App) -> None:
    for deret in sample.agenda.sequences():
        rows = sample.agenda.rows(AgendaFilter(TODAY.year, deret=deret))
        dated = [(row.urut, row.tanggal) for row in rows if row.urut]
        assert [day for _urut, day in sorted(dated)] == sorted(day for _urut, day in dated)


def test_every_letter_of_the_finished_berkas_is_signed_scanned_and_handed_over(
    sample: App,
) -> None:
    done = newest_finished(sample)
    letters = [each for each in sample.surat.list(done.id) if not each.batal]
    assert {each.status for each in letters} == {StatusSurat.DIARSIPKAN}
    assert {each.jenis for each in letters} == set(JenisSurat) - {
        JenisSurat.PENOLAKAN,
        JenisSurat.LAIN,
    }
    lines = sample.ekspedisi.of_berkas(done.id)
    assert {line.surat_id for line in lines} == {each.id for each in letters}
    assert all(line.penerima and line.dikirim >= line.tanggal for line in lines)


def test_the_late_unit_is_reminded_before_and_after_its_last_day(sample: App) -> None:
    done = newest_finished(sample)
    late = [p for p in sample.permintaan.list(done.id) if p.unit.kode == "BPSMB"]
    due = sample.berkas.get(done.id).runs[0].due
    days = [
        each.tanggal
        for each in sample.surat.list(done.id)
        if each.jenis is JenisSurat.PENGINGAT and each.unit_id == late[0].unit.id
    ]
    assert len(days) == 2
    assert days[0] < due < days[1] <= late[0].dijawab


def test_a_refusal_was_sent_in_time_and_two_requests_wait(sample: App) -> None:
    requests = sample.permohonan.list()
    assert Counter(each.status for each in requests) == {
        StatusPermohonan.DIJAWAB: 1,
        StatusPermohonan.DISUSUN: 1,
        StatusPermohonan.TERBUKA: 1,
    }
    assert not any(sample.permohonan.due(each).terlambat for each in requests)
    (answered,) = sample.permohonan.list(status=StatusPermohonan.DIJAWAB)
    assert sample.permohonan.objection_until(answered) > TODAY
    assert all("Contoh" in each.data.nama for each in requests)


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
