"""The guide opens at the topic, finds words and follows its own links."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QPalette

from sopapp.paths import RESOURCES
from ui.guide.contents import read_guide
from ui.guide.guide_window import GuideWindow

FOLDER = RESOURCES / "panduan"
TOPICS = sorted(path.stem for path in FOLDER.glob("*.md"))

# The offscreen platform has one window.
pytestmark = pytest.mark.qt_log_ignore("raise", extend=True)


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
def test_every_link_leads_to_a_topic_and_a_heading(name):
    guide = read_guide(FOLDER)
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text):
        page, _, heading = target.partition("#")
        assert page.removesuffix(".md") in TOPICS, target
        if heading:
            assert heading in [part.anchor for part in guide.find(page[:-3]).parts], target


@pytest.mark.parametrize("name", TOPICS)
def test_headings_of_a_page_are_told_apart(name):
    anchors = [part.anchor for part in read_guide(FOLDER).find(name).parts]
    assert len(anchors) == len(set(anchors))
    assert all(anchors)


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_shows_its_text(window, name):
    window.open_topic(name)
    assert window.topic == name
    words = window.article.toPlainText()
    assert words.startswith(read_guide(FOLDER).find(name).title)
    assert "**" not in words
    assert "](" not in words


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


def test_forward_goes_where_back_came_from(window):
    window.open_topic("mulai")
    assert not window.back_button.isEnabled()
    window.article.anchorClicked.emit(QUrl("papan.md"))
    window.article.anchorClicked.emit(QUrl("arsip.md"))
    window.back_button.click()
    window.back_button.click()
    assert window.topic == "mulai"
    window.forward_button.click()
    assert window.topic == "papan"
    window.article.anchorClicked.emit(QUrl("riwayat.md"))
    assert not window.forward_button.isEnabled()


def test_a_heading_comes_to_the_top(qtbot, window):
    window.resize(800, 400)
    window.show()
    qtbot.waitExposed(window)
    window.open_topic("hari-kerja#status-tahun")
    assert (window.topic, window.article.heading_on_top) == ("hari-kerja", "status-tahun")
    window.article.anchorClicked.emit(QUrl("#cara-menghitung"))
    assert (window.topic, window.article.heading_on_top) == ("hari-kerja", "cara-menghitung")
    window.back()
    assert window.article.heading_on_top == "status-tahun"
    window.article.anchorClicked.emit(QUrl("surat.md#nomor-di-luar-program"))
    assert (window.topic, window.article.heading_on_top) == ("surat", "nomor-di-luar-program")


def test_a_heading_stays_on_top_when_the_window_gets_narrow(qtbot, window):
    window.resize(1000, 400)
    window.show()
    qtbot.waitExposed(window)
    window.open_topic("surat-dan-cetak#kertas")
    window.resize(640, 400)
    assert window.article.heading_on_top == "kertas"


def test_a_heading_not_known_shows_the_page_from_its_beginning(window):
    window.open_topic("papan#tidak-ada")
    assert window.topic == "papan"
    assert window.article.verticalScrollBar().value() == 0


def test_the_search_names_the_headings_below_which_the_words_stand(window):
    window.search.setText("nomor sisipan")
    assert "surat#buku-agenda" in window.parts_listed
    for row in range(window.contents.count()):
        item = window.contents.item(row)
        if item.text().strip() == "Buku agenda":
            window.contents.setCurrentItem(item)
    assert window.topic == "surat"
    assert window.contents.currentItem().text().strip() == "Buku agenda"
    window.search.clear()
    assert window.parts_listed == ()


def test_the_search_finds_what_is_read_and_not_the_names_of_files(window):
    window.search.setText("gambar/papan.png")
    assert window.topics_listed == ()
    window.search.setText("tujuannya uji konsekuensi.md")
    assert window.topics_listed == ()


def test_place_and_size_are_remembered(qtbot, tmp_path):
    context = SimpleNamespace(app=SimpleNamespace(data=tmp_path))
    first = GuideWindow(context)
    qtbot.addWidget(first)
    first.show()
    first.resize(731, 433)
    first.close()
    again = GuideWindow(context)
    qtbot.addWidget(again)
    again.show()
    assert (again.width(), again.height()) == (731, 433)


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
