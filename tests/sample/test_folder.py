"""The sample data that the window opens: made whole or not at all, and over nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sopapp.domain.errors import EnvironmentProblem
from sopapp.paths import DataFolder
from sopapp.sample.folder import fill_sample


def test_a_sample_half_made_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "contoh"
    made: list[list[str]] = []

    def make(where: Path, *_arguments: Any, **_named: Any) -> None:
        made.append(sorted(path.name for path in where.parent.iterdir()))
        where.mkdir()
        DataFolder(where).database.touch()
        if len(made) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("sopapp.sample.making.make_sample", make)
    with pytest.raises(KeyboardInterrupt):
        fill_sample(folder)
    assert not folder.exists()
    fill_sample(folder)
    assert DataFolder(folder).database.exists()
    assert not (tmp_path / "contoh-dibuat").exists()
    fill_sample(folder)
    assert len(made) == 2


def test_a_sample_is_never_made_over_what_lies_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "contoh"
    folder.mkdir()
    (folder / "surat.docx").touch()
    monkeypatch.setattr("sopapp.sample.making.make_sample", lambda where, *_a, **_n: where.mkdir())
    with pytest.raises(EnvironmentProblem, match="Data contoh tidak dapat dibuat"):
        fill_sample(folder)
    assert [path.name for path in folder.iterdir()] == ["surat.docx"]
