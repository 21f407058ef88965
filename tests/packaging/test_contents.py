"""What goes into the build is what the code asks for, and not more."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from tests.packaging.tools import PACKAGING, ROOT, tool

CODE = [ROOT / "main.py", *(ROOT / "sopapp").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
contents = tool("contents")


_IMPORT = re.compile(r"^\s*(?:from ([\w.]+) import ([\w, ]*)|import ([\w.]+))", re.MULTILINE)


@functools.cache
def imported() -> frozenset[str]:
    """Dotted names of the modules that the program imports."""
    found = set()
    for file in CODE:
        for module, names, alone in _IMPORT.findall(file.read_text(encoding="utf-8")):
            found |= {module or alone}
            found |= {f"{module}.{name.split()[0]}" for name in names.split(",") if name.strip()}
    return frozenset(found)


def test_every_folder_of_resources_is_shipped_but_the_installers_own() -> None:
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    shipped = {Path(target).parts[1] for _file, target in contents.resource_files(ROOT)}

    assert shipped == folders - {"packaging"}


def test_every_file_goes_to_the_place_that_the_program_reads_it_from() -> None:
    for file, target in contents.resource_files(ROOT):
        assert ROOT / target == Path(file).parent
        assert Path(file).suffix not in {".py", ".pyc"}


def test_nothing_is_left_out_that_the_code_imports() -> None:
    left_out = set(contents.EXCLUDED_MODULES)

    wanted = {
        name for name in imported() if any(name == x or name.startswith(f"{x}.") for x in left_out)
    }

    assert wanted == set()


@pytest.mark.parametrize("pattern", ["lib/libQt6{}.so.6", "Qt6{}.dll"])
def test_the_library_of_each_qt_module_that_the_code_imports_is_kept(pattern: str) -> None:
    modules = {name.split(".")[1] for name in imported() if name.startswith("PySide6.")}
    qt = {name.removeprefix("Qt") for name in modules if name.startswith("Qt")}
    assert "Pdf" in qt

    assert [name for name in qt if not contents.is_kept(f"PySide6/{pattern.format(name)}")] == []


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\platforms\\qoffscreen.dll",
        "PySide6\\plugins\\imageformats\\qjpeg.dll",
        "PySide6\\plugins\\iconengines\\qsvgicon.dll",
        "PySide6\\QtWidgets.pyd",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/QtPdf.abi3.so",
        "resources/sop/pemutakhiran-dik.toml",
        "python311.dll",
    ],
)
def test_kept(target: str) -> None:
    assert contents.is_kept(target)


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libQt6Qml.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\Qt6Quick.dll",
        "PySide6\\Qt6OpenGL.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6\\translations\\qtbase_de.qm",
    ],
)
def test_left_out(target: str) -> None:
    assert not contents.is_kept(target)


def test_a_library_of_nobody_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = tool("linked_libraries")
    linked = {
        "/module.so": ("libneeded.so.1", "libcups.so.2"),
        "/libneeded.so": ("libdeep.so.2",),
        "/libgtk.so": ("libcairo.so.2",),
    }
    monkeypatch.setattr(libraries, "links", lambda _files: linked)
    entries = [
        ("thing/module.so", "/module.so", "EXTENSION"),
        ("libneeded.so.1", "/libneeded.so", "BINARY"),
        ("libdeep.so.2", "/libdeep.so", "BINARY"),
        ("libgtk-3.so.0", "/libgtk.so", "BINARY"),
        ("libcairo.so.2", "/libcairo.so", "BINARY"),
        ("libcups.so.2", "/libcups.so", "BINARY"),
        ("libpython3.11.so.1.0", "/libpython.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/qxcb.so", "BINARY"),
    ]

    kept = [target for target, _source, _kind in libraries.without_orphans(entries)]

    assert kept == [
        "thing/module.so",
        "libneeded.so.1",
        "libdeep.so.2",
        "libpython3.11.so.1.0",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
    ]


def test_no_path_of_a_machine_stands_in_the_files() -> None:
    texts = [path for path in PACKAGING.rglob("*") if path.is_file()]
    for path in texts:
        if path.suffix in {".ico", ".png", ".pyc"} or path.parent.name == "licences":
            continue
        text = path.read_text(encoding="utf-8")
        for start in ("/root/", "/home/", "/tmp/", "C:\\Users\\"):
            assert start not in text, path.name
