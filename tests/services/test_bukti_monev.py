"""The evidence of a year: what is in the ZIP, what is told as missing, what is for everybody."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdf
import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.documents.list_content import KolomCetak, TabelCetak
from sopapp.documents.paper_parts import PageSetup
from sopapp.domain.bukti import Bagian
from sopapp.domain.daftar_terbuka import FormatEkspor
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.progress import Cancelled
from sopapp.domain.uji import IsiBeritaAcara
from sopapp.persistence import tables
from sopapp.services.bukti_tulis import DAFTAR_ISI, write_bukti
from sopapp.services.checked_zip import SUMS
from sopapp.services.unit_kerja import UnitKerjaInput
from sopapp.sop_file import bundled_sop_path
from tests.conftest import TODAY, Office
from tests.privacy.test_public_exports import inside, readable
from tests.publication.reading import Page, csv_rows
from tests.services import carrying

NOTE = "catatan dalam yang tidak boleh keluar"
APPLICANT = "Pemohon Rahasia Sekali"


def register(*rows: tuple[str, ...]) -> TabelCetak:
    """The register of refused requests as the window prints it."""
    columns = (KolomCetak("No.", 1), KolomCetak("Pemohon", 9))
    return TabelCetak(PageSetup(), "Dinas Uji", "Register permohonan", "", columns, rows)


@pytest.fixture
def done(app: App, office: Office, tmp_path: Path) -> int:
    """A finished berkas with a note that stays inside."""
    unit = office.units[0]
    berkas_id = carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Satu")])
    app.berkas.rename(berkas_id, "Nama berkas di dalam kantor")
    carrying.finish(app, berkas_id)
    (entry,) = app.dik.current()
    app.dik.set_note(entry.id, NOTE)
    return berkas_id


@pytest.fixture
def write(app: App, tmp_path: Path) -> Callable[..., zipfile.ZipFile]:
    """Plans and writes the evidence of a year, and opens what was written."""

    def make(tahun: int = TODAY.year, *rows: tuple[str, ...]) -> zipfile.ZipFile:
        path = tmp_path / "bukti.zip"
        write_bukti(app.bukti_monev.plan(tahun, register(*rows)), path)
        return zipfile.ZipFile(path)

    return make


def text(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_everything_of_a_year_lies_in_it_under_names_that_say_what_it_is(app, done, write):
    archive = write(TODAY.year, ("1", APPLICANT))
    names = archive.namelist()

    def one(pattern: str) -> bytes:
        (found,) = [name for name in names if re.fullmatch(pattern, name)]
        return archive.read(found)

    frozen = app.surat.kept(app.keputusan.draft(done))
    assert one(r"internal/keputusan/Keputusan-Nomor-1-beserta-Lampirannya\.pdf") == frozen
    scan = app.dokumentasi.scan(done)
    assert one(r".*pindaian-bertanda-tangan\.pdf") == app.attachments.read(scan.id)
    assert "11 hari kerja" in text(one(r"internal/sop/Lembar-SOP\.pdf"))
    assert "LAPORAN KINERJA SOP TAHUN 2026" in text(one(r"internal/kinerja/.*\.pdf"))
    assert zipfile.is_zipfile(io.BytesIO(one(r"internal/kinerja/.*\.xlsx")))
    assert APPLICANT in text(one(r"internal/register/Register-.*\.pdf"))
    assert "BUKU AGENDA" in text(one(r"internal/register/Buku-agenda-.*\.pdf")).upper()
    assert "Berkas selesai." in text(one(r"internal/riwayat/.*\.pdf"))
    assert "Satu" in text(one(r"publik/DIK-per-2026-11-23-.*\.pdf"))
    assert [row["Informasi"] for row in csv_rows(one(r"publik/.*\.csv"))] == ["Satu"]
    assert zipfile.is_zipfile(io.BytesIO(one(r"publik/.*\.xlsx")))


def test_the_contents_page_names_every_file_and_the_sums_prove_them(done, write):
    archive = write()
    page = Page(archive.read(DAFTAR_ISI))
    assert (page.wrong, page.open) == ([], [])
    links = {value for tag, name, value in page.attributes if (tag, name) == ("a", "href")}
    names = set(archive.namelist()) - {DAFTAR_ISI, SUMS}
    assert links == {name.replace(" ", "%20") for name in names}
    assert "Diumumkan di: Papan pengumuman, 23 November 2026." in page.text()
    assert "Nihil: tidak ada permohonan yang ditolak" in page.text()
    for line in archive.read(SUMS).decode().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    assert all(info.date_time == (2026, 11, 23, *info.date_time[3:]) for info in archive.filelist)


def test_the_folder_for_everybody_holds_nothing_of_the_inside(app, done, write):
    archive = write(TODAY.year, ("1", APPLICANT))
    secrets = inside(app) | {APPLICANT, NOTE}
    assert len(secrets) > 8
    public = [name for name in archive.namelist() if name.startswith("publik/")]
    assert len(public) == 3
    for name in public:
        form = FormatEkspor(name.rpartition(".")[2])
        told = name + readable(archive.read(name), form)
        assert "Satu" in told
        value = app.ekspor.value(TODAY)
        open_words = " ".join((value.instansi, value.judul, value.baris[0].unit_kerja))
        leaked = {each for each in secrets if each in told and each not in open_words}
        assert not leaked, name


def test_a_year_without_anything_says_what_to_do(app, office, write):
    archive = write(TODAY.year - 1)
    told = Page(archive.read(DAFTAR_ISI)).text()
    assert "Belum ada Keputusan tahun 2025 yang ditandatangani" in told
    assert "Belum ada berkas tahun 2025." in told
    assert "Belum ada Keputusan yang menetapkan daftar" in told
    assert "Selaraskan daftar dengan Keputusan di tahap 4" in told
    assert [name for name in archive.namelist() if name.endswith(".pdf")] == [
        "internal/sop/Lembar-SOP.pdf"
    ]


def test_what_is_not_scanned_tested_or_published_yet_is_told(app, office, tmp_path):
    unit = office.units[0]
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, unit, carrying.complete("Satu"))
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "7")
    isi = app.bukti_monev.plan(TODAY.year, register()).isi
    missing = " ".join(one.kurang for one in isi.kurang)
    assert "Pindaian belum dilampirkan" in missing
    assert "Tempat dan tanggal pengumuman belum dicatat" in missing
    assert "Lembar Uji dan Berita Acara belum dicetak" in missing
    assert [one.judul for one in isi.ada if one.bagian is Bagian.KEPUTUSAN] == [
        "Keputusan Nomor 7 beserta Lampirannya"
    ]


def test_a_year_with_every_paper_lacks_nothing(app, office, tmp_path):
    berkas_id = carrying.to_validasi(app, office.units)
    usulan = carrying.propose(app, berkas_id, office.units[0], carrying.complete("Satu"))
    for print_of in (b"lama", b"baru"):
        app.uji.keep_lembar(usulan, carrying.PDF + print_of)
    app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("3/BA", TODAY, "Ruang rapat"))
    carrying.to_penetapan(app, berkas_id)
    app.uji.keep_berita_acara(berkas_id, carrying.PDF + b"acara")
    carrying.sign(app, berkas_id, "7")
    app.keputusan.keep_salinan(berkas_id, carrying.PDF + b"salinan")
    carrying.apply(app, berkas_id, tmp_path)
    carrying.finish(app, berkas_id)
    plan = app.bukti_monev.plan(TODAY.year, register())
    made = {piece.bukti.judul: piece.buat for piece in plan.potong}

    assert plan.isi.kurang == ()
    for title, content in (
        ("Keputusan Nomor 7, salinan", b"salinan"),
        ("Berita Acara Uji Konsekuensi 3/BA", b"acara"),
        ("Lembar uji: Satu", b"baru"),
    ):
        assert made[title](lambda *_: None) == carrying.PDF + content


def test_a_keputusan_that_is_only_printed_is_no_evidence_yet(app, office):
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Satu"))
    carrying.to_penetapan(app, berkas_id)
    carrying.print_keputusan(app, berkas_id)
    isi = app.bukti_monev.plan(TODAY.year, register()).isi
    (line,) = [one for one in isi.bukti if one.bagian is Bagian.KEPUTUSAN]
    assert line.kurang.startswith("Belum ada Keputusan tahun 2026 yang ditandatangani.")


def test_a_year_lasts_from_new_year_to_the_end_of_december(app, office, clock: FixedClock):
    for number, day in enumerate((date(2027, 1, 1), date(2028, 12, 31)), 1):
        clock.day = day
        app.unit_kerja.add(UnitKerjaInput(f"B{number}", f"Baru {number}", "Kepala"))
        isi = app.bukti_monev.plan(day.year, register()).isi
        assert "internal/riwayat" in " ".join(one.file for one in isi.ada)
    for year in (2000, 2100):
        assert app.bukti_monev.list_day(year) == min(date(year, 12, 31), clock.day)


def test_the_list_is_that_of_the_end_of_a_year_gone_by(app, done, clock, write):
    clock.day = date(2027, 3, 1)
    archive = write(2026)
    assert any("per-2026-12-31" in name for name in archive.namelist())
    assert app.bukti_monev.list_day(2027) == date(2027, 3, 1)


def test_a_stored_file_that_is_damaged_is_told_and_the_others_are_written(app, done, tmp_path):
    scan = app.dokumentasi.scan(done)
    app._files.path(app.attachments.get(scan.id).sha256).write_bytes(b"rusak")
    isi = write_bukti(app.bukti_monev.plan(TODAY.year, register()), tmp_path / "b.zip")
    (broken,) = [one for one in isi.kurang if "Tidak dapat dibuat" in one.kurang]
    assert broken.judul.endswith("pindaian bertanda tangan")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        told = Page(archive.read(DAFTAR_ISI)).text()
        assert "Pulihkan dari cadangan" in told
        assert str(tmp_path) not in told  # whose PC it is, is nobody's matter
        assert len([name for name in archive.namelist() if name.startswith("publik/")]) == 3


def test_stopping_leaves_nothing_behind(app, done, tmp_path):
    path = tmp_path / "tujuan" / "bukti.zip"
    path.parent.mkdir()
    told: list[tuple[int, int]] = []

    def stop() -> bool:
        return len(told) > 3

    with pytest.raises(Cancelled):
        write_bukti(
            app.bukti_monev.plan(TODAY.year, register()), path,
            lambda *step: told.append(step), stop,
        )  # fmt: skip
    assert list(path.parent.iterdir()) == []
    assert told == sorted(told)


def test_planning_can_be_stopped_too(app, done):
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        app.bukti_monev.plan(TODAY.year, register(), stop)


def test_progress_goes_to_the_end_and_says_what_is_made(app, done, tmp_path):
    told: list[tuple[int, int]] = []
    words: list[str] = []
    plan = app.bukti_monev.plan(TODAY.year, register())
    write_bukti(plan, tmp_path / "b.zip", lambda *step: told.append(step), began=words.append)
    assert told[-1][0] == told[-1][1] == len(plan.potong) * 1000
    assert len(words) == len(plan.potong)
    assert "Menyiapkan Lembar SOP…" in words


def test_a_disk_that_refuses_says_so(app, office, tmp_path):
    plan = app.bukti_monev.plan(TODAY.year, register())
    with pytest.raises(EnvironmentProblem, match="foldernya tidak ada"):
        write_bukti(plan, tmp_path / "tidak ada" / "b.zip")


def test_writing_asks_the_database_for_nothing(app, done, tmp_path, monkeypatch):
    """It runs on a thread, and the database belongs to another one."""
    plan = app.bukti_monev.plan(TODAY.year, register(("1", APPLICANT)))

    def refuse(*_rest):
        raise AssertionError

    monkeypatch.setattr(tables.Berkas._meta.database, "execute_sql", refuse)
    assert len(write_bukti(plan, tmp_path / "b.zip").ada) == len(plan.potong)


def test_two_papers_of_one_name_lie_side_by_side(app, office, tmp_path, clock: FixedClock):
    unit = office.units[0]
    carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Satu")])
    clock.day = date(2026, 12, 7)
    second = carrying.to_validasi(app, office.units, "Kedua")
    carrying.propose(app, second, unit, carrying.complete("Dua"))
    carrying.to_penetapan(app, second)
    carrying.sign(app, second, "1 (a)")
    files = [one.file for one in app.bukti_monev.plan(2026, register()).isi.ada]
    assert len({name.casefold() for name in files}) == len(files)
    assert sum("beserta-Lampirannya" in name for name in files) == 2


def test_an_older_keputusan_counts_for_its_year(app, office, write):
    tables.DikTerbitan.create(
        nomor="9/LAMA", tanggal="2025-04-30", diterapkan="2025-04-30T00:00:00Z"
    )
    isi = app.bukti_monev.plan(2025, register()).isi
    (old,) = [one for one in isi.bukti if "9/LAMA" in one.judul]
    assert "Tanggal 30 April 2025" in old.keterangan
    assert old.kurang
    told = Page(write(2025).read(DAFTAR_ISI)).text()
    assert f"Belum ada. {old.kurang} {old.keterangan}" in " ".join(told.split())


def test_a_keputusan_signed_after_new_year_proves_both_years(app, office, clock):
    clock.day = date(2026, 12, 28)
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Satu"))
    carrying.to_penetapan(app, berkas_id)
    clock.day = date(2027, 1, 5)
    carrying.sign(app, berkas_id, "7")
    for tahun in (2026, 2027):
        titles = [one.judul for one in app.bukti_monev.plan(tahun, register()).isi.ada]
        assert "Keputusan Nomor 7 beserta Lampirannya" in titles
    assert "Keputusan" not in " ".join(
        one.judul for one in app.bukti_monev.plan(2025, register()).isi.ada
    )


def test_every_sop_of_the_year_is_in_it(app, office, tmp_path):
    carrying.start(app)
    words = bundled_sop_path().read_text(encoding="utf-8")
    revised = tmp_path / "revisi.toml"
    revised.write_text(words.replace("hari_kerja = 5", "hari_kerja = 6"), encoding="utf-8")
    app.sop.load(revised)
    carrying.start(app)
    plan = app.bukti_monev.plan(TODAY.year, register())
    files = [one.file for one in plan.isi.ada if one.bagian is Bagian.SOP]
    assert files == [f"internal/sop/Lembar-SOP-{number}-dari-2.pdf" for number in (1, 2)]
    made = [piece.buat(lambda *_: None) for piece in plan.potong if piece.bukti.file in files]
    assert ["11 hari kerja" in text(made[0]), "12 hari kerja" in text(made[1])] == [True, True]


def test_no_office_no_evidence(app):
    with pytest.raises(DomainError, match="Nama instansi"):
        app.bukti_monev.plan(2026, register())
