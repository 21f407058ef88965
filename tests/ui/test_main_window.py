"""The real window on a real, empty data folder."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton

import main
from sopapp import __version__
from sopapp.domain.berkas import StatusBerkas
from sopapp.paths import DataFolder
from sopapp.services.setting import HalamanAwal
from tests.ui.closing import without_backup
from ui.actions.catalogue import PAGES
from ui.board.new_berkas_dialog import NewBerkasDialog
from ui.main_window import MainWindow
from ui.prompts import Unsaved
from ui.window_memory import remember_window

MONDAY = date(2026, 11, 23)


def _dialog(window: MainWindow) -> NewBerkasDialog:
    window.new_berkas()
    (dialog,) = window.findChildren(NewBerkasDialog)
    return dialog


def test_the_window_opens_on_what_asks_for_something_today(window):
    assert window.front == "today"
    assert window.page("today").isVisible()


def test_the_window_opens_on_the_board_when_it_is_chosen(qtbot, app, hub, tasks, prompts):
    app.setting.save(app.setting.general()._replace(halaman_awal=HalamanAwal.PAPAN))
    made = MainWindow(app, hub, tasks, prompts)
    qtbot.addWidget(made, before_close_func=without_backup)
    assert made.front == "board"
    assert set(made._pages) == {"board"}


def test_it_fits_a_small_office_screen(window):
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 700


def test_pages_are_made_only_when_they_are_opened(window):
    assert set(window._pages) == {"today"}


@pytest.mark.parametrize("name", [page[0] for page in PAGES])
def test_navigation_opens_every_page(qtbot, window, name):
    button = window._nav.buttons[name]
    button.click()
    assert window.front == name
    assert window.page(name).isVisible()
    assert button.isChecked()
    assert button.accessibleName()


def test_a_page_with_unsaved_edits_is_left_only_with_consent(window, monkeypatch):
    window.settings()
    page = window.page("settings")
    monkeypatch.setattr(page, "may_leave", lambda: False)
    window._nav.buttons["archive"].click()
    assert window.front == "settings"
    assert window._nav.buttons["settings"].isChecked()
    window.close()
    assert window.isVisible()
    monkeypatch.setattr(page, "may_leave", lambda: True)
    window.archive()
    assert window.front == "archive"


def test_a_backup_is_not_begun_when_edits_keep_the_user_with_them(window, prompts):
    window.settings("instansi")
    page = window.page("settings")
    page.tab.kota.setText("Ende")
    prompts.leave = Unsaved.KEEP
    window.backup_now()
    assert page.tab_name == "instansi"
    assert page.tab.kota.text() == "Ende"
    prompts.leave = Unsaved.DROP
    window.backup_now()
    assert page.tab_name == "cadangan"
    assert page.tab.work.going


def test_settings_open_at_a_tab(window):
    window.settings("unit_kerja")
    assert window.page("settings").tab_name == "unit_kerja"


def test_letters_open_at_a_book(window):
    window.surat("ekspedisi")
    assert window.front == "surat"
    assert window.page("surat").tab_name == "ekspedisi"
    window.surat()
    assert window.page("surat").tab_name == "ekspedisi"  # where it was left


def test_a_new_berkas_shows_its_due_dates_and_is_begun(qtbot, window, app):
    dialog = _dialog(window)
    assert dialog.judul.text() == "Pemutakhiran DIK Tahun 2026"
    assert dialog.dues == (
        "Senin, 30 November 2026",
        "Rabu, 2 Desember 2026",
        "Jumat, 4 Desember 2026",
        "Senin, 7 Desember 2026",
        "Selasa, 8 Desember 2026",
    )
    dialog.mulai.set_day(date(2026, 11, 24))
    assert dialog.dues[0] == "Selasa, 1 Desember 2026"
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: window.front == "berkas")
    (row,) = app.berkas.list(StatusBerkas.BERJALAN)
    assert (row.judul, row.tahun, row.mulai) == (
        "Pemutakhiran DIK Tahun 2026",
        2026,
        date(2026, 11, 24),
    )
    window.board()
    assert window.page("board").head.note.endswith("1 berkas berjalan")


def test_the_suggested_title_follows_the_year_until_it_is_changed(window):
    dialog = _dialog(window)
    dialog.tahun.setValue(2027)
    assert dialog.judul.text() == "Pemutakhiran DIK Tahun 2027"
    dialog.judul.setText("Pemutakhiran susulan")
    dialog.tahun.setValue(2026)
    assert dialog.judul.text() == "Pemutakhiran susulan"
    dialog.reject()


def test_a_blank_title_is_refused_beside_its_field(window, app):
    dialog = _dialog(window)
    dialog.judul.setText("   ")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.form.error_text("judul") == "Judul berkas belum diisi."
    assert app.berkas.list() == ()
    dialog.reject()


def test_ctrl_n_and_ctrl_digits(qtbot, window):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.front == "surat"
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.front == "archive"
    qtbot.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.front == "settings"
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(NewBerkasDialog)
    dialog.reject()


def test_a_narrow_window_keeps_room_for_the_page(qtbot, window):
    wide = window._nav.width()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window._nav.width() < wide)
    assert window._nav.buttons["archive"].toolTip().startswith("Arsip")


def test_only_sample_data_is_marked(qtbot, window, app, hub, tasks, prompts):
    assert window.banner is None
    DataFolder(app.data).sample_mark.write_text("contoh", encoding="utf-8")
    sample = MainWindow(app, hub, tasks, prompts)
    qtbot.addWidget(sample, before_close_func=without_backup)
    assert "DATA CONTOH" in sample.banner.text


def test_the_window_comes_back_where_it_was_left(qtbot, window, app, hub, tasks, prompts):
    window.resize(740, 640)
    window.close()  # after a last backup
    qtbot.waitUntil(lambda: not window.isVisible())
    assert DataFolder(app.data).window.exists()
    again = MainWindow(app, hub, tasks, prompts)
    qtbot.addWidget(again, before_close_func=without_backup)
    assert (again.width(), again.height()) == (740, 640)


def test_a_notice_put_aside_stays_away_until_it_says_something_else(qtbot, window):
    row = window.notices.tell("tempat", "Folder data di folder jaringan.")
    qtbot.waitUntil(row.isVisible)
    assert window.notices.texts == ("Folder data di folder jaringan.",)
    row.findChild(QToolButton).click()
    assert window.notices.texts == ()
    assert window.notices.tell("tempat", "Folder data di folder jaringan.") is None
    window.notices.tell("tempat", "Folder data di folder yang disinkronkan.")
    assert window.notices.texts == ("Folder data di folder yang disinkronkan.",)
    window.notices.drop("tempat")
    assert window.notices.texts == ()


def test_work_between_two_openings_waits_for_the_page_in_front(window, monkeypatch):
    window.settings()
    page = window.page("settings")
    monkeypatch.setattr(page, "may_leave", lambda: False)
    window.reopen_after(print)
    assert window.isVisible()
    assert window.between is None
    monkeypatch.setattr(page, "may_leave", lambda: True)
    window.reopen_after(print)
    assert not window.isVisible()
    assert window.between is print


def test_help_and_version_answer_without_qt(capsys):
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as ended:
            main.main([option])
        assert ended.value.code == 0
    assert "--contoh" in capsys.readouterr().out
    code = "import sys, main; assert not any(m.startswith('PySide6') for m in sys.modules)"
    root = Path(main.__file__).parent
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ([], None),
        (["--data", "x"], Path("x")),
        (["--data=x"], Path("x")),
        (["--dat", "x"], Path("x")),  # as argparse takes it
    ],
)
def test_the_folder_is_taken_from_the_command_line(monkeypatch, given, folder):
    opened = []
    monkeypatch.setattr("ui.application.run", lambda data: opened.append(data) or 0)
    assert main.main(given) == 0
    assert opened == [folder]


def test_a_switch_is_no_folder(capsys):
    with pytest.raises(SystemExit):
        main.main(["--data", "--contoh"])
    assert "--data" in capsys.readouterr().err


def test_real_and_sample_data_cannot_be_asked_for_together(capsys):
    with pytest.raises(SystemExit) as ended:
        main.main(["--contoh", "--data", "x"])
    assert ended.value.code == 2
    assert "--contoh" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        (["--help"], 0, "--contoh"),
        (["--version"], 0, __version__),
        (["--dta", "x"], 2, "Program tidak dapat dibuka dengan pilihan ini: --dta x"),
    ],
)
def test_without_a_console_a_window_answers(monkeypatch, given, status, told):
    said = []
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr("ui.application.say", said.append)
    with pytest.raises(SystemExit) as ended:
        main.main(given)
    assert ended.value.code == status
    assert told in said[0]


def test_the_start_loads_nothing_that_only_papers_and_other_pages_need(tmp_path):
    code = """
import sys
from pathlib import Path
from sopapp.app import open_app
from ui import application, session
from ui.prompts import Prompts
from ui.tasks import Tasks
made = application.make_application()
with open_app(Path(sys.argv[1])) as app:
    window = session.open_window(app, Tasks(), Prompts())
    made.processEvents()
    late = {"reportlab", "holidays", "num2words", "PySide6.QtPdf", "PySide6.QtPrintSupport"}
    late |= {"ui.berkas.berkas_page", "ui.settings.settings_page", "ui.guide.guide_window"}
    late |= {"ui.surat.surat_page", "sopapp.services.agenda"}
    assert window.isVisible() and not late & set(sys.modules), late & set(sys.modules)
    window.close_all()
"""
    root = Path(main.__file__).parent
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "d")], check=True, cwd=root)


def test_the_guide_of_the_first_start_is_marked_where_it_is_found_again(window):
    window.archive()
    window.first_start()
    assert window._nav.buttons["settings"].isChecked()


def test_the_place_of_the_window_makes_no_data_folder(qtbot, tmp_path):
    made = QMainWindow()
    qtbot.addWidget(made)
    remember_window(made, DataFolder(tmp_path / "pindah"))
    assert not (tmp_path / "pindah").exists()


def test_the_least_window_leaves_the_navigation_its_icons(window):
    page = window.page(window.front)
    page.setMinimumWidth(700)
    window.resize(window.minimumSizeHint())
    QApplication.processEvents()
    for button in window._nav.buttons.values():
        assert button.width() >= button.sizeHint().width()
        assert window.rect().contains(button.mapTo(window, button.rect().center()))


def test_a_title_that_is_too_long_is_told_and_not_cut(window, app):
    dialog = _dialog(window)
    dialog.judul.setText("x" * 400)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "(400 huruf); paling banyak 300" in dialog.form.error_text("judul")
    assert app.berkas.list() == ()


def test_a_dialog_grows_with_the_letters(window):
    dialog = _dialog(window)
    font = dialog.font()
    font.setPointSizeF(font.pointSizeF() * 1.4)
    dialog.setFont(font)
    QApplication.processEvents()
    assert dialog.width() >= dialog.minimumSizeHint().width()
