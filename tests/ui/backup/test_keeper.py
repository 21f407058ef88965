"""Backups while the window is open, and the last one before it closes."""

from __future__ import annotations

import dataclasses
import threading
from datetime import timedelta

import pytest

from sopapp.backup.manifest import Reason
from sopapp.paths import DataFolder
from sopapp.services.cadangan_job import BackupJob


def change(app) -> None:
    app.unit_kerja.reorder([])


def choose(app, folder) -> None:
    app.cadangan.save(dataclasses.replace(app.cadangan.settings(), di_luar=str(folder)))


@pytest.fixture
def held(monkeypatch):
    """Backups wait until the event is set, or until they are stopped."""
    go = threading.Event()
    run = BackupJob.run

    def waiting(self, progress, cancelled, began):
        while not go.wait(0.01) and not cancelled():
            progress(1, 2)
        return run(self, progress, cancelled, began)

    monkeypatch.setattr(BackupJob, "run", waiting)
    yield go
    go.set()


def test_the_day_of_an_open_window_has_its_backup(keeper, app, clock, bundles, settled):
    keeper.start()
    settled()
    assert [each.reason for each in bundles()] == [Reason.HARIAN]
    change(app)
    keeper.look()  # as the timer does
    settled()
    assert len(bundles()) == 1
    clock.day += timedelta(days=1)
    keeper.look()
    settled()
    assert len(bundles()) == 2


def test_nothing_to_back_up_closes_at_once(keeper, app, bundles, settled):
    app.cadangan.job(Reason.TUTUP).run()
    keeper.start()
    settled()
    assert keeper.before_close(lambda: None)
    assert len(bundles()) == 1


def test_the_window_waits_for_the_last_backup(qtbot, keeper, app, bundles, settled):
    app.cadangan.job(Reason.TUTUP).run()
    keeper.start()
    settled()
    change(app)
    gone = []
    assert not keeper.before_close(lambda: gone.append(keeper.before_close(lambda: None)))
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [True]
    assert len(bundles()) == 2


def test_who_cannot_wait_closes_without_a_backup(qtbot, keeper, held, bundles, settled):
    gone = []
    assert not keeper.before_close(lambda: gone.append(True))
    dialog = keeper._dialog
    qtbot.waitUntil(lambda: dialog.bar.maximum() > 0)
    dialog.leave_button.click()
    assert gone == [True]
    assert keeper.before_close(lambda: None)
    settled()
    assert bundles() == ()


def test_coming_back_stops_the_backup_and_keeps_the_window(qtbot, keeper, held, bundles, settled):
    gone = []
    assert not keeper.before_close(lambda: gone.append(True))
    keeper._dialog.reject()
    settled()
    assert (gone, bundles()) == ([], ())
    held.set()
    assert not keeper.before_close(lambda: gone.append(True))
    qtbot.waitUntil(lambda: gone == [True])
    assert len(bundles()) == 1


def test_what_a_daily_backup_under_way_lacks_is_backed_up_too(
    qtbot, keeper, app, bundles, monkeypatch
):
    made, go = threading.Event(), threading.Event()
    run = BackupJob.run

    def slow_to_end(self, progress, cancelled, began):
        outcome = run(self, progress, cancelled, began)
        made.set()
        go.wait(10)
        return outcome

    monkeypatch.setattr(BackupJob, "run", slow_to_end)
    keeper.back_up(Reason.HARIAN)
    assert made.wait(10)
    change(app)
    gone = []
    assert not keeper.before_close(lambda: gone.append(True))
    go.set()
    qtbot.waitUntil(lambda: gone == [True])
    assert bundles()[0].riwayat == app.cadangan.head().nomor


def test_a_backup_that_fails_is_told_in_the_dialog_that_waits(
    qtbot, keeper, app, window, prompts, bundles, settled
):
    folder = DataFolder(app.data).backups
    folder.write_text("bukan folder", encoding="utf-8")
    gone = []
    assert not keeper.before_close(lambda: gone.append(True))
    dialog = keeper._dialog
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "folder" in dialog.notice.text.lower()
    assert prompts.shown == []  # no dialog on the dialog
    folder.unlink()
    dialog.again_button.click()
    qtbot.waitUntil(lambda: gone == [True])
    assert len(bundles()) == 1


def test_a_missing_second_place_is_told_once_with_a_way_on(
    qtbot, keeper, app, window, tmp_path, settled
):
    choose(app, tmp_path / "usb")
    keeper.start()
    settled()
    settled()
    assert any(str(tmp_path / "usb") in text for text in window.notices.texts)
    change(app)
    gone = []
    assert not keeper.before_close(
        lambda: gone.append(True)
    )  # the notice said it: it is not said again
    qtbot.waitUntil(lambda: gone == [True])


def test_the_notice_goes_when_the_second_place_is_back(
    qtbot, keeper, app, window, tmp_path, settled
):
    choose(app, tmp_path / "usb")
    keeper.start()
    settled()
    (tmp_path / "usb").mkdir()
    keeper.back_up(Reason.DIMINTA)
    qtbot.waitUntil(lambda: window.notices.texts == ())


def test_the_strip_stops_a_backup(qtbot, keeper, held, bundles, settled):
    keeper.back_up(Reason.DIMINTA)
    assert not keeper.strip.isHidden()
    keeper.strip.stop_button.click()
    settled()
    assert keeper.strip.isHidden()
    assert bundles() == ()


def test_who_switched_it_off_is_not_kept(keeper, app, bundles):
    app.cadangan.save(dataclasses.replace(app.cadangan.settings(), saat_tutup=False))
    assert keeper.before_close(lambda: None)
    assert bundles() == ()


def test_a_fault_of_ours_is_reported_and_closing_goes_on(
    qtbot, keeper, prompts, monkeypatch, settled
):
    def broken(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(BackupJob, "run", broken)
    assert not keeper.before_close(lambda: None)
    settled()
    assert any("ZeroDivisionError" in text for text in prompts.shown)
    assert keeper.before_close(lambda: None)
