"""The name in riwayat, and where the data lies."""

from __future__ import annotations

from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QSystemTrayIcon


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
    buttons["Buka fol&der"].click()
    assert opened[0].toLocalFile() == str(app.data)
    assert str(app.data) in prompts.shown[-1]  # the system opened nothing


def test_a_folder_in_a_bad_place_is_told_below(open_tab, monkeypatch):
    assert open_tab("umum").place.text == ""
    monkeypatch.setattr("ui.settings.umum_tab.warnings", lambda _folder: ("Folder jaringan.",))
    assert type(open_tab("umum"))(open_tab("umum").context).place.text == "Folder jaringan."


def test_the_first_page_and_the_reminders_are_kept(page, open_tab, app):
    tab = open_tab("umum")
    assert (tab.first_page.currentText(), tab.notice.isChecked()) == ("Hari ini", False)
    tab.first_page.setCurrentIndex(tab.first_page.findText("Papan"))
    tab.notice.click()
    tab.badge.click()
    assert tab.edited
    assert page.save()
    found = app.setting.general()
    assert (found.halaman_awal, found.pemberitahuan, found.angka) == ("papan", True, False)
    tab.reload()
    assert (tab.first_page.currentText(), tab.badge.isChecked()) == ("Papan", False)


def test_a_message_that_the_system_cannot_show_is_told_of_when_it_is_wished(open_tab, monkeypatch):
    tab = open_tab("umum")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert tab.no_tray.isHidden()
    tab.notice.click()
    assert not tab.no_tray.isHidden()
    assert "tidak punya baki" in tab.no_tray.text()
    assert "tidak punya baki" in tab.notice.accessibleDescription()
    tab.notice.click()
    assert tab.no_tray.isHidden()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tab.notice.click()
    assert tab.no_tray.isHidden()
