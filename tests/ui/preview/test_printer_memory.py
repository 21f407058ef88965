"""What is remembered of printers, over a restart."""

from __future__ import annotations

from ui.preview.paper_choice import A4, Paper
from ui.preview.printer_memory import PrinterMemory

F4 = Paper("F4", 215.0, 330.0)
NETWORK = r"\\server01\HP Lantai 2/F4"


def test_papers_are_remembered_apart_and_over_a_restart(tmp_path):
    memory = PrinterMemory(tmp_path)
    memory.remember(F4, NETWORK, tray=258, way="asli", gray=True)
    memory.remember(A4, "Epson", tray=None, way="asli", gray=False)
    again = PrinterMemory(tmp_path)
    assert (again.printer(F4), again.printer(A4)) == (NETWORK, "Epson")
    assert again.tray(F4, NETWORK) == 258
    assert again.gray(F4, NETWORK)
    assert again.way(F4, NETWORK) == "asli"
    assert again.tray(A4, "Epson") is None
    assert not again.gray(A4, "Epson")
    assert again.tray(A4, NETWORK) is None


def test_it_lies_beside_how_the_window_was_left(tmp_path):
    PrinterMemory(tmp_path).remember(A4, "Epson", tray=1, way="asli", gray=False)
    assert (tmp_path / "pencetak.ini").exists()


def test_a_file_edited_by_hand_is_no_reason_to_fail(tmp_path):
    (tmp_path / "pencetak.ini").write_text(
        "[A4]\npencetak=X\npada\\X\\baki=tiga\n", encoding="utf-8"
    )
    memory = PrinterMemory(tmp_path)
    assert memory.printer(A4) == "X"
    assert memory.tray(A4, "X") is None
