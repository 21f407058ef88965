"""“Mengapa?” stands where a refusal is told, and opens the guide at its heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain import panduan
from sopapp.domain.errors import DomainError, EnvironmentProblem, InUseError, Missing
from ui import errors
from ui.prompts import Prompts
from ui.widgets.form import FormPanel
from ui.widgets.incomplete_dialog import IncompleteDialog
from ui.widgets.toned import Notice
from ui.widgets.why_link import WhyLink

LOCKED = DomainError("Surat sudah ditandatangani.", topic=panduan.SURAT_TERKUNCI)
PLAIN = DomainError("Judul belum diisi.")


class Shell(QWidget):
    """Stands for the main window: keeps which pages of the guide were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str | None] = []
        QVBoxLayout(self)

    def guide(self, topic: str | None = None) -> None:
        self.opened.append(topic)


@pytest.fixture
def shell(qtbot):
    made = Shell()
    qtbot.addWidget(made)
    made.show()
    return made


def with_box(act: Callable[[QMessageBox], None]) -> None:
    """Do `act` once a box stands there, and close the box whatever happens."""

    def attempt() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(0, attempt)
            return
        try:
            act(box)
        finally:
            box.reject()

    QTimer.singleShot(0, attempt)


def links(where: QWidget) -> list[WhyLink]:
    return [link for link in where.findChildren(WhyLink) if not link.isHidden()]


def test_below_a_field(shell, prompts):
    form = FormPanel(shell)
    form.add_row("judul", "&Judul", QLineEdit())
    error = DomainError("Belum & <dapat>.", field="judul", topic=panduan.UJI_DAHULU)
    errors.show(shell, prompts, error, form=form)
    assert form.error_text("judul") == "Belum & <dapat>."
    (label,) = [each for each in form.findChildren(QLabel) if "Mengapa?" in each.text()]
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus
    label.linkActivated.emit(panduan.UJI_DAHULU)
    assert shell.opened == [panduan.UJI_DAHULU]
    errors.show(shell, prompts, DomainError("Judul kosong.", field="judul"), form=form)
    assert "Mengapa?" not in label.text()
    assert label.text() == label.accessibleName() == "Judul kosong."


def test_in_a_notice(shell):
    notice = Notice()
    shell.layout().addWidget(notice)
    notice.say(str(LOCKED), "danger")
    notice.explain(LOCKED.topic)
    (link,) = links(notice)
    link.click()
    assert shell.opened == [panduan.SURAT_TERKUNCI]
    notice.say(str(PLAIN), "danger")
    assert links(notice) == []


def test_in_the_bar_of_a_dialog(qtbot, shell):
    dialog = QDialog(shell)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.open()
    errors.show(dialog, Prompts(), LOCKED)
    (link,) = links(dialog)
    link.click()
    assert shell.opened == [panduan.SURAT_TERKUNCI]
    qtbot.wait(1)  # the next turn of the event loop: what was told makes way
    errors.show(dialog, Prompts(), PLAIN)
    assert links(dialog) == []
    qtbot.wait(1)  # else what nobody can have seen is told again once it has closed
    dialog.close()


def test_what_is_told_in_the_same_turn_leaves_the_link(qtbot, shell):
    dialog = QDialog(shell)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.open()
    errors.show(dialog, Prompts(), LOCKED)
    errors.show(dialog, Prompts(), PLAIN)
    (link,) = links(dialog)
    link.click()
    assert shell.opened == [panduan.SURAT_TERKUNCI]
    qtbot.wait(1)  # else what nobody can have seen is told again once it has closed
    dialog.close()


def test_in_a_box_which_stays(shell):
    seen = []

    def press(box: QMessageBox) -> None:
        (why,) = [each for each in box.buttons() if each.text() == "Mengapa?"]
        why.click()
        seen.append(box.isVisible())

    with_box(press)
    errors.show(shell, Prompts(), LOCKED)
    assert shell.opened == [panduan.SURAT_TERKUNCI]
    assert seen == [True]


def test_in_a_box_without_a_page_there_is_no_such_button(shell):
    seen = []

    with_box(lambda box: seen.extend(each.text() for each in box.buttons()))
    errors.show(shell, Prompts(), PLAIN)
    assert seen == ["Tutup"]


def test_what_a_stage_lacks_leads_to_that_stage(qtbot, shell):
    dialog = IncompleteDialog(shell, "Belum lengkap", (Missing("x", "Belum ada.", 3),))
    dialog.show()
    (link,) = links(dialog)
    link.click()
    assert shell.opened == ["tahap-3-penetapan#selesai"]


def test_kinds_of_trouble_have_their_places():
    assert EnvironmentProblem("x").topic == panduan.TIDAK_DAPAT_MENYIMPAN
    assert InUseError("x").topic == panduan.FOLDER_DIPAKAI
    assert DomainError("x").topic is None
