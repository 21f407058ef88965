"""What goes into the built program, and what its libraries bring along that stays out.

The lists name what is kept of Qt, not what is left out: a part that a later Qt adds then stays
out until somebody needs it, and the self-test of the build says so.
"""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

NAME = "sop-dik"
COMMANDS_NAME = "sop-dik-cli"

NOT_SHIPPED = frozenset({"packaging"})
"""Subfolders of resources/ that the running program never reads."""

EXCLUDED_MODULES = (
    # Optional parts of our libraries, for what the program does not do.
    "IPython", "PIL.ImageQt", "PIL.ImageTk", "PIL.ImageGrab", "PIL._tkinter_finder",
    "PIL._avif", "PIL._webp", "PIL.AvifImagePlugin", "docutils",
    "lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax",
    "matplotlib", "mypy", "numpy", "olefile", "pandas",
    "pikepdf.canvas", "pyphen", "rlPyCairo", "uharfbuzz",
    "playhouse", "psycopg", "psycopg2", "pymysql", "MySQLdb",
    # What a venv for testing has besides.
    "babel", "defusedxml", "fontTools", "hypothesis", "jsonschema", "odf", "openpyxl", "pdfminer",
    "pdfplumber", "pygments", "pypdf", "pypdfium2", "pytest", "xlwt", "yaml",
    # Of the standard library.
    "_tkinter", "tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "venv", "pydoc",
    "pydoc_data", "unittest", "doctest", "pdb", "test", "asyncio", "concurrent", "multiprocessing",
    "curses", "_curses", "readline", "ssl", "_ssl", "setuptools", "distutils", "pip",
    # Parts of PySide6 that somebody may import for its types.
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtPdfWidgets", "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtSql",
)  # fmt: skip

_QT_LIBRARIES = frozenset({
    "Core", "Gui", "Widgets", "Svg", "Pdf", "PrintSupport",
    "Network",  # QtPdf is linked to it
})  # fmt: skip
_QT_LIBRARIES_OF_LINUX = frozenset({"DBus", "XcbQpa", "WaylandClient", "OpenGL"})
"""Its desktop's; on Windows nothing that is kept asks for them."""

_QT_PLUGINS = {
    "platforms": ("xcb", "wayland", "windows", "offscreen"),
    "imageformats": ("jpeg", "svg", "gif", "ico", "tiff", "webp"),
    "iconengines": ("svgicon",),
    "platformthemes": ("xdgdesktopportal",),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin", "ibusplatforminputcontextplugin",
    ),
    "printsupport": ("cupsprintersupport",),  # that of Windows is in the library itself
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}  # fmt: skip

_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6([A-Za-z0-9]+?)(?:\.so(?:\.\d+)*|\.dll)$")
_PLUGIN = re.compile(r"^(?:lib)?(?:q(?=[a-z]))?(.+?)(?:\.so|\.dll)$")
_NEVER = re.compile(r"^(?:opengl32sw|d3dcompiler_\d+)\.dll$", re.IGNORECASE)
"""Drawing is done without OpenGL."""


def resource_files(root: Path) -> Iterator[tuple[str, str]]:
    """(file, folder it goes to) of every file below resources/ that is shipped."""
    resources = root / "resources"
    for file in sorted(resources.rglob("*")):
        inside = file.relative_to(resources)
        shipped = inside.parts[0] not in NOT_SHIPPED and file.suffix not in {".py", ".pyc"}
        if shipped and file.is_file():
            yield str(file), (PurePosixPath("resources") / inside.parent.as_posix()).as_posix()


def is_kept(target: str) -> bool:
    """Whether a file that the build wants to lay at `target` is needed."""
    path = PurePosixPath(target.replace("\\", "/"))
    if _NEVER.match(path.name):
        return False
    if (library := _QT_LIBRARY.match(path.name)) is not None:
        for_linux = not path.name.endswith(".dll")
        return library[1] in _QT_LIBRARIES or (for_linux and library[1] in _QT_LIBRARIES_OF_LINUX)
    if "PySide6" not in path.parts:
        return True
    if {"translations", "qml", "resources", "metatypes"} & set(path.parts):
        return False  # the program brings Qt's texts in Indonesian itself
    if "plugins" not in path.parts:
        return True
    folder = path.parent.name
    name = _PLUGIN.match(path.name)
    return name is not None and name[1] in _QT_PLUGINS.get(folder, ())
