"""Builds the program for the system that this runs on, tries what was built, and packs it.

    python resources/packaging/build.py              everything
    python resources/packaging/build.py --no-pack    without the archive or the installer

Needs `pip install ".[build]"`; on Debian also binutils and the library of Python (libpython3.11).
The result is dist/sop-dik (a folder that runs where it lies), on Linux dist/sop-dik-VERSION.tar.xz,
on Windows dist/pasang-sop-dik-VERSION.exe where Inno Setup is installed.
"""
# ruff: noqa: INP001, T201  (a tool for the terminal, not a package)

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT)]

import contents  # noqa: E402 - these lie beside the script and at the top
import linked_libraries  # noqa: E402
import make_icons  # noqa: E402
import shiboken_support  # noqa: E402
import third_party  # noqa: E402
import version_resource  # noqa: E402

from sopapp import __version__  # noqa: E402

DIST, WORK = ROOT / "dist", ROOT / "build" / "packaging"
BUILT = DIST / contents.NAME
_SUFFIX = ".exe" if sys.platform == "win32" else ""
_PATIENCE = 180
"""Seconds after which a program that was built and does not end is taken for broken."""


class _BuildError(Exception):
    """What has to be mended before the program can be built, in a sentence."""


def main() -> int:
    """Build, try, pack; 0 when all went well."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--no-pack", action="store_true", help="no archive, no installer")
    options = parser.parse_args()
    steps: list[Callable[[], object]] = [_check_tools, _freeze, _finish, _try_out]
    if not options.no_pack and sys.platform == "win32":
        steps = [_inno_setup, *steps, _pack_windows]
    elif not options.no_pack:
        steps.append(_pack_linux)
    try:
        for step in steps:
            before = time.monotonic()
            said = step()
            name = step.__name__.strip("_").replace("_", " ")
            print(f"{name}: {said} ({time.monotonic() - before:.0f} s)", flush=True)
    except (_BuildError, LookupError) as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    return 0


def _check_tools() -> str:
    try:
        from PyInstaller import __version__ as version
    except ModuleNotFoundError as error:
        raise _BuildError('PyInstaller is missing: pip install ".[build]"') from error
    if sys.platform == "linux":
        for tool in ("objdump", "objcopy", "strip"):
            if shutil.which(tool) is None:
                raise _BuildError(f"{tool} is missing: apt-get install binutils")
    return f"PyInstaller {version}, program {__version__}"


def _freeze() -> str:
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--distpath", str(DIST), "--workpath", str(WORK)),
        str(HERE / "sop-dik.spec"),
    ]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise _BuildError("PyInstaller failed; what it said stands above")
    return str(BUILT.relative_to(ROOT))


def _finish() -> str:
    """Lay beside the programs what belongs to them; make Python's own part smaller."""
    shutil.copyfile(ROOT / "LICENSE", BUILT / "LICENSE.txt")
    inside = BUILT / "_internal"
    (inside / shiboken_support.FOLDER).mkdir(exist_ok=True)
    count = third_party.write(WORK / contents.NAME / "collected.json", BUILT, __version__)
    if sys.platform == "linux":
        own = [*inside.glob("libpython*"), *inside.glob("python3*/lib-dynload/*.so")]
        subprocess.run(["strip", "--strip-unneeded", *own], check=True)
        _lay_out_linux()
        missing = linked_libraries.missing(inside)
        if missing:
            print(f"  not on this machine, so plugins lack it: {', '.join(missing)}")
    size = sum(file.stat().st_size for file in BUILT.rglob("*") if not file.is_symlink())
    return f"{count} parts of others, {size / 1e6:.0f} MB"


def _lay_out_linux() -> None:
    desktop = BUILT / "desktop"
    desktop.mkdir(exist_ok=True)
    shutil.copyfile(HERE / "linux" / "sop-dik.desktop", desktop / "sop-dik.desktop")
    for picture in (HERE / "icons").glob("*.png"):
        shutil.copyfile(picture, desktop / picture.name)
    for script in ("pasang.sh", "hapus.sh"):
        shutil.copy(HERE / "linux" / script, BUILT / script)


def _try_out() -> str:
    """Let what was built test itself, from a folder with a blank and a letter beyond ASCII."""
    with tempfile.TemporaryDirectory(prefix="sop dik é ") as name:
        folder = Path(name)
        _run(contents.COMMANDS_NAME, "contoh", str(folder / "contoh"), cwd=folder)
        _run(contents.COMMANDS_NAME, "periksa", str(folder / "contoh"), cwd=folder)
        return _run(contents.NAME, "--self-test", cwd=folder)


def _run(program: str, *arguments: str, cwd: Path) -> str:
    """What one of the programs says. Raises _BuildError when it does not end well."""
    # Nothing of this machine's Python or Qt may help it along.
    strange = ("PYTHON", "QT_", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(strange)}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            [str(BUILT / f"{program}{_SUFFIX}"), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            cwd=cwd,
            env=environment,
            timeout=_PATIENCE,
            check=False,
        )
    except OSError as error:
        raise _BuildError(f"{program} {' '.join(arguments)}: {error}") from error
    except subprocess.TimeoutExpired as error:
        said = (error.stderr or b"").decode("utf-8", errors="replace")
        raise _BuildError(f"{program} {' '.join(arguments)} does not end\n{said}") from error
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip()
        raise _BuildError(f"{program} {' '.join(arguments)} ended with {done.returncode}\n{said}")
    return done.stdout.strip()


def _pack_linux() -> str:
    target = DIST / f"{contents.NAME}-{__version__}.tar.xz"
    with tarfile.open(target, "w:xz", preset=4) as archive:
        archive.add(BUILT, f"{contents.NAME}-{__version__}", filter=_of_nobody)
    return f"{target.relative_to(ROOT)}, {target.stat().st_size / 1e6:.0f} MB"


def _of_nobody(info: tarfile.TarInfo) -> tarfile.TarInfo:
    info.uid = info.gid = 0
    info.uname = info.gname = "root"
    return info


def _inno_setup() -> str:
    """Where its compiler lies; asked for first, since the rest takes minutes."""
    compiler = shutil.which("ISCC")
    for variable in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA"):
        folder = Path(os.environ.get(variable, HERE))
        found = [
            *folder.glob("Inno Setup */ISCC.exe"),
            *folder.glob("Programs/Inno Setup */ISCC.exe"),
        ]
        compiler = compiler or (str(max(found)) if found else None)
    if compiler is None:
        raise _BuildError("Inno Setup is missing, so there is no installer; or use --no-pack")
    return compiler


def _pack_windows() -> str:
    make_icons.draw_wizard(WORK)
    numbers = ".".join(map(str, version_resource.numbers(__version__)))
    defined = [f"/DAppVersion={__version__}", f"/DNumbers={numbers}", f"/DPictures={WORK}"]
    if subprocess.run(
        [_inno_setup(), "/Qp", *defined, str(HERE / "sop-dik.iss")], check=False
    ).returncode:
        raise _BuildError("Inno Setup failed; what it said stands above")
    target = DIST / f"pasang-{contents.NAME}-{__version__}.exe"
    return f"{target.relative_to(ROOT)}, {target.stat().st_size / 1e6:.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
