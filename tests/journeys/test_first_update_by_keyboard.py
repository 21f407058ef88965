"""A whole update with the keyboard alone, from Ctrl+N to the archive."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from sopapp.domain.sop import LaneCode
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from ui.settings.settings_page import TABS

TITLE = "Pemutakhiran tanpa tetikus"


@pytest.fixture
def desk(stored: Desk, monkeypatch) -> Desk:
    """An office with two units, the program just started; its mouse is broken."""
    fill_office(stored.app, units=2)
    stored.reopen()
    monkeypatch.setattr(stored, "press_at", None)
    return stored


def test_from_ctrl_n_to_the_archive(desk: Desk):
    begin(desk)
    ask(desk)
    answers(desk)
    validate(desk)
    decide(desk)
    update(desk)
    document(desk)
    assert desk.stands() is None
    desk.keys("Ctrl+6")
    assert desk.table("Berkas di arsip")[0][0] == TITLE
    desk.keys("Ctrl+4")
    assert [row[1] for row in desk.table("Daftar informasi")] == ["Data gaji pegawai"]
    assert desk.check() == ()


def test_no_two_things_on_a_page_answer_to_one_letter(desk: Desk):
    for page in "12345678":
        desk.keys(f"Ctrl+{page}")
        assert desk.letters_shared() == {}, page


def test_no_two_settings_answer_to_one_letter(desk: Desk):
    desk.keys("Ctrl+9")
    for _ in TABS:
        assert desk.letters_shared() == {}, desk.page.tab_name
        desk.tab_to(lambda widget: widget.accessibleName() == "Bagian pengaturan", "Shift+Tab")
        desk.keys("Right")
    assert desk.page.tab_name == "umum"


def to_table(desk: Desk, name: str, row: int = 0) -> None:
    """Tab to a table and walk down to a row."""
    desk.tab_to(lambda widget: widget.accessibleName() == name)
    desk.keys("Ctrl+Home", *["Down"] * row)


def begin(desk: Desk) -> None:
    desk.keys("Ctrl+N")
    assert desk.letters_shared() == {}
    desk.retype(TITLE)
    desk.keys("Return")
    desk.wait(lambda: desk.window.front == "berkas")
    assert desk.focus.text() == "Pilih &unit kerja…"


def ask(desk: Desk) -> None:
    assert desk.letters_shared() == {}
    desk.keys("Alt+U")
    assert desk.letters_shared() == {}
    desk.keys("Space", "Space", "Return")
    assert len(desk.table("Permintaan per unit kerja")) == 2
    assert desk.letters_shared() == {}
    desk.keys("Alt+B", "Down", "Return")
    desk.keys("Alt+S")
    assert desk.letters_shared() == {}
    desk.keys("Return")
    desk.keys("Alt+C")
    desk.settle()
    assert desk.letters_shared() == {}
    desk.keys("Return")
    desk.settle()
    desk.keys("Esc")
    assert {row[3] for row in desk.table("Permintaan per unit kerja")} == {"Dicetak"}
    desk.keys("Ctrl+Return", "Ctrl+Return")
    assert desk.stands() == (1, LaneCode.UNIT_KERJA)


def answers(desk: Desk) -> None:
    to_table(desk, "Permintaan per unit kerja")
    desk.keys("Alt+T")
    assert desk.letters_shared() == {}
    desk.write("Data gaji pegawai")
    desk.keys("Alt+H", *["Down"] * 8)
    assert isinstance(desk.focus, QComboBox)
    assert desk.focus.currentText().startswith("huruf h")
    desk.keys("Alt+K")
    desk.write("Identitas pegawai dapat disalahgunakan.")
    desk.keys("Alt+M")
    desk.write("Privasi pegawai terlindungi.")
    desk.keys("Alt+W", "Down", "Tab")
    desk.write("5")
    desk.keys("Ctrl+Return")
    desk.keys("Alt+J")
    assert desk.letters_shared() == {}
    desk.keys("Return")
    to_table(desk, "Permintaan per unit kerja", 1)
    desk.keys("Return", "Alt+H", "Return")
    assert [row[4] for row in desk.table("Permintaan per unit kerja")] == ["Usulan", "Nihil"]
    desk.keys("Ctrl+Return")
    assert desk.stands() == (2, LaneCode.PPID_PEMBANTU)


def validate(desk: Desk) -> None:
    assert desk.letters_shared() == {}
    assert desk.focus.accessibleName() == "Usulan unit kerja"
    weigh(desk)
    assert desk.table("Usulan unit kerja")[0][4] == "Dikecualikan"
    desk.keys("Alt+R")
    assert desk.reads("1 ditambahkan")
    desk.keys("Ctrl+Return", "Ctrl+Return")
    assert desk.stands() == (3, LaneCode.ADMIN_PPID)


def weigh(desk: Desk) -> None:
    desk.keys("Alt+U")
    assert desk.letters_shared() == {}
    assert desk.focus.accessibleName() == "Tempat"
    desk.write("Ruang rapat")
    desk.keys("Alt+O")
    desk.write("Budi Contoh, S.Sos.")
    desk.keys("Tab")
    desk.write("Sekretaris")
    desk.keys("Alt+P")
    assert desk.letters_shared() == {}
    desk.keys("Alt+N")
    desk.write("Publik cukup mengetahui jumlahnya.")
    desk.keys("Tab")
    desk.write("Tidak patut merugikan pegawai.")
    desk.keys("Tab", "Right", "Space", "Tab", "Right", "Space", "Tab", "Space")
    desk.keys("Alt+A")
    desk.write("Kerugian bila dibuka lebih besar.")
    desk.keys("Ctrl+Return")
    assert desk.top is desk.window, desk.words


def decide(desk: Desk) -> None:
    assert desk.focus.text() == "&Susun rancangan"
    desk.keys("Space")
    desk.settle()
    assert desk.letters_shared() == {}
    desk.keys("Alt+P")
    desk.settle()
    desk.keys("Ctrl+P")
    desk.settle()
    desk.keys("Esc", "Ctrl+Return")
    assert desk.stands() == (3, LaneCode.ATASAN_PPID_PEMBANTU)
    desk.keys("Alt+C")
    assert desk.letters_shared() == {}
    desk.retype("500.12/9/UJI/2026")
    desk.keys("Alt+T")
    desk.retype("23-11-2026")
    desk.keys("Return")
    desk.settle()
    desk.keys("Ctrl+Return")
    assert desk.stands() == (4, LaneCode.ADMIN_PPID)


def update(desk: Desk) -> None:
    scan = desk.folder / "pindaian.pdf"
    scan.write_bytes(desk.app.surat.kept(desk.app.keputusan.find(1)))
    desk.prompts.file = scan
    assert desk.letters_shared() == {}
    desk.keys("Alt+I", "Alt+T", "Ctrl+Return")
    assert desk.stands() == (5, LaneCode.ADMIN_PPID)


def document(desk: Desk) -> None:
    desk.settle()
    assert desk.letters_shared() == {}
    desk.keys("Alt+B")
    desk.settle()
    desk.keys("Alt+C")
    assert desk.letters_shared() == {}
    desk.write("Papan pengumuman")
    desk.keys("Return")
    desk.keys("Alt+U")
    desk.settle()
    assert desk.letters_shared() == {}
    desk.keys("Ctrl+Return")
