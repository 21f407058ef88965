"""Names what others made of the built program, with their licences, beside it.

Written anew by each build from what was really taken in: the Python packages with the licence
files that they bring, Python, Qt, and on Debian the libraries of the system.
"""
# ruff: noqa: INP001  (read by build.py, not a package)

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

LIST = "PIHAK-KETIGA.txt"
FOLDER = "lisensi"

_HERE = Path(__file__).resolve().parent
_LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|THIRD-PARTY)", re.IGNORECASE)
_QT = ("pyside6", "shiboken6")

_HEAD = """\
Pemutakhiran DIK {version}
Program ini berlisensi MIT (LICENSE.txt). Di dalamnya ada karya pihak lain di bawah ini; teks
lisensinya ada di folder {folder}. Keterangan selanjutnya berbahasa Inggris.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie as
libraries of their own in _internal/PySide6 and _internal/shiboken6 and may be replaced by other
builds of the same version: put those files in their place, nothing else needs to change. (What
shiboken6 carries in Python is used from the program's archive while its empty folder files.dir
lies there; without that folder it uses its own.) Their source:
https://download.qt.io/official_releases/QtForPython and
https://download.qt.io/official_releases/qt (version {qt}). What Qt itself contains (ICU, PDFium,
FreeType, HarfBuzz, libpng, libjpeg-turbo and others) is listed with its licences at
https://doc.qt.io/qt-6/licenses-used-in-qt.html

num2words (LGPL) lies as its source in _internal/num2words and may be changed or replaced there.

The programs begin with PyInstaller's loader (GPL 2 or later, with an exception that lets it start
programs of any licence: {folder}/pyinstaller).

"""
_ON_WINDOWS = """\
Python's licence text ({folder}/Python) also has the conditions of what Python brings along:
OpenSSL, libffi, bzip2 and the runtime libraries of Microsoft, which Qt and other parts bring too.

"""


@dataclass(frozen=True, slots=True)
class Part:
    """One work of others: its name, version, licence by name, where it comes from, its texts."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[Path, ...]


def write(collected: Path, built: Path, version: str) -> int:
    """Write list and texts into the folder `built`; the number of parts.

    `collected` is what the spec file says it took in. Raises LookupError for a part of which no
    licence is known: what has none must not be handed on.
    """
    taken = json.loads(collected.read_text(encoding="utf-8"))
    parts = [
        _python(),
        *sorted(_packages(taken["modules"]), key=lambda part: part.name.lower()),
        *_system_libraries(taken["binaries"]),
    ]
    folder = built / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for part in [*parts, _package("pyinstaller")]:
        _copy(part, folder / part.name)
    qt = metadata.version("PySide6-Essentials")
    head = _HEAD + _ON_WINDOWS if sys.platform == "win32" else _HEAD
    lines = [head.format(version=version, folder=FOLDER, qt=qt)]
    lines += [f"{p.name} {p.version}\n    {p.licence}\n    {p.home}\n" for p in parts]
    lines += ["Fonts: resources/fonts, with their licences beside them (OFL 1.1, GUST).\n"]
    (built / LIST).write_text("\n".join(lines), encoding="utf-8", newline="\r\n")
    return len(parts)


def _copy(part: Part, folder: Path) -> None:
    if not part.texts:
        msg = f"no licence text of {part.name} was found"
        raise LookupError(msg)
    folder.mkdir(parents=True)
    for text in part.texts:
        target = folder / text.name
        if target.exists():  # two of one name: the folder tells them apart
            target = folder / f"{text.parent.name}-{text.name}"
        shutil.copyfile(text, target)


def _packages(modules: Iterable[str]) -> Iterator[Part]:
    owners = metadata.packages_distributions()
    tops = {name.partition(".")[0] for name in modules}
    names = {owner for top in tops for owner in owners.get(top, ())}
    for name in names:
        if name.lower() != "pyinstaller":
            yield _package(name)


def _package(name: str) -> Part:
    found = metadata.distribution(name)
    texts = tuple(
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if _LICENCE_FILE.match(file.name) and ".dist-info" in str(file)
    )
    texts += tuple(
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if ".dist-info/licenses/" in PurePosixPath(file).as_posix()
        and not _LICENCE_FILE.match(file.name)
        and file.suffix in {"", ".txt", ".md"}
    )
    if name.lower().startswith(_QT):
        texts = tuple(sorted((_HERE / "licences").glob("*.txt")))
    return Part(found.name, found.version, _licence(found), _home(found), texts)


def _licence(found: metadata.Distribution) -> str:
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    classes = [
        text.rpartition(" :: ")[2]
        for text in found.metadata.get_all("Classifier") or ()
        if text.startswith("License :: ")
    ]
    first = said.strip().split("\n")[0]
    return first or "; ".join(classes) or "see its licence text"


def _home(found: metadata.Distribution) -> str:
    pages = [text.partition(", ") for text in found.metadata.get_all("Project-URL") or ()]
    by_name = {name.lower(): url for name, _comma, url in pages}
    for name in ("homepage", "home", "repository", "source", "source code"):
        if name in by_name:
            return by_name[name]
    return found.metadata.get("Home-page") or next(iter(by_name.values()), "")


def _python() -> Part:
    version = "{}.{}.{}".format(*sys.version_info)
    short = "{}.{}".format(*sys.version_info)
    base = Path(sys.base_prefix)
    places = (
        base / "LICENSE.txt",  # Windows
        base / "lib" / f"python{short}" / "LICENSE.txt",
        Path(f"/usr/share/doc/python{short}/copyright"),
        Path(f"/usr/share/doc/libpython{short}-minimal/copyright"),
    )
    texts = tuple(place for place in places if place.is_file())[:1]
    return Part("Python", version, "PSF-2.0", "https://www.python.org", texts)


def _system_libraries(binaries: Iterable[str]) -> Iterator[Part]:
    """The Debian packages whose libraries were taken in; none elsewhere."""
    prefixes = ("/usr/lib/", "/lib/")
    files = sorted(file for file in binaries if file.startswith(prefixes))
    if not files or shutil.which("dpkg-query") is None:
        return
    for name, version in sorted(_debian_packages(files)):
        text = Path("/usr/share/doc") / name / "copyright"
        if name.startswith(("python3", "libpython3")):
            continue  # named already
        texts = (text,) if text.is_file() else ()
        yield Part(name, version, "see its licence text", f"Debian package {name}", texts)


def _debian_packages(files: list[str]) -> set[tuple[str, str]]:
    """Name and version of the package of each file."""
    # /lib is a link to /usr/lib, and the database knows a file by one of the two names.
    both = [form for file in files for form in (file, file.removeprefix("/usr"), f"/usr{file}")]
    owners = _said("dpkg-query", "--search", *both)
    names = {line.partition(":")[0] for line in owners.splitlines()}
    shown = _said("dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *sorted(names))
    return {(name, version) for name, version in (line.split(" ") for line in shown.splitlines())}


def _said(*command: str) -> str:
    # It fails for each form of a name that it does not know, and answers for the others.
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout
