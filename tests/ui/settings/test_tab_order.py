"""Tab goes through every settings tab as the eye does, and leaves nothing out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.settings.settings_page import TABS

_MOST = 80


def walk(qtbot, page) -> list[QWidget]:
    """What Tab reaches after the bar of tabs, until it is back there."""
    page.bar.setFocus()
    qtbot.waitUntil(page.bar.hasFocus)
    reached = []
    for _ in range(_MOST):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is page.bar:
            return reached
        reached.append(here)
    raise AssertionError(f"Tab tidak kembali; sampai {reached}")


def inputs(panel: QWidget) -> set[QWidget]:
    """What can be reached by Tab in sight."""
    return {
        each
        for each in panel.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
    }


def by_place(form: QWidget, each: QWidget) -> tuple[int, int]:
    """The top of the row that an input stands in, and how far to the right it is."""
    row = each
    while row.parentWidget() is not form:
        row = row.parentWidget()
    return (row.y(), each.mapTo(form, QPoint(0, 0)).x())


def test_tab_follows_the_eye(qtbot, page, open_tab, office):
    for name in TABS:  # all made, as after a while of use
        open_tab(name)
    page.resize(1366, 1200)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for name in TABS:
        tab = open_tab(name)
        if name == "pejabat":
            tab.sampai.set_day(date(2027, 1, 1))
        for button in (page.discard_button, page.save_button):
            button.setEnabled(True)
        reached = walk(qtbot, page)
        assert set(reached) >= inputs(tab), name
        assert len(reached) == len(set(reached)), name
        if tab.saves:
            assert reached[-2:] == [page.discard_button, page.save_button], name
        if tab.form is not None:
            fields = [each for each in reached if tab.form.isAncestorOf(each)]
            assert set(fields) == inputs(tab.form), name
            assert fields == sorted(fields, key=lambda each: by_place(tab.form, each)), name
        page.discard_button.click()
