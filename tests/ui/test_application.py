"""Starts of the real program: a second one, one after a crash, ones that the disk refuses."""

from __future__ import annotations

import errno
import json
import logging
import os
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler

from sopapp import folder_lock, paths
from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder
from ui import application, raise_request, session

ROOT = Path(__file__).resolve().parents[2]

# The program as the user starts it. It says "ready" when its window stands there, then what
# `look` tells of the window, and ends when that is no longer None.
START = """
import sys
from PySide6.QtCore import QTimer
from main import main
from ui.application import make_application

application = make_application()

def window():
    return next((each for each in application.topLevelWidgets() if hasattr(each, "front")), None)

def ready():
    if window() is None:
        return QTimer.singleShot(10, ready)
    print("ready", flush=True)
    {begin}
    look()

def look():
    told = {look}
    if told is None:
        return QTimer.singleShot(10, look)
    print(told, flush=True)
    window().close()

QTimer.singleShot(0, ready)
sys.exit(main(["--data", sys.argv[1]]))
"""


def _start(folder: Path, look: str = "None", begin: str = "pass") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START.format(look=look, begin=begin), str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def run(qtbot, prompts, monkeypatch):
    """The program in this process, on a folder; its window is used by `use`."""
    monkeypatch.setattr(application, "Prompts", lambda: prompts)

    def start(folder, use=lambda _window: 0):
        return application._told(prompts, lambda: session.use_folder(prompts, folder, use))

    return start


def test_a_second_start_raises_the_first_window(folder):
    first = _start(
        folder,
        "None if window().isMinimized() else 'raised'",
        "window().showMinimized()",
    )
    assert first.stdout.readline() == "ready\n"
    second = _start(folder)
    out, error = second.communicate(timeout=60)
    assert (second.returncode, out) == (0, ""), error
    out, error = first.communicate(timeout=60)
    assert (first.returncode, out) == (0, "raised\n"), error
    assert not raise_request.request_file(DataFolder(folder)).exists()


def test_a_window_that_does_not_answer_is_told_of(folder, run, prompts, monkeypatch):
    monkeypatch.setattr(raise_request, "call_first", lambda *_arguments: False)
    with FolderLock(DataFolder(folder).lock):
        assert run(folder) == 1
    (said,) = prompts.shown
    assert "sudah terbuka" in said
    assert str(folder) in said


def test_nobody_answers_a_call_for_a_window_that_is_gone(folder):
    folder.mkdir()
    assert not raise_request.call_first(DataFolder(folder), 0, patience=0)
    assert list(folder.iterdir()) == []


def test_after_a_kill_the_data_are_checked_and_it_is_told_once(folder):
    killed = _start(folder)
    assert killed.stdout.readline() == "ready\n"
    killed.kill()
    killed.communicate()
    said = "window().statusBar().currentMessage() or '-'"
    again = _start(folder, said)
    out, error = again.communicate(timeout=60)
    assert again.returncode == 0, error
    assert "berhenti tidak wajar" in out
    calm = _start(folder, said)
    out, error = calm.communicate(timeout=60)
    assert out == "ready\n-\n", error


@pytest.fixture
def rescued(monkeypatch):
    """What a rescue was offered for; nobody takes it."""
    errors = []
    monkeypatch.setattr(
        "ui.backup.rescue_dialog.rescue", lambda _prompts, _folder, error: errors.append(str(error))
    )
    return errors


def test_after_a_kill_damaged_data_are_found_and_stay_suspicious(folder, run, rescued):
    assert run(folder) == 0
    lock = DataFolder(folder).lock
    crashed = FolderLock(lock)
    crashed.acquire()
    crashed.release(clean=False)
    database = DataFolder(folder).database
    content = bytearray(database.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    for start in range(page, len(content), page):  # the inner order of every page but the first
        content[start + 8 : start + 40] = b"\xff" * 32
    database.write_bytes(content)
    for time in (1, 2):
        assert run(folder) == 1
        assert len(rescued) == time
        assert "File data rusak" in rescued[-1]
        assert lock.read_bytes() != b""


def test_another_pc_is_asked_about_and_may_be_passed_by(folder, run, prompts):
    folder.mkdir()
    said = {"pid": 7, "komputer": "PC-LAIN", "sejak": "2026-11-23T01:12:00+00:00"}
    lock = DataFolder(folder).lock
    lock.write_text(json.dumps(said), encoding="utf-8")
    prompts.yes = False
    assert run(folder) == 1
    assert "PC-LAIN" in prompts.shown[0]
    assert "2026 pukul" in prompts.shown[0]
    assert sorted(path.name for path in folder.iterdir()) == [lock.name]
    prompts.yes = True
    assert run(folder) == 0
    assert lock.read_bytes() == b""


def test_data_that_cannot_be_opened_are_told_and_nothing_stays_locked(
    folder, run, prompts, rescued
):
    folder.mkdir()
    DataFolder(folder).database.write_bytes(b"bukan basis data" * 400)
    assert run(folder) == 1
    assert len(rescued) == 1
    with FolderLock(DataFolder(folder).lock):
        pass


@pytest.mark.parametrize(
    ("number", "words"), [(errno.EROFS, "tidak dapat ditulisi"), (errno.ENOSPC, "Ruang disk penuh")]
)
def test_a_disk_that_refuses_leaves_nothing_half_done(
    folder, run, prompts, monkeypatch, number, words
):
    def refuse(*_arguments):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(folder_lock.os, "open", refuse)
        assert run(folder) == 1
    assert words in prompts.shown[0]
    assert str(folder) in prompts.shown[0]
    assert list(folder.iterdir()) == []
    assert run(folder) == 0


def test_a_log_that_cannot_be_written_is_told(folder, run, prompts):
    DataFolder(folder).log.mkdir(parents=True)
    assert run(folder) == 1
    assert "Catatan program tidak dapat ditulis" in prompts.shown[0]


def test_a_bug_while_starting_is_reported(folder, run, prompts):
    def fail(_window):
        raise ZeroDivisionError

    assert run(folder, fail) == 1
    assert "ZeroDivisionError" in prompts.shown[0]


def test_everything_is_put_back_at_the_end(folder, run):
    before = (
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning,
        list(logging.getLogger().handlers),
    )  # fmt: skip
    assert run(folder) == 0
    assert before == (
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning,
        list(logging.getLogger().handlers),
    )  # fmt: skip
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    assert getattr(handler, "__name__", "") != "_on_qt_message"


def test_a_folder_in_a_bad_place_is_told_in_the_window(tmp_path, run, qtbot):
    seen = []

    def use(window):
        qtbot.waitUntil(lambda: window._notices is not None)
        seen.extend(window.notices.texts)
        return 0

    assert run(tmp_path / "OneDrive - Dinas" / "data", use) == 0
    assert "OneDrive" in seen[0]


def test_the_folder_is_opened_again_after_work_in_between(folder, run):
    seen = []

    def use(window):
        seen.append("open")
        if len(seen) == 1:
            window.reopen_after(lambda: seen.append(FolderLock(DataFolder(folder).lock).holder()))
        return 0

    assert run(folder, use) == 0
    assert (seen[0], seen[1].pid, seen[2]) == ("open", os.getpid(), "open")


def test_the_usual_folders_are_apart():
    assert paths.sample_data_folder() != paths.default_data_folder()
