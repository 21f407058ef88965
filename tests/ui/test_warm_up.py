"""What a first click would wait for is loaded ahead of it, a piece a turn."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakePrompts
from ui import session, warm_up
from ui.main_window import MainWindow
from ui.warm_up import PIECES, WarmUp

UI = Path(warm_up.__file__).parent
OPENED = ("pages.py", "berkas/berkas_page.py", "settings/settings_page.py", "surat/surat_page.py")
"""Who imports a page, panel or tab when it is first opened."""
SELDOM = {"ui.first_start.first_start_page", "ui.guide.sop_sheet", "ui.today.today_page"}


def _imported_late(path: Path) -> set[str]:
    """The modules that functions of a file import."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        found.module
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for found in ast.walk(function)
        if isinstance(found, ast.ImportFrom) and found.module and found.module.startswith("ui.")
    }


@pytest.mark.parametrize("name", OPENED)
def test_every_page_panel_and_tab_is_loaded_ahead(name: str) -> None:
    late = _imported_late(UI / name)

    assert late
    assert late - SELDOM <= set(PIECES)


def test_every_piece_is_a_module_of_the_program() -> None:
    assert [name for name in PIECES if find_spec(name) is None] == []
    assert len(set(PIECES)) == len(PIECES)


def test_a_piece_a_turn_and_a_fault_in_one_holds_up_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []

    def import_module(name: str) -> None:
        loaded.append(name)
        if name == "b":
            raise ImportError(name)

    monkeypatch.setattr(warm_up, "PIECES", ("a", "b", "c"))
    monkeypatch.setattr(warm_up, "import_module", import_module)
    monkeypatch.setattr(warm_up, "_AFTER", 0)
    monkeypatch.setattr(warm_up, "_PAUSE", 0)
    owner, ended = QObject(), []
    warm = WarmUp(owner, lambda: ended.append(len(loaded)))
    warm.start()
    assert loaded == []

    qtbot.waitUntil(lambda: warm.done)

    assert loaded == ["a", "b", "c"]
    assert ended == [3]


def test_it_begins_once_the_window_is_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_up, "_AFTER", 1_000_000)
    seen: list[bool] = []

    def use(window: MainWindow) -> int:
        assert window.findChild(WarmUp) is None
        qtbot.waitUntil(lambda: window.findChild(WarmUp) is not None)
        seen.append(window.findChild(WarmUp)._turn.isActive())
        return 0

    assert session.use_folder(FakePrompts(), tmp_path / "data", use) == 0
    assert seen == [True]
