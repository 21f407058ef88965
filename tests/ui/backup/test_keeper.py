"""Backups while the window is open, and the last one before it closes."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from sopapp.backup.manifest import Reason
from sopapp.backup.restore_note import NOTE
from sopapp.paths import DataFolder
from sopapp.services.cadangan_job import BackupJob
from ui.progress import progress_dialog


def change(app) -> None:
    app.unit_kerja.reorder([])


def choose(app, folder) -> None:
    app.cadangan.save(app.cadangan.settings()._replace(di_luar=str(folder)))


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
    keeper.beat()
    settled()
    assert len(bundles()) == 1
    clock.day += timedelta(days=1)
    keeper.beat()
    settled()
    assert len(bundles()) == 2


@pytest.fixture
def begun(monkeypatch) -> list[Reason]:
    """The reason of each backup that was begun."""
    reasons = []
    run = BackupJob.run

    def counted(self, progress, cancelled, began):
        reasons.append(self.reason)
        return run(self, progress, cancelled, began)

    monkeypatch.setattr(BackupJob, "run", counted)
    return reasons


def test_a_daily_backup_that_fails_is_tried_again_at_the_next_beat_only(
    keeper, app, window, begun, settled
):
    DataFolder(app.data).backups.write_text("bukan folder", encoding="utf-8")
    keeper.start()
    for _time in range(3):  # each answer is a reason to look again
        settled()
    choose(app, "")
    settled()
    assert begun == [Reason.HARIAN]
    assert any("tidak dibuat" in text for text in window.notices.texts)
    DataFolder(app.data).backups.unlink()
    keeper.beat()
    settled()
    settled()
    assert begun == [Reason.HARIAN, Reason.HARIAN]
    assert window.notices.texts == ()


def test_a_daily_backup_that_was_stopped_stays_so_until_the_next_beat(
    qtbot, keeper, app, held, begun, bundles, settled
):
    keeper.start()
    qtbot.waitUntil(lambda: keeper.job.going)
    keeper.strip.stop_button.click()
    settled()
    app.cadangan.save(app.cadangan.settings()._replace(terbaru=11))
    settled()
    settled()
    assert begun == [Reason.HARIAN]
    assert bundles() == ()


def test_a_restore_that_riwayat_does_not_tell_of_yet_is_told_at_the_start(keeper, app, settled):
    text = '{"dibuat": "2026-11-20T02:00:00+00:00", "riwayat": 0, "disimpan": "sebelum-pulih-1"}'
    (app.data / NOTE).write_text(text, encoding="utf-8")
    keeper.start()
    settled()
    told = [each.ringkasan for each in app.riwayat.list(limit=5)]
    assert "sebelum-pulih-1" in told[0]
    assert not (app.data / NOTE).exists()


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
    assert not keeper.before_close(lambda: gone.append(keeper.before_close(lambda: None)))
    dialog = keeper._dialog
    qtbot.waitUntil(lambda: dialog.bar.maximum() > 0)
    dialog.leave_button.click()
    assert gone == [True]
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


def test_a_backup_that_is_over_in_a_moment_is_not_seen(keeper, bundles, settled):
    keeper.back_up(Reason.DIMINTA)
    assert keeper.strip.isHidden()
    settled()
    assert keeper.strip.isHidden()
    assert len(bundles()) == 1


def test_the_strip_stops_a_backup(qtbot, keeper, held, bundles, settled, monkeypatch):
    monkeypatch.setattr(progress_dialog, "SHOW_AFTER", 0)
    keeper.back_up(Reason.DIMINTA)
    qtbot.waitUntil(lambda: not keeper.strip.isHidden())
    keeper.strip.stop_button.click()
    settled()
    assert keeper.strip.isHidden()
    assert bundles() == ()


def test_who_switched_it_off_is_not_kept(keeper, app, bundles):
    app.cadangan.save(app.cadangan.settings()._replace(saat_tutup=False))
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


@pytest.fixture
def locked(app, window):
    """Locks the open window as the idle time does."""
    app.kunci.put("kapal layar", 5)
    yield window.lock
    window.close_all()


def test_a_close_that_meets_the_lock_is_finished_when_it_opens(
    qtbot, window, app, locked, bundles, settled
):
    keeper = window.keep_backups()
    settled()
    settled()
    change(app)
    window.close()  # the last backup begins
    locked()
    settled()
    settled()
    assert window.isVisible()
    assert keeper._timer.isActive()
    assert bundles()[0].riwayat == app.cadangan.head().nomor
    window._lock.unlock()
    qtbot.waitUntil(lambda: not window.isVisible())
    settled()


def test_a_window_that_stayed_is_backed_up_when_it_closes_later(
    qtbot, window, app, monkeypatch, bundles, settled
):
    keeper = window.keep_backups()
    settled()
    settled()
    change(app)
    window.close()
    monkeypatch.setattr(window, "_may_leave", lambda _name: False)  # something is being typed
    qtbot.waitUntil(lambda: keeper._dialog is None)
    settled()
    assert window.isVisible()
    assert keeper._timer.isActive()
    monkeypatch.undo()
    change(app)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert bundles()[0].riwayat == app.cadangan.head().nomor
    settled()
