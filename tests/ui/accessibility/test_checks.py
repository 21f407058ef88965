"""The checks of the walk find what they are for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.accessibility import checks
from tests.ui.accessibility.controls import controls
from tests.ui.accessibility.tabbing import FocusSeen, tab_round
from ui.widgets.slim_scroll_bar import slim


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def put(page: QWidget, *parts: QWidget) -> None:
    for part in parts:
        page.layout().addWidget(part)
    QApplication.processEvents()


def test_a_button_of_a_picture_alone_and_a_list_need_names(page):
    put(page, QToolButton(), QListWidget(), QPushButton("Simpan"))
    assert len(checks.nameless(page)) == 2


def test_the_label_of_a_field_is_its_name(page):
    form = QFormLayout()
    form.addRow("&Nama", QLineEdit())
    page.layout().addLayout(form)
    QApplication.processEvents()
    assert checks.nameless(page) == []


def test_a_field_needs_more_than_its_name(page):
    bare, told = QLineEdit(), QLineEdit()
    for field in (bare, told):
        field.setAccessibleName("Nama")
    told.setToolTip("Lengkap dengan gelar")
    put(page, bare, told)
    assert len(checks.undescribed(page)) == 1


def test_one_letter_for_two_buttons(page):
    put(page, QPushButton("&Simpan"), QPushButton("&Salin"), QPushButton("&Batal"))
    assert len(checks.clashes(page)) == 1


def test_a_button_that_no_key_reaches(page):
    hidden = QPushButton("Hapus")
    hidden.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    lettered = QPushButton("&Ubah")
    lettered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    put(page, QLineEdit(), hidden, lettered)
    found = checks.unreachable(controls(page), set(tab_round(page)))
    assert len(found) == 1
    assert "Hapus" in found[0]


def test_a_text_that_keeps_tab_and_what_lies_behind_it(page):
    last = QPushButton("Simpan")
    text = QPlainTextEdit()
    put(page, text, last)
    assert len(checks.traps(page)) == 1
    assert len(checks.unreachable(controls(page), set(tab_round(page)))) == 1


def test_an_order_that_jumps_up_and_down(page):
    parts = [QLineEdit() for _ in range(4)]
    put(page, *parts)
    assert checks.jumps(parts) == []
    assert checks.jumps(parts[1:] + parts[:1]) == []  # begun elsewhere, the same round
    first, second, third, fourth = parts
    assert len(checks.jumps([first, fourth, second, third])) == 1


def test_words_that_need_more_room(page):
    label, button = QLabel("Pemutakhiran Daftar Informasi"), QPushButton("Pemutakhiran DIK")
    put(page, label, button, QLabel("Muat"))
    label.setFixedWidth(60)
    button.setFixedWidth(60)
    assert len(checks.cut_off(page)) == 2


def test_a_dialog_larger_than_the_screen(page):
    assert checks.too_large(page, QSize(1366, 728)) == []
    assert len(checks.too_large(page, QSize(1366, 200))) == 1


def test_bars_that_are_not_ours(page):
    plain, slender = QPlainTextEdit(), QPlainTextEdit()
    slim(slender)
    put(page, plain, slender)
    assert len(checks.thick_bars(page)) == 1


class _Painted(QWidget):
    """Looks the same with and without the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(40, 20)


def test_focus_that_nobody_sees(page):
    plain, text = _Painted(), QPlainTextEdit()
    text.setReadOnly(True)
    put(page, QLineEdit(), plain, text)
    found = FocusSeen().unseen(tab_round(page))
    assert len(found) == 1
    assert "_Painted" in found[0]
