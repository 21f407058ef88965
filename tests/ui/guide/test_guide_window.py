"""The guide opens at the topic, finds words and follows its own links."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QPalette

from sopapp.paths import RESOURCES
from ui.guide.contents import read_guide
from ui.guide.guide_window import GuideWindow

FOLDER = RESOURCES / "panduan"
TOPICS = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.fixture
def window(qtbot):
    made = GuideWindow()
    qtbot.addWidget(made)
    return made


def test_every_file_is_a_topic_and_has_its_place():
    guide = read_guide(FOLDER)
    assert sorted(topic.name for topic in guide.topics) == TOPICS
    assert len({topic.title for topic in guide.topics}) == len(TOPICS)


@pytest.mark.parametrize("name", TOPICS)
def test_every_link_leads_to_a_topic(name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert target.removesuffix(".md") in TOPICS, target


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_shows_its_text(window, name):
    window.open_topic(name)
    assert window.topic == name
    words = window.article.toPlainText()
    assert words.startswith(read_guide(FOLDER).find(name).title)
    assert "**" not in words
    assert "](" not in words


@pytest.mark.qt_log_ignore("raise", extend=True)  # the offscreen platform has one window
def test_a_topic_not_known_opens_the_beginning(window):
    window.open_topic("tahap-9")
    assert window.topic == "mulai"
    window.open_topic()
    assert window.topic == "mulai"


def test_the_search_narrows_the_contents_and_marks_the_words(window):
    window.open_topic("glosarium")
    window.search.setText("cuti BERSAMA perkiraan")
    assert "hari-kerja" in window.topics_listed
    assert "papan" not in window.topics_listed
    assert window.topic == window.topics_listed[0]
    assert window.article.extraSelections()
    window.search.setText("xyzzy")
    assert window.topics_listed == ()
    assert not window.nothing.isHidden()
    window.search.clear()
    assert len(window.topics_listed) == len(TOPICS)
    assert window.nothing.isHidden()


def test_links_and_the_way_back(window):
    window.open_topic("mulai")
    window.article.anchorClicked.emit(QUrl("papan.md"))
    assert window.topic == "papan"
    window.back()
    assert window.topic == "mulai"
    window.back()
    assert window.topic == "mulai"


def test_a_link_to_elsewhere_is_not_followed(window):
    window.article.anchorClicked.emit(QUrl("https://contoh.test/papan.md.exe"))
    assert window.topic == "mulai"


def test_the_contents_lead_to_a_topic(window):
    window.show()
    for row in range(window.contents.count()):
        item = window.contents.item(row)
        if item.text() == "Glosarium":
            window.contents.setCurrentItem(item)
    assert window.topic == "glosarium"


def test_escape_closes(qtbot, window):
    window.open_topic("papan")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.contents, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_colours_follow_a_dark_palette(window):
    window.open_topic("papan")
    palette = QPalette(window.palette())
    for role, colour in (("Window", "#101010"), ("Base", "#000000"), ("Link", "#ffcc00")):
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    window.article.setPalette(palette)
    colours = set()
    block = window.article.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            form = iterator.fragment().charFormat()
            if form.isAnchor():
                colours.add(form.foreground().color().name())
            iterator += 1
        block = block.next()
    assert colours == {"#ffcc00"}
