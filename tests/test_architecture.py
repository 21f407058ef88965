"""The layers import downwards only, the start loads little, every text file is UTF-8."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.clock import FixedClock

ROOT = Path(__file__).resolve().parent.parent
STDLIB = sys.stdlib_module_names

# Folder or file -> what it may import besides the standard library, by dotted prefix.
ALLOWED = {
    "sopapp/domain": ("sopapp.domain",),
    "sopapp/persistence": (
        "sopapp.domain", "sopapp.persistence", "sopapp.clock", "sopapp.durable",
        "sopapp.disk_refusal", "sopapp.file_lock", "peewee",
    ),
    "sopapp/backup": (
        "sopapp.domain", "sopapp.persistence", "sopapp.backup", "sopapp.durable", "sopapp.paths",
        "sopapp.folder_lock", "sopapp.disk_refusal", "sopapp.file_lock",
        "sopapp.left_behind", "sopapp.pc_name", "sopapp.__version__", "cryptography",
    ),
    "sopapp/documents": (
        "sopapp.domain", "sopapp.documents", "sopapp.paths", "reportlab", "num2words",
        "PIL",  # comes with reportlab
        "pikepdf",
    ),
    "sopapp/spreadsheet": (
        "sopapp.domain", "sopapp.spreadsheet", "xlsxwriter", "python_calamine",
    ),
    "sopapp/publication": (
        "sopapp.domain", "sopapp.publication", "sopapp.paths", "xlsxwriter",
    ),
    "sopapp/calendar": ("sopapp.domain", "sopapp.calendar", "holidays"),
    "sopapp/services": (
        "sopapp.domain", "sopapp.persistence", "sopapp.calendar", "sopapp.services",
        "sopapp.documents.content", "sopapp.documents.list_content",
        "sopapp.documents.paper_parts", "sopapp.documents.templates", "sopapp.documents.bilangan",
        "sopapp.documents.build", "sopapp.documents.arsip", "sopapp.documents.rich_text",
        "sopapp.documents.pdf_check", "sopapp.documents.picture_check",
        "sopapp.documents.printable",
        "sopapp.clock", "sopapp.sop_file", "sopapp.katalog_file", "sopapp.checked_toml", "peewee",
        "sopapp.spreadsheet", "sopapp.publication", "sopapp.backup", "sopapp.durable",
        "sopapp.saved_file", "sopapp.disk_refusal", "sopapp.paths",
    ),
    "sopapp": ("sopapp", "peewee", "holidays", "reportlab", "PIL", "num2words", "platformdirs",
               "xlsxwriter", "python_calamine", "pikepdf", "cryptography"),
    "main.py": ("sopapp", "ui"),
}  # fmt: skip

FORBIDDEN = {
    "sopapp": ("PySide6", "shiboken6", "ui", "main", "tests"),
    "ui": ("peewee", "sopapp.persistence", "sqlite3", "main", "tests"),
    # What all pages share knows none of them.
    "ui/widgets": tuple(
        f"ui.{path.name}"
        for path in (ROOT / "ui").iterdir()
        if (path / "__init__.py").exists() and path.name != "widgets"
    ),
}


def sources(where: str) -> list[Path]:
    path = ROOT / where
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Every dotted name that a module imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which layer they reach"
            # `from sopapp import persistence` names a module as much as a plain import does.
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def imported_by(path: Path) -> tuple[str, ...]:
    """What the module at `path` imports; most lie in more than one layer's folder."""
    return tuple(imported(ast.parse(path.read_text(encoding="utf-8"))))


def within(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def breaches(imports: Iterable[str], allowed: tuple[str, ...]) -> list[str]:
    """What of `imports` is beyond the standard library and `allowed`."""
    names = set(imports)
    # A package on the way to an allowed module is no breach when something allowed comes of it.
    return sorted(
        name
        for name in names
        if name.partition(".")[0] not in STDLIB
        and not within(name, allowed)
        and not any(other.startswith(name + ".") and within(other, allowed) for other in names)
    )


@pytest.mark.parametrize("where", ALLOWED)
def test_a_layer_imports_only_what_lies_below_it(where: str) -> None:
    found = {
        str(path.relative_to(ROOT)): wrong
        for path in sources(where)
        if (wrong := breaches(imported_by(path), ALLOWED[where]))
    }

    assert found == {}


@pytest.mark.parametrize("where", FORBIDDEN)
def test_no_import_against_the_layers(where: str) -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in sources(where)
        if (names := [name for name in imported_by(path) if within(name, FORBIDDEN[where])])
    }

    assert found == {}


def test_the_rule_sees_a_breach() -> None:
    def found(text: str) -> list[str]:
        return breaches(imported(ast.parse(text)), ("sopapp.domain",))

    assert found("from sopapp import persistence") == ["sopapp", "sopapp.persistence"]
    assert found("def f():\n    import peewee") == ["peewee"]
    assert found("from sopapp import domain\nimport json") == []


def run_fresh(code: str, *arguments: str) -> str:
    """What a new interpreter prints for `code`."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


LOADED = """
import sys
print([name for name in ('PySide6', 'shiboken6', 'ui', 'tkinter') if name in sys.modules])
"""


def test_the_core_loads_no_window_toolkit() -> None:
    assert run_fresh("import sopapp.app" + LOADED).strip() == "[]"


OPEN_AND_SHOW = """
import sys
from datetime import date
from pathlib import Path
from sopapp.app import open_app
from sopapp.clock import FixedClock
with open_app(Path(sys.argv[1]), FixedClock(date(2026, 11, 23))) as app:
    cards = app.board.load().cards
    assert len(cards) == 1 and cards[0].due == date(2026, 11, 30), cards
heavy = ('reportlab', 'holidays', 'num2words', 'babel', 'pypdf', 'PIL', 'PySide6.QtPdf')
print([name for name in heavy if name in sys.modules])
"""


def test_opening_the_board_loads_nothing_heavy(tmp_path: Path) -> None:
    with open_app(tmp_path, FixedClock(date(2026, 11, 23))) as app:
        app.berkas.create("Berkas", 2026, date(2026, 11, 23))
        app.board.load()  # fills the holiday cache

    assert run_fresh(OPEN_AND_SHOW, str(tmp_path)).strip() == "[]"


FILE_CALLS = {"open", "fdopen", "read_text", "write_text", "NamedTemporaryFile", "TemporaryFile"}


def unencoded(text: str, *, dialogs: bool = False) -> list[str]:
    """Calls in `text` that open a text file without naming its encoding.

    With `dialogs` a bare `x.open()` shows a window, or a desk, and is no file.
    """
    found: list[str] = []
    if not any(f"{name}(" in text for name in FILE_CALLS):
        return found
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in FILE_CALLS or any(key.arg == "encoding" for key in node.keywords):
            continue
        method = name == "open" and isinstance(node.func, ast.Attribute)
        mode = node.args[0 if method else 1 :][:1] + [
            key.value for key in node.keywords if key.arg == "mode"
        ]
        said = [m.value for m in mode if isinstance(m, ast.Constant) and isinstance(m.value, str)]
        if name in {"read_text", "write_text"}:
            bad = True
        elif method and (mode or dialogs):
            # Another library's open takes no mode; a path's does.
            bad = any("b" not in word for word in said)
        else:
            bad = not any("b" in word for word in said)
        if bad:
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def test_every_text_file_is_opened_with_its_encoding() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{call}"
        for folder in ("sopapp", "ui", "main.py", "tests")
        for path in sources(folder)
        for call in unencoded(
            path.read_text(encoding="utf-8"),
            dialogs=not {"ui", "journeys"}.isdisjoint(path.relative_to(ROOT).parts),
        )
    ]

    assert found == []


def test_the_encoding_rule_sees_a_breach() -> None:
    assert unencoded("p.read_text()") == ["1: p.read_text()"]
    assert unencoded("open(p, 'w')") == ["1: open(p, 'w')"]
    assert unencoded("p.open('w')", dialogs=True) == ["1: p.open('w')"]
    assert unencoded("p.open()") == ["1: p.open()"]
    assert unencoded("p.open('rb')") == []
    assert unencoded("Image.open(data)") == []
    assert unencoded("p.write_text(t, encoding='utf-8')") == []


def test_a_painter_of_a_widget_ends_whatever_happens() -> None:
    """One that a fault leaves alive paints on a widget drawn anew, and Qt ends with a crash."""
    held = re.compile(r"= QPainter\(self\b")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources("ui")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if held.search(line)
    ]

    assert found == []  # `with QPainter(self) as painter:`
