"""What the chain of Tab gives stays with its owner, whatever the collector looks through."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ui.widgets.focus_chain import following, has_proxy, preceding
from ui.widgets.form_dialog import FormDialog

UI = Path(__file__).resolve().parents[3] / "ui"


def open_dialog(context, owner: QWidget) -> None:
    """Open a form as the pages do, who keep nothing of it."""
    dialog = FormDialog(context, owner, "Isian", "&Simpan")
    dialog.form.add_row("judul", "&Judul", QLineEdit())
    dialog.form.add_row("tahun", "&Tahun", QSpinBox())
    dialog.open()


def test_a_form_that_is_open_outlives_the_collector(context, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    open_dialog(context, owner)
    gc.collect()
    [dialog] = owner.findChildren(QDialog)
    assert dialog.isVisible()
    assert dialog.findChild(QSpinBox).isVisible()


@pytest.mark.parametrize("step", [following, preceding])
def test_a_window_is_not_given_to_its_own_button(qtbot, step):
    owner = QWidget()
    qtbot.addWidget(owner)

    def make() -> None:
        dialog = QDialog(owner)
        box = QVBoxLayout(dialog)
        box.addWidget(QPushButton(dialog))
        each = step(dialog)
        while each is not None and each is not dialog:
            each = step(each)
        assert each is dialog

    make()
    gc.collect()
    assert len(owner.findChildren(QDialog)) == 1


def test_a_number_field_is_not_given_to_its_own_line(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)

    def make() -> None:
        field = QSpinBox(owner)
        assert has_proxy(field.lineEdit())
        assert not has_proxy(field)

    make()
    gc.collect()
    assert len(owner.findChildren(QSpinBox)) == 1


def test_nobody_asks_qt_for_it_directly():
    asked = re.compile(r"\b(nextInFocusChain|previousInFocusChain|focusProxy)\b")
    found = {
        path.name for path in UI.rglob("*.py") if asked.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"focus_chain.py"}
