"""What the program says of the guide is there: topics of pages, of dialogs and of errors."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import ui
from sopapp.domain import panduan
from sopapp.paths import RESOURCES
from ui.guide.contents import read_guide

FOLDER = Path(ui.__file__).parent
GUIDE = read_guide(RESOURCES / "panduan")
PLACES = {topic.name for topic in GUIDE.topics} | {
    f"{topic.name}#{part.anchor}" for topic in GUIDE.topics for part in topic.parts
}
WHY = {name: value for name, value in vars(panduan).items() if name.isupper() and name[0] != "_"}

WITHOUT = {
    "AskingDialog", "FormDialog", "GrowingDialog", "WorkDialog",  # what others are made of
    "IncompleteDialog", "TextDialog", "ReportDialog",  # asked by any page: that page's topic
    "ErrorBar", "PictureDialog", "LateDialog",
}  # fmt: skip


@cache
def classes() -> dict[str, ast.ClassDef]:
    """Every class of the window by name."""
    return {
        node.name: node
        for path in FOLDER.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }


def bases(name: str) -> list[str]:
    """The class and what it comes from, nearest first."""
    node = classes().get(name)
    if node is None:
        return [name]
    return [name] + [
        each for base in node.bases if isinstance(base, ast.Name) for each in bases(base.id)
    ]


def own_topics(name: str) -> list[str | None]:
    """The class's own topic; None when it is reckoned."""
    found: list[str | None] = []
    for node in classes()[name].body if name in classes() else []:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "topic":
            found.append(ast.literal_eval(node.value))
        if isinstance(node, ast.FunctionDef) and node.name == "topic":
            found.append(None)
    return found


def test_every_dialog_says_what_it_is_about():
    dialogs = [name for name in classes() if "QDialog" in bases(name)[1:] and name not in WITHOUT]
    silent = [name for name in dialogs if not any(own_topics(base) for base in bases(name))]
    assert silent == []
    assert len(dialogs) > 40


def test_topics_of_classes_are_in_the_guide():
    said = {topic for name in classes() for topic in own_topics(name) if topic}
    assert said - PLACES == set()
    assert len(said) > 40


@pytest.mark.parametrize("name", sorted(WHY))
def test_what_errors_lead_to_is_in_the_guide(name):
    assert WHY[name] in PLACES


@pytest.mark.parametrize("name", sorted(WHY))
def test_what_the_guide_explains_is_led_to(name):
    root = Path(panduan.__file__).parent.parent
    users = [
        path for path in root.rglob("*.py") if f"panduan.{name}" in path.read_text(encoding="utf-8")
    ]
    assert users != []


def test_every_stage_says_what_it_needs():
    assert {panduan.selesai(stage) for stage in range(1, 6)} <= PLACES
    assert panduan.selesai(9) is None


def test_the_glossary_is_in_alphabetical_order():
    text = GUIDE.find("glosarium").text
    lines = [line for line in text.splitlines() if line.startswith("- **")]
    terms = [line[4:].split("**")[0].rstrip(".") for line in lines]
    keys = [term.casefold().replace(".", "").replace("/", "") for term in terms]
    assert keys == sorted(keys)
    heads = [part.title for part in GUIDE.find("glosarium").parts]
    assert heads == sorted({term[0].upper() for term in terms})


@pytest.mark.parametrize(
    "term",
    ["DIK", "PPID", "Uji konsekuensi", "Berkas", "Usulan", "Nota Dinas", "Keputusan (SK)", "SK",
     "Cuti bersama", "Hari kerja", "Nomor sisipan", "Buku agenda", "Buku ekspedisi", "Monev",
     "Nihil", "Tenggat", "Bundel arsip", "Pelaksana"],
)  # fmt: skip
def test_the_glossary_knows_the_words_of_the_screen(term):
    assert f"- **{term}.**" in GUIDE.find("glosarium").text
