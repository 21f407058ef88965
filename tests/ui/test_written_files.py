"""Copies that other programs open do not stay on the PC."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.preview import saving
from ui.preview.saving import open_copy
from ui.written_files import handed_folder


@pytest.fixture(autouse=True)
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder of passing files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_letter_opened_elsewhere_goes_with_the_program(
    qapp: QApplication, passing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr(saving.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    open_copy("Surat.pdf", b"%PDF-")
    (copy,) = passing.rglob("Surat.pdf")
    assert Path(opened[0].toLocalFile()) == copy

    qapp.aboutToQuit.emit()

    assert list(passing.iterdir()) == []


def test_what_was_held_open_goes_a_day_later(qapp: QApplication, passing: Path) -> None:
    held, fresh = handed_folder(), handed_folder()
    other = passing / "sop-dik-lain"
    other.mkdir()
    for folder in (held, other):
        (folder / "Surat.pdf").write_bytes(b"%PDF-")
        two_days_ago = time.time() - 2 * 24 * 3600
        os.utime(folder, (two_days_ago, two_days_ago))

    third = handed_folder()

    assert sorted(passing.iterdir()) == sorted([fresh, other, third])
