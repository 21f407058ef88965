from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QToolTip

from sopapp.domain.ribuan import ribuan
from ui.berkas.rich_text_field import RichTextField
from ui.widgets.growing_text import GrowingText
from ui.widgets.plain_text import MOST, PlainText


@pytest.fixture(autouse=True)
def tips(monkeypatch):
    """What is said at the field."""
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    return said


@pytest.fixture(params=[PlainText, GrowingText, RichTextField])
def field(request, qtbot):
    made = request.param()
    qtbot.addWidget(made)
    made.show()
    return made


def pasted(field, text: str) -> str:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)
    return field.toPlainText()


@pytest.mark.parametrize("piece", ["x", "kata ", "baris\n", "**", "1. a\n", "\U0001f600"])
def test_a_megabyte_is_cut_and_told(field, qtbot, piece):
    with qtbot.waitSignal(field.shortened) as told:
        text = pasted(field, piece * (1_000_000 // len(piece)))
    assert "terlalu panjang" in told.args[0]
    assert 0 < len(text) <= MOST


def test_what_is_left_of_a_long_paste_is_said_with_points(field, qtbot):
    with qtbot.waitSignal(field.shortened) as told:
        pasted(field, "x" * (MOST + 1))
    assert f"hanya {ribuan(MOST - 1)} huruf" in told.args[0]


def test_a_full_field_takes_nothing_more(field, qtbot):
    pasted(field, "x" * (MOST - 1))
    with qtbot.waitSignal(field.shortened):
        text = pasted(field, "y")
    assert "y" not in text


def test_broken_characters_stay_out_and_the_rest_comes_in(field):
    # Qt itself ends what is set as text at a NUL, so it is given as one of the middle.
    text = pasted(field, "Bidang \ud83d Perdagangan\ud800 & <b>\r\nLuar \U0001f600")
    assert text == "Bidang  Perdagangan & <b>\nLuar \U0001f600"


def test_it_is_said_at_the_field(qtbot, tips):
    made = PlainText()
    qtbot.addWidget(made)
    pasted(made, "x" * (MOST + 9))
    (said,) = tips
    assert "terlalu panjang" in said


def test_a_dropped_file_does_not_become_its_path(qtbot):
    made = PlainText()
    qtbot.addWidget(made)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/rahasia.pdf")])
    data.setText("/tmp/rahasia.pdf")
    assert not made.canInsertFromMimeData(data)
