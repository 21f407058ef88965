"""The finder over a small office, its index complete."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from sopapp.app import App
from tests.request_sample import REQUEST
from tests.services import carrying
from ui.actions.page_buttons import PageButton
from ui.finder.finder_dialog import FinderDialog


@pytest.fixture
def full(app: App, office, tmp_path: Path) -> App:
    """A register of two entries, a running berkas, a request with a letter not yet numbered."""
    entries = [(office.units[0], "Identitas pelapor"), (office.units[1], "Resep rahasia")]
    carrying.to_register(app, office.units, tmp_path, "188/KEP/2026", entries)
    carrying.start(app, "Pemutakhiran triwulan")
    entri = app.dik.current()[0]
    request = app.permohonan.add(dataclasses.replace(REQUEST, entri_ids=(entri.id,)))
    app.permohonan.draft_letter(request)
    return app


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.pressed = []
    for text in ("&Cetak buku…", "&Ekspor Excel…"):
        button = QPushButton(text, made)
        button.clicked.connect(lambda _on=False, said=text: made.pressed.append(said))
        button.show()
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def open_finder(qtbot, context, window) -> Callable[[], FinderDialog]:
    """Opens the box and waits until everything can be found."""

    def made() -> FinderDialog:
        buttons = [PageButton(each, each.text()) for each in window.findChildren(QPushButton)]
        finder = FinderDialog(context, window, buttons)
        finder.show()
        qtbot.waitUntil(lambda: context.app.finder.fresh and not finder.search.busy)
        return finder

    return made
