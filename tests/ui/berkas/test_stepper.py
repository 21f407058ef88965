"""What the row of stages says where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from ui.berkas.stepper import StageMark, StageState, Stepper
from ui.theme import scaled_font


@pytest.mark.parametrize(
    ("detail", "shortest"), [("2 hari kerja", "2 hk"), ("tenggat 16 Des 2026", "16 Des 2026")]
)
def test_a_stage_is_never_narrower_than_its_number_of_days_or_its_date(qtbot, detail, shortest):
    row = Stepper()
    qtbot.addWidget(row)
    row.show_marks([StageMark(2, "V", detail, StageState.TODO)], looked_at=1)
    button = row.button(2)
    words = QFontMetricsF(scaled_font(button.font(), 0.88)).horizontalAdvance(shortest)
    assert button.short_detail() == shortest
    assert button.sizeHint().width() > words
