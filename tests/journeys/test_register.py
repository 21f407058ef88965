"""Somebody is asked about the register: finds, looks back, compares, prints and hands it out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from sopapp.domain.dik import JangkaWaktu, JenisJangka, JenisUsulan, Putusan
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.papers import text_of
from tests.services import carrying

FIRST, SECOND = "500.12/1/KEP/UJI/2025", "500.12/7/KEP/UJI/2026"
WHISTLE, RECIPE, WITNESS, LEASE = (
    "Identitas pelapor",
    "Resep produk",
    "Daftar saksi",
    "Perjanjian sewa",
)


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """An office whose present list was brought in and changed by one Keputusan."""
    app, office = stored.app, fill_office(stored.app)
    one, two, _three = office.units
    ending = replace(
        carrying.complete(LEASE),
        jangka=JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2026, 12, 24)),
    )
    rows = [
        (one, carrying.complete(WHISTLE, 60)),
        (two, carrying.complete(RECIPE, 60)),
        (two, ending),
    ]
    app.dik_awal.bring_in(FIRST, date(2025, 1, 15), rows)
    now = {each.isi.informasi: each for each in app.dik.current()}
    berkas = carrying.to_validasi(app, office.units)
    isi = replace(now[WHISTLE].isi, konsekuensi_dibuka="Membahayakan keselamatan pelapor.")
    carrying.propose(app, berkas, one, isi, JenisUsulan.UBAH, now[WHISTLE].id)
    recipe = now[RECIPE]
    carrying.propose(app, berkas, two, recipe.isi, JenisUsulan.BUKA, recipe.id, Putusan.TERBUKA)
    carrying.propose(app, berkas, one, carrying.complete(WITNESS))
    carrying.to_penetapan(app, berkas)
    carrying.sign(app, berkas, SECOND)
    carrying.apply(app, berkas, stored.folder)
    stored.reopen()
    return stored


def names(desk: Desk) -> list[str]:
    return [row[1] for row in desk.table("Daftar informasi")]


def choose(desk: Desk, name: str, item: str) -> None:
    """Choose in a list that looks for its items when a key or the mouse opens it."""
    desk.field(name).setFocus()
    desk.keys("Home")
    desk.choose(name, item)


def test_a_question_about_the_register_is_answered(desk: Desk):
    notice_what_ends(desk)
    find(desk)
    read_its_life(desk)
    look_back(desk)
    compare(desk)
    print_what_is_shown(desk)
    hand_out(desk)
    come_back(desk)
    assert desk.check() == ()


def notice_what_ends(desk: Desk) -> None:
    desk.keys("Ctrl+2")
    desk.wait(lambda: desk.reads("1 informasi akan berakhir dalam 90 hari."))
    desk.click("Tampilkan")
    assert desk.window.front == "register"
    assert names(desk) == [LEASE]
    assert desk.reads("1 dari 3 informasi, per 23 November 2026")
    desk.click("Hapus saringan")
    assert names(desk) == [WHISTLE, WITNESS, LEASE]


def find(desk: Desk) -> None:
    desk.keys("Ctrl+F")
    desk.write("keselam")
    desk.wait(lambda: names(desk) == [WHISTLE])
    desk.keys("Escape")
    desk.wait(lambda: len(names(desk)) == 3)
    choose(desk, "Saring menurut unit kerja", "Bidang 1")
    choose(desk, "Saring menurut Keputusan", SECOND)
    assert names(desk) == [WHISTLE, WITNESS]
    choose(desk, "Saring menurut huruf Pasal 17", "Huruf a")
    assert desk.reads("Tidak ada yang cocok")
    desk.click("Hapus semua saringan")
    assert len(names(desk)) == 3


def read_its_life(desk: Desk) -> None:
    desk.row("Daftar informasi", WHISTLE)
    desk.fill("Catatan internal, tidak diumumkan", "Arsip di lemari 3")
    assert desk.letters_shared() == {}
    desk.click("Simpan catatan")
    assert desk.reads("Catatan tersimpan.")
    desk.click("Lihat besar…")
    words = desk.words
    order = ("Ditetapkan", "Diusulkan", "Diuji", "Diubah")
    places = [words.index(f"· {each}") for each in order]
    assert places == sorted(places)
    assert desk.reads(f"Isinya diubah dengan Keputusan Nomor {SECOND}")
    desk.click("Tutup")


def look_back(desk: Desk) -> None:
    desk.fill_day("Per tanggal", date(2026, 1, 1))
    desk.keys("Tab")
    assert names(desk) == [WHISTLE, RECIPE, LEASE]
    desk.click("Ke hari ini")
    choose(desk, "Versi daftar", FIRST)
    assert desk.reads(f"3 informasi, menurut Keputusan {FIRST}")
    assert RECIPE in names(desk)
    desk.click("Ke hari ini")
    assert RECIPE not in names(desk)


def compare(desk: Desk) -> None:
    desk.click("Bandingkan versi…")
    assert desk.reads("1 ditambahkan, 1 diubah, 1 dibuka kembali, 1 tetap")
    assert desk.letters_shared() == {}
    changes = {row[1].split("\n")[0]: row[0] for row in desk.table("Perbandingan versi")}
    assert changes == {WHISTLE: "Diubah", WITNESS: "Ditambahkan", RECIPE: "Dibuka kembali"}
    desk.click("Hanya yang berubah")
    assert len(desk.table("Perbandingan versi")) == 4
    desk.click("Cetak/PDF…")
    desk.print_shown()
    words = text_of(desk.shown[-1])
    assert "Membahayakan keselamatan pelapor." in words
    assert LEASE not in words
    desk.click("Tutup")


def print_what_is_shown(desk: Desk) -> None:
    desk.click("Kolom")
    desk.pick("Bila ditutup")
    desk.fill("Cari di daftar", "pribadi")
    desk.wait(lambda: names(desk) == [WITNESS, LEASE] or len(names(desk)) == 3)
    desk.click("Cetak…")
    desk.print_shown()
    words = text_of(desk.shown[-1])
    assert "memuat “pribadi”" in words
    assert "Bila ditutup" not in words
    assert "lemari" not in words


def hand_out(desk: Desk) -> None:
    desk.prompts.file = desk.folder / "daftar.json"
    desk.click("Ekspor…")
    desk.pick("JSON")
    desk.settle()
    text = desk.prompts.file.read_text(encoding="utf-8")
    assert json.loads(text)
    assert WITNESS in text
    assert RECIPE not in text
    assert "lemari" not in text


def come_back(desk: Desk) -> None:
    """The columns are as they were left."""
    desk.reopen()
    desk.keys("Ctrl+4")
    assert "Bila ditutup" not in desk.page.table.shown_titles()
    desk.keys("Ctrl+F")
    desk.write("lemari")
    desk.wait(lambda: names(desk) == [WHISTLE])
