"""What is done now and then in the same window: dialogs, looks, settings, exports."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.gap_hands import Act, close_dialog, press, scroll, wheel

_PAGES = 2_860
"""Of a list of 20,000 entries."""
_FIRST_STEPS = 6
_TOPICS = ("glosarium", "papan", "daftar", "pengaturan", "tahap-3-penetapan")


def seldom_acts(window: Any, folder: Path) -> Iterator[Act]:
    """Every act with its words; files go into `folder`."""
    yield from _dialogs(window)
    yield from _board(window)
    yield from _register(window, folder)
    yield from _long_pdf(window)
    yield from _other_pages(window)
    yield from _guide(window)
    yield from _looks(window)
    yield "lock", window.lock


def _dialogs(window: Any) -> Iterator[Act]:
    for name in ("new_berkas", "shortcuts", "sop_sheet", "about"):
        yield f"dialog {name}", getattr(window, name)
        yield f"close {name}", close_dialog
    yield "first start", window.first_start
    page = window.page("first_start")
    for number in range(1, _FIRST_STEPS + 1):
        yield f"first start, step {number}", page.next_button.click
    for menu in filter(None, (action.menu() for action in window.menuBar().actions())):
        yield f"menu {menu.title()}", partial(_open_and_close, menu)


def _open_and_close(menu: Any) -> None:
    from PySide6.QtCore import QPoint

    menu.popup(QPoint(10, 10))
    menu.repaint()
    menu.close()


def _board(window: Any) -> Iterator[Act]:
    yield "to the board from the first start", window.board
    frame = window.page("board").frame
    yield "filter bar of the board", lambda: frame.tools.filter_button.click()
    bar = frame.bar
    for name, combo in (("unit", bar.unit), ("year", bar.tahun), ("due date", bar.batas)):
        yield f"board, list of {name}", combo.fill
        for row in (1, 2, 0):
            yield f"board by {name}, {row}", partial(combo.setCurrentIndex, row)
    yield "close the filter bar", lambda: frame.tools.filter_button.click()
    for by in (1, -1, -1, 1):
        yield f"size of the cards {by:+}", partial(frame.tools.zoom_turned.emit, by)
    yield "details beside the board", lambda: frame.tools.details_button.click()
    for key in ("Down", "Right", "Left", "End", "PageDown"):
        yield f"board, {key}", partial(press, key)
    yield "no details", lambda: frame.tools.details_button.click()
    for fold in (True, False):
        yield f"lanes folded: {fold}", partial(frame.tools.fold_asked.emit, fold)
    for width, height in ((1600, 900), (1024, 700), (1920, 1080), (1366, 768)):
        yield f"board, window of {width}", partial(window.resize, width, height)
    yield "wheel over the board", partial(wheel, window.page("board").view)


def _register(window: Any, folder: Path) -> Iterator[Act]:
    from sopapp.domain.daftar_terbuka import FormatEkspor

    yield "to the register again", window.register
    page, prompts = window.page("register"), window.context.prompts
    table = page.table
    yield "nothing hidden", page.filter_bar.clear
    yield "first row", lambda: table.selectRow(0)
    table.setFocus()
    for key in ("PageDown", "End", "Home", "Down"):
        yield f"register, {key}", partial(press, key)
    yield "wheel over the register", partial(wheel, table.viewport())
    for part in (0.2, 0.5, 0.9):
        yield f"register at {part:.0%}", partial(scroll, table, part)
    yield "life of an entry", page.detail.open_history
    yield "close the life of an entry", close_dialog
    yield "print the register", page.actions_row.print
    yield "close the print", close_dialog
    for form in FormatEkspor:
        prompts.file = folder / f"daftar.{form.value}"
        yield f"export as {form.value}", partial(page.actions_row.export_menu.export, form)
    yield "menu of the columns", lambda: table.fill_column_menu(page.actions_row.columns_menu)
    for width, height in ((1900, 1000), (1366, 768)):
        yield f"register, window of {width}", partial(window.resize, width, height)


def _long_pdf(window: Any) -> Iterator[Act]:
    """What a worker has built comes back; the building itself would take a minute."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    for _page in range(_PAGES):
        canvas.showPage()
    canvas.save()
    yield "berkas with a Keputusan", lambda: window.berkas(702, 3)
    preview = window.page("berkas").panel(3).preview
    yield f"a PDF of {_PAGES:,} pages", lambda: preview.show_pdf(out.getvalue())
    yield "its last page", lambda: preview.go_to(_PAGES)
    yield "its pages larger", preview.zoom_in


def _other_pages(window: Any) -> Iterator[Act]:
    yield "riwayat", window.riwayat
    page = window.page("riwayat")
    yield "riwayat, words", lambda: page.filter_bar.search.setText("nomor")
    yield "riwayat, list of berkas", page.filter_bar.berkas.fill
    yield "riwayat, nothing hidden", page.filter_bar.clear
    yield "riwayat, first row", lambda: page.table.selectRow(0)
    yield "riwayat, print", page.print
    yield "close the print of riwayat", close_dialog
    yield "Hari ini", window.today
    for key in ("Down", "PageDown", "End"):
        yield f"Hari ini, {key}", partial(press, key)
    yield "settings of letters", lambda: window.settings("surat")
    kinds = window.page("settings").tab.list
    for row in range(kinds.count()):
        words = kinds.item(row).text()
        yield f"settings of letters, {words}", partial(kinds.setCurrentRow, row)
    yield "backup", window.backup_now


def _guide(window: Any) -> Iterator[Act]:
    for topic in _TOPICS:
        yield f"guide, {topic}", partial(window.guide, topic)


def _looks(window: Any) -> Iterator[Act]:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from ui.theme import Theme

    theme = QApplication.instance().findChildren(Theme)[0]
    for name in ("board", "register", "settings"):
        yield f"from there to {name}", getattr(window, name)
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            yield f"{scheme.name} on {name}", partial(theme.apply, scheme)
