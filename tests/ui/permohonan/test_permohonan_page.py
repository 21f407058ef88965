"""The register on screen: what is shown, toned, offered, printed."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest
from PySide6.QtCore import Qt

from sopapp.domain.permohonan import StatusPermohonan
from tests.services.carrying import PDF
from ui.lists.riwayat_dialog import RiwayatDialog
from ui.permohonan.request_dialog import RequestDialog
from ui.permohonan.request_row import DUE
from ui.permohonan.request_table import TONE_ROLE
from ui.preview.preview_dialog import PreviewDialog


def shown(page) -> list[int]:
    return [page.model.row(n).permohonan.id for n in range(page.model.rowCount())]


def search(qtbot, page, words: str) -> None:
    """Type and press Enter, so that no pause is left that would end after the test."""
    field = page.filter_bar.search
    field.setText(words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def cells(page, row: int = 0) -> list[str]:
    return [page.model.index(row, n).data() for n in range(page.model.columnCount())]


def tone(page, row: int = 0) -> str:
    return page.model.index(row, DUE).data(TONE_ROLE)


def detail(page) -> dict[str, str]:
    return dict(page.detail.pairs)


def test_an_empty_register_offers_to_record_one(page, context):
    assert not page.stack.shows_list
    page.empty.button.click()
    assert page.window().findChildren(RequestDialog)


def test_the_page_fits_a_small_screen_at_one_and_a_half(page, request_of):
    request_of()
    # 1366 pixels / 1.5, less the bar of pages at the left.
    assert page.minimumSizeHint().width() <= 1366 / 1.5 - 80


def test_the_request_chosen_has_its_own_riwayat(page, request_of):
    assert not page.history_button.isEnabled()
    wanted = request_of()
    page.show_request(wanted)
    page.history_button.click()
    dialog = page.window().findChild(RiwayatDialog)
    model = dialog.content.model
    said = [model.row(n).ringkasan for n in range(model.rowCount())]
    assert said == ["Permohonan Nomor Pendaftaran 07/PI/XI/2026 dicatat."]


def test_a_request_is_shown_with_its_due_date(page, request_of):
    request_of()
    assert cells(page) == [
        "07/PI/XI/2026",
        "23 Nov 2026",
        "Antonius Contoh",
        "Nama pelapor pengaduan konsumen",
        "7 Des 2026\nSisa 10 hari kerja",
        "Belum dijawab",
    ]
    assert page.count_words() == "1 permohonan"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 2), ""),
        (date(2026, 12, 3), "warn"),
        (date(2026, 12, 7), "warn"),
        (date(2026, 12, 8), "danger"),
    ],
)
def test_a_near_or_past_due_date_is_toned(page, request_of, clock, day, expected):
    request_of()
    page.hide()
    clock.day = day
    page.show()  # the day went on while another page was in front
    assert tone(page) == expected
    assert ("1 lewat tenggat" in page.count_words()) == (expected == "danger")


def test_filters_narrow_and_are_named(qtbot, page, request_of, app):
    old = request_of(nomor_pendaftaran="1", diterima=date(2025, 3, 3))
    new = request_of(nomor_pendaftaran="2")
    app.permohonan.cancel(old, "Dicabut")
    assert shown(page) == [new, old]
    bar = page.filter_bar
    bar.year.set_value(2025)
    bar.status.set_value(StatusPermohonan.BATAL)
    bar.year.picked.emit()
    assert shown(page) == [old]
    assert bar.words() == "tahun 2025; dibatalkan"
    assert page.count_words() == "1 dari 2 permohonan"
    search(qtbot, page, "tidak ada")
    assert page.empty.words[0] == "Tidak ada yang cocok"
    page.empty.button.click()
    assert shown(page) == [new, old]


def test_what_is_offered_follows_the_request(page, entries, request_of, app):
    permohonan_id = request_of(entries[0])
    page.table.clear_choice()
    assert not page.edit_button.isEnabled()
    page.table.choose(permohonan_id)
    assert page.letter.draft_action.isEnabled()
    assert not page.letter.preview_action.isEnabled()
    surat_id = app.permohonan.draft_letter(permohonan_id)
    assert not page.letter.draft_action.isEnabled()
    assert page.letter.number_action.isEnabled()
    assert not page.letter.sign_action.isEnabled()
    app.surat.set_number(surat_id, "9", app.clock.today())
    app.surat.keep(surat_id, PDF, "dicetak")
    assert page.letter.sign_action.isEnabled()
    assert cells(page)[-1] == "Surat bernomor\n9"
    app.surat.sign(surat_id)
    for control in (page.edit_button, page.extend_button, page.cancel_button):
        assert not control.isEnabled()
    assert page.letter_button.isEnabled()
    assert page.letter.preview_action.isEnabled()
    assert not page.letter.edit_action.isEnabled()
    assert cells(page)[DUE] == "7 Des 2026\nDijawab 23 Nov 2026"
    assert "30 hari kerja" in detail(page)["Hak pemohon"]


def test_drafting_shows_the_letter_with_its_sheets(qtbot, page, entries, request_of, app):
    permohonan_id = request_of(entries[0])
    page.table.choose(permohonan_id)
    page.letter.draft_action.trigger()
    (dialog,) = page.window().findChildren(PreviewDialog)
    assert app.permohonan.get(permohonan_id).status is StatusPermohonan.DISUSUN
    (letter,) = page.letter.items()
    assert letter.source().nomor_pendaftaran == "07/PI/XI/2026"
    assert "lembar uji “Satu” tidak tersimpan" in letter.note
    dialog.close()


def test_kept_sheets_come_after_the_letter(page, office, request_of, app, tmp_path):
    from tests.services import carrying

    berkas_id = carrying.to_validasi(app, office.units)
    usulan = carrying.propose(app, berkas_id, office.units[0], carrying.complete("Satu"))
    app.uji.keep_lembar(usulan, PDF + b"lembar")
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1")
    carrying.apply(app, berkas_id, tmp_path)
    permohonan_id = request_of(app.dik.current()[0].id)
    app.permohonan.draft_letter(permohonan_id)
    page.table.choose(permohonan_id)
    letter, sheet = page.letter.items()
    assert "tidak tersimpan" not in letter.note
    assert (sheet.label, sheet.source()) == ("Lembar uji: Satu", PDF + b"lembar")
    assert sheet.keep is None


def test_a_letter_that_cannot_be_drafted_says_why(page, request_of, prompts):
    page.table.choose(request_of())
    page.letter.draft_action.trigger()
    assert "belum dipilih dari daftar" in prompts.shown[-1]


def test_cancelling_asks_why(page, entries, request_of, app, prompts):
    permohonan_id = request_of(entries[0])
    app.permohonan.draft_letter(permohonan_id)
    page.table.choose(permohonan_id)
    prompts.text = None
    page.cancel_button.click()
    assert "ikut batal" in prompts.shown[-1]
    assert not app.permohonan.get(permohonan_id).batal
    prompts.text = "Dicabut pemohon"
    page.cancel_button.click()
    assert app.permohonan.get(permohonan_id).batal == "Dicabut pemohon"
    assert detail(page)["Dibatalkan"] == "Dicabut pemohon"


def test_enter_opens_the_form_of_a_running_request(qtbot, page, request_of):
    page.table.choose(request_of())
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    (dialog,) = page.window().findChildren(RequestDialog)
    dialog.rincian.setPlainText("Lain")
    dialog.submit()
    assert cells(page)[3] == "Lain"
    assert page.chosen.permohonan.data.rincian == "Lain"


def test_the_detail_tells_of_a_ground_that_is_gone(page, entries, request_of):
    page.table.choose(request_of(entries[2]))
    assert detail(page)["Dasar di daftar"] == "Nomor urut 3: Tiga (Bidang 2)"


def test_the_printed_register_says_that_it_stays_in_the_office(qtbot, page, entries, request_of):
    request_of(entries[0], ditolak="nama")
    request_of(nomor_pendaftaran="8")
    search(qtbot, page, "07/")
    sheets = page._sheets()
    assert "tidak untuk diumumkan" in sheets.keterangan
    assert "memuat “07/”" in sheets.keterangan
    assert sheets.instansi == "Dinas Uji Provinsi Uji"
    (row,) = sheets.baris
    assert row[0] == "1"
    assert row[3] == "Antonius Contoh\nJalan Peragaan Nomor 3\n0812 3456 7890"
    assert row[5] == "Satu"
    assert row[8] == "Ditolak sebagian: nama"


def test_the_register_as_a_workbook_runs_nothing(
    page, entries, request_of, prompts, tmp_path, tasks, qtbot
):
    request_of(entries[0], nama="=HYPERLINK(1)")
    prompts.file = tmp_path / "register.xlsx"
    page.export_button.click()
    qtbot.waitUntil(lambda: not tasks.busy)
    with zipfile.ZipFile(prompts.file) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        words = package.read("xl/sharedStrings.xml").decode()
    assert "=HYPERLINK(1)" in words
    assert "<f>" not in sheet
    assert "tidak untuk diumumkan" in words
    assert "07/PI/XI/2026" in words


def test_a_workbook_that_is_stopped_is_not_written(
    page, entries, request_of, prompts, tmp_path, stop_work
):
    request_of(entries[0])
    prompts.file = tmp_path / "register.xlsx"
    page.export_button.click()
    stop_work()
    assert list(tmp_path.glob("*.xlsx")) == []
    assert prompts.shown == []
