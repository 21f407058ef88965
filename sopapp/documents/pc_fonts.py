"""Arial and Bookman Old Style as the PC itself has them.

Neither may be handed on with a program; both may be used from the PC on which they are
licensed. A family counts only when all four faces lie in one folder as TrueType files that are
whole and allow to be embedded, else a letter would change its look in the middle. The folders
are walked once, at the first question.
"""

from __future__ import annotations

import functools
import os
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from sopapp.documents.paper_parts import FontFamily

# Names of the four files (regular, bold, italic, bold italic) in the order to look for them:
# Windows, macOS, the packages of Linux. Letter case differs from PC to PC.
_FILES = {
    FontFamily.ARIAL_PC: (
        ("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
        ("arial.ttf", "arial bold.ttf", "arial italic.ttf", "arial bold italic.ttf"),
        ("arial.ttf", "arial_bold.ttf", "arial_italic.ttf", "arial_bold_italic.ttf"),
    ),
    FontFamily.BOOKMAN_PC: (
        ("bookos.ttf", "bookosb.ttf", "bookosi.ttf", "bookosbi.ttf"),
        (
            "bookman old style.ttf",
            "bookman old style bold.ttf",
            "bookman old style italic.ttf",
            "bookman old style bold italic.ttf",
        ),
    ),
}
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_NEEDED = frozenset({b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"name"})
_MOST_TABLES = 100
# Bits of OS/2 fsType: the usage right, and the rights that leave no way to embed a subset.
_USAGE, _RESTRICTED, _NO_SUBSET = 0x000F, 0x0002, 0x0300
_FS_TYPE_AT = 8


@dataclass(frozen=True, slots=True)
class Faces:
    """The files of a family."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


def installed(family: FontFamily) -> bool:
    """Whether letters in `family` are printed in it: the bundled ones always are."""
    return family not in _FILES or faces(family) is not None


def faces(family: FontFamily) -> Faces | None:
    """Files of one of the PC's own families; None where it is not installed whole."""
    return _faces(family, font_folders())


def font_folders() -> tuple[Path, ...]:
    """Folders in which this system keeps fonts, the user's own last."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        folders = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
        if local:
            folders.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
        return tuple(folders)
    if sys.platform == "darwin":
        system = Path("/System/Library/Fonts")
        return system, Path("/Library/Fonts"), home / "Library" / "Fonts"
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    )


def look_again() -> None:
    """Forget what was found, so that fonts installed meanwhile count."""
    _directories.cache_clear()
    _faces.cache_clear()


@functools.cache
def _faces(family: FontFamily, folders: tuple[Path, ...]) -> Faces | None:
    for names in _FILES[family]:
        for files in _directories(folders):
            if all(name in files for name in names):
                paths = [files[name] for name in names]
                if all(map(_is_embeddable, paths)):
                    return Faces(*paths)
    return None


@functools.cache
def _directories(folders: tuple[Path, ...]) -> tuple[dict[str, Path], ...]:
    """The files of each folder and subfolder that bear a name of ours, by name in small letters."""
    wanted = {name for names in _FILES.values() for four in names for name in four}
    found = []
    for top in folders:
        for folder, _subfolders, files in os.walk(top):  # a folder that is missing has none
            named = {name.lower(): Path(folder, name) for name in files if name.lower() in wanted}
            if named:
                found.append(named)
    return tuple(found)


def _is_embeddable(path: Path) -> bool:
    """Whether the file is whole, has TrueType outlines and may be embedded in part."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            kind, count = struct.unpack(">4sH6x", file.read(12))
            if kind not in _TRUETYPE or count > _MOST_TABLES:
                return False
            entries = struct.iter_unpack(">4s4xII", file.read(16 * count))
            tables = {tag: (start, length) for tag, start, length in entries}
            ends = (start + length for start, length in tables.values())
            if not tables.keys() >= _NEEDED or max(ends) > size:
                return False
            file.seek(tables[b"OS/2"][0] + _FS_TYPE_AT)
            (rights,) = struct.unpack(">H", file.read(2))
    except (OSError, struct.error):
        return False
    return rights & _USAGE != _RESTRICTED and not rights & _NO_SUBSET
