"""The Python modules that Qt's binding carries in its library, compiled when the program is built.

The binding (shiboken6) has their source in a ZIP of its own and compiles it at every start, unless
it finds them in `files.dir` beside itself: `find_incarnated_files` in its signature_bootstrap.py.
"""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import py_compile
import sys
from pathlib import Path, PurePosixPath

_PACKAGE = "shibokensupport"
_FOLDER = PurePosixPath("shiboken6", "files.dir")


def compiled(work: Path) -> list[tuple[str, str]]:
    """Write them below `work`; (file, folder it goes to) of each.

    Raises LookupError when the binding does not carry them as a ZIP.
    """
    from PySide6 import QtCore  # noqa: F401 - loads them

    carried = getattr(sys.modules[_PACKAGE].__loader__, "zfile", None)
    if carried is None:
        msg = "shiboken6 has its support modules unpacked: remove files.dir from its folder"
        raise LookupError(msg)
    entries = []
    for name in carried.namelist():
        if name.startswith(f"{_PACKAGE}/") and name.endswith(".py"):
            source = Path(carried.extract(name, work))
            file = py_compile.compile(
                str(source),
                cfile=str(source.with_suffix(".pyc")),
                dfile=name,
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            entries.append((str(file), (_FOLDER / PurePosixPath(name).parent).as_posix()))
    return entries
