"""Letters: drafted, numbered once each, edited, kept as printed."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import peewee
import pytest

from sopapp.app import App
from sopapp.documents.content import Keputusan, NotaDinas
from sopapp.domain.dik import Putusan
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.numbering import NumberPattern
from sopapp.domain.surat import IsiNotaDinas, JenisSurat, Surat
from sopapp.paths import DataFolder
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF


def asked(app: App, office: Office, *, per_unit: bool = True) -> int:
    """A berkas with drafted, unnumbered letters to every unit."""
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    app.penyusunan.permintaan(berkas_id, per_unit=per_unit)
    return berkas_id


def only(app: App, berkas_id: int) -> Surat:
    (surat,) = app.surat.list(berkas_id)
    return surat


def riwayat(app: App) -> int:
    return len(app.riwayat.list(limit=None))


def words(surat: Surat, **changed: object) -> IsiNotaDinas:
    assert isinstance(surat.isi, IsiNotaDinas)
    return dataclasses.replace(surat.isi, **changed)


class TestDraft:
    def test_one_letter_for_each_unit(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office)

        letters = app.surat.list(berkas_id)
        assert [surat.unit_id for surat in letters] == list(office.units)
        assert [surat.isi.yth for surat in letters] == [
            ("Kepala Bidang 1",), ("Kepala Bidang 2",), ("Kepala Bidang 3",),
        ]  # fmt: skip
        assert app.penyusunan.permintaan(berkas_id, per_unit=True) == ()

    def test_one_letter_for_all(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office, per_unit=False)

        surat = only(app, berkas_id)
        assert surat.isi.yth == ("Kepala Bidang 1", "Kepala Bidang 2", "Kepala Bidang 3")
        assert surat.isi.daftar_penerima == ()
        assert app.penyusunan.permintaan(berkas_id, per_unit=False) == ()

    def test_many_recipients_stand_on_a_list(self, app: App, office: Office) -> None:
        for number in range(4, 7):
            app.unit_kerja.add(UnitKerjaInput(f"U{number}", f"Bidang {number}", f"Kepala {number}"))
        berkas_id = carrying.start(app)
        app.permintaan.choose_units(berkas_id, [unit.id for unit in app.unit_kerja.list()])
        app.penyusunan.permintaan(berkas_id, per_unit=False)

        surat = only(app, berkas_id)
        assert surat.isi.yth == ("(daftar terlampir)",)
        assert len(surat.isi.daftar_penerima) == 6

    def test_changing_from_one_for_all_to_one_each(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office, per_unit=False)
        app.penyusunan.permintaan(berkas_id, per_unit=True)
        assert [s.unit_id for s in app.surat.list(berkas_id)] == list(office.units)
        app.penyusunan.permintaan(berkas_id, per_unit=False)
        assert [s.unit_id for s in app.surat.list(berkas_id)] == [None]

    def test_numbered_letters_stay(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office)
        first = app.surat.list(berkas_id)[0]
        app.surat.set_number(first.id, "7", TODAY)
        app.penyusunan.permintaan(berkas_id, per_unit=False)

        assert [(s.unit_id, s.nomor) for s in app.surat.list(berkas_id)] == [
            (office.units[0], "7"),
            (None, ""),
        ]
        requests = app.permintaan.list(berkas_id)
        assert requests[0].surat_id == first.id
        assert requests[1].surat_id == requests[2].surat_id != first.id

    def test_without_units_there_is_nobody_to_write_to(self, app: App, office: Office) -> None:
        with pytest.raises(DomainError, match="Pilih unit kerja"):
            app.penyusunan.permintaan(carrying.start(app), per_unit=True)

    def test_a_unit_that_comes_later_joins_the_letter_for_all(
        self, app: App, office: Office
    ) -> None:
        berkas_id = carrying.start(app)
        carrying.ask(app, berkas_id, office.units[:2], per_unit=False)
        assert only(app, berkas_id).dicetak
        app.permintaan.choose_units(berkas_id, office.units)

        surat = only(app, berkas_id)
        assert surat.isi.yth[-1] == "Kepala Bidang 3"
        assert not surat.dicetak  # it says more than the paper

    def test_a_unit_that_goes_leaves_the_letter_for_all(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office, per_unit=False)
        app.surat.keep(only(app, berkas_id).id, PDF, "dicetak")
        app.permintaan.choose_units(berkas_id, office.units[1:])

        assert only(app, berkas_id).isi.yth == ("Kepala Bidang 2", "Kepala Bidang 3")
        assert not only(app, berkas_id).dicetak


class TestNumbers:
    def test_they_follow_the_pattern_in_the_units_order(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office)
        assert app.surat.number_all(berkas_id, TODAY) == 3
        assert [surat.nomor for surat in app.surat.list(berkas_id)] == [
            "500.12/1/UJI/XI/2026", "500.12/2/UJI/XI/2026", "500.12/3/UJI/XI/2026",
        ]  # fmt: skip
        assert app.surat.number_all(berkas_id, TODAY) == 0

    def test_they_go_on_after_the_highest_of_the_year(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office)
        first = app.surat.list(berkas_id)[0].id
        app.surat.set_number(first, "500.12/41/UJI/XI/2026", TODAY)

        nota_dinas, keputusan = JenisSurat.NOTA_DINAS, JenisSurat.KEPUTUSAN
        assert app.surat.propose_number(nota_dinas, TODAY) == "500.12/42/UJI/XI/2026"
        assert app.surat.propose_number(keputusan, TODAY) == "500.12/1/KEP/UJI/XI/2026"
        assert app.surat.propose_number(nota_dinas, date(2027, 1, 4)) == "500.12/1/UJI/I/2027"

    @pytest.mark.parametrize(
        ("klasifikasi", "pola"),
        [
            ("005/PPID", "{klasifikasi}/{urut}/{unit}/{tahun}"),
            ("500.12", "{klasifikasi}{urut}/{tahun}"),
            ("500.12", "{urut}{bulan}{tahun}"),
            ("500.12", "{tahun}{urut:3}"),
            ("a", "ND-{urut:4}"),
            ("[x]*", "{klasifikasi}({urut})"),
        ],
    )
    def test_patterns_that_an_office_may_type(
        self, app: App, office: Office, klasifikasi: str, pola: str
    ) -> None:
        carrying.number_pattern(app, klasifikasi, pola)
        pattern = NumberPattern(pola, klasifikasi, "UJI")
        for _ in range(4):
            app.surat.number_all(asked(app, office), TODAY)

        numbers = [nomor for (nomor,) in app._database.execute_sql("SELECT nomor FROM surat")]
        assert sorted(numbers) == sorted(pattern.text(urut, TODAY) for urut in range(1, 13))

    def test_a_changed_pattern_never_proposes_a_taken_number(
        self, app: App, office: Office
    ) -> None:
        berkas_id = asked(app, office)
        carrying.number_pattern(app, "nd", "{klasifikasi}-{urut}")
        app.surat.set_number(app.surat.list(berkas_id)[0].id, "nd-1", TODAY)
        carrying.number_pattern(app, "ND", "{klasifikasi}-{urut}")

        assert app.surat.number_all(berkas_id, TODAY) == 2

    def test_a_taken_number_is_refused_also_in_other_letters(
        self, app: App, office: Office
    ) -> None:
        berkas_id = asked(app, office)
        first, second, _ = app.surat.list(berkas_id)
        app.surat.set_number(first.id, "12/nd/2026", TODAY)
        before = riwayat(app)
        with pytest.raises(DomainError, match="12/ND/2026 sudah dipakai Nota Dinas lain") as caught:
            app.surat.set_number(second.id, " 12/ND/2026 ", TODAY)

        assert caught.value.field == "nomor"
        assert app.surat.get(second.id).nomor == ""
        assert riwayat(app) == before
        app.surat.set_number(second.id, "12/ND/2026", date(2027, 1, 4))  # another year's

    def test_a_number_may_be_given_again_to_its_own_letter(self, app: App, office: Office) -> None:
        surat_id = app.surat.list(asked(app, office))[0].id
        app.surat.set_number(surat_id, "1", TODAY)
        app.surat.set_number(surat_id, "1", date(2026, 11, 24))

        assert app.surat.get(surat_id).tanggal == date(2026, 11, 24)

    def test_an_empty_number_is_refused(self, app: App, office: Office) -> None:
        surat_id = app.surat.list(asked(app, office))[0].id
        with pytest.raises(DomainError) as caught:
            app.surat.set_number(surat_id, " \t ", TODAY)
        assert caught.value.field == "nomor"

    def test_one_refused_number_takes_the_whole_numbering_back(
        self, app: App, office: Office
    ) -> None:
        berkas_id = asked(app, office)
        with closing(sqlite3.connect(DataFolder(app.data).database)) as other:
            last = app.surat.list(berkas_id)[-1].id
            other.execute(
                f"CREATE TRIGGER uji BEFORE UPDATE OF nomor ON surat WHEN new.id = {last} "
                "BEGIN SELECT RAISE(ABORT, 'uji'); END"
            )
        with pytest.raises(peewee.IntegrityError, match="uji"):
            app.surat.number_all(berkas_id, TODAY)

        assert {surat.nomor for surat in app.surat.list(berkas_id)} == {""}

    def test_a_printed_letter_that_nobody_is_asked_by_gets_no_number(
        self, app: App, office: Office
    ) -> None:
        """It stays with what was printed, but would use up a number of the agenda."""
        berkas_id = asked(app, office)
        for surat in app.surat.list(berkas_id):
            app.surat.keep(surat.id, PDF, "dicetak")
        app.penyusunan.permintaan(berkas_id, per_unit=False)

        assert app.surat.number_all(berkas_id, TODAY) == 1
        assert {p.nomor for p in app.permintaan.list(berkas_id)} == {"500.12/1/UJI/XI/2026"}

    def test_a_keputusan_is_not_numbered_before_it_is_signed(
        self, app: App, office: Office
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        carrying.to_penetapan(app, berkas_id)
        with pytest.raises(DomainError, match="setelah ditandatangani"):
            app.surat.set_number(app.keputusan.draft(berkas_id), "1", TODAY)


class TestWords:
    def test_editing_and_going_back(self, app: App, office: Office) -> None:
        surat = app.surat.list(asked(app, office))[0]
        assert not surat.edited
        assert "paling lambat tanggal 30 November 2026" in surat.isi.body
        app.surat.edit(surat.id, words(surat, hal="Hal <b>lain</b> & ini"))
        changed = app.surat.get(surat.id)
        assert (changed.edited, changed.isi.hal) == (True, "Hal <b>lain</b> & ini")
        app.surat.reset_text(surat.id)

        assert app.surat.get(surat.id).isi == surat.isi
        assert not app.surat.get(surat.id).edited

    def test_an_edit_that_changes_nothing_is_no_write(self, app: App, office: Office) -> None:
        surat = app.surat.list(asked(app, office))[0]
        before = riwayat(app)
        app.surat.edit(surat.id, surat.isi)
        app.surat.reset_text(surat.id)

        assert riwayat(app) == before

    @pytest.mark.parametrize(
        ("field", "value"), [("hal", " "), ("body", ""), ("yth", ()), ("yth", ("", " "))]
    )
    def test_what_may_not_be_empty(
        self, app: App, office: Office, field: str, value: object
    ) -> None:
        surat = app.surat.list(asked(app, office))[0]
        with pytest.raises(DomainError) as caught:
            app.surat.edit(surat.id, words(surat, **{field: value}))
        assert caught.value.field == field

    @pytest.mark.parametrize("field", ["tentang", "menimbang", "mengingat", "diktum"])
    def test_what_may_not_be_empty_in_a_keputusan(
        self, app: App, office: Office, field: str
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        carrying.to_penetapan(app, berkas_id)
        surat = app.surat.get(app.keputusan.draft(berkas_id))
        empty = "" if field == "tentang" else ("",)
        with pytest.raises(DomainError) as caught:
            app.surat.edit(surat.id, dataclasses.replace(surat.isi, **{field: empty}))
        assert caught.value.field == field

    def test_a_preview_of_other_words_stores_nothing(self, app: App, office: Office) -> None:
        surat = app.surat.list(asked(app, office))[0]
        letter = app.surat.compose_with(surat.id, words(surat, hal="Coba"))

        assert isinstance(letter, NotaDinas)
        assert letter.hal == "Coba"
        assert app.surat.get(surat.id) == surat


class TestPrinted:
    def printed(self, app: App, office: Office) -> Surat:
        berkas_id = asked(app, office)
        app.surat.number_all(berkas_id, TODAY)
        surat = app.surat.list(berkas_id)[0]
        app.surat.keep(surat.id, PDF, "dicetak")
        return app.surat.get(surat.id)

    def test_the_bytes_are_kept_as_they_were(self, app: App, office: Office) -> None:
        surat = self.printed(app, office)
        assert surat.dicetak
        assert app.surat.kept(surat.id) == PDF
        app.surat.keep(surat.id, PDF + b"2", "disimpan sebagai PDF")

        assert app.surat.kept(surat.id) == PDF + b"2"
        kept = app.surat.get(surat.id).cetakan
        assert [each.keterangan for each in kept] == ["dicetak", "disimpan sebagai PDF"]
        assert app.attachments.read(kept[0].attachment_id) == PDF

    def test_the_same_bytes_are_kept_once(self, app: App, office: Office) -> None:
        surat = self.printed(app, office)
        before = riwayat(app)
        app.surat.keep(surat.id, PDF, "dicetak")

        assert app.surat.get(surat.id) == surat
        assert riwayat(app) == before

    def test_nothing_is_kept_before_the_first_print(self, app: App, office: Office) -> None:
        surat = app.surat.list(asked(app, office))[0]
        assert app.surat.kept(surat.id) is None
        assert not surat.dicetak

    @pytest.mark.parametrize("change", ["edit", "number", "reset"])
    def test_a_change_after_printing_asks_for_a_new_print(
        self, app: App, office: Office, change: str
    ) -> None:
        surat = self.printed(app, office)
        if change in {"edit", "reset"}:
            app.surat.edit(surat.id, words(surat, hal="Lain"), "Hal keliru")
        if change == "reset":
            app.surat.keep(surat.id, PDF + b"2", "dicetak")
            assert app.surat.get(surat.id).dicetak
            app.surat.reset_text(surat.id, "Kembali ke semula")
        if change == "number":
            app.surat.set_number(surat.id, "99", TODAY, alasan="Nomor keliru")

        assert not app.surat.get(surat.id).dicetak
        assert app.surat.kept(surat.id) is not None  # what was printed stays
        app.surat.keep(surat.id, PDF, "dicetak")  # the same bytes, yet a new print
        assert app.surat.get(surat.id).dicetak

    def test_a_kept_file_that_was_changed_is_told(self, app: App, office: Office) -> None:
        surat = self.printed(app, office)
        app._files.path(app.attachments.get(surat.cetakan[0].attachment_id).sha256).write_bytes(
            b"lain"
        )
        with pytest.raises(EnvironmentProblem, match="telah berubah"):
            app.surat.kept(surat.id)


class TestKeputusan:
    def validated(self, app: App, office: Office) -> tuple[int, int]:
        """A berkas in stage 3 with one excluded usulan; ids of berkas and usulan."""
        berkas_id = carrying.to_validasi(app, office.units)
        usulan_id = carrying.propose(
            app, berkas_id, office.units[0], carrying.complete("Data pemohon")
        )
        carrying.to_penetapan(app, berkas_id)
        return berkas_id, usulan_id

    def sign(self, app: App, berkas_id: int, nomor: str = "1", day: date = TODAY) -> None:
        app.keputusan.sign(berkas_id, nomor, day, PDF)

    def test_there_is_one(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        assert app.keputusan.find(berkas_id) is None
        surat_id = app.keputusan.draft(berkas_id)
        before = riwayat(app)

        assert app.keputusan.draft(berkas_id) == app.keputusan.find(berkas_id) == surat_id
        assert riwayat(app) == before

    def test_it_says_what_the_draft_says(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        letter = app.surat.compose(app.keputusan.draft(berkas_id), "12", TODAY)

        assert isinstance(letter, Keputusan)
        assert [row.informasi for row in letter.daftar] == ["Data pemohon"]
        assert (letter.nomor, letter.tanggal, letter.kota) == ("12", TODAY, "Kupang")
        assert letter.signer.nama == "Nama Kepala"
        assert letter.mengingat[0].startswith("Undang-Undang Nomor 14 Tahun 2008")

    def test_signing_keeps_number_date_and_the_final_bytes(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        self.sign(app, berkas_id, " 7/UJI ", TODAY)
        surat = app.surat.get(surat_id)

        assert (surat.nomor, surat.tanggal, surat.ditandatangani) == (
            "7/UJI", TODAY, True,
        )  # fmt: skip
        assert app.surat.kept(surat_id).startswith(b"%PDF-")
        assert [each.keterangan for each in surat.cetakan] == [
            "dicetak untuk ditandatangani", "arsip",
        ]  # fmt: skip

    def test_not_when_the_paper_says_something_else_by_now(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        kepala = next(p for p in app.pejabat.list() if p.id == office.kepala)
        app.pejabat.edit(office.kepala, dataclasses.replace(kepala.data, nama="Nama Lain"))
        with pytest.raises(DomainError, match="berubah sejak dicetak"):
            self.sign(app, berkas_id, "7/UJI", TODAY)

        app.surat.keep(surat_id, PDF + b"ulang", "dicetak ulang")
        app.surat.edit(surat_id, app.surat.get(surat_id).isi)
        assert app.surat.get(surat_id).dicetak

    def test_its_words_stay_when_the_office_changes(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        self.sign(app, berkas_id, "7/UJI", TODAY)
        before = app.surat.get(surat_id).isi
        app.instansi.save(Instansi("Pemerintah Lain", "Dinas Lain", "LAIN", (), "Ende"))

        assert app.surat.get(surat_id).isi == before

    def test_not_dated_before_its_berkas(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        carrying.print_keputusan(app, berkas_id)
        with pytest.raises(DomainError, match="mendahului tanggal mulai") as caught:
            self.sign(app, berkas_id, "7/UJI", date(2025, 11, 23))
        assert caught.value.field == "tanggal"

    def test_a_signed_one_is_not_changed(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        self.sign(app, berkas_id)
        surat = app.surat.get(surat_id)
        before = riwayat(app)
        for call in (
            lambda: app.surat.edit(surat_id, dataclasses.replace(surat.isi, tentang="lain")),
            lambda: app.surat.reset_text(surat_id),
            lambda: app.surat.set_number(surat_id, "2", TODAY),
            lambda: app.surat.keep(surat_id, PDF + b"lain", "dicetak"),
            lambda: self.sign(app, berkas_id, "2"),
        ):
            with pytest.raises(DomainError):
                call()
        app.surat.keep(surat_id, app.surat.kept(surat_id), "dicetak")  # the same may be printed
        assert app.surat.get(surat_id) == surat
        assert riwayat(app) == before

    @pytest.mark.parametrize(
        ("nomor", "day", "field", "said"),
        [
            ("  ", TODAY, "nomor", "belum diisi"),
            ("1", date(2026, 11, 24), "tanggal", "masa depan"),
        ],
    )
    def test_what_cannot_be_signed(
        self, app: App, office: Office, nomor: str, day: date, field: str, said: str
    ) -> None:
        berkas_id, _ = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        with pytest.raises(DomainError, match=said) as caught:
            self.sign(app, berkas_id, nomor, day)

        assert caught.value.field == field
        assert not app.surat.get(surat_id).ditandatangani

    def test_not_before_it_is_drafted_and_printed(self, app: App, office: Office) -> None:
        berkas_id, _ = self.validated(app, office)
        with pytest.raises(DomainError, match="belum disusun"):
            self.sign(app, berkas_id)
        app.keputusan.draft(berkas_id)
        with pytest.raises(DomainError, match="belum dicetak"):
            self.sign(app, berkas_id)

    def test_a_verdict_that_changed_asks_for_a_new_print(self, app: App, office: Office) -> None:
        berkas_id, usulan_id = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        app.berkas.send_back(berkas_id, 2, "periksa lagi")
        app.usulan.judge(usulan_id, Putusan.TERBUKA)
        carrying.to_penetapan(app, berkas_id)

        assert not app.surat.get(surat_id).dicetak
        with pytest.raises(DomainError, match="berubah sejak dicetak"):
            self.sign(app, berkas_id)

    def test_unsigning_gives_the_number_free_and_keeps_the_pdf(
        self, app: App, office: Office
    ) -> None:
        berkas_id, _ = self.validated(app, office)
        surat_id = carrying.print_keputusan(app, berkas_id)
        with pytest.raises(DomainError, match="belum dicatat"):
            app.keputusan.unsign(berkas_id, "alasan")
        self.sign(app, berkas_id)
        with pytest.raises(DomainError) as caught:
            app.keputusan.unsign(berkas_id, "  ")
        assert caught.value.field == "alasan"
        app.keputusan.unsign(berkas_id, "salah ketik")

        surat = app.surat.get(surat_id)
        assert (surat.nomor, surat.tanggal, surat.ditandatangani) == ("", None, False)
        assert len(surat.cetakan) == 2
        assert app.riwayat.list(berkas_id)[0].sebelum["nomor"] == "1"
        self.sign(app, berkas_id, "1")
        assert app.surat.get(surat_id).nomor == "1"

    def test_unsigning_takes_the_scan_of_the_wrong_paper_out(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        berkas_id, _ = self.validated(app, office)
        carrying.sign(app, berkas_id, "1")
        app.berkas.advance(berkas_id)
        app.dokumentasi.attach_scan(berkas_id, carrying.scan_file(tmp_path))
        app.berkas.send_back(berkas_id, 3, "nomor salah")
        app.keputusan.unsign(berkas_id, "nomor salah")

        assert app.dokumentasi.scan(berkas_id) is None

    def test_a_number_is_used_once_a_year(self, app: App, office: Office, tmp_path: Path) -> None:
        carrying.to_register(app, office.units, tmp_path, "7/uji", [])
        berkas_id, _ = self.validated(app, office)
        carrying.print_keputusan(app, berkas_id)
        with pytest.raises(DomainError, match="sudah dipakai Keputusan lain tanggal") as caught:
            self.sign(app, berkas_id, "7/UJI")

        assert caught.value.field == "nomor"
        assert app.berkas.get(berkas_id).facts.keputusan_signed is False

    def test_not_dated_before_the_keputusan_that_the_register_follows(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        carrying.to_register(app, office.units, tmp_path, "1", [])
        berkas_id, _ = self.validated(app, office)
        carrying.print_keputusan(app, berkas_id)
        with pytest.raises(DomainError, match="mendahului Keputusan Nomor 1") as caught:
            self.sign(app, berkas_id, "2", date(2026, 11, 20))
        assert caught.value.field == "tanggal"


def test_a_letter_needs_the_office_and_a_signer(app: App) -> None:
    berkas_id = carrying.start(app)
    unit = app.unit_kerja.add(UnitKerjaInput("U1", "Bidang", "Kepala Bidang"))
    app.permintaan.choose_units(berkas_id, [unit])
    (surat_id,) = app.penyusunan.permintaan(berkas_id, per_unit=True)
    with pytest.raises(DomainError):
        app.surat.compose(surat_id)
    app.instansi.save(Instansi("Pemerintah", "Dinas", "D", (), "Kupang"))
    with pytest.raises(DomainError, match="berperan sebagai PPID Pembantu pada 23 November 2026"):
        app.surat.compose(surat_id)


def test_a_number_without_its_klasifikasi_is_not_given(app: App, office: Office) -> None:
    app.setting.save(LetterSettings(klasifikasi=""))
    with pytest.raises(DomainError, match="Kode klasifikasi"):
        app.surat.number_all(asked(app, office), TODAY)
