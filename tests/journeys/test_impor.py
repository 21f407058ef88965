"""Sheets through the real window: a unit's form there and back, and the list of old."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sopapp.domain.dik import JenisUsulan
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying
from tests.spreadsheet.makers import by_odfpy

GAJI, HARGA, PELAPOR = "Data gaji pegawai", "Rencana harga satuan", "Identitas pelapor pengaduan"
SHEET = "Isi lembar"


@pytest.fixture
def asked(stored: Desk) -> Desk:
    """Two units were asked and their answers are awaited; the register holds two entries."""
    office = fill_office(stored.app, units=2)
    rows = [(office.units[0], carrying.complete(each)) for each in (GAJI, HARGA)]
    stored.app.dik_awal.bring_in("188.4/7/2025", date(2025, 12, 1), rows)
    carrying.to_answers(stored.app, office.units)
    stored.reopen()
    stored.press_card(1, double=True)
    stored.wait(lambda: stored.window.front == "berkas")
    return stored


def test_a_form_goes_to_a_unit_and_comes_back_as_usulan(asked: Desk):
    desk, path = asked, asked.folder / "formulir bidang 1.xlsx"
    save_form(desk, path)
    fill(path)
    bring_back(desk, path)
    mend(desk)
    record(desk)
    see_in_validation(desk)
    assert desk.check() == ()


def save_form(desk: Desk, path: Path) -> None:
    desk.row("Permintaan per unit kerja", "Bidang 1")
    desk.prompts.file = path
    desk.click("Formulir Excel")
    desk.pick("Untuk unit yang dipilih")
    desk.settle()
    assert desk.reads(f"Formulir tersimpan: {path}")


def fill(path: Path) -> None:
    """What a clerk does in Excel: one entry changes, one is new, both with a slip."""
    book = openpyxl.load_workbook(path)
    sheet = book["Usulan"]
    heads = next(row for row in sheet.iter_rows() if any(c.value == "Kode" for c in row))
    column = {cell.value: cell.column for cell in heads}
    lines = {row[column["Informasi"] - 1].value: row[0].row for row in sheet.iter_rows()}
    first = heads[0].row + 1
    assert {lines[GAJI], lines[HARGA]} == {first, first + 1}

    def put(row: int, **cells: str) -> None:
        for head, text in cells.items():
            sheet.cell(row, column[_HEADS[head]]).value = text

    put(lines[GAJI], usulan="Ubh", jangka="5 tahun")
    put(lines[HARGA], usulan="Tetap")
    put(
        first + 2, usulan="Baru", informasi=PELAPOR, huruf="z", jangka="2 tahun", bentuk="Cetak",
        dibuka="Pelapor dapat diintimidasi dan enggan melapor",
        ditutup="Pelapor terlindungi dan berani melapor",
    )  # fmt: skip
    book.save(path)


_HEADS = {
    "usulan": "Usulan", "informasi": "Informasi", "huruf": "Dasar: huruf Pasal 17 UU KIP",
    "jangka": "Jangka waktu", "bentuk": "Bentuk dokumen", "dibuka": "Konsekuensi bila dibuka",
    "ditutup": "Manfaat bila ditutup",
}  # fmt: skip


def bring_back(desk: Desk, path: Path) -> None:
    desk.prompts.file = path
    desk.click("Impor jawaban…")
    desk.settle()
    desk.wait(lambda: desk.reads("Perlu diperbaiki (2)"))
    assert desk.reads("Tidak berubah (1)")
    assert not desk.button("Simpan 0 usulan").isEnabled()


def mend(desk: Desk) -> None:
    assert desk.reads("Tulis “ubah”")
    desk.click("Pakai saran")
    assert desk.reads("Perlu diperbaiki (1)")
    desk.keys("F8")
    desk.keys("F2")
    desk.keys("Ctrl+A")
    desk.write("h.2")
    desk.keys("Return")
    assert desk.reads("Perlu diperbaiki (0)")
    desk.click("Simpan 2 usulan")
    desk.settle()


def record(desk: Desk) -> None:
    assert desk.reads("Jawaban Bidang 1")
    desk.click("Simpan jawaban")
    assert desk.reads("2 usulan Bidang 1 tersimpan.")
    assert desk.reads("1 dari 2 unit menjawab")
    desk.click("Catat jawaban…", "Nihil – tidak ada yang diusulkan", "Simpan jawaban")
    kept = desk.app.permintaan.list(1)[0].attachment
    assert kept is not None
    assert kept.nama == "formulir bidang 1.xlsx"


def see_in_validation(desk: Desk) -> None:
    desk.advance()
    desk.wait(lambda: desk.stands()[0] == 2)
    words = [" ".join(row) for row in desk.table("Usulan unit kerja")]
    assert any(GAJI in each and JenisUsulan.UBAH.label in each for each in words)
    assert any(PELAPOR in each and JenisUsulan.BARU.label in each for each in words)
    assert not any(HARGA in each for each in words)


OLD_LIST = (
    ("DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2024",),
    ("No", "Informasi", "Dasar Hukum", "Konsekuensi bila dibuka", "Konsekuensi bila ditutup",
     "Jangka Waktu", "Unit Kerja"),
    (1, GAJI, "Pasal 17 huruf h UU KIP", "Rahasia pribadi terungkap", "Rahasia pribadi terlindungi",
     "5 tahun", "Bidang 1"),
    (2, PELAPOR, "Pasal 17 huruf a", "", "", "selama pemeriksaan", "Bidang dua"),
)  # fmt: skip


def test_the_list_of_old_becomes_the_first_version(desk: Desk):
    fill_office(desk.app, units=2)
    path = by_odfpy(desk.folder / "dik 2024.ods", OLD_LIST)
    desk.window.register()
    desk.click(desk.page.empty.button.text().replace("&", ""))
    desk.fill("Nomor Keputusan", "188.4/7/2024")
    desk.fill_day("Tanggal Keputusan", date(2024, 3, 5))
    desk.prompts.file = path
    desk.click("Pilih file daftar…")
    desk.settle()
    desk.wait(lambda: desk.reads("Perlu diperbaiki (1)"))
    assert desk.reads("Bidang dua")
    desk.keys("F2", "Ctrl+A")
    desk.write("Bidang 2")
    desk.keys("Return")
    desk.click("Simpan 2 informasi")
    desk.wait(lambda: desk.top is desk.window)
    words = [" ".join(row) for row in desk.table("Daftar informasi")]
    assert any(GAJI in each and "Bidang 1" in each for each in words)
    assert any(PELAPOR in each and "selama pemeriksaan" in each for each in words)
    assert desk.check() == ()
