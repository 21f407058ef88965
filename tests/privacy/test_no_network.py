"""The program never uses the network: not in its code, not while it runs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib3", "requests",
    "httpx", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "webbrowser",
    "asyncio", "aiohttp", "platform",  # on Windows that asks a socket for the PC's name
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtNetworkAuth", "PySide6.QtWebChannel",
}  # fmt: skip
SOURCES = [ROOT / "main.py", *(ROOT / "sopapp").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
WATCHED = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        print("NETWORK", event, arguments, file=sys.stderr, flush=True)
        raise SystemExit(99)
sys.addaudithook(refuse)
sys.argv = sys.argv[1:]
import runpy
if sys.argv[0] == "-m":
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
else:
    runpy.run_path(sys.argv[0], run_name="__main__")
"""


def nodes(path: Path, *words: str) -> Iterator[ast.AST]:
    """All of a module, nothing of one that has none of `words` in it."""
    text = path.read_text(encoding="utf-8")
    if any(word in text for word in words):
        yield from ast.walk(ast.parse(text))


def imported(path: Path) -> Iterator[str]:
    for node in nodes(path, *(each.rpartition(".")[2] for each in NETWORK)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_module_imports_what_talks_to_the_network() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCES
        for name in imported(path)
        if any(name == each or name.startswith(f"{each}.") for each in NETWORK)
    }
    assert not found


def test_what_is_opened_outside_is_a_local_file() -> None:
    calls = [
        (path, node)
        for path in SOURCES
        for node in nodes(path, "openUrl")
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "openUrl"
    ]
    assert calls
    for path, call in calls:
        assert "QUrl.fromLocalFile(" in ast.unparse(call), path


def watched(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=110,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_the_program_tests_itself_without_a_socket() -> None:
    """The window with letters and previews; the papers: tests/cli/test_commands.py."""
    done = watched("main.py", "--self-test")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Baik: papan menampilkan")


@pytest.mark.parametrize(
    "code", ["import socket; socket.socket()", "import socket; socket.getaddrinfo('a', 1)"]
)
def test_a_socket_would_be_noticed(tmp_path: Path, code: str) -> None:
    script = tmp_path / "buka.py"
    script.write_text(code, encoding="utf-8")
    done = watched(str(script))
    assert done.returncode == 99
    assert "NETWORK" in done.stderr
