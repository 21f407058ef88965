"""Wrong clicks, odd texts and bad moments: nothing is lost, nothing breaks, all is said."""

from __future__ import annotations

import os
import stat
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox

from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.papers import text_of
from tests.services import carrying
from ui.berkas.title_label import TitleLabel
from ui.preview.preview_dialog import PreviewDialog

PPID, UNIT, ADMIN = LaneCode.PPID_PEMBANTU, LaneCode.UNIT_KERJA, LaneCode.ADMIN_PPID
ASKED = "Permintaan per unit kerja"
MARKUP = 'A & B <b>tebal</b> &amp; "kutip"'
EMOJI = "Data pegawai 😀"


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """An office with three units and a berkas whose letters are printed, its page in front."""
    office = fill_office(stored.app)
    stored.units = office.units
    carrying.ask(stored.app, carrying.start(stored.app, "Berkas uji"), office.units)
    stored.reopen()
    stored.press_card(1, double=True)
    return stored


def events(desk: Desk) -> int:
    return len(desk.app.riwayat.list())


# -- wrong clicks -----------------------------------------------------------------------------


def test_pressing_on_again_and_again_changes_nothing(desk: Desk):
    desk.advance()
    desk.advance()
    before = events(desk)
    for _ in range(3):
        desk.advance()
        assert desk.prompts.missing[0].text.startswith("3 unit kerja belum menjawab")
    assert desk.stands() == (1, UNIT)
    assert events(desk) == before


def test_a_double_click_goes_one_step(desk: Desk):
    desk.press_at(desk.page.header.advance, double=True)
    assert desk.stands() == (1, PPID)


@pytest.mark.parametrize(
    ("button", "field", "typed"),
    [
        ("Nomor…", "Nomor", "500.12/99/UJI"),
        ("Ubah surat…", "Hal", "Hal yang lain"),
        ("Tambah usulan…", "Informasi", MARKUP),
    ],
)
def test_a_dialog_left_half_way_asks_and_stores_nothing(desk: Desk, button, field, typed):
    before = events(desk)
    desk.click(button)
    dialog = desk.top
    desk.fill(field, typed)
    desk.prompts.yes = False
    desk.keys("Esc")
    assert desk.top is dialog
    assert desk.reads(typed)
    desk.prompts.yes = True
    desk.click("Batal")
    desk.settle()
    assert desk.top is desk.window
    assert events(desk) == before


def test_an_untouched_dialog_goes_without_a_question(desk: Desk):
    for button in ("Unit kerja…", "Nomor…", "Ubah surat…", "Catat jawaban…", "Tambah usulan…"):
        desk.click(button)
        desk.keys("Esc")
        desk.settle()
        assert desk.top is desk.window, button
    assert desk.prompts.shown == []


def test_a_taken_number_is_refused_in_its_field(desk: Desk):
    desk.row(ASKED, "Bidang 2")
    desk.click("Nomor…")
    desk.fill("Nomor", "500.12/1/UJI/XI/2026")
    desk.click("Simpan nomor")
    assert desk.reads("Nomor 500.12/1/UJI/XI/2026 sudah dipakai Nota Dinas lain tanggal 23")
    desk.fill("Nomor", "500.12/7/UJI/XI/2026")
    desk.click("Simpan nomor")
    assert desk.reads("Surat ini sudah dicetak. Tuliskan alasan perubahannya.")
    desk.fill("Alasan perubahan", "Nomor dari Tata Usaha")
    desk.click("Simpan nomor")
    assert desk.table(ASKED)[1][1] == "500.12/7/UJI/XI/2026"


def test_dates_in_the_wrong_order_are_refused_in_their_field(desk: Desk):
    desk.click("Catat jawaban…")
    for day, said in (
        (date(2026, 11, 20), "Tanggal jawaban mendahului tanggal Nota Dinas (23 November 2026)."),
        (date(2026, 11, 24), "Tanggal jawaban tidak boleh di masa depan."),
    ):
        desk.fill_day("Tanggal", day)
        desk.click("Simpan jawaban")
        assert desk.reads(said)
    desk.fill_day("Tanggal", date(2026, 11, 23))
    desk.click("Simpan jawaban")
    assert desk.top is desk.window
    desk.click("Berkas baru")
    desk.fill_day("Tanggal mulai", date(2028, 1, 3))
    desk.click("Mulai berkas")
    assert desk.reads("Tanggal mulai terlalu jauh dari tahun berkas.")


# -- odd texts --------------------------------------------------------------------------------


def test_a_title_of_300_letters_without_a_space(desk: Desk):
    width = desk.window.width()
    desk.click("Berkas baru")
    desk.fill("Judul", "Ww" * 155)
    desk.click("Mulai berkas")
    assert desk.reads("(310 huruf); paling banyak 300")  # told, and nothing is cut
    title = "Ww" * 150
    desk.fill("Judul", title)
    desk.click("Mulai berkas")
    desk.wait(lambda: desk.reads("Ww" * 30))  # three lines of it; the screen reader says all
    assert [each.accessibleName() for each in desk.see(TitleLabel)] == [title]
    assert desk.window.width() == width
    desk.click("Papan")
    assert desk.window.width() == width
    desk.press_card(2)
    assert desk.board.current_card().judul == title
    desk.app.berkas.cancel(2, "Coba")
    desk.click("Arsip")
    assert desk.table("Berkas di arsip")[0][0] == title


def test_long_names_keep_every_dialog_on_the_screen(desk: Desk):
    name = "Unit Pelaksana Teknis Daerah Balai Pengujian dan Sertifikasi Mutu Barang " * 3
    desk.app.unit_kerja.edit(desk.units[0], UnitKerjaInput("U1", name, f"Kepala {name}"))
    desk.app.berkas.rename(1, name + "https://ppid.contoh.go.id/" + "x" * 40)
    desk.row(ASKED, "Unit Pelaksana")
    for button in (
        *("Unit kerja…", "Nomor…", "Ubah surat…", "Cetak semua…", "Pratinjau…"),
        *("Catat jawaban…", "Tambah usulan…"),
    ):
        desk.click(button)
        desk.settle()
        assert desk.top.width() <= desk.window.width(), button
        assert desk.top.minimumSizeHint().width() <= desk.window.width(), button
        for each in desk.see(QComboBox):
            assert each.width() <= desk.top.width(), button
        desk.keys("Esc")
    assert desk.window.width() == 1366


def test_markup_stays_as_typed_on_screen_and_paper(desk: Desk):
    desk.click("Pengaturan")
    desk.tab("Unit kerja")
    desk.fill("Nama", MARKUP)
    desk.fill("Pimpinan", f"Kepala {MARKUP}")
    desk.click("Simpan")
    desk.tab("Instansi")
    desk.fill("Alamat", MARKUP)
    desk.click("Simpan")
    desk.click("Papan")
    desk.prompts.text = MARKUP
    desk.press_card(1, double=True)
    desk.click("Ubah judul berkas")
    assert desk.reads(MARKUP)
    assert desk.table(ASKED)[0][0] == MARKUP
    desk.row(ASKED, MARKUP)
    desk.click("Ubah surat…")
    desk.fill("Isi", f"Isi {MARKUP}\n\n1. butir {MARKUP}")
    desk.fill("Alasan koreksi", MARKUP)
    desk.settle()
    desk.click("Simpan teks")
    desk.click("Pratinjau…")
    desk.print_shown()
    words = text_of(desk.app.surat.kept(1))
    assert words.count(MARKUP) == 4, words
    desk.advance()
    desk.click("Lainnya")
    desk.pick("Batalkan berkas…")
    assert desk.reads(MARKUP)
    desk.click("Arsip")
    assert desk.table("Berkas di arsip")[0][5] == MARKUP


def test_an_emoji_is_refused_before_printing_with_its_place(desk: Desk):
    desk.click("Ubah surat…")
    desk.fill("Hal", EMOJI)
    desk.wait(lambda: desk.reads("Huruf “😀”"))
    assert desk.reads("pada Hal tidak dapat dicetak")
    desk.fill("Alasan koreksi", "Hal disesuaikan")
    desk.click("Simpan teks")
    desk.click("Cetak semua…")
    desk.settle()
    assert desk.reads("Huruf “😀” (U+1F600) pada Hal tidak dapat dicetak")
    desk.click("Cetak 3 surat…")
    desk.settle()
    assert "pada Hal tidak dapat dicetak" in desk.prompts.shown[-1]
    assert desk.printed == []
    desk.click("Tutup")
    assert [row[3] for row in desk.table(ASKED)] == ["Cetak ulang", "Dicetak", "Dicetak"]
    desk.click("Ubah surat…")
    assert desk.field("Hal").toPlainText() == EMOJI
    desk.fill("Hal", "Data pegawai")
    desk.fill("Alasan koreksi", "Lambang dihapus")
    desk.settle()
    desk.click("Simpan teks", "Pratinjau…")
    desk.print_shown()
    assert [row[3] for row in desk.table(ASKED)] == ["Dicetak"] * 3


def test_an_emoji_in_a_usulan_is_named_by_row_before_the_keputusan_prints(desk: Desk):
    carry_to_penetapan(desk, EMOJI)
    desk.click("Pratinjau dan cetak…")
    desk.settle()
    assert desk.reads("Huruf “😀” (U+1F600) pada")
    assert desk.reads("baris 1")
    assert not desk.button("Cetak…").isEnabled()


def carry_to_penetapan(desk: Desk, informasi: str) -> None:
    """By services from the printed letters to the drafted Keputusan; its page in front."""
    app = desk.app
    app.berkas.advance(1)
    app.berkas.advance(1)
    carrying.answer_all(app, 1)
    app.berkas.advance(1)
    carrying.propose(app, 1, desk.units[0], carrying.complete(informasi))
    carrying.to_penetapan(app, 1)
    app.keputusan.draft(1)
    desk.settle()


# -- bad moments ------------------------------------------------------------------------------


def test_closing_at_once_while_the_preview_is_built(desk: Desk):
    for _ in range(3):
        desk.click("Cetak semua…")
        desk.keys("Esc")
    assert desk.top is desk.window
    desk.settle()
    assert desk.prompts.shown == []


def test_a_preview_stays_until_what_is_printed_is_kept(desk: Desk):
    desk.click("Ubah surat…")
    desk.fill("Hal", "Hal yang lain")
    desk.fill("Alasan koreksi", "Hal keliru")
    desk.settle()
    desk.click("Simpan teks", "Pratinjau…")
    desk.settle()
    desk.click("Cetak…")
    desk.keys("Esc")
    assert isinstance(desk.top, PreviewDialog)
    desk.settle()
    desk.keys("Esc")
    assert desk.top is desk.window
    assert desk.table(ASKED)[0][3] == "Dicetak"


def test_backing_out_of_the_printers_dialog(desk: Desk):
    before = events(desk)
    desk.prints = False
    desk.click("Cetak semua…")
    desk.settle()
    desk.click("Cetak 3 surat…")
    desk.settle()
    desk.click("Tutup")
    assert events(desk) == before


def test_ending_the_program_while_a_letter_is_built(desk: Desk):
    carry_to_penetapan(desk, "Data gaji pegawai")
    desk.click("Catat nomor dan tanggal…")
    desk.keys("Esc")
    desk.click("Ubah teks…")
    desk.window.close()
    desk.reopen()
    assert desk.stands() == (3, ADMIN)
    assert desk.check() == ()


def test_a_damaged_file_is_named_and_stops_nothing_else(desk: Desk):
    app = desk.app
    desk.advance()
    desk.advance()
    carrying.answer_all(app, 1)
    desk.advance()
    kept = app.surat.get(1).cetakan[-1]
    path = app._files.path(app.attachments.get(kept.attachment_id).sha256)
    path.chmod(path.stat().st_mode | stat.S_IWRITE)
    path.write_bytes(b"rusak")
    desk.press_at(desk.page.stepper.button(1))
    desk.row(ASKED, "Bidang 1")
    desk.click("Pratinjau…")
    desk.settle()
    assert desk.reads("Isi file tersimpan telah berubah")
    assert not desk.button("Cetak…").isEnabled()
    desk.click("Tutup")
    desk.row(ASKED, "Bidang 2")
    desk.click("Pratinjau…")
    desk.settle()
    assert not desk.reads("Isi file tersimpan telah berubah")
    desk.click("Tutup")
    (said,) = desk.check()
    assert "Nota Dinas Nomor 500.12/1/UJI/XI/2026" in said


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root menulis di mana saja"
)
def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_half_done(desk: Desk):
    answer = desk.folder / "jawaban.pdf"
    answer.write_bytes(carrying.PDF + b"% jawaban")
    files = DataFolder(desk.app.data).attachments
    folders = [files, *(each for each in files.rglob("*") if each.is_dir())]
    before = events(desk)
    for each in folders:
        each.chmod(0o500)
    try:
        desk.click("Catat jawaban…")
        desk.prompts.file = answer
        desk.click("Pilih file…", "Simpan jawaban")
        assert "tidak dapat" in desk.prompts.shown[-1]
        assert desk.reads("jawaban.pdf")
        assert events(desk) == before
    finally:
        for each in folders:
            each.chmod(0o700)
    desk.click("Simpan jawaban")
    assert desk.table(ASKED)[0][4] == "Usulan"
    assert desk.check() == ()
