"""A row of controls fits a narrow window by becoming two."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.folding_row import FoldingRow


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.left = [QPushButton(f"Tombol kiri {n}") for n in range(3)]
    made.right = [QPushButton("Tombol kanan")]
    made.row = FoldingRow(made.left, made.right)
    box = QVBoxLayout(made)
    box.addWidget(made.row)
    box.addStretch(1)
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.show()
    return made


def edge(widget):
    return widget.mapTo(widget.window(), widget.rect().bottomRight())


def test_one_row_with_room_and_two_without(window, qtbot):
    assert not window.row.folded
    assert edge(window.left[0]).y() == edge(window.right[0]).y()
    window.resize(window.minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: window.right[0].y() > window.left[0].y())
    assert window.row.folded
    assert edge(window.left[2]).x() <= window.width()
    window.resize(1200, 300)
    qtbot.waitUntil(lambda: window.right[0].y() == window.left[0].y())


def test_the_window_may_be_as_narrow_as_the_wider_group(window):
    group = sum(button.sizeHint().width() for button in window.left)
    assert window.minimumSizeHint().width() < group + window.right[0].sizeHint().width()


def test_words_that_grow_fold_the_row(window, qtbot):
    window.resize(window.row.sizeHint().width() + 40, 300)
    assert not window.row.folded
    window.right[0].setText("Tombol kanan dengan kata-kata yang jauh lebih panjang daripada semula")
    qtbot.waitUntil(lambda: window.row.folded)


def test_spare_words_leave_a_narrow_row_and_come_back(qtbot):
    made = QWidget()
    buttons = [QPushButton(f"Tombol {n}") for n in range(4)]
    words = QLabel("3 dari 8 unit menjawab")
    row = FoldingRow(buttons, (words,), spare=True)
    QVBoxLayout(made).addWidget(row)
    qtbot.addWidget(made)
    made.resize(1200, 100)
    made.show()
    high = row.height()
    assert words.isVisible()
    made.resize(made.minimumSizeHint().width(), 100)
    qtbot.waitUntil(lambda: not words.isVisible())
    assert row.height() == high
    made.resize(1200, 100)
    qtbot.waitUntil(words.isVisible)
