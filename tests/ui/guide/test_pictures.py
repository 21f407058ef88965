"""The guide's pictures: each is named, described, small, and shown as wide as the text."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextFormat

from tests.screens_guide import GUIDE, LARGEST, named
from ui.guide.guide_window import GuideWindow
from ui.guide.picture_dialog import PictureDialog

FOLDER = GUIDE / "gambar"
NAMED = named()

# The offscreen platform has one window.
pytestmark = pytest.mark.qt_log_ignore("raise", extend=True)


@pytest.fixture
def window(qtbot):
    made = GuideWindow()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def pictures(window: GuideWindow):
    """(format, text of its block) of each picture shown."""
    block = window.article.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            form = iterator.fragment().charFormat()
            if form.isImageFormat():
                yield form.toImageFormat(), block.text()
            iterator += 1
        block = block.next()


def test_every_picture_named_is_there_and_every_one_there_is_named():
    assert sorted(NAMED) == sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_picture_is_described_and_small(name):
    assert all(len(words) > 15 for words in NAMED[name])
    path = FOLDER / f"{name}.png"
    assert path.stat().st_size <= LARGEST
    with Image.open(path) as picture:
        assert picture.mode == "P"
        assert picture.width <= 1280


def test_all_pictures_together_are_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 1_500_000


def test_a_picture_is_as_wide_as_the_text_with_its_words_below(window):
    window.open_topic("papan")
    (form, text), *_ = pictures(window)
    assert form.width() == window.article.fontMetrics().averageCharWidth() * 78
    assert NAMED["papan"][0] in text
    window.resize(560, 500)
    (narrow, _text), *_ = pictures(window)
    assert 100 < narrow.width() < form.width()
    assert narrow.width() <= window.article.viewport().width()


def test_a_picture_has_a_device_pixel_for_each_of_the_screen(qtbot, window, monkeypatch):
    monkeypatch.setattr(type(window.article), "devicePixelRatioF", lambda _self: 1.5)
    window.open_topic("papan")
    (form, _text), *_ = pictures(window)
    made = window.article.document().resource(
        window.article.document().ResourceType.ImageResource, QUrl(form.name())
    )
    assert made.width() == round(form.width() * 1.5)
    assert made.devicePixelRatio() == 1.5


def test_a_picture_that_is_not_there_leaves_its_words(qtbot, window):
    window.article.show_markdown("# Judul\n\n![Yang hilang itu](gambar/tidak-ada.png)\n")
    assert "Yang hilang itu" in window.article.toPlainText()


def test_a_picture_opens_larger(qtbot, window):
    window.open_topic("papan")
    (form, _text), *_ = pictures(window)
    assert form.anchorHref() == "gambar/papan.png"  # so Tab reaches it, and Enter
    window.article.anchorClicked.emit(QUrl(form.anchorHref()))
    dialog = window.findChild(PictureDialog)
    assert dialog.isVisible()
    assert dialog.picture.accessibleName() == form.property(QTextFormat.Property.ImageAltText)
    whole = QImage(str(FOLDER / "papan.png"))
    assert dialog.picture.pixmap().width() > form.width()
    assert dialog.picture.pixmap().width() <= whole.width()
    dialog.close()
