"""Nothing of others is handed on without its licence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.packaging.tools import tool

third_party = tool("third_party")


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    """What a build took in: two packages, one of them Qt's."""
    path = tmp_path / "collected.json"
    taken = {"modules": ["peewee", "PySide6.QtCore", "sopapp.app", "json"], "binaries": []}
    path.write_text(json.dumps(taken), encoding="utf-8")
    return path


def test_each_part_is_named_with_its_licence_beside_the_program(
    collected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loader = third_party.Part("pyinstaller", "6", "GPL", "", (Path(third_party.__file__),))
    known = third_party._package
    monkeypatch.setattr(
        third_party, "_package", lambda name: loader if name == "pyinstaller" else known(name)
    )
    built = tmp_path / "built"
    built.mkdir()

    third_party.write(collected, built, "9.9")

    said = (built / third_party.LIST).read_text(encoding="utf-8")
    for name in ("Python ", "peewee ", "PySide6_Essentials ", "Lesser General Public License"):
        assert name in said
    texts = {path.parent.name: path for path in built.glob("lisensi/*/*")}
    assert texts.keys() >= {"Python", "peewee", "PySide6_Essentials"}
    qt = "".join(
        path.read_text(encoding="utf-8") for path in built.glob("lisensi/PySide6_Essentials/*")
    )
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "GNU GENERAL PUBLIC LICENSE" in qt


def test_a_part_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    part = third_party.Part("tanpa-lisensi", "1", "", "", ())

    with pytest.raises(LookupError, match="tanpa-lisensi"):
        third_party._copy(part, tmp_path / "tanpa-lisensi")
