"""What Qt says by itself is Indonesian: its dialogs, and the menus of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QTimer, QTranslator
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDateEdit,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.indonesian import TEXTS
from ui.widgets.date_edit import DateEdit

_NAMES = frozenset({"QShortcut", "QPageSize", "QMimeType"})
"""Keys, papers and kinds of file, which have names rather than words."""
_SIGNS = re.compile(r"[\W\d_]*|.*\(\w+\)|\d+ \(\dx\d\)|Alt\+\w+|mm|%p%|Form|QT_LAYOUT_DIRECTION")


class _Ear(QTranslator):
    """Hears every text of Qt that has no Indonesian."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        if source not in TEXTS and context not in _NAMES and not _SIGNS.fullmatch(source):
            self.heard.add((context, source))


@pytest.fixture
def english(qapp) -> Iterator[set[tuple[str, str]]]:
    ear = _Ear()
    qapp.installTranslator(ear)
    yield ear.heard
    qapp.removeTranslator(ear)


def _show(qtbot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    return widget


def test_the_file_dialog(qtbot, english, tmp_path):
    (tmp_path / "surat.pdf").touch()
    (tmp_path / "folder").mkdir()
    dialog = QFileDialog(None, "Pilih", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    _show(qtbot, dialog)
    for mode in QFileDialog.FileMode:
        dialog.setFileMode(mode)
        QApplication.processEvents()
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    QApplication.processEvents()
    assert english == set()


def test_messages_buttons_and_questions(qtbot, english):
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton(0x03FFFC00))
    box.setDetailedText("x")
    _show(qtbot, box)
    _show(qtbot, QDialogButtonBox(QDialogButtonBox.StandardButton(0x07FFFC00)))
    _show(qtbot, QInputDialog())
    assert english == set()
    buttons = {each.text().replace("&", "") for each in box.findChildren(QPushButton)}
    assert {"Ya", "Tidak", "Batal", "Lihat rincian…"} <= buttons


@pytest.mark.qt_log_ignore(r"non-native printers", extend=True)
def test_the_print_dialog(qtbot, english, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "surat.pdf"))
    dialog = _show(qtbot, QPrintDialog(printer))
    words = {each.text() for each in dialog.findChildren(QLabel)}
    assert english == set()
    assert "Rangkap:" in words


@pytest.mark.qt_log_ignore(r"raise\(\)", r"grabbing the keyboard", extend=True)
@pytest.mark.parametrize(
    "kind", [QLineEdit, QTextEdit, QPlainTextEdit, QTextBrowser, QSpinBox, QDateEdit, QScrollBar]
)
def test_the_menu_of_a_field(qtbot, english, kind):
    widget = _show(qtbot, kind())
    seen: list[str] = []

    def look() -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                seen.extend(action.text() for action in menu.actions() if action.text())
                menu.close()

    QTimer.singleShot(0, look)
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    at = QPoint(3, 3)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(target, asked)
    QApplication.processEvents()
    assert english == set()
    assert seen
    letters = [found[1].lower() for text in seen if (found := re.search(r"&(\w)", text))]
    assert len(letters) == len(set(letters)), seen


def test_the_arrows_of_tabs_and_of_a_calendar(qtbot, english):
    bar = QTabBar()
    for _ in range(9):
        bar.addTab("Pertimbangan")
    bar.resize(90, 30)
    _show(qtbot, bar)
    assert english == set()
    edit = DateEdit()
    qtbot.addWidget(edit)
    names = {each.accessibleName() for each in edit.calendarWidget().findChildren(QToolButton)}
    assert {"Bulan sebelumnya", "Bulan berikutnya"} <= names


def test_keys_keep_the_names_that_stand_on_them(qapp):
    assert (
        QKeySequence("Ctrl+Delete").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Del"
    )
    assert QKeySequence("Print").toString(QKeySequence.SequenceFormat.NativeText) == "Print"
