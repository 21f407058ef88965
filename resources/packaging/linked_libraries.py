"""Which shared libraries the parts of the Linux build really ask for.

PyInstaller follows every plugin of Qt to the libraries of the system; those of the plugins that
are left out (GTK with all it stands on) would stay behind.
"""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Where it goes, where it comes from, and its kind, as PyInstaller lists what it collects."""

LEFT_TO_THE_SYSTEM = frozenset({"libcups.so.2"})
"""Printing has to be the system's own: its library fits its daemon, its settings and its keys."""

_PLUGIN = re.compile(r"(^|/)plugins/")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_NOT_FOUND = re.compile(r"^\s+(\S+) => not found", re.MULTILINE)
_FILE = re.compile(r"^(\S.*):\s+file format ", re.MULTILINE)


def without_orphans(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without the libraries that nothing else among them is linked to."""
    entries = list(entries)
    sources = [source for _target, source, kind in entries if kind != "SYMLINK"]
    wanted = _reached(entries, links(sources))
    return [entry for entry in entries if _is_root(entry) or _name(entry) in wanted]


def links(files: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The names of the libraries that each file is linked to."""
    done = subprocess.run(
        ["objdump", "-p", *files],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"LC_ALL": "C"},
        check=True,
    )
    found: dict[str, tuple[str, ...]] = {}
    places = list(_FILE.finditer(done.stdout))
    for place, after in zip(places, [*places[1:], None], strict=True):
        part = done.stdout[place.end() : after.start() if after else None]
        found[place[1]] = tuple(_NEEDED.findall(part))
    return found


def missing(inside: Path) -> list[str]:
    """Libraries that plugins of Qt in the built folder `inside` would not find on this machine."""
    plugins = map(str, inside.glob("PySide6/Qt/plugins/*/*.so"))
    done = subprocess.run(
        ["ldd", *plugins],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"LC_ALL": "C", "LD_LIBRARY_PATH": str(inside)},
        check=False,
    )
    return sorted(set(_NOT_FOUND.findall(done.stdout)))


def _reached(entries: list[Entry], linked: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Names of all libraries that the roots need, over however many steps."""
    sources = {_name(entry): entry[1] for entry in entries if entry[2] != "SYMLINK"}
    wanted: set[str] = set()
    ahead = [entry[1] for entry in entries if _is_root(entry)]
    while ahead:
        for name in linked.get(ahead.pop(), ()):
            if name not in wanted and name not in LEFT_TO_THE_SYSTEM:
                wanted.add(name)
                if name in sources:
                    ahead.append(sources[name])
    return wanted


def _is_root(entry: Entry) -> bool:
    """Whether something loads the file by its name at run time: a module, a plugin, Python."""
    target, _source, kind = entry
    return kind == "EXTENSION" or bool(_PLUGIN.search(target)) or "libpython" in target


def _name(entry: Entry) -> str:
    return PurePosixPath(entry[0]).name
