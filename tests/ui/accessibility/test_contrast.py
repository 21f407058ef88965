"""Whatever is written can be read, in light and in dark (WCAG 2 AA); see also test_theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from tests.ui.test_theme import contrast
from ui.theme import DARK, LIGHT, make_palette

ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup
PAIRS = (
    (ROLE.WindowText, ROLE.Window),
    (ROLE.WindowText, ROLE.AlternateBase),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Base),
    (ROLE.Link, ROLE.Window),
    (ROLE.BrightText, ROLE.Window),
    (ROLE.HighlightedText, ROLE.Highlight),
)
LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
TEXT, PART = 4.5, 3.0
"""What AA asks of text, and of the parts of a control."""


def seen(ink: QColor, ground: QColor) -> str:
    """A half transparent colour as it looks on a ground."""
    share = ink.alphaF()
    mixed = (one * share + other * (1 - share) for one, other in
             zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True))  # fmt: skip
    return QColor.fromRgbF(*mixed).name()


def weak(palette: QPalette, group: QPalette.ColorGroup, least: float) -> list[str]:
    found = []
    for ink, ground in PAIRS:
        under = palette.color(group, ground)
        reached = contrast(seen(palette.color(group, ink), under), under.name())
        if reached < least:
            found.append(f"{ink.name} on {ground.name}: {reached:.2f}")
    return found


@LOOKS
@pytest.mark.parametrize("group", [GROUP.Active, GROUP.Inactive], ids=["active", "inactive"])
def test_every_pair_of_the_palette(look, group):
    assert weak(make_palette(look), group, TEXT) == []


@LOOKS
def test_what_cannot_be_used_now_can_still_be_read(look):
    assert weak(make_palette(look), GROUP.Disabled, PART) == []


@LOOKS
def test_the_frame_of_the_keyboard_is_seen_on_every_ground(look):
    grounds = (look.surface, look.panel, look.card, look.field, look.off_path, *look.lanes)
    weak = [ground for ground in grounds if contrast(look.accent, ground) < PART]
    assert weak == []


@LOOKS
def test_a_button_under_the_mouse_stays_readable(look):
    lit = QColor(look.accent).lighter(112).name()
    assert contrast(look.on_accent, lit) >= TEXT
