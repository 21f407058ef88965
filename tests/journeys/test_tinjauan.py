"""What ends soon is brought up in the next berkas, by mouse; what repeats another is shown."""

from __future__ import annotations

from datetime import date

import pytest

from sopapp.domain.dik import Putusan
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying

FIRST_DAY, SECOND_DAY = date(2026, 3, 2), date(2026, 12, 14)
SALARY, PRICES, CASES = (
    "Data gaji dan rekening pegawai",
    "Rencana harga satuan pengadaan barang",
    "Berkas perkara pelanggaran",
)
USULAN, ENDING = "Usulan unit kerja", "Informasi yang jangka waktunya berakhir"


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """A register with two entries at the end of their period, and the next berkas in front."""
    office = fill_office(stored.app)
    stored.clock.day = FIRST_DAY
    first = carrying.to_validasi(stored.app, office.units, "Pertama")
    for unit, informasi, months in ((0, SALARY, 9), (1, PRICES, 10), (1, CASES, 60)):
        isi = carrying.complete(informasi, months)
        carrying.propose(stored.app, first, office.units[unit], isi)
    carrying.to_penetapan(stored.app, first)
    carrying.sign(stored.app, first, "500.12/3/UJI/2026")
    carrying.apply(stored.app, first, stored.folder)
    carrying.finish(stored.app, first)
    stored.clock.day = SECOND_DAY
    carrying.to_validasi(stored.app, office.units, "Kedua")
    stored.reopen()
    stored.press_card(2, double=True)
    return stored


def test_one_is_opened_again_and_one_extended_after_a_new_test(desk: Desk):
    assert desk.reads("2 informasi di daftar habis atau segera habis jangka waktunya")
    desk.click("Lihat jangka waktu")
    assert desk.column(ENDING, "Status") == ["Lewat jangka waktu", "Akan berakhir"]
    desk.row(ENDING, SALARY)
    desk.click("Usulkan dibuka kembali")
    desk.row(ENDING, PRICES)
    desk.click("Usulkan perpanjangan…")
    desk.fill("Lama dalam tahun", "2")
    desk.click("Usulkan perpanjangan")
    assert desk.column(ENDING, "Dalam berkas ini") == [
        "Dibuka kembali (belum dinilai)",
        "Diperpanjang: 2 tahun 10 bulan (belum dinilai)",
    ]
    assert len(desk.app.dik.current()) == 3
    desk.click("Lihat usulannya")
    assert not desk.reads("segera habis jangka waktunya")
    desk.weigh()
    desk.row(USULAN, SALARY)
    desk.click("Terbuka")
    verdicts = {u.isi.informasi: (u.putusan, u.uji is None) for u in desk.app.usulan.list(2)}
    assert verdicts == {
        SALARY: (Putusan.TERBUKA, True),
        PRICES: (Putusan.DIKECUALIKAN, False),
    }
    desk.tab("Rancangan daftar")
    assert desk.reads("0 ditambahkan, 1 diubah, 1 dibuka kembali, 1 tetap.")


def test_a_repeated_title_is_shown_beside_the_other(desk: Desk):
    desk.click("Tambah usulan…")
    desk.choose("Unit kerja", "Bidang 3")
    desk.fill("Informasi", "Berkas perkara pelanggaran.")
    desk.click("Simpan usulan")
    assert desk.column(USULAN, "Isi")[0].endswith("1 mirip")
    desk.row(USULAN, "Berkas perkara")
    desk.click(f"Bandingkan: “{CASES}” (Bidang 2, sudah di daftar)")
    assert ("Jangka waktu", "5 tahun") in desk.field("Sudah di daftar").pairs
    desk.click("Tutup")
    desk.click("Hapus")
    assert desk.app.usulan.list(2) == ()
