"""The sample is made in sight of the user, who can stop it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sopapp.paths import DataFolder
from ui.progress.progress_dialog import ProgressDialog
from ui.sample_visit import prepare_sample


@pytest.mark.parametrize("stopped", [True, False])
def test_while_the_sample_is_made_the_window_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    seen = []

    def fill(_folder: Path, say: Callable[[str], None]) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ProgressDialog)
        seen.append(dialog.words.text())
        if stopped:
            dialog.cancel_button.click()
        say("Nota Dinas")
        seen.append("selesai")

    monkeypatch.setattr("sopapp.sample.folder.fill_sample", fill)

    assert prepare_sample(DataFolder(tmp_path)) is not stopped

    assert "Menyiapkan data contoh" in seen[0]
    assert ("selesai" in seen) is not stopped
    assert QApplication.activeModalWidget() is None


def test_a_sample_that_is_there_is_not_waited_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DataFolder(tmp_path).database.touch()
    monkeypatch.setattr("sopapp.sample.folder.fill_sample", lambda *_: pytest.fail("made anew"))

    assert prepare_sample(DataFolder(tmp_path))
