"""The name in riwayat, and where the data lies."""

from __future__ import annotations

from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton


def test_the_name_is_recorded_from_now_on(page, open_tab, app):
    tab = open_tab("umum")
    tab.pelaku.setText("  Maria Contoh ")
    assert page.save()
    app.unit_kerja.reorder([])
    assert app.riwayat.list(limit=1)[0].pelaku == "Maria Contoh"


def test_the_folder_is_shown_copied_and_opened(open_tab, app, monkeypatch, prompts):
    tab = open_tab("umum")
    shown = [line.text() for line in tab.findChildren(QLineEdit)]
    assert str(app.data) in shown
    buttons = {button.text(): button for button in tab.findChildren(QPushButton)}
    buttons["Sa&lin"].click()
    assert QGuiApplication.clipboard().text() == str(app.data)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)))
    buttons["&Buka folder"].click()
    assert opened[0].toLocalFile() == str(app.data)
    assert str(app.data) in prompts.shown[-1]  # the system opened nothing


def test_a_folder_in_a_bad_place_is_told_below(open_tab, monkeypatch):
    assert open_tab("umum").place.text == ""
    monkeypatch.setattr("ui.settings.umum_tab.warnings", lambda _folder: ("Folder jaringan.",))
    assert type(open_tab("umum"))(open_tab("umum").context).place.text == "Folder jaringan."
