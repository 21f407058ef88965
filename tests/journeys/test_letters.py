"""The life of letters through the real window: reminded, corrected, renumbered, signed, copied."""

from __future__ import annotations

from datetime import date

import pytest

from sopapp.domain.surat import StatusSurat
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.papers import pages_of, text_of
from tests.services import carrying
from ui.berkas.panel_numbers import SURAT

ASKED = "Permintaan per unit kerja"
LETTERS = "Surat berkas ini"
STATE = 3
ANSWER = 4


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """An office with three units whose letters are out, the berkas' page in front."""
    stored.units = fill_office(stored.app).units
    carrying.to_answers(stored.app, stored.units, "Berkas uji")
    stored.reopen()
    stored.press_card(1, double=True)
    return stored


def scan(desk: Desk) -> None:
    """The file that is picked when one is asked for."""
    desk.prompts.file = carrying.scan_file(desk.folder)


def book(desk: Desk) -> dict[str, str]:
    """State by number in the Buku agenda, opened by its keys."""
    desk.keys("Ctrl+5")
    numbers = desk.column("Buku agenda", "Nomor surat")
    return dict(zip(numbers, desk.column("Buku agenda", "Keadaan"), strict=True))


# -- by mouse ---------------------------------------------------------------------------------


def test_units_are_reminded_before_and_after_the_due_date(desk: Desk):
    desk.row(ASKED, "Bidang 1")
    desk.click("Catat jawaban…", "Nihil – tidak ada yang diusulkan", "Simpan jawaban")
    desk.day(date(2026, 11, 26))
    desk.click("Ingatkan…")
    assert desk.reads("30 November 2026, masih 2 hari kerja")
    desk.click("Ingatkan 2 unit kerja")
    desk.print_shown("Cetak 2 surat…")
    words = text_of(desk.shown[-1])
    assert "Nota Dinas Nomor 500.12/2/UJI/XI/2026 tanggal 23 November 2026" in words
    assert "500.12/4/UJI/XI/2026" in words
    assert [row[ANSWER] for row in desk.table(ASKED)] == ["Nihil", *["Belum, 1× diingatkan"] * 2]

    desk.row(ASKED, "Bidang 2")
    desk.click("Catat jawaban…", "Nihil – tidak ada yang diusulkan", "Simpan jawaban")
    desk.day(date(2026, 12, 2))
    desk.click("Ingatkan…")
    assert desk.reads("sudah lewat 2 hari kerja")
    desk.click("Ingatkan 1 unit kerja")
    desk.print_shown()
    assert "lewat 2 (dua) hari kerja" in text_of(desk.shown[-1])
    assert "Belum, 2× diingatkan" in desk.table(ASKED)[2]
    assert desk.check() == ()


def test_all_of_stage_1_prints_in_one_job_without_what_is_signed_void_or_answered(desk: Desk):
    app = desk.app
    first, second, third = (each.surat_id for each in app.permintaan.list(1))
    void = app.penyusunan.pengingat(1, desk.units[2:])
    app.surat.number_letters(void, desk.clock.day)
    app.surat.void(void[0], "Salah tanggal")
    reminders = app.penyusunan.pengingat(1)
    app.surat.number_letters(reminders, desk.clock.day)
    app.surat.sign(first)
    carrying.answer_all(app, 1)
    app.permintaan.clear_answer(app.permintaan.list(1)[2].id)
    desk.click("Cetak semua…")
    desk.settle()
    assert [item.title for item in desk.preview._items] == [
        "Nota Dinas permintaan – Bidang 2",
        "Nota Dinas permintaan – Bidang 3",
        "Nota Dinas pengingat – Bidang 3",
    ]
    desk.print_shown("Cetak 3 surat…")
    copies = [app.surat.get(each).rangkap for each in (second, third, reminders[2])]
    pages = [pages_of(app.surat.kept(each)) for each in (second, third, reminders[2])]
    wanted = sum(one * times for one, times in zip(pages, copies, strict=True))
    assert pages_of(desk.printed[-1].read_bytes()) == wanted


def test_a_printed_letter_is_corrected_renumbered_and_signed_with_its_scan(desk: Desk):
    desk.row(ASKED, "Bidang 2")
    desk.click("Ubah surat…")
    desk.fill("Hal", "Hal yang diperbaiki")
    desk.settle()
    desk.click("Simpan teks")
    assert desk.reads("Alasan koreksi belum diisi")
    desk.fill("Alasan koreksi", "Hal keliru")
    desk.click("Simpan teks")
    assert desk.table(ASKED)[1][STATE] == "Cetak ulang"
    desk.click("Nomor…")
    desk.fill("Nomor", "500.12/9/UJI/XI/2026")
    desk.fill("Alasan perubahan", "Nomor dari Tata Usaha")
    desk.click("Simpan nomor", "Pratinjau…")
    desk.print_shown()
    assert "Hal yang diperbaiki" in text_of(desk.shown[-1])
    desk.click("Surat ini")
    desk.pick("Riwayat cetakan…")
    told = [row[1] for row in desk.table("Riwayat cetakan")]
    assert "Dikoreksi: Hal keliru" in told
    assert "Dikoreksi: Nomor dari Tata Usaha" in told
    desk.click("Tutup", "Surat ini")
    desk.pick("Catat ditandatangani…")
    scan(desk)
    desk.click("Pilih file…", "Catat sudah ditandatangani")
    assert desk.table(ASKED)[1][STATE] == "Diarsipkan"
    desk.row(ASKED, "Bidang 2")
    assert not desk.button("Nomor…").isEnabled()
    assert not desk.button("Ubah surat…").isEnabled()
    states = book(desk)
    assert states["500.12/2/UJI/XI/2026"] == "BATAL"
    assert states["500.12/9/UJI/XI/2026"] == "Diarsipkan"
    assert desk.check() == ()


def test_a_usulan_goes_back_with_its_letter(desk: Desk):
    app = desk.app
    carrying.answer_all(app, 1)
    app.berkas.advance(1)
    carrying.propose(app, 1, desk.units[0], carrying.complete("Data gaji"), putusan=None)
    desk.settle()
    desk.row("Usulan unit kerja", "Data gaji")
    desk.click("Kembalikan ke unit…")
    desk.fill("Yang perlu diperbaiki", "Sebutkan undang-undangnya")
    desk.click("Kembalikan")
    assert desk.reads("Usulan Bidang 1 dikembalikan; Nota Dinasnya belum disusun.")
    desk.press_at(desk.page.panel(2).letter_button)
    assert desk.field("Nomor").text() == "500.12/4/UJI/XI/2026"
    desk.click("Simpan nomor")
    desk.print_shown()
    assert "Data gaji: Sebutkan undang-undangnya" in text_of(desk.shown[-1])
    assert not desk.reads("Nota Dinasnya belum disusun")


def test_the_keputusan_goes_out_with_pengantar_scan_and_salinan(desk: Desk):
    to_penetapan(desk)
    desk.click("Susun rancangan")
    desk.settle()
    desk.click("Cetak semua…")  # the pengantar is offered and drafted on the way
    assert "Nota Dinas pengantar" in desk.prompts.shown[-1]
    desk.settle()
    titles = [item.title for item in desk.preview._items]
    assert titles[:2] == ["Nota Dinas pengantar Keputusan", "Keputusan"]
    assert titles[2].startswith("Lembar Uji Konsekuensi")
    assert titles[3] == "Berita Acara Uji Konsekuensi"
    desk.print_shown("Cetak 4 surat…")
    desk.advance()
    desk.click("Catat nomor dan tanggal…")
    desk.fill("Nomor", "500.12/7/UJI/2026")
    scan(desk)
    desk.click("Pilih file…", "Simpan")
    desk.settle()
    assert desk.app.surat.get(desk.app.keputusan.find(1)).status is StatusSurat.DIARSIPKAN
    desk.click("Salinan Keputusan…")
    desk.print_shown()
    words = text_of(desk.shown[-1])
    assert "Salinan sesuai dengan aslinya" in words
    assert "500.12/7/UJI/2026" in words
    desk.advance()
    assert desk.reads("pindaian.pdf ·")
    assert desk.button("Salinan Keputusan…").isEnabled()
    assert desk.check() == ()


def to_penetapan(desk: Desk) -> None:
    app = desk.app
    carrying.answer_all(app, 1)
    app.berkas.advance(1)
    carrying.propose(app, 1, desk.units[0], carrying.complete("Data gaji"))
    carrying.to_penetapan(app, 1)
    desk.settle()


# -- by keyboard ------------------------------------------------------------------------------


@pytest.fixture
def keyboard(desk: Desk, monkeypatch) -> Desk:
    """The same desk with a broken mouse."""
    monkeypatch.setattr(desk, "press_at", None)
    return desk


def to_letters(desk: Desk) -> None:
    """Tab to the stages, walk along them to the letters and open these."""
    stepper = desk.page.stepper
    desk.tab_to(lambda widget: widget.parentWidget() is stepper)
    while desk.focus is not stepper.button(SURAT):
        desk.keys("Right")
    desk.keys("Space")
    desk.tab_to(lambda widget: widget.accessibleName() == LETTERS)


def test_reminders_and_the_whole_stage_print_by_keyboard(keyboard: Desk):
    desk = keyboard
    assert desk.letters_shared() == {}
    desk.keys("Alt+G")
    assert desk.letters_shared() == {}
    desk.keys("Space", "Return")  # not the first unit
    desk.settle()
    assert "Kepala Bidang 2" in text_of(desk.preview.preview.data)
    desk.keys("Ctrl+P")
    desk.settle()
    desk.keys("Esc")
    assert [row[ANSWER] for row in desk.table(ASKED)] == ["Belum", *["Belum, 1× diingatkan"] * 2]
    desk.keys("Ctrl+P")
    desk.settle()
    assert len(desk.preview._items) == 5
    desk.keys("Esc")


def test_a_letter_is_renumbered_and_signed_among_the_letters_by_keyboard(keyboard: Desk):
    desk = keyboard
    to_letters(desk)
    assert desk.letters_shared() == {}
    desk.keys("Ctrl+Home", "Down", "Alt+N")
    assert desk.letters_shared() == {}
    desk.retype("500.12/9/UJI/XI/2026")
    desk.keys("Alt+A")
    desk.write("Nomor dari Tata Usaha")
    desk.keys("Return")
    desk.keys("Alt+P")
    desk.settle()
    desk.keys("Ctrl+P")
    desk.settle()
    desk.keys("Esc", "Alt+T")
    assert desk.letters_shared() == {}
    scan(desk)
    desk.keys("Alt+I", "Ctrl+Return")
    assert [row[4] for row in desk.table(LETTERS)] == ["Dicetak", "Diarsipkan", "Dicetak", "BATAL"]
    assert book(desk)["500.12/2/UJI/XI/2026"] == "BATAL"


def test_a_letter_is_replaced_from_its_row_by_keyboard(keyboard: Desk):
    desk = keyboard
    desk.tab_to(lambda widget: widget.accessibleName() == ASKED)
    desk.prompts.text = "Salah penerima"
    desk.keys("Ctrl+Home", "Alt+A", "G")
    assert desk.table(ASKED)[0][1:4] == ("Belum", "–", "Konsep")
    assert book(desk)["500.12/1/UJI/XI/2026"] == "BATAL"


def test_the_salinan_of_a_finished_berkas_by_keyboard(keyboard: Desk):
    desk = keyboard
    to_penetapan(desk)
    carrying.sign(desk.app, 1, "500.12/7/UJI/2026")
    carrying.apply(desk.app, 1, desk.folder)
    carrying.finish(desk.app, 1)
    desk.settle()
    to_letters(desk)
    assert desk.letters_shared() == {}
    desk.keys("Ctrl+End", "Alt+S")
    desk.settle()
    assert "Salinan sesuai dengan aslinya" in text_of(desk.preview.preview.data)
    desk.keys("Ctrl+P")
    desk.settle()
    desk.keys("Esc")
    assert desk.check() == ()
