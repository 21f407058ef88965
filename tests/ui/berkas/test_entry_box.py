"""The entries of the register to choose from: read when looked at, found by any part."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from sopapp.app import App
from sopapp.persistence.daftar import DaftarReader
from tests.conftest import TODAY
from tests.services import carrying
from ui.berkas import entry_box
from ui.berkas.entry_box import EntryBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TITLES = ("Rekam medis pegawai", "Harga kontrak", "Gaji pegawai", "Peta rawan")


@pytest.fixture
def box(qtbot, app: App, office) -> EntryBox:
    units = [unit.id for unit in app.unit_kerja.list()]
    rows = [(units[n % 2], carrying.complete(title)) for n, title in enumerate(TITLES)]
    app.dik_awal.bring_in("SK/1", TODAY, rows)
    made = EntryBox(app.dik, "Cari")
    qtbot.addWidget(made)
    made.offer(app.dik.current(), units[1])
    made.show()
    return made


def offered(box: EntryBox) -> list[str]:
    return [box.itemText(row).split(" (")[0] for row in range(box.count())]


def found(box: EntryBox) -> list[str]:
    return [text.split(" (")[0] for text in box._found.stringList()]


def entry_id(app: App, title: str) -> int:
    return next(each.id for each in app.dik.current() if each.isi.informasi == title)


def test_the_entries_of_the_unit_come_first_and_none_is_chosen(box):
    assert offered(box) == ["Harga kontrak", "Peta rawan", "Rekam medis pegawai", "Gaji pegawai"]
    assert box.currentData() is None


def test_a_part_of_a_word_finds_and_a_press_chooses(box, app):
    QTest.keyClicks(box.lineEdit(), "GAWAI")
    assert found(box) == ["Rekam medis pegawai", "Gaji pegawai"]
    assert box.currentData() is None
    completer = box.lineEdit().completer()
    completer.activated[QModelIndex].emit(completer.completionModel().index(1, 0))
    assert box.currentData() == entry_id(app, "Gaji pegawai")


def test_words_typed_in_full_are_a_choice_and_others_none(box, app):
    box.lineEdit().setText(box.itemText(3))
    assert box.currentData() == entry_id(app, "Gaji pegawai")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_X)
    assert box.currentData() is None


def test_a_choice_stays_when_another_unit_comes_first(box, app):
    box.setCurrentIndex(1)
    box.offer(app.dik.current(), None)
    assert offered(box)[0] == "Rekam medis pegawai"
    assert box.currentData() == entry_id(app, "Peta rawan")


def test_the_words_of_a_large_register_are_read_a_part_a_turn(qtbot, box, app, monkeypatch):
    monkeypatch.setattr(entry_box, "_TOGETHER", 1)
    read = []
    titles = DaftarReader.titles
    monkeypatch.setattr(DaftarReader, "titles", lambda *a: read.append(1) or titles(*a))
    box.offer(app.dik.current(), None)
    assert read == []
    qtbot.waitUntil(lambda: len(read) == len(TITLES))
    QTest.keyClicks(box.lineEdit(), "peta")
    assert found(box) == ["Peta rawan"]
    assert len(read) == len(TITLES)
