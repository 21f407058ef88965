"""The main button can be read in every state, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.test_theme import contrast
from ui.theme import DARK, LIGHT, make_palette
from ui.widgets.toned import PrimaryButton

WCAG_AA = 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("down", [False, True])
def test_the_words_stand_out_from_the_ground(qtbot, look, down):
    button = PrimaryButton("Simpan")
    qtbot.addWidget(button)
    button.setPalette(make_palette(look))
    button.setDown(down)
    button.resize(button.sizeHint())
    picture = button.grab().toImage()
    grounds = {
        picture.pixelColor(picture.width() - 6, y).name() for y in range(4, picture.height() - 4)
    }
    assert min(contrast(ground, look.on_accent) for ground in grounds) >= WCAG_AA


def test_the_words_follow_light_and_dark(qtbot):
    button = PrimaryButton("MMMM")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    for look in (LIGHT, DARK, LIGHT):
        button.setPalette(make_palette(look))
        picture = button.grab().toImage()
        inks = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert max(contrast(ink, look.accent) for ink in inks) >= WCAG_AA
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
