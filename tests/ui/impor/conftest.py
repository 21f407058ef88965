"""An office whose units were asked, and sheets that they send back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QWidget

from tests.services import carrying
from tests.ui.berkas.conftest import TODAY, Office
from ui.context import UiContext

HEADS = (
    "Usulan", "Informasi", "Dasar: huruf Pasal 17 UU KIP", "Undang-Undang lain dan pasalnya",
    "Konsekuensi bila dibuka", "Manfaat bila ditutup", "Jangka waktu", "Bentuk dokumen",
)  # fmt: skip
LONG = 20_000  # milliseconds


def row(informasi: str, *, usulan="Baru", huruf="h.2", jangka="2 tahun") -> tuple[str, ...]:
    """A row of a sheet that lacks nothing unless told."""
    return (usulan, informasi, huruf, "", "Merugikan orang yang datanya dibuka kepada publik",
            "Melindungi orang yang datanya disimpan kantor", jangka, "Cetak")  # fmt: skip


@pytest.fixture
def office(app) -> Office:
    """Three units asked; nothing in the register."""
    return Office(app).start().ask()


@pytest.fixture
def unit(office) -> int:
    return office.app.unit_kerja.list()[0].id


@pytest.fixture
def listed(office, unit) -> Office:
    """The unit has two entries in the register."""
    rows = [(unit, carrying.complete("Data gaji pegawai")),
            (unit, carrying.complete("Rencana harga satuan"))]  # fmt: skip
    office.app.dik_awal.bring_in("188.4/7/2026", TODAY, rows)
    return office


@pytest.fixture
def context(qtbot, app, hub, tasks, prompts, navigate) -> UiContext:
    hub.feed(app)
    return UiContext(app=app, hub=hub, tasks=tasks, prompts=prompts, navigate=navigate)


@pytest.fixture
def desk(qtbot) -> QWidget:
    """The window that dialogs lie on."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1300, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Write rows below the heads as the office program or the text form that is asked for."""

    def made(*rows: tuple[str, ...], name: str = "jawaban.xlsx", heads=HEADS) -> Path:
        path = tmp_path / name
        if path.suffix == ".csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([heads, *rows])
            return path
        book = openpyxl.Workbook()
        for cells in (heads, *rows):
            book.active.append(cells)
        book.save(path)
        return path

    return made
