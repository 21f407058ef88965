"""Everything has a name for a screen reader and no two mnemonics meet."""

from __future__ import annotations

import re
from collections import Counter
from operator import attrgetter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.ui.berkas.test_berkas_page import dialog_of, settle
from ui.berkas.answer_dialog import AnswerDialog
from ui.berkas.letter_editor import LetterEditor
from ui.berkas.publication_dialog import PublicationDialog
from ui.berkas.uji_dialog import UjiDialog
from ui.berkas.usulan_dialog import UsulanDialog
from ui.preview.preview_dialog import PreviewDialog
from ui.widgets.form_dialog import FormDialog

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)


def shown(root: QWidget, kinds: tuple[type, ...]) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]


def nameless(root: QWidget) -> list[str]:
    """Controls that the keyboard reaches and a screen reader could not name."""
    found = []
    for widget in shown(root, INPUTS):
        inner = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
        part_of_input = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
        if inner or part_of_input or not widget.focusPolicy():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            found.append(repr(widget))
    return found


def clashes(root: QWidget) -> list[str]:
    texts = [w.text() for w in shown(root, (QAbstractButton,))]
    texts += [w.text() for w in shown(root, (QLabel,)) if w.buddy()]
    for bar in shown(root, (QTabBar,)):
        texts += [bar.tabText(i) for i in range(bar.count())]
    keys = (re.search(r"&([^&\s])", text.replace("&&", "")) for text in texts)
    counts = Counter(match.group(1).lower() for match in keys if match)
    return [key for key, count in counts.items() if count > 1]


@pytest.fixture
def ready(page, office, scan):
    """The berkas at each stage in turn, with its panel shown."""
    ways = {1: office.ask, 2: office.to_validation, 3: office.to_setting, 4: office.to_update,
            5: lambda: office.to_documentation(scan)}  # fmt: skip

    def show(stage: int) -> QWidget:
        ways[stage]()
        page.open(office.berkas_id)
        assert page.panel_number == stage
        return page

    return show


@pytest.mark.parametrize("stage", [1, 2, 3, 4, 5])
def test_the_page_at_every_stage(ready, stage):
    page = ready(stage)
    assert nameless(page) == []
    assert clashes(page) == []


@pytest.mark.parametrize(
    ("stage", "opener", "kind"),
    [
        (1, "record_answer", AnswerDialog),
        (1, "add_usulan", UsulanDialog),
        (1, "edit_letter", LetterEditor),
        (1, "print_all_button.click", PreviewDialog),
        (2, "edit", UsulanDialog),
        (2, "test", UjiDialog),
        (5, "publish", PublicationDialog),
    ],
)
def test_the_dialogs(ready, stage, opener, kind):
    page = ready(stage)
    attrgetter(opener)(page.panel(stage))()
    dialog = dialog_of(page, kind)
    assert nameless(dialog) == []
    assert clashes(dialog) == []


def tabbed(qtbot, window) -> set[QWidget]:
    """What the Tab key visits until it comes round."""
    seen: set[QWidget] = set()
    while (widget := window.focusWidget()) not in seen:
        seen.add(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize(
    ("stage", "names"),
    [
        (1, ("units_button", "print_all_button", "table", "number_button", "answer_button")),
        (2, ("add_button", "edit_button", "remove_button", "table", "test_button")),
        (3, ("draft_button",)),
        (5, ("write_button", "publish_button")),
    ],
)
def test_tab_reaches_the_work_of_a_stage(ready, qtbot, stage, names):
    page = ready(stage)
    page.header.why.setFocus()
    seen = tabbed(qtbot, page)
    panel = page.panel(stage)
    assert [name for name in names if getattr(panel, name) not in seen] == []
    assert page.header.advance in seen


def test_tab_reaches_every_input_of_a_usulan(ready, qtbot):
    page = ready(2)
    page.panel(2).edit()
    dialog = dialog_of(page, UsulanDialog)
    dialog.dasar.add_button.click()
    second = dialog.dasar.rows[1].huruf
    second.setCurrentIndex(second.findData("h"))
    settle()
    dialog.informasi.setFocus()
    seen = tabbed(qtbot, dialog)
    wanted = [*dialog.dasar.rows[0].stops, *dialog.dasar.rows[1].stops, dialog.dasar.add_button,
              dialog.konsekuensi, dialog.jangka.jenis, dialog.jangka.tahun]  # fmt: skip
    assert [each for each in wanted if each.isEnabled() and each not in seen] == []


def test_both_pages_of_a_test_have_names_and_letters_of_their_own(ready):
    page = ready(2)
    page.panel(2).test()
    dialog = dialog_of(page, UjiDialog)
    for number in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        settle()
        assert nameless(dialog) == []
        assert clashes(dialog) == []


def test_tab_goes_through_a_test_from_left_to_right(ready, qtbot, monkeypatch):
    monkeypatch.setattr(FormDialog, "room", lambda _self: QSize(1240, 680))
    page = ready(2)
    page.panel(2).test()
    dialog = dialog_of(page, UjiDialog)
    dialog.tabs.setCurrentIndex(0)
    settle()
    dialog.content.informasi.setFocus()
    weighing, order = dialog.weighing, []
    while (widget := dialog.focusWidget()) not in order:
        order.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    wanted = [
        dialog.content.informasi, dialog.content.konsekuensi, dialog.content.bentuk,
        weighing.kepentingan_publik, weighing.kepatutan, weighing.pasal_18.buttons[0],
        weighing.persetujuan.buttons[0], weighing.kesimpulan.buttons[0], weighing.alasan,
        dialog.accept_button,
    ]  # fmt: skip
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)
