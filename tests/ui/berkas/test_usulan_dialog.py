"""Entering a usulan: the wheel changes no answer, and the buttons stay on the screen."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox

from sopapp.domain.dik import JangkaWaktu, JenisJangka, JenisUsulan
from tests.ui.berkas.conftest import GOOD
from tests.ui.berkas.test_berkas_page import dialog_of
from ui.berkas.scan_dialog import PictureDialog
from ui.berkas.uji_dialog import UjiDialog
from ui.berkas.usulan_dialog import UsulanDialog
from ui.widgets.form_dialog import FormDialog


def turn_wheel(widget):
    """One turn downwards over a widget."""
    event = QWheelEvent(
        QPointF(widget.rect().center()), QPointF(widget.mapToGlobal(QPoint(5, 5))), QPoint(),
        QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.fixture
def panel(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    return page.panel(2)


@pytest.mark.parametrize("kind", [UsulanDialog, UjiDialog])
@pytest.mark.parametrize(
    "jangka", [GOOD.jangka, JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2030, 6, 1))]
)
def test_the_wheel_over_a_choice_changes_no_answer(panel, page, app, kind, jangka, monkeypatch):
    monkeypatch.setattr(FormDialog, "room", lambda _self: QSize(1240, 680))
    first = panel.table.current
    app.usulan.edit(first.id, dataclasses.replace(GOOD, jangka=jangka))
    panel.table.choose(first.id)
    (panel.test_button if kind is UjiDialog else panel.edit_button).click()
    dialog = dialog_of(page, kind)
    before = dialog._snapshot()
    boxes = dialog.findChildren(QComboBox) + dialog.findChildren(QAbstractSpinBox)
    shown = [box for box in boxes if box.isVisibleTo(dialog)]
    assert len(shown) >= 5
    for box in shown:
        box.setFocus()  # also where the keyboard was left
        turn_wheel(box)
    assert dialog._snapshot() == before


def test_the_wheel_over_kind_and_unit_changes_neither(panel, page):
    panel.add_button.click()
    dialog = dialog_of(page, UsulanDialog)
    for box in (dialog.unit, dialog.jenis):
        turn_wheel(box)
    assert dialog.unit.currentIndex() == -1
    assert dialog._kind() is JenisUsulan.BARU


def test_the_buttons_stay_on_a_small_screen(panel, page, monkeypatch):
    monkeypatch.setattr(FormDialog, "room", lambda _self: QSize(880, 480))
    panel.add_button.click()
    dialog = dialog_of(page, UsulanDialog)
    assert dialog.height() <= 480


def test_a_picture_opens_within_the_screen(qtbot):
    picture = QImage(900, 900, QImage.Format.Format_RGB32)
    picture.fill(0)
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(held, "PNG")
    dialog = PictureDialog("Pindaian", held.data().data(), None)
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry().size()
    assert dialog.height() < room.height()
    assert dialog.width() < room.width()
