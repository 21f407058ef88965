"""The binding of Qt takes the modules that the build compiled, instead of its own source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from tests.packaging.tools import tool

support = tool("shiboken_support")

_WHERE = """
import sys
from PySide6 import QtCore
for name, module in sys.modules.items():
    if name.partition(".")[0] == "shibokensupport":
        print(module.__file__)
"""


def test_the_binding_starts_with_them_alone(tmp_path: Path) -> None:
    binding = Path(shiboken6.__file__).parent
    shutil.copytree(
        binding, tmp_path / "shiboken6", ignore=shutil.ignore_patterns("include", "lib")
    )
    for file, folder in support.compiled(tmp_path / "work"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, tmp_path / folder)

    said = subprocess.check_output(
        [sys.executable, "-c", _WHERE],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        encoding="utf-8",
    )

    files = [Path(line) for line in said.splitlines()]
    assert len(files) > 5
    for file in files:
        assert file.suffix == ".pyc"
        assert file.is_relative_to(tmp_path / "shiboken6" / "files.dir")


def test_a_binding_that_carries_none_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["shibokensupport"], "__loader__", None)

    with pytest.raises(LookupError, match=r"files\.dir"):
        support.compiled(tmp_path)
