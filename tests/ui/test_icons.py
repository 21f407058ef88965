"""Icons in the colours of the palette, in Qt's hands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ui.icons import icon
from ui.theme import DARK, LIGHT, Theme
from ui.widgets.icon_label import IconLabel

ROOT = Path(__file__).resolve().parents[2]

_COPIED = """
import gc
from PySide6.QtGui import QIcon
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui.icons import icon

application = QApplication([])
first = icon("app", application.palette())
copy = QIcon(first)
copy.setIsMask(True)  # now Qt asks for a copy of what draws it
gc.collect()
drawn = copy.pixmap(24, 24).toImage()
print(any(drawn.pixelColor(x, 12).alpha() for x in range(24)), end="")
"""


def test_a_copy_that_qt_makes_of_an_icon_still_draws():
    ended = subprocess.run(
        [sys.executable, "-c", _COPIED], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, b"True"), ended.stderr


@pytest.fixture
def scheme():
    """Changes the light of the running program; as it was afterwards."""
    application = QApplication.instance()
    before = application.palette()
    theme = Theme(application)

    def change(look):
        theme.apply(Qt.ColorScheme.Dark if look.dark else Qt.ColorScheme.Light)
        application.processEvents()

    yield change
    theme.deleteLater()
    application.setPalette(before)


def inks(picture):
    """The opaque colours of a pixmap."""
    image = picture.toImage()
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


def test_an_icon_on_a_widget_follows_light_and_dark(qtbot, scheme):
    button = QPushButton()
    qtbot.addWidget(button)
    scheme(LIGHT)
    button.setIcon(icon("search", button, tone="muted"))
    for look in (LIGHT, DARK, LIGHT):
        scheme(look)
        assert inks(button.icon().pixmap(32, 32)) == {look.muted}


def test_an_icon_that_stands_by_itself_follows_too(qtbot, scheme):
    scheme(LIGHT)
    mark = IconLabel("done", "ok", side=32)
    qtbot.addWidget(mark)
    for look in (DARK, LIGHT):
        scheme(look)
        assert inks(mark.pixmap()) == {look.ok}
