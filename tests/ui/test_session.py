"""From opening to closing the real window: password, damage, backup, restore."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from sopapp.app import open_app
from sopapp.backup.place import Place
from sopapp.domain.changes import Changes
from sopapp.paths import DataFolder
from sopapp.services.unit_kerja import UnitKerjaInput
from ui import application, session
from ui.lock.cover import Cover
from ui.progress.progress_dialog import ProgressDialog

WORD = "kapal layar biru"


@pytest.fixture
def folder(tmp_path):
    with open_app(tmp_path / "data") as app:
        app.unit_kerja.add(UnitKerjaInput("U1", "Bidang Satu", "Kepala Bidang"))
    return tmp_path / "data"


@pytest.fixture
def run(qtbot, prompts, monkeypatch):
    monkeypatch.setattr(application, "Prompts", lambda: prompts)

    def start(folder, use=lambda _window: 0):
        return session.use_folder(prompts, folder, use)

    return start


def meet(kind: str, act) -> None:
    """Call `act` with the dialog of class `kind` as soon as it is seen."""

    def look() -> None:
        for each in QApplication.topLevelWidgets():
            if type(each).__name__ == kind and each.isVisible():
                act(each)
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def closed(qtbot, window) -> int:
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    return 0


def test_closing_leaves_a_backup_and_the_next_close_none_when_nothing_changed(
    qtbot, folder, run
) -> None:
    assert run(folder, lambda window: closed(qtbot, window)) == 0
    place = Place(DataFolder(folder).backups)
    assert len(place.bundles()) == 1
    assert run(folder, lambda window: closed(qtbot, window)) == 0
    assert len(place.bundles()) == 1


def test_the_start_password_is_asked_before_the_window_opens(folder, run) -> None:
    with open_app(folder) as app:
        app.kunci.put(WORD, 10)
    seen: list[object] = []

    def give_up(dialog: QDialog) -> None:
        seen.append([each for each in QApplication.topLevelWidgets() if hasattr(each, "front")])
        dialog.reject()

    meet("StartDialog", give_up)
    assert run(folder, seen.append) == 0
    assert seen == [[]]

    def give(dialog: QDialog) -> None:
        dialog.panel.field.setText(WORD)
        dialog.panel.try_it()

    meet("StartDialog", give)
    assert run(folder, lambda window: 7 if window.front == "first_start" else 1) == 7


def test_the_pc_may_shut_down_while_the_start_password_is_asked(folder, run, monkeypatch) -> None:
    with open_app(folder) as app:
        app.kunci.put(WORD, 10)
    asked = []
    monkeypatch.setattr("ui.session_end.SessionEnd", lambda *given: asked.append(given))

    def shut_down(dialog: QDialog) -> None:
        ((window, end, _settle),) = asked
        assert window is dialog
        assert end()

    meet("StartDialog", shut_down)
    assert run(folder, lambda _window: 1) == 0


def test_ctrl_l_locks_and_the_password_opens(qtbot, folder, run) -> None:
    def use(window) -> int:
        with qtbot.waitActive(window):
            window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert window.findChild(Cover) is None
        assert "Kunci layar" in window.statusBar().currentMessage()
        window.context.app.kunci.put(WORD, 10)
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        cover = window.findChild(Cover)
        assert cover.isVisible()
        QTest.keyClick(cover.panel.field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.front == "first_start"
        cover.findChild(QLineEdit).setText(WORD)
        cover.panel.try_it()
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.front != "first_start"
        return 0

    assert run(folder, use) == 0


def test_a_damaged_data_file_offers_a_backup_and_stays_as_it_is_when_refused(
    qtbot, folder, run
) -> None:
    run(folder, lambda window: closed(qtbot, window))
    database = DataFolder(folder).database
    broken = b"\0" * 4096 + database.read_bytes()[4096:]
    database.write_bytes(broken)
    met: list[str] = []

    def refuse(dialog: QDialog) -> None:
        met.append(type(dialog).__name__)
        dialog.reject()

    meet("RescueDialog", refuse)
    assert run(folder) == 1
    assert met == ["RescueDialog"]
    assert database.read_bytes() == broken


def test_a_restore_that_was_cut_off_is_ended_before_the_window_opens(folder, run) -> None:
    (folder / ".pulih-baru").mkdir()
    (folder / ".pulih-baru" / "data.sqlite3").write_bytes(b"setengah")
    names = run(folder, lambda window: len(window.context.app.unit_kerja.list()))
    assert names == 1
    assert not (folder / ".pulih-baru").exists()


def test_work_between_two_openings_finds_the_folder_closed(folder, run) -> None:
    opened: list[int] = []

    def use(window) -> int:
        opened.append(len(window.context.app.unit_kerja.list()))
        if len(opened) == 1:
            window.reopen_after(add)
        return 0

    def add() -> None:
        with open_app(folder) as app:
            app.unit_kerja.add(UnitKerjaInput("U2", "Bidang Dua", "Kepala"))

    assert run(folder, use) == 0
    assert opened == [1, 2]


def test_a_view_that_fails_after_a_write_is_told_not_only_logged(folder, run, prompts) -> None:
    def fail(_changes: Changes) -> None:
        raise RuntimeError("rusak")

    def use(window) -> int:
        app = window.context.app
        app.subscribe(fail)
        app.unit_kerja.add(UnitKerjaInput("U2", "Bidang Dua", "Kepala"))
        QApplication.processEvents()
        assert len(app.unit_kerja.list()) == 2
        return 0

    assert run(folder, use) == 0
    assert any("RuntimeError" in text for text in prompts.shown)


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """Where the sample lies; it is made in no time and holds one berkas."""

    def make(where, today, say, *, running) -> None:
        with open_app(where) as app:
            app.berkas.create("Berkas contoh", today.year, today)
        DataFolder(where).sample_mark.write_text("contoh", encoding="utf-8")
        say("Nota Dinas.pdf")

    monkeypatch.setattr("sopapp.sample.making.make_sample", make)
    monkeypatch.setattr("sopapp.paths.sample_data_folder", lambda: tmp_path / "contoh")
    return tmp_path / "contoh"


def in_sample(act) -> None:
    """Call `act` with the window of the sample as soon as it is seen."""

    def look() -> None:
        for each in QApplication.topLevelWidgets():
            if type(each).__name__ == "MainWindow" and each.isVisible() and each.banner:
                act(each)
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_the_sample_is_visited_and_the_office_comes_back(folder, run, sample) -> None:
    fronts: list[str] = []

    def use(window) -> int:
        fronts.append(f"{window.front} {window.context.app.data.name}")
        if len(fronts) == 1:
            window.page("first_start").steps["mulai"].sample.click()
        return 5

    def back(window) -> None:
        fronts.append(window.context.app.data.name)
        window.banner.button.click()

    in_sample(back)
    assert run(folder, use) == 5
    assert fronts == ["first_start data", "contoh", "first_start data"]
    with open_app(folder) as app:
        assert [unit.kode for unit in app.unit_kerja.list()] == ["U1"]
        assert app.board.load().cards == ()


def test_closing_the_sample_ends_the_program(folder, run, sample) -> None:
    seen: list[str] = []

    def use(window) -> int:
        seen.append(window.context.app.data.name)
        window.page("first_start").steps["mulai"].sample.click()
        return 5

    in_sample(lambda window: (setattr(window, "_keeper", None), window.close()))
    run(folder, use)
    assert seen == ["data"]


def test_a_sample_that_cannot_be_made_leaves_the_office(folder, run, sample, prompts) -> None:
    sample.mkdir()
    (sample / "milik orang").write_text("x", encoding="utf-8")
    seen: list[str] = []

    def use(window) -> int:
        seen.append(window.front)
        if len(seen) == 1:
            window.page("first_start").steps["mulai"].sample.click()
        return 5

    assert run(folder, use) == 5
    assert seen == ["first_start", "first_start"]
    assert "Data contoh tidak dapat dibuat" in prompts.shown[-1]


def test_the_sample_need_not_be_waited_for(folder, run, sample, monkeypatch) -> None:
    def make(where, _today, say, *, running) -> None:
        where.mkdir()
        (each,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog))
        each.cancel_button.click()
        say("Nota Dinas.pdf")

    monkeypatch.setattr("sopapp.sample.making.make_sample", make)
    seen: list[str] = []

    def use(window) -> int:
        seen.append(window.context.app.data.name)
        if len(seen) == 1:
            window.page("first_start").steps["mulai"].sample.click()
        return 5

    assert run(folder, use) == 5
    assert seen == ["data", "data"]
    assert not sample.exists()
