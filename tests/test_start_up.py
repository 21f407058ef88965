"""What a start of the program loads until the board is painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sopapp.app import open_app
from sopapp.clock import SystemClock
from sopapp.services.setting import GeneralSettings, HalamanAwal

ROOT = Path(__file__).resolve().parent.parent

# `main` as the user starts it; where its event loop would begin it paints, tells and closes.
START = """
import json, sys
from main import main
import sopapp.app
from ui import application

def kinds(cls):
    return {cls.__name__}.union(*(kinds(each) for each in type.__subclasses__(cls)))

def tell(_application):
    from PySide6.QtCore import QObject
    from ui.main_window import MainWindow

    windows = application.QApplication.topLevelWidgets()
    (window,) = (each for each in windows if isinstance(each, MainWindow))
    window.grab()
    page = window.page(window.front)
    shown = len(page.views) if window.front == "today" else len(page.view.board.cards)
    read = [each for each in sys.modules["linecache"].cache if ".py" in each]
    told = [window.front, shown, sorted(sys.modules), sorted(kinds(QObject)), read]
    print(json.dumps(told), flush=True)
    return 0

application.QApplication.exec = tell
sys.exit(main(["--data", sys.argv[1]]))
"""

NOT_YET = (
    "reportlab", "PIL", "holidays", "num2words", "babel", "pypdf", "xlsxwriter", "platformdirs",
    "python_calamine", "pikepdf", "lxml", "fontTools", "peewee", "cryptography",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "logging.handlers", "importlib.metadata", "sqlite3.dump", "_strptime", "csv", "decimal",
    "locale",  # of argparse, which a plain start does without
    "dataclasses", "hashlib", "platform", "secrets", "socket", "sysconfig", "uuid",
    "sopapp.documents", "sopapp.sample", "sopapp.cli", "sopapp.spreadsheet", "sopapp.publication",
    "sopapp.backup.exchange", "sopapp.persistence.orm", "sopapp.persistence.tables",
    "sopapp.persistence.recorder",
    "sopapp.domain.dik", "sopapp.domain.hari_ini", "sopapp.domain.numbering",
    "sopapp.domain.naskah", "sopapp.domain.agenda", "sopapp.domain.nama_file",
    "sopapp.services.berkas", "sopapp.services.surat", "sopapp.services.dik",
    "sopapp.services.letter_settings", "sopapp.services.agenda", "sopapp.services.permohonan",
    "sopapp.services.templat", "sopapp.services.hari_ini", "sopapp.services.undo",
    "sopapp.services.cadangan", "sopapp.services.kalender", "sopapp.services.libur",
    "sopapp.services.cadangan_settings", "sopapp.services.register_settings",
    "ui.surat", "ui.permohonan", "ui.berkas", "ui.settings", "ui.lists", "ui.guide", "ui.finder",
    "ui.calendar.calendar_page", "ui.report.report_page", "ui.register",
    "ui.preview", "ui.self_test", "ui.backup", "ui.lock", "ui.impor",
    "ui.widgets.empty_state", "ui.widgets.prompt_boxes", "ui.widgets.notice_area",
)  # fmt: skip
NOT_MADE = {
    "QCalendarWidget", "QTreeView", "QFontDialog", "QDialogButtonBox", "QFileDialog",
    "QMessageBox", "QLineEdit", "QPlainTextEdit", "QTextEdit", "QStyle",
}  # fmt: skip
"""PySide makes each class of Qt at its first use, with all its names: seven hundred in QStyle."""


def _started(data: Path, page: HalamanAwal) -> tuple[Any, ...]:
    """After a second start: page in front, its lines or cards, modules, classes of Qt, sources."""
    today = SystemClock().today()
    with open_app(data) as app:
        app.setting.save(GeneralSettings(halaman_awal=page))
        app.berkas.create("Berkas", today.year, today)
        app.board.load()  # fills the holiday cache
    done = subprocess.run(
        [sys.executable, "-c", START, str(data)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return tuple(json.loads(done.stdout))


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """A start on Hari ini."""
    return _started(tmp_path_factory.mktemp("data"), HalamanAwal.HARI_INI)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """A start on the board."""
    return _started(tmp_path_factory.mktemp("data"), HalamanAwal.PAPAN)


def test_the_page_in_front_shows_the_berkas(today: tuple[Any, ...], board: tuple[Any, ...]) -> None:
    assert today[:2] == ("today", 1)
    assert board[:2] == ("board", 1)


@pytest.mark.parametrize("page", ["today", "board"])
def test_nothing_is_loaded_that_the_first_page_does_not_need(
    page: str, request: pytest.FixtureRequest
) -> None:
    _front, _shown, modules, _classes, _read = request.getfixturevalue(page)

    early = [
        module
        for module in modules
        if any(module == name or module.startswith(f"{name}.") for name in NOT_YET)
    ]
    assert early == []


@pytest.mark.parametrize("page", ["today", "board"])
def test_no_class_of_qt_is_made_that_the_first_page_does_not_need(
    page: str, request: pytest.FixtureRequest
) -> None:
    _front, _shown, _modules, classes, _read = request.getfixturevalue(page)

    assert "QLabel" in classes
    assert NOT_MADE.intersection(classes) == set()


def test_hari_ini_does_not_need_the_board(today: tuple[Any, ...]) -> None:
    _front, _shown, modules, classes, _read = today

    assert "ui.board.board_page" not in modules
    assert {"QListView", "QSplitter"}.isdisjoint(classes)


def test_no_source_is_read_beside_what_is_compiled(today: tuple[Any, ...]) -> None:
    # PySide looks through each module for switches of its own when it is let.
    assert not [name for name in today[4] if "sopapp" in name or "ui" in Path(name).parts]


COLLECTING = """
import gc, sys, time
from main import main
import sopapp.app
from ui import application

def wait(_application):
    held, end = not gc.isenabled(), time.monotonic() + 30
    while not gc.isenabled() and time.monotonic() < end:
        application.QApplication.processEvents()
    return 0 if held and gc.isenabled() else 3

application.QApplication.exec = wait
sys.exit(main(["--data", sys.argv[1]]))
"""


def test_the_collector_rests_during_the_start_and_not_after(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COLLECTING, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
