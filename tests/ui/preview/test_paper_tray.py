"""Trays as the print engine and a driver tell them."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter

from ui.preview import paper_tray
from ui.preview.paper_tray import Tray, named, trays


class Engine:
    def __init__(self, told) -> None:
        self.told = told

    def property(self, _key):
        return self.told


class Printer:
    def __init__(self, told) -> None:
        self._told = told

    def printEngine(self):  # noqa: N802 - Qt's own name
        return Engine(self._told)

    def printerName(self):  # noqa: N802
        return "HP"


def test_the_drivers_names_stand_before_ours(monkeypatch):
    # What a driver gives: DMBIN_UPPER (1) and two of its own, from 256 on.
    own = {1: "Tray 1", 257: "Tray 2 (F4)"}
    monkeypatch.setattr(paper_tray, "driver_names", lambda _name: own)
    assert trays(Printer([6, 0, 257, 258, 11])) == (
        Tray(6, "Dipilih pencetak"),
        Tray(0, "Tray 1"),
        Tray(257, "Tray 2 (F4)"),
        Tray(258, "Baki nomor 258"),
        Tray(11, "Kaset"),
    )


def test_one_tray_is_no_choice():
    assert trays(Printer([6])) == ()
    assert trays(Printer(None)) == ()


def test_a_real_print_engine_can_be_asked(qtbot):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert trays(printer) == ()


def test_a_drivers_list_is_taken_apart():
    letters = "Tray 1".ljust(24, "\0") + "A" * 24 + "Manual".ljust(24, "\0")
    assert named([1, 2, 4], letters) == {1: "Tray 1", 2: "A" * 24, 4: "Manual"}
