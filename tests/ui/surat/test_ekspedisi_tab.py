"""The Buku Ekspedisi on screen."""

from __future__ import annotations

from datetime import date

from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.tanggal import tanggal
from tests.conftest import TODAY
from tests.services import carrying
from tests.ui.surat.conftest import cells, dialog_of
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.hand_over_dialog import EditTransferDialog, HandOverDialog, ReceiptDialog


def choose(tab, *numbers: int) -> None:
    tab.table.clearSelection()
    model = tab.table.selectionModel()
    flags = model.SelectionFlag
    for number in numbers:
        model.select(tab.model.index(number, 0), flags.Select | flags.Rows)


def test_letters_of_today_wait(ekspedisi):
    assert cells(ekspedisi.model, "Keadaan") == ["Menunggu"] * 3
    assert cells(ekspedisi.model, "Kepada") == [f"Kepala Bidang {n}" for n in (1, 2, 3)]
    assert not ekspedisi.receipt_button.isEnabled()


def test_from_waiting_to_received(ekspedisi):
    choose(ekspedisi, 0)
    ekspedisi.hand_button.click()
    dialog = dialog_of(ekspedisi, HandOverDialog)
    assert dialog.kepada.toPlainText() == "Kepala Bidang 1"
    dialog.accept_button.click()
    assert cells(ekspedisi.model, "Keadaan") == ["Diserahkan", "Menunggu", "Menunggu"]
    choose(ekspedisi, 0)
    assert not ekspedisi.hand_button.isEnabled()
    ekspedisi.receipt_button.click()
    receipt = dialog_of(ekspedisi, ReceiptDialog)
    receipt.accept_button.click()
    assert receipt.form.error_text("penerima")
    receipt.penerima.setText("Maria")
    receipt.accept_button.click()
    assert cells(ekspedisi.model, "Keadaan")[0] == "Diterima"
    assert cells(ekspedisi.model, "Penerima")[0] == "Maria"


def test_a_letter_goes_to_each_line(ekspedisi, app, letters):
    choose(ekspedisi, 0)
    ekspedisi.hand_button.click()
    dialog = dialog_of(ekspedisi, HandOverDialog)
    dialog.kepada.setPlainText("Kepala Bidang 1\n\n  Arsiparis \n")
    dialog.diterima.open.setChecked(False)
    assert dialog.penerima.isVisible()
    dialog.penerima.setText("Yosef")
    dialog.accept_button.click()
    lines = [line for line in app.ekspedisi.of_day(TODAY) if line.surat_id == letters[0]]
    assert [(line.kepada, line.penerima) for line in lines] == [
        ("Kepala Bidang 1", "Yosef"),
        ("Arsiparis", "Yosef"),
    ]


def test_only_the_recipients_chosen_are_filled_in(ekspedisi, app, office):
    berkas = carrying.start(app, "Bersama")
    carrying.ask(app, berkas, office.units, per_unit=False)
    ekspedisi.reload()
    (first, *_rest) = [
        n for n in range(ekspedisi.model.rowCount()) if ekspedisi.model.row(n).berkas_id == berkas
    ]
    choose(ekspedisi, first + 1)
    ekspedisi.hand_button.click()
    dialog = dialog_of(ekspedisi, HandOverDialog)
    assert dialog.kepada.toPlainText() == "Kepala Bidang 2"
    dialog.accept_button.click()
    waiting = [line for line in app.ekspedisi.of_berkas(berkas) if line.id is None]
    assert [line.kepada for line in waiting] == ["Kepala Bidang 1", "Kepala Bidang 3"]
    # From the agenda the letter goes to those who wait still.
    again = HandOverDialog(ekspedisi._context, ekspedisi, (waiting[0].surat_id,))
    assert again.kepada.toPlainText().splitlines() == ["Kepala Bidang 1", "Kepala Bidang 3"]
    again.reject()


def test_an_entry_is_corrected_or_taken_out(ekspedisi, app, letters, prompts):
    app.ekspedisi.record([(letters[0], SerahTerima("Salah", TODAY))])
    choose(ekspedisi, 0)
    ekspedisi.edit_button.click()
    dialog = dialog_of(ekspedisi, EditTransferDialog)
    dialog.kepada.setPlainText("")
    dialog.accept_button.click()
    assert dialog.form.error_text("kepada")
    dialog.kepada.setPlainText("Sekretaris")
    dialog.accept_button.click()
    assert cells(ekspedisi.model, "Kepada")[0] == "Sekretaris"
    choose(ekspedisi, 0)
    prompts.yes = False
    ekspedisi.remove_button.click()
    assert cells(ekspedisi.model, "Keadaan")[0] == "Diserahkan"
    prompts.yes = True
    ekspedisi.remove_button.click()
    assert cells(ekspedisi.model, "Keadaan") == ["Menunggu"] * 3


def test_days_and_berkas(ekspedisi, app, letters, berkas):
    app.ekspedisi.record([(letters[0], SerahTerima("Kabid", date(2026, 11, 17)))])
    other = carrying.start(app, "Berkas lain")
    ekspedisi.earlier.click()
    assert ekspedisi.day.day() == date(2026, 11, 17)
    assert cells(ekspedisi.model, "Kepada") == ["Kabid"]
    ekspedisi.later.click()
    assert ekspedisi.day.day() == TODAY
    ekspedisi.by.setCurrentIndex(1)
    assert not ekspedisi.day.isVisible()
    ekspedisi.berkas.setCurrentIndex(ekspedisi.berkas.findData(other))
    assert not ekspedisi.stack.shows_list
    ekspedisi.berkas.setCurrentIndex(ekspedisi.berkas.findData(berkas))
    assert len(cells(ekspedisi.model, "Kepada")) == 3


def test_the_book_is_shown_before_it_is_printed(qtbot, ekspedisi, tasks):
    ekspedisi.print_button.click()
    preview = dialog_of(ekspedisi, PreviewDialog)
    assert f"Buku ekspedisi {tanggal(ekspedisi.day.day())}" in preview.windowTitle()
    assert ekspedisi.day.day().isoformat() in preview._items[0].file_name  # which sorts
    qtbot.waitUntil(lambda: preview.preview.page_count == 1, timeout=20_000)
    preview.reject()
