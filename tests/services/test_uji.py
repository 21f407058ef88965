"""Uji konsekuensi: what is recorded, when it counts, and what its papers say."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.dik import DasarPengecualian, IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.uji import IsiBeritaAcara, Kesimpulan, Peserta
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF, complete, weighed


@pytest.fixture
def berkas_id(app: App, office: Office) -> int:
    return carrying.to_validasi(app, office.units)


@pytest.fixture
def usulan_id(app: App, office: Office, berkas_id: int) -> int:
    return propose(app, office, berkas_id, "Identitas pelapor")


def propose(app: App, office: Office, berkas_id: int, informasi: str, unit: int = 0) -> int:
    isi = complete(informasi)
    return carrying.propose(app, berkas_id, office.units[unit], isi, putusan=None)


class TestRecord:
    def test_it_gives_the_verdict_and_keeps_what_was_tested(self, app: App, usulan_id: int) -> None:
        settled = dataclasses.replace(complete("Identitas pelapor"), bagian="nama dan alamat")
        uji = weighed(app, Kesimpulan.SEBAGIAN)
        app.uji.record(usulan_id, uji, settled)

        usulan = app.usulan.get(usulan_id)
        assert (usulan.putusan, usulan.isi) == (Putusan.DIKECUALIKAN, settled)
        assert usulan.uji == app.uji.list(usulan_id)[0]
        assert (usulan.uji.isi, usulan.uji.uji, usulan.uji.berlaku) == (settled, uji, True)
        assert [each.uji for each in app.usulan.list(usulan.berkas_id)] == [usulan.uji]

    def test_it_is_one_write_that_riwayat_tells_whole(self, app: App, usulan_id: int) -> None:
        before = len(app.riwayat.list(limit=None))
        app.uji.record(usulan_id, weighed(app))
        event, *others = app.riwayat.list(limit=None)
        assert len(others) == before
        assert event.aksi == "uji.catat"
        assert event.sebelum["putusan"] is None
        assert event.sesudah["putusan"] == "dikecualikan"
        assert event.sesudah["peserta"][0] == {"nama": "Nama Sekretaris", "jabatan": "Sekretaris"}

    def test_an_open_conclusion_needs_no_ground(
        self, app: App, office: Office, berkas_id: int
    ) -> None:
        bare = app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, IsiDik("Rapat"))
        with pytest.raises(DomainError, match="Belum dapat dikecualikan") as caught:
            app.uji.record(bare, weighed(app))
        assert caught.value.field == "dasar"
        app.uji.record(bare, weighed(app, Kesimpulan.TERBUKA))
        assert app.usulan.get(bare).putusan is Putusan.TERBUKA

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"tempat": " "}, "tempat"),
            ({"peserta": ()}, "peserta"),
            ({"pasal_18": None}, "pasal_18"),
            ({"pasal_18": True}, "pasal_18"),
            ({"kesimpulan": Kesimpulan.SEBAGIAN}, "bagian"),
            ({"tanggal": TODAY + timedelta(days=1)}, "tanggal"),
        ],
    )
    def test_what_is_lacking_is_refused_by_field_and_nothing_is_stored(
        self, app: App, usulan_id: int, change: dict[str, object], field: str
    ) -> None:
        with pytest.raises(DomainError) as caught:
            app.uji.record(usulan_id, dataclasses.replace(weighed(app), **change))
        assert caught.value.field == field
        assert app.uji.list(usulan_id) == ()
        assert app.usulan.get(usulan_id).putusan is None

    def test_all_gaps_are_told_at_once(self, app: App, usulan_id: int) -> None:
        uji = dataclasses.replace(weighed(app), tempat="", alasan="", peserta=())
        with pytest.raises(DomainError, match=r"Tempat .* Alasan .* Peserta"):
            app.uji.record(usulan_id, uji)

    def test_a_warning_does_not_hold_it(self, app: App, usulan_id: int) -> None:
        app.uji.record(usulan_id, dataclasses.replace(weighed(app), persetujuan=True))
        assert app.usulan.get(usulan_id).putusan is Putusan.DIKECUALIKAN

    def test_a_test_held_before_the_berkas_began_counts(self, app: App, usulan_id: int) -> None:
        app.uji.record(usulan_id, dataclasses.replace(weighed(app), tanggal=date(2026, 3, 2)))
        assert app.uji.list(usulan_id)[0].uji.tanggal == date(2026, 3, 2)

    def test_all_of_it_leaves_no_part(self, app: App, usulan_id: int) -> None:
        app.uji.record(
            usulan_id, weighed(app), dataclasses.replace(complete("Identitas"), bagian="nama")
        )
        assert app.usulan.get(usulan_id).isi.bagian == ""

    def test_only_validation_tests(
        self, app: App, office: Office, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        carrying.to_penetapan(app, berkas_id)
        with pytest.raises(DomainError, match="dilakukan di tahap 2"):
            carrying.exclude(app, usulan_id)

    def test_the_draft_that_was_printed_is_stale(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        carrying.to_penetapan(app, berkas_id)
        surat_id = carrying.print_keputusan(app, berkas_id)
        assert app.surat.get(surat_id).dicetak
        app.berkas.send_back(berkas_id, 2, "Uji lagi")
        carrying.exclude(app, usulan_id)
        assert not app.surat.get(surat_id).dicetak

    def test_a_usulan_that_is_gone_is_told(self, app: App, usulan_id: int) -> None:
        carrying.exclude(app, usulan_id)
        app.usulan.remove(usulan_id)
        assert app.uji.list(usulan_id) == ()
        with pytest.raises(NotFoundError):
            carrying.exclude(app, usulan_id)


class TestValidity:
    def test_no_exclusion_without_a_test(self, app: App, usulan_id: int) -> None:
        with pytest.raises(DomainError, match="belum dicatat") as caught:
            app.usulan.judge(usulan_id, Putusan.DIKECUALIKAN)
        assert caught.value.field == "uji"
        assert app.usulan.get(usulan_id).putusan is None

    def test_a_test_that_ended_in_open_excludes_nothing(self, app: App, usulan_id: int) -> None:
        app.uji.record(usulan_id, weighed(app, Kesimpulan.TERBUKA))
        with pytest.raises(DomainError, match="menyimpulkan informasi ini terbuka") as caught:
            app.usulan.judge(usulan_id, Putusan.DIKECUALIKAN)
        assert caught.value.field == "uji"

    def test_changed_words_need_a_new_test_and_restored_ones_do_not(
        self, app: App, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        app.usulan.edit(usulan_id, complete("Identitas pelapor dan saksi"))
        assert not app.usulan.get(usulan_id).uji.berlaku
        with pytest.raises(DomainError, match="berubah sesudah diuji pada 23 November") as caught:
            app.usulan.judge(usulan_id, Putusan.DIKECUALIKAN)
        assert caught.value.field == "uji"

        app.usulan.edit(usulan_id, complete("Identitas pelapor"))
        assert app.usulan.get(usulan_id).uji.berlaku
        app.usulan.judge(usulan_id, Putusan.DIKECUALIKAN)
        assert app.usulan.get(usulan_id).putusan is Putusan.DIKECUALIKAN

    def test_a_verdict_taken_back_keeps_the_test(self, app: App, usulan_id: int) -> None:
        carrying.exclude(app, usulan_id)
        app.usulan.clear_verdict(usulan_id)
        assert app.uji.list(usulan_id)[0].berlaku
        app.usulan.judge(usulan_id, Putusan.DIKECUALIKAN)
        assert app.usulan.get(usulan_id).putusan is Putusan.DIKECUALIKAN

    def test_earlier_tests_stay_and_the_last_one_counts(self, app: App, usulan_id: int) -> None:
        carrying.exclude(app, usulan_id)
        app.uji.record(usulan_id, weighed(app, Kesimpulan.TERBUKA))
        assert [each.uji.kesimpulan for each in app.uji.list(usulan_id)] == [
            Kesimpulan.TERBUKA,
            Kesimpulan.SELURUHNYA,
        ]
        assert app.uji.list(usulan_id)[0].uji.kesimpulan is Kesimpulan.TERBUKA


class TestPrefill:
    def test_nothing_comes_near(self, app: App, usulan_id: int) -> None:
        assert app.uji.prefill(usulan_id) is None

    def test_ones_own_last_test_as_it_stands(self, app: App, usulan_id: int) -> None:
        carrying.exclude(app, usulan_id)
        assert app.uji.prefill(usulan_id) == weighed(app)

    def test_day_place_and_participants_of_the_berkas(
        self, app: App, office: Office, clock: FixedClock, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        other = propose(app, office, berkas_id, "Rencana pengawasan")
        clock.day = TODAY + timedelta(days=1)
        proposed = app.uji.prefill(other)
        assert (proposed.tanggal, proposed.tempat) == (TODAY, "Ruang rapat")
        assert proposed.peserta == weighed(app).peserta
        assert (proposed.alasan, proposed.kepatutan, proposed.kepentingan_publik) == ("", "", "")
        assert (proposed.pasal_18, proposed.persetujuan) == (None, None)

    def test_the_words_of_the_entrys_last_test_but_not_its_answers_or_day(
        self, app: App, office: Office, clock: FixedClock, tmp_path: Path
    ) -> None:
        first = carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
        carrying.finish(app, first)
        (entry,) = app.dik.current()
        clock.day = TODAY + timedelta(days=30)
        second = carrying.to_validasi(app, office.units, "Kedua")
        unit = office.units[0]
        again = app.usulan.add(second, unit, JenisUsulan.TETAP, IsiDik(""), entry.id)
        proposed = app.uji.prefill(again)
        assert proposed.alasan == weighed(app).alasan
        assert proposed.tanggal == clock.day
        assert (proposed.pasal_18, proposed.persetujuan) == (None, None)


def test_what_is_to_be_opened_cannot_be_concluded_as_excluded(
    app: App, office: Office, tmp_path: Path
) -> None:
    first = carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    carrying.finish(app, first)
    (entry,) = app.dik.current()
    second = carrying.to_validasi(app, office.units, "Kedua")
    opened = app.usulan.add(second, office.units[0], JenisUsulan.BUKA, IsiDik(""), entry.id)
    with pytest.raises(DomainError, match="dibuka kembali") as caught:
        app.uji.record(opened, weighed(app))
    assert caught.value.field == "kesimpulan"
    assert app.uji.prefill(opened).kesimpulan is Kesimpulan.TERBUKA
    app.uji.record(opened, weighed(app, Kesimpulan.TERBUKA))
    assert app.usulan.get(opened).putusan is Putusan.TERBUKA


class TestPapers:
    def test_the_sheet_says_what_was_tested_even_after_an_edit(
        self, app: App, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        app.usulan.edit(usulan_id, complete("Lain sama sekali"))
        sheet = app.uji.compose_lembar(usulan_id)
        assert sheet.informasi == "Identitas pelapor"
        assert sheet.unit_kerja == "Bidang 1"
        assert sheet.kesimpulan == "Dikecualikan seluruhnya"
        assert sheet.jangka_waktu == "2 tahun"
        assert [answer for _question, answer in sheet.pertanyaan] == ["Tidak", "Tidak"]
        assert "putusan badan peradilan" in sheet.pertanyaan[0][0]
        assert sheet.menetapkan.nama == "Nama Sekretaris"
        assert sheet.menyetujui.nama == "Nama Kepala"

    def test_the_second_question_is_only_put_for_g_and_h(self, app: App, usulan_id: int) -> None:
        isi = dataclasses.replace(complete("x"), dasar=(DasarPengecualian("a"),))
        carrying.exclude(app, usulan_id, isi)
        assert len(app.uji.compose_lembar(usulan_id).pertanyaan) == 1

    def test_an_open_one_names_no_period(self, app: App, usulan_id: int) -> None:
        app.uji.record(usulan_id, weighed(app, Kesimpulan.TERBUKA))
        sheet = app.uji.compose_lembar(usulan_id)
        assert (sheet.bagian, sheet.jangka_waktu) == ("", "")

    def test_without_a_test_there_is_no_sheet(self, app: App, usulan_id: int) -> None:
        with pytest.raises(DomainError, match="belum dicatat"):
            app.uji.compose_lembar(usulan_id)

    def test_the_berita_acara_opens_with_the_day_in_words(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        letter = app.uji.compose_berita_acara(berkas_id)
        opening = " ".join(letter.pembuka)
        assert opening.startswith(
            "Pada hari ini Senin, tanggal dua puluh tiga, bulan November, tahun dua ribu dua "
            "puluh enam (23-11-2026), bertempat di Ruang rapat, "
        )
        assert "1 (satu) informasi" in opening
        assert "Dinas Uji Provinsi Uji" in opening
        assert "{" not in opening + " ".join(letter.penutup)

    def test_it_lists_the_tests_that_stand_by_unit_and_each_participant_once(
        self, app: App, office: Office, berkas_id: int, usulan_id: int
    ) -> None:
        other = propose(app, office, berkas_id, "Rencana", unit=1)
        stale = propose(app, office, berkas_id, "Disunting")
        overruled = propose(app, office, berkas_id, "Diputus lain")
        propose(app, office, berkas_id, "Belum diuji")
        more = (Peserta("nama  sekretaris", ""), Peserta("Tamu", "Kepala UPTD"))
        app.uji.record(other, dataclasses.replace(weighed(app, Kesimpulan.TERBUKA), peserta=more))
        for each in (usulan_id, stale, overruled):
            carrying.exclude(app, each)
        app.usulan.edit(stale, complete("Disunting lagi"))
        app.usulan.judge(overruled, Putusan.TERBUKA)

        letter = app.uji.compose_berita_acara(berkas_id)
        assert [(row.informasi, row.unit_kerja, row.kesimpulan) for row in letter.baris] == [
            ("Identitas pelapor", "Bidang 1", "Dikecualikan seluruhnya"),
            ("Rencana", "Bidang 2", "Terbuka"),
        ]
        assert [(one.nama, one.jabatan) for one in letter.peserta] == [
            ("Nama Sekretaris", "Sekretaris"),
            ("Nama Kabid", "Kepala Bidang"),
            ("Tamu", "Kepala UPTD"),
        ]

    def test_without_any_test_there_is_no_berita_acara(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        with pytest.raises(DomainError, match="Belum ada uji konsekuensi"):
            app.uji.compose_berita_acara(berkas_id)

    def test_its_head_follows_the_last_test_until_it_is_set(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        assert app.uji.berita_acara(berkas_id) == IsiBeritaAcara("", TODAY, "")
        earlier = date(2026, 11, 2)
        app.uji.record(usulan_id, dataclasses.replace(weighed(app), tanggal=earlier))
        assert app.uji.berita_acara(berkas_id) == IsiBeritaAcara("", earlier, "Ruang rapat")
        assert app.uji.compose_berita_acara(berkas_id).nomor.startswith("500.12/\N{NO-BREAK SPACE}")

        app.uji.set_berita_acara(berkas_id, IsiBeritaAcara(" 7/BA/2026 ", TODAY, "Aula "))
        letter = app.uji.compose_berita_acara(berkas_id)
        assert (letter.nomor, letter.tanggal, letter.tempat) == ("7/BA/2026", TODAY, "Aula")

    @pytest.mark.parametrize(
        ("isi", "field"),
        [
            (IsiBeritaAcara("1", TODAY + timedelta(days=1), "Aula"), "tanggal"),
            (IsiBeritaAcara("1", TODAY, " "), "tempat"),
        ],
    )
    def test_a_head_that_cannot_be_is_refused(
        self, app: App, berkas_id: int, isi: IsiBeritaAcara, field: str
    ) -> None:
        with pytest.raises(DomainError) as caught:
            app.uji.set_berita_acara(berkas_id, isi)
        assert caught.value.field == field

    def test_the_berita_acara_is_not_older_than_the_last_test(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("1", TODAY - timedelta(1), "Aula"))
        carrying.exclude(app, usulan_id)
        for day in (TODAY - timedelta(1), TODAY - timedelta(9)):  # also one that was set before
            with pytest.raises(DomainError, match="tidak boleh sebelum itu") as caught:
                app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("1", day, "Aula"))
            assert caught.value.field == "tanggal"
        app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("1", TODAY, "Aula"))

    def test_what_was_printed_is_kept_byte_for_byte(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        app.uji.keep_lembar(usulan_id, PDF + b"lembar")
        carrying.to_penetapan(app, berkas_id)  # printed again later on
        app.uji.keep_berita_acara(berkas_id, PDF + b"acara")
        acara, lembar = app.uji.kept(berkas_id)
        assert (acara.jenis, acara.usulan_id) == ("berita_acara", None)
        assert (lembar.jenis, lembar.usulan_id) == ("lembar_uji", usulan_id)
        assert app.attachments.read(acara.attachment.id) == PDF + b"acara"
        assert app.attachments.read(lembar.attachment.id) == PDF + b"lembar"
        assert lembar.attachment.nama == "Lembar-Uji-Konsekuensi-Identitas-pelapor.pdf"

    def test_the_first_print_of_a_berita_acara_is_one_write(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        before = len(app.riwayat.list(limit=None))
        app.uji.keep_berita_acara(berkas_id, PDF)
        assert len(app.riwayat.list(limit=None)) == before + 1
        app.uji.keep_berita_acara(berkas_id, PDF)  # the same paper once more
        assert len(app.riwayat.list(limit=None)) == before + 1

    def test_a_kept_sheet_outlives_its_usulan(
        self, app: App, berkas_id: int, usulan_id: int
    ) -> None:
        carrying.exclude(app, usulan_id)
        app.uji.keep_lembar(usulan_id, PDF)
        app.usulan.remove(usulan_id)
        (kept,) = app.uji.kept(berkas_id)
        assert (kept.jenis, kept.usulan_id) == ("lembar_uji", None)
