"""The files that build and install the program on Windows agree with it and with each other."""

from __future__ import annotations

import ctypes
import re
import runpy
import struct
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sopapp import __version__, called
from tests.packaging.tools import PACKAGING, ROOT, script, tool
from ui import windows_identity

resource = tool("version_resource")
ISS = script("sop-dik.iss")
ISL = script("indonesia.isl")


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^\[(\w+)\]$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


SETUP = dict(
    line.split("=", 1)
    for line in sections(ISS)["Setup"].splitlines()
    if "=" in line and not line.startswith(";")
)


def evaluated(text: str) -> tuple[tuple[int, ...], dict[str, str]]:
    """Numbers and texts of a version resource, as PyInstaller would build it."""
    numbers: list[tuple[int, ...]] = []
    texts: dict[str, str] = {}

    def fixed(**given: Any) -> None:
        numbers.extend((given["filevers"], given["prodvers"]))

    known = {
        "FixedFileInfo": fixed,
        "StringStruct": lambda key, value: texts.__setitem__(key, value),
        "VSVersionInfo": lambda ffi, kids: None,
    }
    known |= dict.fromkeys(
        ("StringTable", "StringFileInfo", "VarStruct", "VarFileInfo"), lambda *_given: None
    )
    eval(text, known)
    assert numbers[0] == numbers[1]
    return numbers[0], texts


def test_the_version_resource_is_of_the_program_s_version() -> None:
    text = resource.version_text(__version__, "sop-dik", "Pemutakhiran")

    numbers, texts = evaluated(text)

    assert ".".join(map(str, numbers)).startswith(__version__)
    assert texts["FileVersion"] == texts["ProductVersion"] == __version__
    assert texts["OriginalFilename"] == "sop-dik.exe"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2.3", (1, 2, 3, 0)), ("0.1", (0, 1, 0, 0)), ("2.10.0rc1", (2, 10, 0, 0))],
)
def test_the_numbers_of_a_version(version: str, numbers: tuple[int, ...]) -> None:
    assert resource.numbers(version) == numbers


def test_no_version_no_numbers() -> None:
    with pytest.raises(ValueError, match="baru"):
        resource.numbers("baru")


def test_the_installer_has_its_version_from_the_program_alone() -> None:
    assert __version__ not in re.sub(r"^;.*$", "", ISS, flags=re.MULTILINE)
    assert SETUP["AppVersion"] == "{#AppVersion}"
    assert SETUP["VersionInfoVersion"] == "{#Numbers}"


def test_updates_find_what_is_installed() -> None:
    # Changed once, every office would have the program twice.
    assert SETUP["AppId"] == "{{8B0F3C7E-54C1-4F0B-9C55-2F1D6E9A7B43}"


def test_the_installer_needs_no_administrator() -> None:
    assert SETUP["PrivilegesRequired"] == "lowest"
    assert SETUP["DefaultDirName"].startswith("{localappdata}\\Programs\\")
    assert "HKLM" not in ISS
    assert "{commonpf" not in ISS


def test_an_open_program_is_asked_for_and_never_ended() -> None:
    assert SETUP["AppMutex"] == "{#Mutex}"
    assert f'#define Mutex "{called.MUTEX}"' in ISS
    assert SETUP["CloseApplications"] == "no"


def test_an_update_is_not_stopped_halfway() -> None:
    # What was installed is deleted by then, and nothing brings it back.
    assert SETUP["AllowCancelDuringInstall"] == "no"


def test_removed_silently_nobody_is_asked() -> None:
    code = sections(ISS)["Code"]
    assert re.findall(r"if .*usPostUninstall.* then", code) == [
        "if (CurUninstallStep = usPostUninstall) and not UninstallSilent then"
    ]
    assert code.count("MsgBox") == 1


def test_without_inno_setup_the_long_build_is_not_begun(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    build = tool("build")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(build.shutil, "which", lambda _name: None)
    for variable in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(build.subprocess, "run", lambda *_given, **_named: pytest.fail("begun"))

    assert build.main() == 1
    assert "Inno Setup" in capsys.readouterr().err


def test_the_task_bar_sees_one_program() -> None:
    assert f'#define ModelId "{windows_identity.MODEL_ID}"' in ISS
    window = [line for line in sections(ISS)["Icons"].splitlines() if "{#Window}" in line]
    assert window
    assert all('AppUserModelID: "{#ModelId}"' in line for line in window)


def test_only_the_program_s_own_folder_is_ever_deleted() -> None:
    parts = sections(ISS)
    deleted = re.findall(r'Name: "([^"]+)"', parts["InstallDelete"] + parts["UninstallDelete"])

    assert deleted
    assert all(name.startswith("{app}") for name in deleted)
    assert "DelTree" not in ISS
    assert "DeleteFile" not in ISS


def test_what_the_installer_names_is_there() -> None:
    for name in re.findall(r"\{#SourcePath\}\\([\w.\\-]+)", ISS):
        assert (PACKAGING / name.replace("\\", "/")).is_file(), name
    assert set(re.findall(r"\{cm:(\w+)\}", ISS)) | set(
        re.findall(r"CustomMessage\('(\w+)'\)", ISS)
    ) == set(re.findall(r"^(\w+)=", sections(ISL)["CustomMessages"], flags=re.MULTILINE))


def test_the_words_of_the_installer() -> None:
    assert ISL.isascii()  # read right whatever code page the compiler takes
    keys = re.findall(r"^(\w+)=", sections(ISL)["Messages"], flags=re.MULTILINE)
    assert len(keys) == len(set(keys)) > 60
    for line in sections(ISL)["Messages"].splitlines():
        assert re.fullmatch(r"(;.*|\w+=.+|)", line)
    for key in ("ConfirmUninstall", "WelcomeLabel2"):
        assert re.search(rf"^{key}=.*Data kantor tidak", ISL, flags=re.MULTILINE)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What Windows is told."""
    told: list[object] = []
    windll = SimpleNamespace(
        shell32=SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append),
        kernel32=SimpleNamespace(CreateMutexW=lambda *given: told.append(given)),
    )
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return told


def test_windows_is_told_who_the_program_is(told: list[object]) -> None:
    windows_identity.make_known()
    assert told == [windows_identity.MODEL_ID, (None, False, called.MUTEX)]


def test_the_installer_waits_for_a_command_too(
    told: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["sop-dik-cli", "--version"])
    with pytest.raises(SystemExit):
        runpy.run_path(str(PACKAGING / "cli_start.py"), run_name="__main__")
    assert told == [(None, False, called.MUTEX)]
    assert __version__ in capsys.readouterr().out


def test_the_icon_has_the_sizes_that_windows_asks_for() -> None:
    icons = tool("make_icons")
    data = (PACKAGING / "icons" / "sop-dik.ico").read_bytes()
    _zero, kind, count = struct.unpack_from("<HHH", data)
    sizes = []
    for number in range(count):
        side, _height, *_rest, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        picture = data[at : at + length]
        assert picture.startswith(b"\x89PNG")
        sizes.append(side or 256)
        assert struct.unpack_from(">II", picture, 16) == (sizes[-1], sizes[-1])

    assert kind == 1
    assert tuple(sizes) == icons.ICO_SIZES


def test_the_pictures_that_the_installer_shows_are_drawn(tmp_path: Path) -> None:
    tool("make_icons").draw_wizard(tmp_path)

    names = re.findall(r"\{#Pictures\}\\([\w.-]+)", ISS)
    assert len(names) == 2
    assert all((tmp_path / name).read_bytes().startswith(b"BM") for name in names)


def test_the_icons_are_drawn_from_the_program_s_own() -> None:
    icons = tool("make_icons")
    source = (ROOT / "resources" / "icons" / "app.svg").read_text(encoding="utf-8")

    assert script("icons/sop-dik.svg") == icons.desktop_svg(source)
    window = ROOT / "resources" / "icons" / "app-desktop.svg"  # on the task bar
    assert window.read_text(encoding="utf-8").strip() == icons.desktop_svg(source).strip()
    for side in icons.PNG_SIZES:
        picture = (PACKAGING / "icons" / f"sop-dik-{side}.png").read_bytes()
        assert struct.unpack_from(">II", picture, 16) == (side, side)
