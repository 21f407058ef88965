"""Typing, marking and pasting in a rich text field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QFont, QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.berkas.format_bar import FormatBar
from ui.berkas.rich_text_field import RichTextField
from ui.theme import DARK, LIGHT, make_palette

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot) -> RichTextField:
    field = RichTextField()
    qtbot.addWidget(field)
    field.resize(500, 200)
    with qtbot.waitExposed(field):
        field.show()
    return field


def choose(field: RichTextField, words: str) -> None:
    start = field.toPlainText().index(words)
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def at_end(field: RichTextField) -> None:
    field.moveCursor(QTextCursor.MoveOperation.End)


def faces(field: RichTextField, line: int = 0) -> list[tuple[str, bool, bool]]:
    """The stretches of a line that are drawn bold or italic."""
    block = field.document().findBlockByNumber(line)
    return [
        (block.text()[f.start : f.start + f.length],
         f.format.fontWeight() == QFont.Weight.Bold, f.format.fontItalic())
        for f in block.layout().formats()
        if f.format.fontWeight() == QFont.Weight.Bold or f.format.fontItalic()
    ]  # fmt: skip


def paste(field: RichTextField, *, html: str = "", text: str = "") -> None:
    mime = QMimeData()
    if html:
        mime.setHtml(html)
    if text:
        mime.setText(text)
    field.insertFromMimeData(mime)


# -- marks ------------------------------------------------------------------------------------


def test_marks_are_shown_as_faces_while_typing(field, qtbot):
    qtbot.keyClicks(field, "ini **tebal** dan *miring* dan 2 * 3")
    assert faces(field) == [("tebal", True, False), ("miring", False, True)]


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_marks_themselves_are_muted(field, look):
    field.setPalette(make_palette(look))
    field.setPlainText("**tebal**")
    first = field.document().firstBlock().layout().formats()[0]
    assert (first.start, first.length) == (0, 2)
    assert first.format.foreground().color() == QColor(look.muted)


def test_a_mark_finds_its_partner_on_another_line_of_the_paragraph(field, qtbot):
    field.setPlainText("**satu\ndua")
    assert faces(field) == []
    at_end(field)
    qtbot.keyClicks(field, "**")
    assert faces(field) == [("satu", True, False)]
    assert faces(field, 1) == [("dua", True, False)]
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert faces(field) != [("satu", True, False)]


def test_marks_do_not_pair_over_an_empty_line(field):
    field.setPlainText("**satu\n\ndua**")
    assert faces(field) == faces(field, 2) == []


def test_an_emoji_does_not_shift_the_faces(field):
    field.setPlainText("\U0001f600 **tebal**")
    block = field.document().firstBlock()
    places = [(f.start, f.length) for f in block.layout().formats()
              if f.format.fontWeight() == QFont.Weight.Bold]  # fmt: skip
    assert places == [(5, 5)]


def test_ctrl_b_marks_the_selection_and_takes_it_away_again(field, qtbot):
    field.setPlainText("satu dua tiga")
    choose(field, "dua")
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == "satu **dua** tiga"
    assert field.textCursor().selectedText() == "dua"
    qtbot.keyClick(field, Qt.Key.Key_I, CTRL)
    assert field.toPlainText() == "satu ***dua*** tiga"
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == "satu *dua* tiga"


def test_one_undo_takes_back_one_command(field, qtbot):
    field.setPlainText("satu dua\ntiga empat")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    field.undo()
    assert field.toPlainText() == "satu dua\ntiga empat"


def test_a_selection_over_several_points_marks_each(field, qtbot):
    field.setPlainText("1. satu\n2. dua\n\ntiga")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == "1. **satu**\n2. **dua**\n\n**tiga**"
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == "1. satu\n2. dua\n\ntiga"


def test_ctrl_b_in_a_word_marks_the_word(field, qtbot):
    field.setPlainText("satu dua")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == "**satu** dua"


def test_ctrl_b_then_words_then_ctrl_b(field, qtbot):
    qtbot.keyClicks(field, "ini ")
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(field, "tebal")
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(field, " biasa")
    assert field.toPlainText() == "ini **tebal** biasa"


def test_ctrl_b_twice_leaves_nothing_behind(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == ""


def test_an_emoji_in_the_selection_stays_whole(field, qtbot):
    field.setPlainText("a \U0001f600 b")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    assert field.toPlainText() == "**a \U0001f600 b**"


def test_a_field_that_is_only_shown_is_not_marked(field, qtbot):
    field.setPlainText("satu")
    field.setReadOnly(True)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_B, CTRL)
    field.toggle_points("1")
    assert field.toPlainText() == "satu"


# -- points -----------------------------------------------------------------------------------


def test_enter_begins_the_next_point_and_ends_the_list_on_an_empty_one(field, qtbot):
    qtbot.keyClicks(field, "1. satu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "dua")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "1. satu\n2. dua\n3. "
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "alinea")
    assert field.toPlainText() == "1. satu\n2. dua\nalinea"


def test_a_point_put_between_moves_the_numbers_below(field, qtbot):
    field.setPlainText("1. satu\n2. dua\na. dalam\n3. tiga\n\n4. lain")
    choose(field, "satu")
    field.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "1. satu\n2. \n3. dua\na. dalam\n4. tiga\n\n4. lain"
    field.undo()
    assert field.toPlainText() == "1. satu\n2. dua\na. dalam\n3. tiga\n\n4. lain"


def test_enter_before_the_words_of_a_point_is_only_enter(field, qtbot):
    field.setPlainText("1. satu")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "\n1. satu"


def test_selected_lines_become_points(field):
    field.setPlainText("satu\ndua")
    field.selectAll()
    field.toggle_points("a")
    assert field.toPlainText() == "a. satu\nb. dua"
    field.toggle_points("a")
    assert field.toPlainText() == "satu\ndua"


def test_a_point_begins_on_an_empty_line(field, qtbot):
    field.toggle_points("-")
    qtbot.keyClicks(field, "satu")
    assert field.toPlainText() == "- satu"


# -- paste and copy ---------------------------------------------------------------------------


def test_paste_from_word_keeps_bold_and_points(field):
    paste(field, html="<p>Ini <b>tebal</b></p><ol><li>satu</li><li>dua</li></ol>", text="x")
    assert field.toPlainText() == "Ini **tebal**\n\n1. satu\n2. dua"


def test_html_without_words_falls_back_to_the_text(field):
    paste(field, html="<img src='x'>", text="gambar")
    assert field.toPlainText() == "gambar"


def test_a_large_paste_is_plain_text_and_what_does_not_fit_is_told(field, qtbot):
    with qtbot.waitSignal(field.shortened) as told:
        paste(field, html="<b>kata</b> " * 90_000, text="kata " * 200_000)
    assert "terlalu panjang" in told.args[0]
    assert 45_000 < len(field.toPlainText()) <= 50_000
    assert "*" not in field.toPlainText()


def test_own_text_is_copied_with_its_marks(field):
    field.setPlainText("**tebal**\u00a0dan")
    field.selectAll()
    copied = field.createMimeDataFromSelection()
    assert copied.text() == "**tebal**\u00a0dan"
    assert not copied.hasHtml()


def test_marks_copied_from_another_field_stay_marks(field):
    paste(field, html='<html><head><meta name="qrichtext" content="1" /></head>**a**</html>',
          text="**a**")  # fmt: skip
    assert field.toPlainText() == "**a**"


# -- the bar ----------------------------------------------------------------------------------


@pytest.fixture
def form(qtbot) -> QWidget:
    form = QWidget()
    qtbot.addWidget(form)
    form.bar, form.field, form.list = FormatBar(), RichTextField(), RichTextField(by_line=True)
    form.line = QLineEdit()
    box = QVBoxLayout(form)
    for each in (form.bar, form.field, form.list, form.line):
        box.addWidget(each)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def test_the_bar_acts_on_the_field_with_the_keyboard(form, qtbot):
    form.field.setPlainText("satu")
    form.field.setFocus()
    form.field.selectAll()
    qtbot.mouseClick(form.bar.bold, Qt.MouseButton.LeftButton)
    assert form.field.toPlainText() == "**satu**"
    assert form.bar.bold.isChecked()
    assert form.field.hasFocus()
    qtbot.mouseClick(form.bar.numbers, Qt.MouseButton.LeftButton)
    assert form.field.toPlainText() == "1. **satu**"


def test_the_bar_rests_where_nothing_can_be_marked(form):
    form.field.setFocus()
    assert form.bar.bold.isEnabled()
    form.line.setFocus()
    assert not form.bar.bold.isEnabled()
    form.list.setFocus()
    assert form.bar.bold.isEnabled()
    assert not form.bar.numbers.isEnabled()


@pytest.mark.parametrize(("key", "mark"), [(Qt.Key.Key_B, "**"), (Qt.Key.Key_I, "*")])
@pytest.mark.parametrize(
    ("typed", "made"),
    [(" satu", " {}satu{}"), ("satu ", "{}satu{} "), (" a b ", " {}a b{} "), (" ", " ")],
)
def test_spaces_typed_with_the_face_are_put_outside_of_its_marks(
    field, qtbot, key, mark, typed, made
):
    field.setPlainText("Kata.")
    field.moveCursor(QTextCursor.MoveOperation.End)
    if not typed.startswith(" "):
        qtbot.keyClicks(field, " ")
    qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "dua")
    before = "Kata." if typed.startswith(" ") else "Kata. "
    assert field.text() == before + made.format(mark, mark) + "dua"
