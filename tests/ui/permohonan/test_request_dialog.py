"""Recording a request: what is typed is stored, what is wrong is told beside its field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.services.carrying import PDF
from tests.ui.berkas.test_access import clashes, nameless
from ui.permohonan.extend_dialog import ExtendDialog
from ui.permohonan.request_dialog import RequestDialog


@pytest.fixture
def window(qtbot) -> QWidget:
    """What dialogs stand over; they go by themselves when they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(window, context):
    def show(permohonan=None) -> RequestDialog:
        dialog = RequestDialog(context, window, permohonan)
        dialog.open()
        return dialog

    return show


def fill(dialog: RequestDialog) -> None:
    dialog.nomor.setText("07/PI/XI/2026")
    dialog.nama.setText("Antonius Contoh")
    dialog.alamat.setPlainText("Jalan Peragaan 3")
    dialog.rincian.setPlainText("Nama pelapor")


def titles(dialog: RequestDialog) -> list[str]:
    rows = dialog.chooser.list
    return [rows.item(n).text().split("  ")[1] for n in range(rows.count())]


def tick(dialog: RequestDialog, title: str) -> None:
    row = titles(dialog).index(title)
    dialog.chooser.list.item(row).setCheckState(Qt.CheckState.Checked)


def test_what_is_typed_is_stored(opened, app, entries):
    dialog = opened()
    fill(dialog)
    tick(dialog, "Tiga")
    tick(dialog, "Satu")
    dialog.submit()
    data = app.permohonan.get(dialog.saved_id).data
    assert (data.nomor_pendaftaran, data.nama) == ("07/PI/XI/2026", "Antonius Contoh")
    assert data.entri_ids == (entries[2], entries[0])


def test_a_lacking_field_is_told_beside_it(opened, app):
    dialog = opened()
    fill(dialog)
    dialog.nama.clear()
    dialog.submit()
    assert dialog.form.error_text("nama") == "Nama pemohon belum diisi."
    assert dialog.isVisible()
    assert app.permohonan.list() == ()


def test_the_due_date_follows_the_day_typed(opened):
    dialog = opened()
    assert dialog.due.words.text().startswith("Senin, 7 Desember 2026 (10 hari kerja).")
    dialog.diterima.set_day(date(2026, 11, 2))
    assert "Senin, 16 November 2026" in dialog.due.words.text()
    assert "Sudah lewat 5 hari kerja" in dialog.due.words.text()


def test_the_days_can_be_looked_at_one_by_one(opened):
    from ui.berkas.due_dialog import DueDialog

    dialog = opened()
    dialog.due.why.click()
    (shown,) = dialog.findChildren(DueDialog)
    assert "7 Desember 2026" in shown.head.text()
    assert shown.days.row(shown.days.rowCount() - 1).counted_as == 10
    shown.accept()


def test_searching_narrows_and_keeps_what_is_ticked(qtbot, opened, entries):
    dialog = opened()
    assert titles(dialog) == ["Satu", "Dua", "Tiga"]
    tick(dialog, "Dua")
    dialog.chooser.search.setText("tig")
    qtbot.waitUntil(lambda: titles(dialog) == ["Dua", "Tiga"])
    assert dialog.chooser.count.text() == "1 informasi dipilih."


def test_enter_in_the_search_goes_to_the_list_and_saves_nothing(qtbot, opened, app, entries):
    dialog = opened()
    fill(dialog)
    dialog.chooser.search.setText("dua")
    qtbot.keyClick(dialog.chooser.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert app.permohonan.list() == ()
    qtbot.keyClick(dialog.chooser.list, Qt.Key.Key_Space)
    assert dialog.chooser.entri_ids == (entries[1],)


def test_a_printed_letter_asks_why_the_request_changes(opened, app, entries, request_of):
    permohonan_id = request_of(entries[0])
    surat_id = app.permohonan.draft_letter(permohonan_id)
    assert opened(app.permohonan.get(permohonan_id)).form.widget("alasan").isHidden()
    app.surat.keep(surat_id, PDF, "dicetak")
    dialog = opened(app.permohonan.get(permohonan_id))
    dialog.nama.setText("Berta")
    dialog.submit()
    assert "alasan" in dialog.form.error_text("alasan")
    dialog.alasan.setText("Salah ketik")
    dialog.submit()
    assert app.permohonan.get(permohonan_id).data.nama == "Berta"


def test_the_extension_says_what_the_day_becomes(window, context, app, request_of):
    permohonan_id = request_of()
    dialog = ExtendDialog(context, window, app.permohonan.get(permohonan_id))
    assert "7 Desember 2026 menjadi Rabu, 16 Desember 2026" in dialog.akhir.text()
    dialog.submit()
    assert dialog.form.error_text("perpanjangan")
    dialog.alasan.setPlainText("Perlu uji konsekuensi")
    dialog.submit()
    assert app.permohonan.get(permohonan_id).data.perpanjangan == "Perlu uji konsekuensi"


def test_an_extension_after_the_tenth_day_warns(window, context, app, request_of, clock):
    permohonan_id = request_of()
    clock.day = date(2026, 12, 8)
    dialog = ExtendDialog(context, window, app.permohonan.get(permohonan_id))
    assert "sudah habis Senin, 7 Desember 2026" in dialog.error.text


def test_everything_has_a_name_and_a_key_of_its_own(opened, entries):
    dialog = opened()
    assert clashes(dialog) == []
    assert nameless(dialog) == []


def test_a_day_that_has_not_come_has_no_due_date(opened, entries):
    dialog = opened()
    assert dialog.due.why.isVisibleTo(dialog)
    dialog.diterima.set_day(date(2999, 12, 31))
    assert "belum tiba" in dialog.due.words.text()
    assert not dialog.due.why.isVisibleTo(dialog)
    dialog.diterima.set_day(date(2026, 11, 23))
    assert "hari kerja" in dialog.due.words.text()
    assert dialog.due.why.isVisibleTo(dialog)
