"""The binding of Qt takes the modules that the build took in, instead of its own source."""

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
        print(name, module.__file__, sep="=")
"""


def test_the_binding_imports_them(tmp_path: Path) -> None:
    binding = Path(shiboken6.__file__).parent
    beside = shutil.ignore_patterns("include", "lib", support.FOLDER.name)
    shutil.copytree(binding, tmp_path / "shiboken6", ignore=beside)
    (tmp_path / support.FOLDER).mkdir()
    modules = support.modules(tmp_path)

    said = subprocess.check_output(
        [sys.executable, "-c", _WHERE],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        encoding="utf-8",
    )

    found = dict(line.split("=") for line in said.splitlines())
    taken_in = {name: file for name, file, _kind in modules}
    assert "shibokensupport.signature.loader" in found
    assert {name: taken_in[name] for name in found} == found


def test_a_binding_that_carries_none_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["shibokensupport"], "__loader__", None)

    with pytest.raises(LookupError, match=r"files\.dir"):
        support.modules(tmp_path)
