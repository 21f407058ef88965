"""The Python modules that Qt's binding carries in its library, taken in as any other module.

The binding (shiboken6) has their source in a ZIP of its own and compiles it at every start. Where
a folder `files.dir` lies beside it, it imports them instead: `find_incarnated_files` in its
signature_bootstrap.py. The folder may be empty: the built program has them in its archive.
"""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path("shiboken6", "files.dir")
"""Makes the binding import them; without it, it uses its own."""

_PACKAGE = "shibokensupport"


def modules(work: Path) -> list[tuple[str, str, str]]:
    """Their names, files and kind, as PyInstaller lists what it collects; unpacked below `work`.

    Raises LookupError when the binding does not carry them as a ZIP.
    """
    from PySide6 import QtCore  # noqa: F401 - loads them

    carried = getattr(sys.modules[_PACKAGE].__loader__, "zfile", None)
    if carried is None:
        msg = "shiboken6 has its support modules unpacked: remove files.dir from its folder"
        raise LookupError(msg)
    entries = []
    for path in carried.namelist():
        if path.startswith(f"{_PACKAGE}/") and path.endswith(".py"):
            name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            entries.append((name, str(carried.extract(path, work)), "PYMODULE"))
    return entries
