"""The office's present list brought in as the first version."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from sopapp.domain.impor import Kolom
from tests.services import carrying
from tests.ui.berkas.conftest import TODAY, Office
from tests.ui.berkas.test_access import clashes, nameless
from tests.ui.impor.conftest import LONG
from ui.impor.first_version_dialog import FirstVersionDialog
from ui.impor.sheet_rows import Tampil

HEADS = ("No", "Informasi", "Dasar Hukum", "Konsekuensi dibuka", "Jangka Waktu", "Unit Kerja")
GAJI = ("1", "Data gaji pegawai", "Pasal 17 huruf h", "Rahasia pribadi terungkap", "5 tahun",
        "Sekretariat")  # fmt: skip
HARGA = ("2", "Harga perkiraan sendiri", "", "", "", "U2")
NO_UNIT = ("3", "Kertas kerja pemeriksaan", "Pasal 17 huruf a", "", "2 tahun", "")


@pytest.fixture
def office(app) -> Office:
    return Office(app).start()


@pytest.fixture
def dialog(context, desk, office) -> FirstVersionDialog:
    made = FirstVersionDialog(context, desk)
    made.open()
    made.start.nomor.setText("188.4/7/2024")
    made.start.tanggal.set_day(date(2024, 3, 5))
    return made


def bring(dialog, qtbot, path):
    dialog.read(path)
    qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=LONG)


def test_an_old_list_is_taken_with_its_gaps(dialog, qtbot, write, office, scan_file):
    dialog.start.scan.set_path(scan_file)
    bring(dialog, qtbot, write(GAJI, HARGA, heads=HEADS, name="dik 2024.xlsx"))
    assert dialog.accept_button.text() == "&Simpan 2 informasi"
    assert "Nomor 188.4/7/2024, 5 Maret 2024" in dialog.told.text()
    dialog.accept_button.click()
    assert dialog.stored == 2
    entries = {each.isi.informasi: each for each in office.app.dik.current()}
    assert set(entries) == {"Data gaji pegawai", "Harga perkiraan sendiri"}
    assert entries["Harga perkiraan sendiri"].unit_nama == "Bidang Industri Agro"
    assert entries["Data gaji pegawai"].keputusan_nomor == "188.4/7/2024"
    assert entries["Data gaji pegawai"].mulai == date(2024, 3, 5)


def test_gaps_are_shown_as_things_to_look_at(dialog, qtbot, write):
    bring(dialog, qtbot, write(HARGA, heads=HEADS))
    assert dialog.sheet.kinds.buttons[Tampil.PERLU].text() == "Perlu diperbaiki (0)"
    model = dialog.sheet.model
    dialog.sheet.table.go(model.index(0, model.column_of(Kolom.HURUF)))
    assert "Pasal 17" in dialog.sheet.note.text


def test_a_unit_that_is_not_known_is_mended_by_the_advice(dialog, qtbot, write, office):
    bring(dialog, qtbot, write((*GAJI[:5], "Bidang Industr Agro"), heads=HEADS))
    assert not dialog.accept_button.isEnabled()
    dialog.sheet.note.button.click()
    dialog.accept_button.click()
    assert [each.unit_nama for each in office.app.dik.current()] == ["Bidang Industri Agro"]


def test_rows_without_a_unit_belong_to_the_one_chosen(dialog, qtbot, write, office):
    path = write(NO_UNIT, heads=HEADS)
    bring(dialog, qtbot, path)
    assert not dialog.accept_button.isEnabled()
    dialog.other_button.click()
    assert dialog.stack.currentWidget() is dialog.start
    dialog.start.unit.setCurrentIndex(dialog.start.unit.findText("Bidang Industri Agro"))
    dialog.start.forward_button.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.sheet, timeout=LONG)
    dialog.accept_button.click()
    assert [each.unit_nama for each in office.app.dik.current()] == ["Bidang Industri Agro"]


def test_going_back_and_forth_keeps_what_was_mended(dialog, qtbot, write):
    bring(dialog, qtbot, write((*GAJI[:5], "Bidang Industr Agro"), heads=HEADS))
    dialog.sheet.note.button.click()
    dialog.other_button.click()
    dialog.start.nomor.setText("188.4/8/2024")
    dialog.start.forward_button.click()
    assert dialog.stack.currentWidget() is dialog.sheet
    assert dialog.accept_button.isEnabled()
    assert "188.4/8/2024" in dialog.told.text()


@pytest.mark.parametrize(
    ("nomor", "day", "field"),
    [("  ", date(2024, 3, 5), "nomor"), ("188.4/7/2024", date(2027, 1, 1), "tanggal")],
)
def test_number_and_date_are_asked_for_before_the_file_is_read(dialog, qtbot, write, nomor, day,
                                                               field):  # fmt: skip
    dialog.start.nomor.setText(nomor)
    dialog.start.tanggal.set_day(day)
    bring(dialog, qtbot, write(GAJI, heads=HEADS))
    assert dialog.stack.currentWidget() is dialog.start
    assert dialog.start.form.error_text(field)


def test_a_register_that_has_begun_takes_no_first_version(context, desk, office):
    unit = office.app.unit_kerja.list()[0].id
    office.app.dik_awal.bring_in("1", TODAY, [(unit, carrying.complete("Data gaji"))])
    dialog = FirstVersionDialog(context, desk)
    dialog.open()
    assert "Daftar sudah berisi" in dialog.start.error.text
    assert not dialog.start.file_button.isEnabled()


def test_bringing_in_can_be_stopped_and_done_after_all(
    dialog, qtbot, write, office, stop_with_progress, monkeypatch
):
    bring(dialog, qtbot, write(GAJI, HARGA, heads=HEADS))
    monkeypatch.setattr("sopapp.services.dik_awal._STEP", 1)
    dialog.accept_button.click()
    assert len(stop_with_progress) == 1
    assert dialog.isVisible()
    assert dialog.stack.currentWidget() is dialog.sheet
    assert len(office.app.dik.current()) == 0
    monkeypatch.undo()
    dialog.accept_button.click()
    assert dialog.stored == 2


def test_leaving_brings_nothing_in(dialog, qtbot, write, office):
    bring(dialog, qtbot, write(GAJI, heads=HEADS))
    dialog.reject()
    assert len(office.app.dik.current()) == 0
    assert office.app.dik_awal.possible()


def test_names_and_letters(dialog, qtbot, write):
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert clashes(dialog) == []
    bring(dialog, qtbot, write((*GAJI[:5], "Bidang Industr Agro"), heads=HEADS))
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert clashes(dialog) == []


@pytest.fixture
def scan_file(tmp_path):
    path = tmp_path / "sk.pdf"
    path.write_bytes(carrying.PDF + b"% keputusan lama")
    return path
