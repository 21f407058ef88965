"""The second update: it changes, opens and keeps what the first one set, and revokes it."""

from __future__ import annotations

from datetime import date

import pytest

from sopapp.app import App
from sopapp.documents.build import build
from sopapp.domain.sop import LaneCode
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.papers import text_of
from tests.services import carrying

FIRST_DAY = date(2026, 3, 2)
SECOND_DAY = date(2026, 11, 27)
SALARY, AUDIT, PRICES, CASES = (
    "Data gaji dan rekening pegawai",
    "Kertas kerja pemeriksaan",
    "Rencana harga satuan",
    "Berkas perkara pelanggaran",
)


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """An office whose first update is in its archive, months later."""
    office = fill_office(stored.app)
    present, stored.clock.day = stored.clock.day, FIRST_DAY
    one, two, _three = office.units
    entries = ((one, SALARY), (one, AUDIT), (two, PRICES), (two, CASES))
    first_update(stored.app, stored, office.units, entries)
    stored.clock.day = present
    stored.reopen()
    return stored


def first_update(app: App, desk: Desk, units, entries) -> None:
    berkas = carrying.to_validasi(app, units)
    for unit, informasi in entries:
        carrying.propose(app, berkas, unit, carrying.complete(informasi))
    carrying.to_penetapan(app, berkas)
    surat = app.keputusan.draft(berkas)
    app.surat.keep(surat, build(app.surat.compose(surat)), "Dicetak")
    app.berkas.advance(berkas)
    signed = build(app.surat.compose(surat, "500.12/3/UJI/2026", FIRST_DAY))
    app.keputusan.sign(berkas, "500.12/3/UJI/2026", FIRST_DAY, signed)
    carrying.apply(app, berkas, desk.folder)
    carrying.finish(app, berkas)


def test_the_second_update_follows_the_first(desk: Desk):
    ask_all_at_once(desk)
    propose(desk)
    decide(desk)
    apply(desk)
    look_back_and_forth(desk)
    compare_lampiran(desk)
    assert desk.check() == ()


def ask_all_at_once(desk: Desk) -> None:
    desk.click("Berkas baru")
    desk.click("Mulai berkas")
    desk.wait(lambda: desk.window.front == "berkas")
    desk.click("Pilih unit kerja…", "Kosongkan")
    desk.click("Pakai pilihan ini")
    assert desk.reads("Centang sedikitnya satu unit kerja.")
    desk.click("Centang semua", "Pakai pilihan ini")
    desk.click("Buat Nota Dinas")
    desk.pick("Satu surat untuk semua")
    desk.click("Nomori semua…", "Nomori 1 surat", "Cetak semua…")
    desk.print_shown()
    words = text_of(desk.shown[-1])
    assert all(f"Kepala Bidang {n}" in words for n in (1, 2, 3))
    desk.advance()
    desk.advance()
    for n in (1, 2, 3):
        desk.row("Permintaan per unit kerja", f"Bidang {n}")
        desk.click("Catat jawaban…")
        if n == 3:
            desk.click("Nihil – tidak ada yang diusulkan")
        desk.click("Simpan jawaban")
    desk.advance()
    assert desk.stands(2) == (2, LaneCode.PPID_PEMBANTU)


def propose(desk: Desk) -> None:
    for unit, jenis, entry in (
        ("Bidang 1", "Ubah", SALARY),
        ("Bidang 1", "Dibuka kembali", AUDIT),
        ("Bidang 2", "Tetap", PRICES),
    ):
        desk.click("Tambah usulan…")
        desk.choose("Unit kerja", unit)
        desk.choose("Jenis", jenis)
        desk.click("Simpan usulan")
        assert desk.reads("Pilih informasi di daftar yang diusulkan")
        desk.choose("Informasi di daftar", entry)
        if jenis == "Ubah":
            assert desk.field("Informasi").toPlainText() == SALARY
            desk.fill("Lama dalam tahun", "3")
        desk.click("Simpan usulan")
    desk.row("Usulan unit kerja", SALARY)
    desk.weigh()
    desk.row("Usulan unit kerja", AUDIT)
    desk.click("Terbuka")
    desk.row("Usulan unit kerja", PRICES)
    desk.weigh()
    desk.tab("Rancangan daftar")
    assert desk.reads("0 ditambahkan, 1 diubah, 1 dibuka kembali, 2 tetap.")
    assert desk.reads("Daftar sesudahnya memuat 3 informasi.")
    desk.advance()
    desk.advance()
    assert desk.stands(2) == (3, LaneCode.ADMIN_PPID)


def decide(desk: Desk) -> None:
    desk.click("Susun rancangan")
    desk.settle()
    desk.click("Pratinjau dan cetak…")
    desk.print_shown()
    desk.advance()
    desk.day(SECOND_DAY)
    desk.click("Catat nomor dan tanggal…")
    desk.fill("Nomor", "500.12/3/UJI/2026")
    desk.click("Simpan")
    desk.settle()
    assert desk.reads("Nomor 500.12/3/UJI/2026 sudah dipakai Keputusan lain tanggal 2 Maret")
    desk.fill("Nomor", "500.12/8/UJI/2026")
    desk.fill_day("Tanggal surat", date(2026, 2, 27))
    desk.click("Simpan")
    desk.settle()
    assert desk.reads("Tanggal mendahului Keputusan Nomor 500.12/3/UJI/2026 (2 Maret 2026)")
    desk.fill_day("Tanggal surat", SECOND_DAY)
    desk.click("Simpan")
    desk.settle()
    desk.advance()
    assert desk.stands(2) == (4, LaneCode.ADMIN_PPID)


def apply(desk: Desk) -> None:
    changes = {row[1]: row[0] for row in desk.table("Perubahan pada daftar")}
    assert changes == {
        SALARY: "Diubah",
        AUDIT: "Dibuka kembali",
        PRICES: "Tetap",
        CASES: "Tetap",
    }
    desk.row("Perubahan pada daftar", SALARY)
    assert ("Jangka waktu", "2 tahun") in desk.field("Isi sekarang di daftar").pairs
    assert ("Jangka waktu (berubah)", "3 tahun") in desk.field("Isi sesudah Keputusan").pairs
    desk.prompts.file = carrying.scan_file(desk.folder)
    desk.click("Pilih file…", "Terapkan ke daftar…", "Buka daftar")
    assert desk.window.front == "register"


def look_back_and_forth(desk: Desk) -> None:
    now = {row[1]: (row[5], row[6]) for row in desk.table("Daftar informasi")}
    assert now == {
        SALARY: ("3 tahun", "27 Nov 2029"),
        PRICES: ("2 tahun", "2 Mar 2028"),
        CASES: ("2 tahun", "2 Mar 2028"),
    }
    desk.fill_day("Per tanggal", date(2026, 11, 26))
    decisions = desk.column("Daftar informasi", "Keputusan")
    before = dict(zip(desk.column("Daftar informasi", "Informasi"), decisions, strict=True))
    assert before == dict.fromkeys((SALARY, AUDIT, PRICES, CASES), "500.12/3/UJI/2026, 2 Mar 2026")
    desk.fill_day("Per tanggal", date(2026, 3, 1))
    assert desk.reads("Tidak ada informasi yang dikecualikan per 1 Maret 2026.")
    desk.click("Lihat daftar hari ini")
    assert len(desk.table("Daftar informasi")) == 3


def compare_lampiran(desk: Desk) -> None:
    app = desk.app
    first, second = (text_of(app.surat.kept(app.keputusan.find(berkas))) for berkas in (1, 2))
    assert all(each in first for each in (SALARY, AUDIT, PRICES, CASES))
    assert "dicabut" not in first
    assert all(each in second for each in (SALARY, PRICES, CASES))
    assert AUDIT not in second
    assert (
        "Keputusan Kepala Dinas Nomor 500.12/3/UJI/2026 tanggal 2 Maret 2026 dicabut dan "
        "dinyatakan tidak berlaku"
    ) in second
    assert second.count("3 tahun") == 1
    assert second.count("2 tahun") == 2
