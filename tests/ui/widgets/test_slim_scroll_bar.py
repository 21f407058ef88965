"""The handle is drawn where the mouse finds it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleFactory, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from ui.widgets.slim_scroll_bar import SlimScrollBar


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
@pytest.mark.parametrize(
    ("most", "page", "value"),
    [(1, 10, 0), (1, 10, 1), (40, 300, 17), (5_000, 20, 2_500), (5_000, 20, 5_000), (3, 0, 2)],
)
def test_the_handle_lies_where_the_style_hears_the_mouse(
    qtbot: QtBot, orientation: Qt.Orientation, most: int, page: int, value: int
) -> None:
    bar = SlimScrollBar(None, orientation)
    qtbot.addWidget(bar)
    bar.resize(9, 400) if orientation is Qt.Orientation.Vertical else bar.resize(400, 9)
    bar.setRange(0, most)
    bar.setPageStep(page)
    bar.setValue(value)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)

    styled = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )

    assert bar.handle().toAlignedRect().adjusted(-1, -1, 1, 1).contains(styled)
    assert styled.adjusted(-1, -1, 1, 1).contains(bar.handle().toAlignedRect())


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_the_handle_has_the_same_width_along_its_length(
    qtbot: QtBot, orientation: Qt.Orientation
) -> None:
    bar = SlimScrollBar(None, orientation)
    qtbot.addWidget(bar)
    lying = orientation is Qt.Orientation.Horizontal
    bar.resize(400, 9) if lying else bar.resize(9, 400)
    bar.setRange(0, 100)
    bar.setPageStep(100)
    picture = bar.grab().toImage()

    def thick(at: int) -> int:
        line = [picture.pixelColor(*((at, n) if lying else (n, at))) for n in range(9)]
        return sum(colour != line[0] for colour in line)

    handle = bar.handle().toRect()
    start = handle.left() if lying else handle.top()
    long = handle.width() if lying else handle.height()
    assert thick(start + 8) == thick(start + long // 2) == 5


def test_another_style_is_asked_anew(qtbot: QtBot) -> None:
    bar = SlimScrollBar()
    qtbot.addWidget(bar)
    before = bar.sizeHint()
    style = QStyleFactory.create("Windows")

    bar.setStyle(style)

    assert bar.sizeHint().height() == QScrollBar.sizeHint(bar).height() != before.height()
    assert bar.sizeHint().width() == before.width()
