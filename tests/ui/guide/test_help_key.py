"""F1 opens the guide at the right page: from every page and tab, and from inside dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from tests.conftest import TODAY
from ui.actions.catalogue import PAGES
from ui.berkas.panel_numbers import HISTORY, SURAT
from ui.guide.guide_window import GuideWindow
from ui.help_key import open_guide, topic_of
from ui.main_window import MainWindow
from ui.settings.settings_page import TABS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

STAGES = ("permintaan", "validasi", "penetapan", "pemutakhiran", "dokumentasi")
BEGINNING = "mulai"


@pytest.fixture
def app(app):
    app.berkas.create("Berkas Pertama", TODAY.year, TODAY)
    return app


def reach(qtbot, dialog: QDialog, field: QWidget) -> None:
    """Put the keyboard into a field of a dialog."""
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)


def pressed(qtbot, window: MainWindow) -> str:
    """What F1 opens, pressed where the keyboard is; the guide is put away again."""
    at = QApplication.focusWidget() or window
    qtbot.keyClick(at, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window._guide is not None and window._guide.isVisible())
    topic = window._guide.topic
    heading = window._guide.article.asked_heading
    window._guide.close()
    (at.window()).activateWindow()
    return f"{topic}#{heading}" if heading else topic


def test_from_every_page(qtbot, window):
    wanted = ["hari-ini", "papan", "kalender", "daftar-informasi", "surat", "arsip", "laporan",
              "riwayat", "pengaturan#instansi"]  # fmt: skip
    for (name, *_rest), topic in zip(PAGES, wanted, strict=True):
        getattr(window, name)()
        assert pressed(qtbot, window) == topic, name


def test_from_every_panel_of_a_berkas(qtbot, window, app):
    (berkas,) = app.berkas.list()
    for number, name in enumerate(STAGES, 1):
        window.berkas(berkas.id, number)
        assert window.topic == f"tahap-{number}-{name}"
    window.berkas(berkas.id, SURAT)
    assert pressed(qtbot, window) == "surat#memberi-nomor-mengoreksi-mengganti"
    window.berkas(berkas.id, HISTORY)
    assert pressed(qtbot, window) == "riwayat"


def test_from_every_tab_of_the_settings_and_every_book(window):
    topics = set()
    for tab in TABS:
        window.settings(tab)
        assert window.topic not in (None, BEGINNING), tab
        topics.add(window.topic)
    assert len(topics) == len(TABS)
    books = {
        "agenda": "surat",
        "ekspedisi": "surat#buku-ekspedisi",
        "penolakan": "permohonan-ditolak",
    }
    for tab, topic in books.items():
        window.surat(tab)
        assert window.topic == topic


def test_from_inside_dialogs(qtbot, window):
    window.board()
    window.new_berkas()
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    reach(qtbot, dialog, dialog.form.widget("judul"))
    assert pressed(qtbot, window) == "berkas-baru#membuat-berkas"
    assert dialog.isVisible()
    dialog.close()
    # One without a page of its own has that of what asked.
    window.settings("pejabat")
    dialog = QDialog(window.page("settings").tab)
    QVBoxLayout(dialog).addWidget(field := QLineEdit())
    dialog.open()
    reach(qtbot, dialog, field)
    assert pressed(qtbot, window) == "pengaturan#pejabat"
    dialog.close()


def test_above_a_dialog_that_stops_everything_the_guide_can_be_used(qtbot):
    box = QDialog()
    qtbot.addWidget(box)
    box.setModal(True)
    QVBoxLayout(box).addWidget(field := QLineEdit())
    guide = GuideWindow()
    qtbot.addWidget(guide)
    guide.show()
    box.show()
    reach(qtbot, box, field)
    guide.search.setFocus()
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_A)  # as the window system sends it
    assert guide.search.text() == ""  # it stands behind, and is closed to the keyboard
    guide.open_topic("papan")
    guide.search.setFocus()
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_A)
    assert guide.search.text() == "a"
    box.close()


def test_the_finder_makes_way_for_the_guide(qtbot, window):
    window.finder()
    finder = next(d for d in window.findChildren(QDialog) if d.isVisible())
    finder.field.setFocus()
    qtbot.keyClick(finder.field, Qt.Key.Key_F1)
    assert window._guide.topic == "temukan"
    assert not finder.isVisible()


def test_before_there_is_a_window_the_guide_stands_alone(qtbot):
    box = QDialog()
    qtbot.addWidget(box)
    box.show()
    open_guide(box, "masalah-umum#program-tidak-dapat-menyimpan")
    guide = box.findChild(GuideWindow)
    assert guide.isVisible()
    assert guide.topic == "masalah-umum"


def test_nothing_on_screen_has_no_topic():
    assert topic_of(None) is None
