"""Days of the office: dragged, moved by keys, made and taken away, with what that moves."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from sopapp.services.libur import LiburKantor
from ui.calendar.month_model import MIME, NEW, office_drag

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
OFF = LiburKantor(THURSDAY, False, "Hari raya setempat")
BUTTON, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def off(app) -> LiburKantor:
    app.libur.save(OFF)
    return OFF


def drop(qtbot, page, data: QMimeData, day: date) -> bool:
    """Drag `data` over a day and let go; whether it was taken."""
    view = page.view
    spot = view.visualRect(view.rows.index_of(day)).center()
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(spot, copy, data, BUTTON, NO_KEYS)
    view.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(spot, copy, data, BUTTON, NO_KEYS)
    view.dragMoveEvent(move)
    assert view.painter.over == (day if move.isAccepted() else None)
    let_go = QDropEvent(QPointF(spot), copy, data, BUTTON, NO_KEYS)
    view.dropEvent(let_go)
    assert view.painter.over is None
    if let_go.isAccepted():
        qtbot.waitUntil(lambda: page.days.dialog is not None)
    return let_go.isAccepted()


def test_a_dragged_day_moves_after_its_dialog(qtbot, page, app, berkas, off):
    model = page.view.rows
    dragged = model.mimeData([model.index_of(THURSDAY)])
    assert drop(qtbot, page, dragged, date(2026, 12, 1))
    dialog = page.days.dialog
    assert dialog.windowTitle() == "Pindahkan hari khusus"
    told = "Pemutakhiran 2026, tahap 1: 1 Desember 2026 → 30 November 2026"
    assert told in dialog.shifts.text()
    assert app.libur.list() == (OFF,)  # nothing before Simpan
    dialog.save_button.click()
    assert app.libur.list() == (LiburKantor(date(2026, 12, 1), False, OFF.alasan),)
    assert page.day == date(2026, 12, 1)
    assert page.view.rows.month.bulan == 11  # it stood among the days of this month
    assert page.focusWidget() is page.view
    (row,) = app.riwayat.list(limit=1)
    assert row.aksi == "libur.pindah"


def test_batal_leaves_everything(qtbot, page, app, off):
    assert drop(qtbot, page, office_drag(THURSDAY), FRIDAY)
    dialog = page.days.dialog
    assert "Tidak ada tenggat yang bergeser." in dialog.shifts.text()
    dialog.reject()
    assert app.libur.list() == (OFF,)
    assert page.days.dialog is None


def test_the_chip_makes_a_new_day_where_it_is_dropped(qtbot, page, app, berkas):
    assert drop(qtbot, page, office_drag(None), THURSDAY)
    dialog = page.days.dialog
    assert dialog.windowTitle() == "Tambah hari khusus"
    assert dialog.closed.isChecked()
    assert "30 November 2026 → 1 Desember 2026" in dialog.shifts.text()
    dialog.save()
    assert "Alasan belum diisi" in dialog.form.error_text("alasan")
    dialog.reason.setText("Hari raya setempat")
    dialog.save()
    assert app.libur.list() == (OFF,)
    assert page.view.rows.month.day(THURSDAY).kantor is not None


def test_pressing_the_chip_makes_the_chosen_day_free(page, app):
    page.show_day(THURSDAY)
    page.chip.click()
    assert page.days.dialog.date.day() == THURSDAY
    assert page.days.dialog.closed.isChecked()


def test_a_day_that_has_one_takes_no_other_and_strangers_are_refused(qtbot, page, app, off):
    assert not drop(qtbot, page, office_drag(None), THURSDAY)
    assert not drop(qtbot, page, office_drag(THURSDAY), THURSDAY)
    text = QMimeData()
    text.setText("2026-11-27")
    assert not drop(qtbot, page, text, FRIDAY)
    foreign = QMimeData()
    foreign.setData(MIME, b"bukan tanggal")
    assert not drop(qtbot, page, foreign, FRIDAY)
    assert NEW == "baru"
    assert page.days.dialog is None


def test_waiting_over_an_arrow_turns_the_page(page, app, off):
    arrow = page.bar.forward
    data = office_drag(THURSDAY)
    spot = arrow.rect().center()
    enter = QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, BUTTON, NO_KEYS)
    arrow.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert arrow.waiting.isActive()
    arrow.waiting.timeout.emit()
    assert page.view.rows.month.bulan == 12
    arrow.dragLeaveEvent(QDragLeaveEvent())
    assert not arrow.waiting.isActive()
    text = QMimeData()
    text.setText("x")
    arrow.dragEnterEvent(QDragEnterEvent(spot, Qt.DropAction.CopyAction, text, BUTTON, NO_KEYS))
    assert not arrow.waiting.isActive()


def test_only_days_of_the_office_can_be_dragged(page, off):
    model = page.view.rows
    drags = Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index_of(THURSDAY)) & drags
    assert not model.flags(model.index_of(FRIDAY)) & drags
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_cut_and_paste_move_a_day_to_another_month(qtbot, page, app, berkas, off):
    said: list[str] = []
    page.announced.connect(said.append)
    page.show_day(FRIDAY)
    QTest.keyClick(page.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert "bukan hari khusus" in said[-1]
    page.show_day(THURSDAY)
    QTest.keyClick(page.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+V" in said[-1]
    assert page.view.painter.cut == THURSDAY
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    QTest.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = page.days.dialog
    assert dialog.date.day() == date(2026, 12, 26)
    assert "1 Desember 2026 → 30 November 2026" in dialog.shifts.text()
    dialog.save_button.click()
    assert app.libur.list() == (LiburKantor(date(2026, 12, 26), False, OFF.alasan),)
    assert page.view.painter.cut is None


def test_esc_forgets_what_was_cut(page, app, off):
    page.show_day(THURSDAY)
    QTest.keyClick(page.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.view.painter.cut is None
    QTest.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.days.dialog is None


def test_a_cut_day_that_is_gone_is_forgotten(page, app, off):
    page.days.cut(THURSDAY)
    app.libur.remove(THURSDAY)
    assert page.days.cut_day is None


def test_buttons_of_the_pane_fit_the_day(page, app, off):
    pane = page.pane

    def offered() -> list[str]:
        buttons = (pane.off_button, pane.on_button, pane.edit_button, pane.remove_button)
        return [each.text() for each in buttons if each.isVisible()]

    page.show_day(FRIDAY)
    assert offered() == ["Jadikan &libur kantor…"]
    page.show_day(date(2026, 12, 24))
    assert offered() == ["Jadikan hari &masuk…"]
    pane.on_button.click()
    assert page.days.dialog.works.isChecked()
    page.days.dialog.reason.setText("Piket")
    page.days.dialog.save()
    assert LiburKantor(date(2026, 12, 24), True, "Piket") in app.libur.list()
    page.show_day(THURSDAY)
    assert offered() == ["Ubah atau &pindahkan…", "&Hapus hari khusus…"]
    pane.edit_button.click()
    assert page.days.dialog.windowTitle() == "Ubah hari khusus"


def test_delete_asks_and_tells_what_moves(page, app, berkas, off):
    page.show_day(THURSDAY)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    dialog = page.days.dialog
    assert "1 Desember 2026 → 30 November 2026" in dialog.shifts.text()
    assert app.libur.list() == (OFF,)
    dialog.remove_button.click()
    assert app.libur.list() == ()
    assert page.day == THURSDAY
    QTest.keyClick(page.view, Qt.Key.Key_Delete)  # nothing there: nothing asked
    assert page.days.dialog is None


def test_a_move_can_be_undone(page, app, berkas, off):
    assert app.undo.next() is None
    app.libur.save(LiburKantor(date(2026, 12, 2), False, OFF.alasan), THURSDAY)
    assert page.view.rows.month.day(THURSDAY).kantor is None
    app.undo.undo()
    assert page.view.rows.month.day(THURSDAY).kantor is not None
    assert app.board.load().cards[0].due == date(2026, 12, 1)


def test_the_menu_offers_what_the_day_allows(page, off):
    def words(day: date) -> list[str]:
        page.show_day(day)
        return [action.text() for action in page.menu(day).actions()]

    assert words(THURSDAY)[1:] == [
        "Ubah atau &pindahkan…", "P&otong untuk dipindahkan", "&Hapus hari khusus…",
    ]  # fmt: skip
    assert words(FRIDAY)[1:] == ["Jadikan &libur kantor…"]
    page.days.cut(THURSDAY)
    assert words(FRIDAY)[-1] == "&Tempel di sini…"


def test_a_move_onto_another_office_day_is_refused_in_the_dialog(page, app, off):
    app.libur.save(LiburKantor(FRIDAY, False, "Cuti"))
    page.days.edit(THURSDAY)
    dialog = page.days.dialog
    dialog.date.set_day(FRIDAY)
    dialog.save()
    assert "sudah ditetapkan libur" in dialog.form.error_text("tanggal")
    assert len(app.libur.list()) == 2
