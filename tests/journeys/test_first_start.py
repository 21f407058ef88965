"""From an empty folder to the first printed Nota Dinas, by keyboard and by mouse."""

from __future__ import annotations

import pytest

from sopapp.paths import DataFolder
from tests.journeys.driving import Desk
from tests.journeys.papers import text_of
from ui.first_start.due import first_start_due

FEW = 30
"""Keys, or clicks, beside what is typed: well under five minutes."""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The first start of all: the guide is in front."""
    assert first_start_due(DataFolder(desk.app.data), desk.app)
    desk.window.first_start()
    desk.wait(lambda: desk.focus.text() == "&Siapkan kantor saya")
    return desk


def count(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str) -> list[object]:
    """What goes by `name`, once for each key or click."""
    done: list[object] = []
    real = getattr(desk, name)

    def counted(*what, **how):
        done.extend(what if name == "keys" else (what,))
        return real(*what, **how)

    monkeypatch.setattr(desk, name, counted)
    return done


def paper_is_right(desk: Desk) -> None:
    """The first Nota Dinas as it came out of the printer's preview."""
    words = " ".join(text_of(desk.shown[0]).split())
    for part in (
        "PEMERINTAH PROVINSI UJI", "DINAS KEARSIPAN UJI", "Jalan Uji 1", "NOTA DINAS",
        "500.12/1/DKU/XI/2026", "Kepala Bidang Arsip", "Budi Contoh, S.Sos.",
    ):  # fmt: skip
        assert part in words, part
    assert desk.check() == ()


def test_by_keyboard(desk: Desk, monkeypatch):
    monkeypatch.setattr(desk, "press_at", None)
    pressed = count(desk, monkeypatch, "keys")
    desk.keys("Return")
    for words in ("Pemerintah Provinsi Uji", "Dinas Kearsipan Uji", "DKU", "Jalan Uji 1"):
        desk.write(words)
        desk.keys("Tab")
    desk.write("Kota Uji")
    assert desk.letters_shared() == {}
    desk.keys("Return")
    desk.write("Budi Contoh, S.Sos.")
    desk.keys("Tab", "Tab", "Tab", "Tab")
    desk.write("Sekretaris Dinas Kearsipan Uji")
    assert desk.letters_shared() == {}
    desk.keys("Return")
    desk.write("Bidang Arsip")
    assert desk.letters_shared() == {}
    desk.keys("Ctrl+Return")
    desk.write("500.12")
    assert desk.letters_shared() == {}
    desk.keys("Return")
    assert desk.letters_shared() == {}
    desk.keys("Return")
    assert desk.reads("Pejabat: siap"), desk.words
    assert desk.letters_shared() == {}
    desk.keys("Return")
    desk.wait(lambda: desk.top is not desk.window)
    desk.keys("Return")
    desk.wait(lambda: desk.window.front == "berkas")
    # From here each page says what comes next.
    assert desk.focus.text() == "Pilih &unit kerja…"
    desk.keys("Alt+U", "Return")
    assert desk.reads("Buat Nota Dinas"), desk.words
    desk.keys("Alt+B", "Down", "Return")
    desk.keys("Alt+S", "Return")
    desk.keys("Alt+C")
    desk.settle()
    desk.shown.append(desk.preview.preview.data)
    desk.keys("Return")
    desk.settle()
    desk.keys("Esc")
    assert [row[3] for row in desk.table("Permintaan per unit kerja")] == ["Dicetak"]
    assert len(pressed) <= FEW, pressed
    paper_is_right(desk)


def test_by_mouse(desk: Desk, monkeypatch):
    clicked = count(desk, monkeypatch, "press_at")
    desk.click("Siapkan kantor saya")
    desk.fill("Pemerintah", "Pemerintah Provinsi Uji")
    desk.fill("Nama instansi", "Dinas Kearsipan Uji")
    desk.fill("Singkatan", "DKU")
    desk.fill("Alamat", "Jalan Uji 1")
    desk.fill("Kota", "Kota Uji")
    desk.click("Lanjut")
    desk.fill("Nama dan gelar, PPID Pembantu", "Budi Contoh, S.Sos.")
    desk.fill("Jabatan, PPID Pembantu", "Sekretaris Dinas Kearsipan Uji")
    desk.click("Lanjut")
    desk.fill("Baris unit kerja", "Bidang Arsip\nBidang Perpustakaan")
    desk.click("Lanjut")
    desk.fill("Kode klasifikasi", "500.12")
    assert desk.reads("500.12/1/DKU/XI/2026")
    desk.click("Lanjut")
    desk.click("Lanjut")
    desk.click("Buat berkas pertama")
    desk.click("Mulai berkas")
    desk.wait(lambda: desk.window.front == "berkas")
    desk.click("Pilih unit kerja…")
    desk.click("Pakai pilihan ini")
    desk.click("Buat Nota Dinas")
    desk.pick("Satu surat per unit kerja")
    desk.click("Nomori semua…")
    desk.click("Nomori 2 surat")
    desk.click("Cetak semua…")
    desk.print_shown("Cetak 2 surat…")
    assert {row[3] for row in desk.table("Permintaan per unit kerja")} == {"Dicetak"}
    assert len(clicked) <= FEW, clicked
    paper_is_right(desk)


def test_esc_shows_the_board_and_the_settings_lead_back(desk: Desk):
    desk.keys("Return")
    desk.write("Pemerintah Provinsi Uji")
    desk.keys("Esc")
    assert desk.window.front == "board"
    desk.window.settings("umum")
    desk.click("Panduan awal")
    assert desk.window.front == "first_start"
    desk.wait(lambda: desk.field("Pemerintah").text() == "Pemerintah Provinsi Uji")


def test_a_window_that_is_closed_midway_loses_nothing(desk: Desk):
    desk.keys("Return")
    desk.write("Pemerintah Provinsi Uji")
    desk.reopen()
    assert first_start_due(DataFolder(desk.app.data), desk.app)
    desk.window.first_start()
    desk.wait(lambda: desk.field("Pemerintah").text() == "Pemerintah Provinsi Uji")
