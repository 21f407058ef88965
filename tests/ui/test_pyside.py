"""The Qt binding itself: a build that lowers None's reference count must not be used."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel


def test_calls_that_return_none_leave_its_reference_count_alone(qtbot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    # PySide6 6.12.0 on Python 3.11 loses one for each call and aborts in the end.
    assert abs(sys.getrefcount(None) - before) < 100
