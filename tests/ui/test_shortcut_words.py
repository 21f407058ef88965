"""Every key of the window says what it is for, so that the list of keys can show it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import ui

FOLDER = Path(ui.__file__).parent


def makers() -> list[tuple[str, ast.FunctionDef, str]]:
    """(file, function, name that the QShortcut gets in it) of each one made."""
    found = []
    for path in FOLDER.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "QShortcut(" not in text:
            continue
        tree = ast.parse(text)
        for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
            found += [(str(path.relative_to(FOLDER)), function, name) for name in _made(function)]
    return found


def _made(function: ast.FunctionDef) -> list[str]:
    names = {
        id(node.value): ast.unparse(node.targets[0])
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
    }
    return [
        names.get(id(node), "")
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QShortcut"
    ]


MADE = makers()


def test_shortcuts_are_found():
    assert len(MADE) > 12


@pytest.mark.parametrize(("place", "function", "name"), MADE, ids=[each[0] for each in MADE])
def test_a_shortcut_says_what_it_is_for(place, function, name):
    assert name, f"{place}: give the QShortcut of {function.name} a name, and setWhatsThis"
    said = [
        ast.unparse(node.func.value)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setWhatsThis"
    ]
    assert name in said
