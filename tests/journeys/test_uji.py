"""Uji konsekuensi by mouse: asked before every exclusion, printed, asked again after a change."""

from __future__ import annotations

import pytest

from sopapp.domain.dik import Putusan
from sopapp.domain.uji import Kesimpulan
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.papers import text_of
from tests.services import carrying

USULAN = "Usulan unit kerja"
SALARY, LEAVE, TARIFF = "Data gaji pegawai", "Data cuti pegawai", "Notulen rapat tarif"


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """A berkas in validation with three usulan, its page in front."""
    office = fill_office(stored.app)
    berkas = carrying.to_validasi(stored.app, office.units, "Berkas uji")
    for unit, informasi in zip(office.units, (SALARY, LEAVE, TARIFF), strict=True):
        carrying.propose(stored.app, berkas, unit, carrying.complete(informasi), putusan=None)
    stored.reopen()
    stored.press_card(1, double=True)
    return stored


def stored(desk: Desk) -> dict:
    return {usulan.isi.informasi: usulan for usulan in desk.app.usulan.list(1)}


def verdicts(desk: Desk) -> dict[str, str]:
    return {row[0]: row[4] for row in desk.table(USULAN)}


def test_every_exclusion_goes_through_a_test(desk: Desk):
    desk.row(USULAN, SALARY)
    desk.weigh()
    assert verdicts(desk)[SALARY] == "Dikecualikan"
    desk.weigh("Dikecualikan sebagian", bagian="alasan cuti")  # the next one was chosen
    assert stored(desk)[LEAVE].isi.bagian == "alasan cuti"
    assert stored(desk)[LEAVE].uji.uji.peserta == stored(desk)[SALARY].uji.uji.peserta
    desk.weigh("Terbuka")
    assert verdicts(desk)[TARIFF] == "Terbuka"
    desk.tab("Rancangan daftar")
    assert desk.reads("2 ditambahkan")
    desk.advance()
    desk.advance()
    assert desk.stands()[0] == 3
    assert desk.check() == ()


def test_what_is_lacking_is_said_at_its_place_and_nothing_is_stored(desk: Desk):
    desk.row(USULAN, SALARY)
    desk.click("Uji konsekuensi…")
    desk.click("Simpan uji")
    assert desk.reads("5 isian pada pertimbangan dan kesimpulan, 2 isian pada waktu dan peserta")
    assert desk.focus.accessibleName() == "Kepentingan publik"
    assert desk.reads("Jawab dahulu pertanyaan Pasal 18 ayat (1).")
    assert desk.reads("Pilih kesimpulan uji konsekuensi.")
    desk.tab("Waktu dan peserta")
    assert desk.reads("Tempat uji konsekuensi belum diisi.")
    assert desk.reads("Peserta uji konsekuensi belum disebut.")
    desk.click("Batal")
    assert stored(desk)[SALARY].uji is None


def test_what_can_never_be_excluded_ends_open(desk: Desk):
    desk.row(USULAN, TARIFF)
    desk.click("Uji konsekuensi…")
    desk.fill("Tempat", "Ruang rapat")
    desk.click("Ambil dari pejabat")
    desk.pick("Nama Sekretaris")
    desk.tab("Pertimbangan dan kesimpulan")
    assert desk.reads("b. ketetapan, keputusan, peraturan, surat edaran")
    desk.fill("Kepentingan publik", "Publik berhak mengetahui kebijakan.")
    desk.fill("Kepatutan", "Patut dibuka.")
    desk.click("Ya, termasuk")
    assert desk.reads("Termasuk Pasal 18 ayat (1), jadi kesimpulannya Terbuka.")
    assert not desk.button("Dikecualikan seluruhnya").isEnabled()
    desk.fill("Alasan", "Kebijakan tidak dapat dikecualikan.")
    desk.click("Simpan uji")
    tariff = stored(desk)[TARIFF]
    assert tariff.putusan is Putusan.TERBUKA
    assert tariff.uji.uji.kesimpulan is Kesimpulan.TERBUKA
    assert [one.nama for one in tariff.uji.uji.peserta] == ["Nama Sekretaris"]


def test_a_withdrawn_verdict_comes_back_and_a_changed_content_is_tested_again(desk: Desk):
    desk.row(USULAN, SALARY)
    desk.weigh()
    desk.row(USULAN, SALARY)
    desk.click("Tarik putusan")
    assert verdicts(desk)[SALARY] == "Belum dinilai, sudah diuji"
    desk.click("Dikecualikan")
    assert verdicts(desk)[SALARY] == "Dikecualikan"
    desk.row(USULAN, SALARY)
    desk.click("Ubah…")
    desk.fill("Manfaat bila ditutup", "Rahasia pribadi pegawai tetap terjaga.")
    desk.click("Simpan usulan")
    assert verdicts(desk)[SALARY] == "Uji ulang"
    assert desk.reads("Isi berubah sesudah diuji pada 23 November 2026: uji ulang.")
    desk.weigh()
    assert verdicts(desk)[SALARY] == "Dikecualikan"
    assert len(desk.app.uji.list(stored(desk)[SALARY].id)) == 2


def test_the_papers_come_out_of_the_printer_and_are_kept(desk: Desk):
    desk.row(USULAN, SALARY)
    desk.weigh()
    desk.weigh("Terbuka")
    desk.row(USULAN, SALARY)
    desk.click("Cetak uji")
    desk.pick("Lembar uji…")
    desk.print_shown()
    desk.click("Cetak uji")
    desk.pick("Berita acara…")
    desk.fill("Nomor", "500.12/4/BA/2026")
    desk.click("Pratinjau")
    desk.print_shown()
    sheet, minutes = (text_of(pdf) for pdf in desk.shown)
    assert SALARY in sheet
    assert "Budi Contoh, S.Sos." in sheet
    assert "500.12/4/BA/2026" in minutes
    assert SALARY in minutes
    assert LEAVE in minutes
    kept = desk.app.uji.kept(1)
    assert [paper.jenis for paper in kept] == ["berita_acara", "lembar_uji"]
    assert [desk.app.attachments.read(p.attachment.id) for p in kept] == desk.shown[::-1]
    desk.click("Cetak uji")
    desk.pick("Semua lembar uji (2)…")
    desk.print_shown("Cetak 2 surat…")
    assert len(desk.app.uji.kept(1)) == 4
    assert desk.check() == ()


def test_a_ground_is_typed_with_the_help_of_the_catalogue(desk: Desk):
    desk.row(USULAN, SALARY)
    desk.click("Ubah…")
    desk.choose("Huruf Pasal 17", "huruf j")
    assert desk.reads("Huruf j memerlukan Undang-Undang lain")
    desk.fill("Undang-Undang lain", "27 2022")
    desk.keys("Down", "Return")
    desk.fill("Pasal dari Undang-Undang lain", "Pasal 4")
    assert not desk.reads("Huruf j memerlukan Undang-Undang lain")
    desk.click("Simpan usulan")
    (dasar,) = stored(desk)[SALARY].isi.dasar
    assert (dasar.huruf, dasar.angka, dasar.pasal) == ("j", None, "Pasal 4")
    assert "Nomor 27 Tahun 2022" in dasar.undang_undang
