"""The box that finds everything, by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from sopapp.domain.find_shelf import TargetKind
from sopapp.paths import DataFolder
from tests.services import carrying
from ui.berkas.panel_numbers import SURAT
from ui.finder.finder_dialog import FinderDialog
from ui.finder.finder_memory import FinderMemory
from ui.finder.finder_model import RowKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def texts(finder: FinderDialog) -> list[str]:
    return [finder.model.index(n).data() for n in range(finder.model.rowCount())]


def typed(finder: FinderDialog, text: str) -> FinderDialog:
    finder.field.clear()
    QTest.keyClicks(finder.field, text)
    return finder


def press(finder: FinderDialog, key: Qt.Key, *, times: int = 1, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for _time in range(times):
        QTest.keyClick(finder.field, key, held)


def chosen(finder: FinderDialog) -> str:
    return finder.model.index(finder.list.currentIndex().row()).data()


def went(qtbot, navigate) -> tuple[object, ...]:
    qtbot.waitUntil(lambda: bool(navigate.went))
    return navigate.went[-1]


def test_typing_finds_and_enter_opens(qtbot, full, open_finder, navigate):
    finder = typed(open_finder(), "triwuln")
    assert texts(finder)[:2] == ["Berkas", "Pemutakhiran triwulan"]
    assert chosen(finder) == "Pemutakhiran triwulan"
    press(finder, Qt.Key.Key_Return)
    assert went(qtbot, navigate) == ("berkas", 2)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("188/kep", ("letter",)),
        ("resep", ("entry", 2)),
        ("bidang 3", ("settings", "unit_kerja", 3)),
        ("nama sekretaris", ("settings", "pejabat", 2)),
        ("07/pi", ("permohonan", 1)),
        ("glosarium", ("guide", "glosarium")),
        ("mencetak lembar sop", ("guide", "sop-revisi#mencetak-lembar-sop")),
        ("pindah komputer", ("guide", "memasang#pindah-ke-komputer-baru")),
        ("tanggal merah", ("settings", "libur")),
    ],
)
def test_each_kind_goes_to_its_place(qtbot, full, open_finder, navigate, text, where):
    finder = typed(open_finder(), text)
    press(finder, Qt.Key.Key_Enter)
    assert went(qtbot, navigate)[: len(where)] == where


def test_a_letter_without_a_number_is_opened_where_it_lies(qtbot, full, open_finder, navigate):
    finder = typed(open_finder(), "surat penolakan belum bernomor")
    row = next(row for row in finder.model.rows if row.section is TargetKind.SURAT and row.target)
    finder._choose(finder.model.number_of(row.target))
    press(finder, Qt.Key.Key_Return)
    assert went(qtbot, navigate) == ("permohonan", 1)


def test_a_draft_of_a_berkas_opens_its_letters(qtbot, app, office, open_finder, navigate):
    berkas = carrying.start(app)
    app.permintaan.choose_units(berkas, office.units[:1])
    app.penyusunan.permintaan(berkas, per_unit=True)
    finder = typed(open_finder(), "belum bernomor")
    press(finder, Qt.Key.Key_Return)
    assert went(qtbot, navigate) == ("berkas", berkas, SURAT)


def test_the_keyboard_walks_over_heads_and_from_end_to_end(full, open_finder):
    finder = typed(open_finder(), "bidang")
    heads = [row.text for row in finder.model.rows if row.kind is RowKind.HEAD]
    assert len(heads) > 1
    first = chosen(finder)
    for _step in finder.model.stops():
        assert finder.current.kind is not RowKind.HEAD
        press(finder, Qt.Key.Key_Down)
    assert chosen(finder) == first
    press(finder, Qt.Key.Key_Up)
    assert finder.list.currentIndex().row() == finder.model.stops()[-1]
    press(finder, Qt.Key.Key_PageUp, times=9)
    assert chosen(finder) == first
    press(finder, Qt.Key.Key_Tab)
    assert finder.model.rows[finder.list.currentIndex().row() - 1].text == heads[1]
    press(finder, Qt.Key.Key_Backtab)
    assert chosen(finder) == first


def test_signs_narrow_to_commands_and_to_numbers(full, open_finder):
    finder = typed(open_finder(), ">")
    kinds = {row.section for row in finder.model.rows}
    assert kinds == {TargetKind.PERINTAH, TargetKind.HALAMAN, TargetKind.PENGATURAN}
    typed(finder, ">bidang")
    assert {row.section for row in finder.model.rows} <= kinds
    typed(finder, "#188")
    assert {row.section for row in finder.model.rows} == {TargetKind.SURAT}
    typed(finder, "#permintaan")
    assert finder.model.rowCount() == 0
    assert not finder.nothing.isHidden()
    assert "Tidak ada yang cocok" in finder.nothing.text()


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("tempat kedua", "Cadangan"),
        ("ukuran huruf", "Surat, nomor, dan kertas"),
        ("batas peringatan", "Umum"),
    ],
)
def test_a_setting_is_found_by_what_its_page_holds(full, open_finder, words, page):
    assert page in texts(typed(open_finder(), f">{words}"))


def test_a_button_of_the_page_is_pressed(qtbot, full, open_finder, window):
    finder = typed(open_finder(), "cetak buku")
    assert texts(finder)[:2] == ["Di halaman ini", "Cetak buku"]
    press(finder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pressed == ["&Cetak buku…"])


def test_actions_show_their_keys(full, open_finder):
    finder = typed(open_finder(), "berkas baru")
    row = finder.current
    assert row.keys == "Ctrl+N"
    assert row.spoken == "Perintah, Berkas baru, Ctrl+N"


def test_what_was_opened_stands_first_when_nothing_is_typed(qtbot, full, open_finder, navigate):
    assert "Terakhir dibuka" not in texts(open_finder())
    press(typed(open_finder(), "resep"), Qt.Key.Key_Return)
    went(qtbot, navigate)
    press(typed(open_finder(), "arsip"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("archive",) in navigate.went)
    shown = texts(open_finder())
    assert shown[:4] == ["Terakhir dibuka", "Resep rahasia", "Sering dipakai", "Arsip"]
    kept = DataFolder(full.data).window.read_text(encoding="utf-8")
    assert "INFORMASI" in kept
    assert "Resep" not in kept


def test_what_is_gone_or_odd_in_the_memory_is_passed_over(full, open_finder):
    memory = FinderMemory(DataFolder(full.data).window)
    memory.keep_record(TargetKind.PEJABAT, 999)
    store = memory._store()
    store.setValue("temukan/perintah", '{"tidak_ada": 3, "board": "banyak"}')
    store.sync()
    assert texts(open_finder())[0] == "Sering dipakai"
    store.setValue("temukan/terakhir", '[["BERKAS"], 7, ["LAIN", 1], ["BERKAS", "x"]]')
    store.setValue("temukan/perintah", "rusak")
    store.sync()
    assert texts(open_finder())[0] == "Sering dipakai"


def test_more_of_a_kind_is_shown_when_asked_for(app, office, open_finder):
    for number in range(20):
        carrying.start(app, f"Pemutakhiran {number} bidang")
    finder = typed(open_finder(), "bidang")
    more = next(row for row in finder.model.rows if row.kind is RowKind.MORE)
    assert more.text == "Tampilkan lebih banyak (15 lagi)"
    at = finder.model.rows.index(more)
    finder._choose(at)
    press(finder, Qt.Key.Key_Return)
    assert not any(row.kind is RowKind.MORE for row in finder.model.rows)
    assert sum(row.section is TargetKind.BERKAS for row in finder.model.rows) == 21
    assert finder.list.currentIndex().row() == at
    typed(finder, "bidang")
    assert any(row.kind is RowKind.MORE for row in finder.model.rows)


@pytest.mark.parametrize("ctrl", [False, True])
def test_esc_and_ctrl_k_close_it(qtbot, full, open_finder, navigate, ctrl):
    finder = open_finder()
    key = Qt.Key.Key_K if ctrl else Qt.Key.Key_Escape
    with qtbot.waitSignal(finder.destroyed):
        press(finder, key, ctrl=ctrl)
    assert navigate.went == []


def test_a_click_opens_and_a_head_is_not_to_be_clicked(qtbot, full, open_finder, navigate):
    finder = typed(open_finder(), "resep")
    area = finder.list.visualRect(finder.model.index(0))
    QTest.mouseClick(
        finder.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center() - QPoint(0, 0)
    )
    assert finder.isVisible()
    area = finder.list.visualRect(finder.model.index(1))
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert went(qtbot, navigate) == ("entry", 2)


def test_screen_readers_hear_each_row(full, open_finder):
    finder = typed(open_finder(), "triwulan")
    assert finder.field.accessibleName() == "Temukan"
    role = Qt.ItemDataRole.AccessibleTextRole
    said = finder.model.index(1).data(role)
    assert said == "Berkas, Pemutakhiran triwulan, Tahap 1 Permintaan, Admin PPID, 2026"
    listed = QAccessible.queryAccessibleInterface(finder.list)
    assert listed.child(1).text(QAccessible.Text.Name) == said


def test_it_finds_commands_before_anything_is_read(qtbot, context, window, full):
    finder = FinderDialog(context, window)
    finder.show()
    typed(finder, "papan")
    assert texts(finder)[:2] == ["Perintah", "Papan"]
    qtbot.waitUntil(lambda: not finder.search.busy)


def test_what_was_chosen_stays_while_more_is_found(qtbot, context, window, full):
    finder = FinderDialog(context, window)
    finder.show()
    typed(finder, "surat")
    press(finder, Qt.Key.Key_Down)
    before = finder.current.target
    qtbot.waitUntil(lambda: not finder.search.busy)
    assert finder.current.target == before
    assert any(row.section is TargetKind.SURAT for row in finder.model.rows)


def test_it_stays_within_its_window(full, open_finder, window):
    finder = open_finder()
    assert finder.width() <= 900
    assert window.frameGeometry().contains(finder.geometry())
