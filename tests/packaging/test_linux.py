"""The entry in the menu and the scripts that install and remove the program on Linux."""

from __future__ import annotations

import configparser
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.packaging.tools import PACKAGING
from ui import application

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for Linux")

DESKTOP = PACKAGING / "linux" / "sop-dik.desktop"


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The folder of the archive with stand-ins for the two programs."""
    folder = tmp_path / "sop-dik-9.9"
    (folder / "_internal").mkdir(parents=True)
    (folder / "desktop").mkdir()
    for name in ("pasang.sh", "hapus.sh"):
        shutil.copy(PACKAGING / "linux" / name, folder / name)
    shutil.copy(DESKTOP, folder / "desktop")
    for picture in (PACKAGING / "icons").glob("*.png"):
        shutil.copy(picture, folder / "desktop")
    for name in ("sop-dik", "sop-dik-cli"):
        (folder / name).write_text("#!/bin/sh\necho 9.9\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder whose name needs quoting, with data of the office in it."""
    folder = tmp_path / 'Dr. "Budi" $5 é'
    (folder / ".local" / "share" / "sop-dik").mkdir(parents=True)
    (folder / ".local" / "share" / "sop-dik" / "data.sqlite3").write_bytes(b"data")
    return folder


def run(script: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "XDG_DATA_HOME"}
    return subprocess.run(
        ["sh", str(script), *arguments],
        env=environment | {"HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_entry_in_the_menu(qapp: QApplication) -> None:
    found = entry(DESKTOP)
    application.prepare(qapp)

    assert found["Icon"] == found["Exec"] == qapp.desktopFileName() == "sop-dik"
    # Qt makes the class of a window of the program's name, and of that a D-Bus path, where only
    # letters, digits and underscores may stand: without it there is no number on the task bar.
    assert found["StartupWMClass"] == qapp.applicationName()
    assert re.fullmatch(r"\w+", qapp.applicationName(), re.ASCII)
    assert found["Type"] == "Application"
    assert found["Terminal"] == "false"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_entry_in_the_menu_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", str(DESKTOP)], capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_installed_updated_and_removed(unpacked: Path, home: Path) -> None:
    first = run(unpacked / "pasang.sh", home)
    assert first.returncode == 0, first.stderr
    program = home / ".local" / "opt" / "sop-dik"
    link = home / ".local" / "bin" / "sop-dik-cli"
    assert subprocess.check_output([str(link)], encoding="utf-8") == "9.9\n"
    icon = home / ".local/share/icons/hicolor/48x48/apps/sop-dik.png"
    assert icon.read_bytes() == (PACKAGING / "icons" / "sop-dik-48.png").read_bytes()
    menu = home / ".local" / "share" / "applications" / "sop-dik.desktop"
    # The value of a key is unescaped first, then what stands between the quotes.
    command = entry(menu)["Exec"].replace("\\\\", "\\")
    assert re.sub(r"\\(.)", r"\1", command[1:-1]) == str(program / "sop-dik")
    assert r"\"Budi\" \$5" in command

    (program / "_internal" / "old.so").touch()
    (program / "_internal" / "old.so").chmod(0o444)
    second = run(unpacked / "pasang.sh", home)
    assert second.returncode == 0, second.stderr
    assert not (program / "_internal" / "old.so").exists()
    assert [path.name for path in program.parent.iterdir()] == ["sop-dik"]

    removed = run(program / "hapus.sh", home)
    assert removed.returncode == 0, removed.stderr
    assert str(home / ".local/share/sop-dik") in removed.stdout
    assert not program.exists()
    assert not link.is_symlink()
    assert not menu.exists()
    assert not icon.exists()
    assert (home / ".local/share/sop-dik/data.sqlite3").read_bytes() == b"data"


def test_what_cannot_run_replaces_nothing(unpacked: Path, home: Path) -> None:
    run(unpacked / "pasang.sh", home)
    (unpacked / "sop-dik-cli").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")

    done = run(unpacked / "pasang.sh", home)

    assert done.returncode != 0
    program = home / ".local" / "opt" / "sop-dik" / "sop-dik-cli"
    assert subprocess.check_output([str(program)], encoding="utf-8") == "9.9\n"


@pytest.mark.parametrize("script", ["pasang.sh", "hapus.sh"])
def test_for_all_users_an_administrator_is_asked_for(
    unpacked: Path, home: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    (home / "id").write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    (home / "id").chmod(0o755)
    monkeypatch.setenv("PATH", f"{home}:{os.environ['PATH']}")

    done = run(unpacked / script, home, "--semua")

    assert done.returncode == 1
    assert f"sudo sh {script} --semua" in done.stderr


def test_what_is_not_installed_is_not_told_as_removed(unpacked: Path, home: Path) -> None:
    done = run(unpacked / "hapus.sh", home)

    assert (done.returncode, done.stdout) == (1, "")
    assert "tidak terpasang" in done.stderr


@pytest.fixture
def running(unpacked: Path, home: Path) -> Iterator[None]:
    """The installed program, open: it waits for an end of its input that does not come."""
    shutil.copy("/bin/cat", unpacked / "sop-dik")
    assert run(unpacked / "pasang.sh", home).returncode == 0
    program = home / ".local" / "opt" / "sop-dik" / "sop-dik"
    process = subprocess.Popen([str(program)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    yield
    process.communicate()


@pytest.mark.usefixtures("running")
@pytest.mark.parametrize("script", ["pasang.sh", "hapus.sh"])
def test_an_open_program_is_not_touched(unpacked: Path, home: Path, script: str) -> None:
    done = run(unpacked / script, home)

    assert done.returncode == 1
    assert "Tutup dahulu" in done.stderr
    assert (home / ".local" / "opt" / "sop-dik" / "sop-dik").is_file()


@pytest.mark.parametrize(("before", "after"), [(None, None), ("/usr/lib/own", "/usr/lib/own")])
def test_other_programs_get_the_environment_of_the_user(
    monkeypatch: pytest.MonkeyPatch, before: str | None, after: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/sop-dik/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    runpy.run_path(str(PACKAGING / "own_environment.py"))

    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
