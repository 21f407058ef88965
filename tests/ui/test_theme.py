"""Every text can be read in light and in dark (WCAG 2 AA)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from ui.theme import DARK, LIGHT, Theme, make_palette, tokens

GROUNDS = ("surface", "panel", "card", "field", "off_path")


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    value = QColor(colour)
    return (
        0.2126 * linear(value.redF())
        + 0.7152 * linear(value.greenF())
        + 0.0722 * linear(value.blueF())
    )


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_aa_contrast_on_every_ground(look):
    weak = []
    for ink in ("text", "muted", "accent", "danger", "warn", "ok"):
        grounds = [getattr(look, name) for name in GROUNDS]
        grounds += [look.accent_tint, *look.lanes]
        if ink in ("danger", "warn", "ok"):
            grounds.append(getattr(look, f"{ink}_tint"))
        weak += [(ink, ground) for ground in grounds if contrast(getattr(look, ink), ground) < 4.5]
    assert weak == []
    assert contrast(look.on_accent, look.accent) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_arrows_can_be_seen_on_every_lane(look):
    assert all(contrast(look.path, lane) >= 2.5 for lane in (*look.lanes, look.surface))


def test_the_scheme_of_the_system_is_followed_while_running(qapp, qtbot):
    theme = qapp.findChild(Theme)
    widget = QWidget()
    qtbot.addWidget(widget)
    seen = []

    def switch() -> None:
        theme.apply(Qt.ColorScheme.Dark)
        QTimer.singleShot(0, look)

    def look() -> None:
        seen.append(tokens(widget))
        theme.apply(Qt.ColorScheme.Light)
        QTimer.singleShot(0, qapp.quit)

    # Qt passes a palette on to widgets only while the application runs.
    QTimer.singleShot(0, switch)
    qapp.exec()
    assert seen == [DARK]
    assert tokens(widget) is LIGHT


def test_palette_selection_is_readable():
    palette = make_palette(DARK)
    role = QPalette.ColorRole
    pair = palette.color(role.HighlightedText).name(), palette.color(role.Highlight).name()
    assert contrast(*pair) >= 4.5
