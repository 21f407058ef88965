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

ROOT = Path(__file__).resolve().parent.parent

# `main` as the user starts it; the first turn of its event loop paints, tells and closes.
START = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from main import main
from ui.application import make_application

def kinds(cls):
    return {cls.__name__}.union(*(kinds(each) for each in type.__subclasses__(cls)))

def tell():
    application.processEvents()
    window = application.activeWindow()
    window.grab()
    board = window.page("board").view.board
    told = [window.front, len(board.cards), sorted(sys.modules), sorted(kinds(QWidget))]
    print(json.dumps(told), flush=True)
    window.close()

application = make_application()
QTimer.singleShot(0, tell)
sys.exit(main(["--data", sys.argv[1]]))
"""

NOT_YET = (
    "reportlab", "PIL", "holidays", "num2words", "babel", "pypdf", "xlsxwriter", "platformdirs",
    "python_calamine", "pikepdf", "lxml", "fontTools",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "logging.handlers", "importlib.metadata", "sqlite3.dump",
    "sopapp.documents", "sopapp.sample", "sopapp.cli", "sopapp.services.berkas",
    "sopapp.services.surat", "sopapp.services.dik", "sopapp.services.letter_settings",
    "sopapp.services.agenda", "sopapp.services.permohonan", "sopapp.services.templat",
    "sopapp.domain.numbering", "sopapp.domain.naskah", "sopapp.domain.agenda",
    "ui.surat", "ui.permohonan", "ui.berkas", "ui.settings", "ui.lists", "ui.guide",
    "ui.preview", "ui.self_test", "ui.widgets.empty_state",
)  # fmt: skip


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """Page in front, count of cards, modules and classes of widgets after a second start."""
    data = tmp_path_factory.mktemp("data")
    today = SystemClock().today()
    with open_app(data) as app:
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


def test_the_board_is_in_front_with_its_card(started: tuple[Any, ...]) -> None:
    front, cards, _modules, _widgets = started

    assert (front, cards) == ("board", 1)


def test_nothing_is_loaded_that_the_board_does_not_need(started: tuple[Any, ...]) -> None:
    _front, _cards, modules, _widgets = started

    early = [
        module
        for module in modules
        if any(module == name or module.startswith(f"{name}.") for name in NOT_YET)
    ]
    assert early == []


def test_no_class_of_widget_is_made_that_the_board_does_not_need(
    started: tuple[Any, ...],
) -> None:
    # PySide makes each class at its first use, but all at once for a widget it does not know.
    _front, _cards, _modules, widgets = started

    assert "QListView" in widgets
    assert {"QCalendarWidget", "QTreeView", "QFontDialog"}.isdisjoint(widgets)
