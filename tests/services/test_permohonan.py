"""Refused requests: what is recorded, when it is due, and the letter that answers."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.dik import (
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
    JenisUsulan,
    Putusan,
)
from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.permohonan import PermohonanInput, StatusPermohonan
from sopapp.domain.surat import JenisSurat, StatusSurat
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF, complete

LATER = date(2026, 12, 7)
UU_KIP = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
KEPUTUSAN = "Keputusan Kepala Dinas Nomor 1 tanggal 23 November 2026"
NAME = "Antonius Contoh"
REQUEST = PermohonanInput(
    nomor_pendaftaran="07/PI/XI/2026",
    diterima=TODAY,
    nama=NAME,
    alamat="Jalan Peragaan Nomor 3",
    kontak="0812 3456 7890",
    rincian="Nama pelapor pengaduan konsumen",
)


@pytest.fixture
def register(app: App, office: Office, tmp_path: Path) -> tuple[int, ...]:
    """The entries Satu and Dua of unit 1 and Tiga of unit 2, in the order of the Lampiran."""
    one, two = office.units[:2]
    carrying.to_register(
        app, office.units, tmp_path, "1", [(one, "Satu"), (one, "Dua"), (two, "Tiga")]
    )
    return tuple(entri.id for entri in app.dik.current())


def request(app: App, *entri_ids: int, **changes: object) -> int:
    data = dataclasses.replace(REQUEST, entri_ids=entri_ids, **changes)
    return app.permohonan.add(data)


def drafted(app: App, *entri_ids: int, **changes: object) -> tuple[int, int]:
    """A request and its drafted letter."""
    permohonan_id = request(app, *entri_ids, **changes)
    return permohonan_id, app.permohonan.draft_letter(permohonan_id)


def numbered(app: App, *entri_ids: int, nomor: str = "9") -> tuple[int, int]:
    """A request with a letter that was numbered and printed."""
    permohonan_id, surat_id = drafted(app, *entri_ids)
    app.surat.set_number(surat_id, nomor, app.clock.today())
    app.surat.keep(surat_id, PDF, "dicetak")
    return permohonan_id, surat_id


def to_register_of(app: App, office: Office, folder: Path, isi: IsiDik) -> None:
    """The register with this one entry."""
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], isi)
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1")
    carrying.apply(app, berkas_id, folder)


def status(app: App, permohonan_id: int) -> StatusPermohonan:
    return app.permohonan.get(permohonan_id).status


def withdraw(app: App, office: Office, entri_id: int, folder: Path, clock: FixedClock) -> None:
    """Open an entry again by a Keputusan of LATER."""
    clock.day = LATER
    berkas_id = carrying.to_validasi(app, office.units, "Kedua")
    entri = app.dik.entry(entri_id)
    carrying.propose(
        app, berkas_id, entri.unit_id, entri.isi, JenisUsulan.BUKA, entri.id, Putusan.TERBUKA
    )
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "2")
    carrying.apply(app, berkas_id, folder)


class TestRecord:
    def test_what_was_typed_comes_back_tidied(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id = request(
            app, register[1], register[0], register[1], nama="  Antonius   Contoh ", rincian="A \n"
        )
        data = app.permohonan.get(permohonan_id).data
        assert (data.nama, data.rincian) == (NAME, "A")
        assert data.entri_ids == (register[1], register[0])

    @pytest.mark.parametrize("field", ["nomor_pendaftaran", "nama", "alamat", "rincian"])
    def test_what_may_not_be_empty(self, app: App, field: str) -> None:
        with pytest.raises(DomainError) as told:
            request(app, **{field: " \n "})
        assert told.value.field == field

    @pytest.mark.parametrize("day", [date(2026, 11, 24), date(2009, 12, 31)])
    def test_a_day_that_cannot_be(self, app: App, day: date) -> None:
        with pytest.raises(DomainError) as told:
            request(app, diterima=day)
        assert told.value.field == "diterima"

    def test_an_entry_that_never_was_is_refused(self, app: App) -> None:
        with pytest.raises(DomainError) as told:
            request(app, 99)
        assert told.value.field == "entri_ids"

    def test_endless_text_is_refused(self, app: App) -> None:
        with pytest.raises(DomainError) as told:
            request(app, rincian="x" * 5001)
        assert told.value.field == "rincian"

    def test_a_number_stands_for_one_request_of_its_year(self, app: App) -> None:
        first = request(app, nomor_pendaftaran="ÄB/1")
        with pytest.raises(DomainError, match="23 November 2026") as told:
            request(app, nomor_pendaftaran="äb/1")
        assert told.value.field == "nomor_pendaftaran"
        other = request(app, nomor_pendaftaran="äb/1", diterima=date(2025, 6, 2))
        assert other != first
        with pytest.raises(DomainError):
            app.permohonan.edit(
                other, dataclasses.replace(REQUEST, nomor_pendaftaran="ÄB/1", diterima=TODAY)
            )
        app.permohonan.cancel(first, "Salah catat")
        assert request(app, nomor_pendaftaran="ÄB/1")

    def test_a_change_that_changes_nothing_is_no_write(self, app: App) -> None:
        permohonan_id = request(app)
        before = len(app.riwayat.list(limit=None))
        app.permohonan.edit(permohonan_id, app.permohonan.get(permohonan_id).data)
        assert len(app.riwayat.list(limit=None)) == before

    def test_one_that_is_not_there(self, app: App) -> None:
        with pytest.raises(NotFoundError):
            app.permohonan.get(1)


class TestList:
    def test_newest_first_by_year_state_and_words(
        self, app: App, register: tuple[int, ...]
    ) -> None:
        old = request(app, nomor_pendaftaran="1", diterima=date(2025, 3, 3), nama="Berta")
        new, _letter = drafted(app, register[0], nomor_pendaftaran="2")
        gone = request(app, nomor_pendaftaran="3", diterima=date(2026, 3, 3), catatan="Ñandu")
        app.permohonan.cancel(gone, "Dicabut pemohon")

        def ids(*arguments: object, **named: object) -> list[int]:
            return [each.id for each in app.permohonan.list(*arguments, **named)]

        assert ids() == [new, gone, old]
        assert app.permohonan.years() == (2026, 2025)
        assert ids(2025) == [old]
        assert ids(status=StatusPermohonan.DISUSUN) == [new]
        assert ids(2026, StatusPermohonan.BATAL) == [gone]
        assert ids(teks="berta PELAPOR") == [old]
        assert ids(teks="ñandu") == [gone]
        assert ids(teks="dicabut") == [gone]
        assert ids(teks="berta zzz") == []


class TestDue:
    def test_it_runs_from_the_day_received(self, app: App, clock: FixedClock) -> None:
        permohonan_id = request(app)
        due = app.permohonan.due(app.permohonan.get(permohonan_id))
        assert (due.akhir, due.sisa, due.diperpanjang) == (LATER, 10, False)
        clock.day = date(2026, 12, 8)
        assert app.permohonan.due(app.permohonan.get(permohonan_id)).terlambat

    def test_it_is_extended_once_and_with_a_reason(self, app: App) -> None:
        permohonan_id = request(app)
        with pytest.raises(DomainError) as told:
            app.permohonan.extend(permohonan_id, "  ")
        assert told.value.field == "perpanjangan"
        app.permohonan.extend(permohonan_id, "Perlu uji konsekuensi")
        found = app.permohonan.get(permohonan_id)
        assert found.data.perpanjangan == "Perlu uji konsekuensi"
        assert app.permohonan.due(found).akhir == date(2026, 12, 16)
        with pytest.raises(DomainError, match="satu kali"):
            app.permohonan.extend(permohonan_id, "Sekali lagi")

    def test_a_cancelled_request_is_due_never(self, app: App) -> None:
        permohonan_id = request(app)
        app.permohonan.cancel(permohonan_id, "Dicabut pemohon")
        assert app.permohonan.due(app.permohonan.get(permohonan_id)) is None

    def test_an_answer_in_time_stays_in_time(
        self, app: App, register: tuple[int, ...], clock: FixedClock
    ) -> None:
        permohonan_id, surat_id = numbered(app, register[0])
        app.surat.sign(surat_id)
        clock.day = date(2027, 3, 1)
        found = app.permohonan.get(permohonan_id)
        due = app.permohonan.due(found)
        assert (due.dijawab, due.terlambat) == (TODAY, False)
        # Nobody recorded when the applicant got it.
        assert app.permohonan.objection_until(found) is None


class TestLetter:
    def test_it_cites_the_register(self, app: App, register: tuple[int, ...]) -> None:
        _one, two, three = register
        permohonan_id, surat_id = drafted(app, three, two)
        surat = app.surat.get(surat_id)
        assert (surat.jenis, surat.permohonan_id) == (JenisSurat.PENOLAKAN, permohonan_id)
        assert (surat.berkas_id, surat.status) == (None, StatusSurat.KONSEP)
        letter = app.surat.compose(surat_id)
        assert letter.judul == "Surat Keputusan PPID tentang Penolakan Permohonan Informasi"
        assert letter.nomor_pendaftaran == "07/PI/XI/2026"
        assert dict(letter.pemohon) == {
            "Nama": NAME,
            "Alamat": "Jalan Peragaan Nomor 3",
            "Nomor telepon/pos-el": "0812 3456 7890",
        }
        assert letter.rincian == REQUEST.rincian
        assert "23 November 2026" in letter.pembuka
        # Both have the same ground, which is said once.
        assert letter.alasan == (
            f"Pasal 17 huruf h angka 2 {UU_KIP}",
            f"{KEPUTUSAN}, Lampiran nomor urut 3 (Tiga) dan nomor urut 2 (Dua)",
        )
        assert letter.konsekuensi == (
            "Tiga: Mengungkap rahasia pribadi pemohon layanan.",
            "Dua: Mengungkap rahasia pribadi pemohon layanan.",
        )
        assert letter.putusan == "Informasi yang dikecualikan"
        assert letter.pernyataan == "Permohonan informasi ditolak"
        assert letter.signer.nama == "Nama Sekretaris"
        assert letter.kota == "Kupang"

    def test_it_tells_how_to_object_and_that_it_is_free(
        self, app: App, register: tuple[int, ...]
    ) -> None:
        letter = app.surat.compose(drafted(app, register[0])[1])
        assert "Atasan PPID, yaitu Kepala Dinas" in letter.keberatan
        assert "30 (tiga puluh) hari kerja sejak menerima" in letter.keberatan
        assert letter.catatan == (
            "Pemberian informasi publik pada Dinas Uji Provinsi Uji tidak dipungut biaya.",
        )

    def test_the_other_law_stands_beside_pasal_17(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        law = DasarPengecualian("j", None, "Undang-Undang Nomor 27 Tahun 2022", "Pasal 65")
        isi = dataclasses.replace(complete("Satu"), dasar=(DasarPengecualian("h", 2), law))
        to_register_of(app, office, tmp_path, isi)
        _request, surat_id = drafted(app, app.dik.current()[0].id)
        grounds = app.surat.compose(surat_id).alasan
        assert grounds[:2] == (
            f"Pasal 17 huruf h angka 2 dan huruf j {UU_KIP}",
            "Pasal 65 Undang-Undang Nomor 27 Tahun 2022",
        )

    def test_a_letter_to_the_public_spells_laws_out(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        said = "UU Nomor 28 Tahun 2014 dan PP Nomor 5 Tahun 2020 tentang UU KIP"
        isi = dataclasses.replace(complete("Satu"), dasar=(DasarPengecualian("b", None, said),))
        to_register_of(app, office, tmp_path, isi)
        _request, surat_id = drafted(app, app.dik.current()[0].id)
        assert app.surat.compose(surat_id).alasan[1] == (
            "Undang-Undang Nomor 28 Tahun 2014 dan Peraturan Pemerintah Nomor 5 Tahun 2020 "
            "tentang UU KIP"
        )

    def test_a_part_may_be_refused(self, app: App, register: tuple[int, ...]) -> None:
        _request, surat_id = drafted(app, register[0], ditolak="nama dan alamat *pelapor*")
        letter = app.surat.compose(surat_id)
        assert letter.putusan.endswith("untuk sebagian, yaitu: nama dan alamat *pelapor*")
        assert letter.pernyataan == "Permohonan informasi ditolak untuk sebagian"

    def test_what_records_say_is_never_read_as_bold(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        isi = dataclasses.replace(complete("**Satu**"), konsekuensi_dibuka="Rugi 2*3 **besar**")
        to_register_of(app, office, tmp_path, isi)
        _request, surat_id = drafted(app, app.dik.current()[0].id)
        letter = app.surat.compose(surat_id)
        assert "(**Satu**)" in letter.alasan[-1]  # printed as it stands
        assert letter.konsekuensi == (r"Rugi 2\*3 \*\*besar\*\*",)

    def test_without_an_entry_there_is_no_ground(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id = request(app)
        with pytest.raises(DomainError, match="belum dipilih") as told:
            app.permohonan.draft_letter(permohonan_id)
        assert told.value.field == "entri_ids"

    def test_one_letter_at_a_time(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id, surat_id = drafted(app, register[0])
        assert app.permohonan.draft_letter(permohonan_id) == surat_id
        app.surat.set_number(surat_id, "9", TODAY)
        app.surat.void(surat_id, "Salah pemohon")
        assert status(app, permohonan_id) is StatusPermohonan.TERBUKA
        second = app.permohonan.draft_letter(permohonan_id)
        assert second != surat_id
        assert app.surat.get(second).mengganti_id == surat_id

    def test_own_words_stay_when_the_request_changes(
        self, app: App, register: tuple[int, ...]
    ) -> None:
        permohonan_id, surat_id = drafted(app, register[0])
        words = dataclasses.replace(app.surat.get(surat_id).isi, keberatan="Kalimat sendiri.")
        app.surat.edit(surat_id, words)
        app.permohonan.edit(
            permohonan_id, dataclasses.replace(REQUEST, nama="Berta", entri_ids=register[:1])
        )
        letter = app.surat.compose(surat_id)
        assert letter.keberatan == "Kalimat sendiri."
        assert letter.pemohon[0] == ("Nama", "Berta")
        assert app.permohonan.get(permohonan_id).surat.disunting


class TestNotInForce:
    def test_an_entry_that_was_opened_is_no_ground(
        self, app: App, office: Office, register: tuple[int, ...], tmp_path: Path,
        clock: FixedClock,
    ) -> None:  # fmt: skip
        kept, signed = numbered(app, register[0], nomor="8")
        app.surat.sign(signed)
        waiting, draft = drafted(app, *register[:2], nomor_pendaftaran="8")
        withdraw(app, office, register[0], tmp_path, clock)

        with pytest.raises(DomainError, match=r"“Satu” tidak ada di daftar.*7 Desember 2026"):
            app.surat.compose(draft)
        # It can still be read, and a letter dated before the change still holds.
        assert "Dua" in app.surat.get(draft).isi.alasan[-1]
        assert app.surat.compose(draft, "9", date(2026, 12, 6)).alasan
        with pytest.raises(DomainError, match="Satu"):
            app.permohonan.draft_letter(
                request(app, register[0], nomor_pendaftaran="10", diterima=LATER)
            )
        one, two = app.permohonan.entries(app.permohonan.get(waiting).data.entri_ids)
        assert (one.judul, one.nomor_urut, bool(one.halangan)) == ("Satu", None, True)
        assert (two.judul, two.nomor_urut, two.halangan) == ("Dua", 1, "")
        # What was signed says for ever what it said.
        assert app.surat.get(app.permohonan.get(kept).surat.id).isi.alasan
        assert app.surat.kept(signed)

    def test_an_entry_past_its_end_is_no_ground(
        self, app: App, office: Office, tmp_path: Path, clock: FixedClock
    ) -> None:
        ends = JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2026, 12, 31))
        to_register_of(app, office, tmp_path, dataclasses.replace(complete("Satu"), jangka=ends))
        entri = app.dik.current()[0].id
        clock.day = date(2026, 12, 31)
        last = request(app, entri)
        assert app.permohonan.draft_letter(last)
        clock.day = date(2027, 1, 4)
        with pytest.raises(DomainError, match="berakhir 31 Desember 2026"):
            app.permohonan.draft_letter(request(app, entri, nomor_pendaftaran="8"))


class TestChange:
    def test_the_agenda_follows_the_request(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id, surat_id = drafted(app, register[0])
        app.surat.set_number(surat_id, "9", TODAY)
        data = app.permohonan.get(permohonan_id).data
        app.permohonan.edit(
            permohonan_id, dataclasses.replace(data, nama="Berta", nomor_pendaftaran="8/X")
        )
        row = app._database.execute_sql(
            "SELECT perihal, tujuan, perlu_cetak FROM surat WHERE id = ?", (surat_id,)
        ).fetchone()
        assert row == ("Penolakan permohonan informasi Nomor Pendaftaran 8/X", "Berta", 1)

    def test_a_printed_letter_is_corrected_with_a_reason(
        self, app: App, register: tuple[int, ...]
    ) -> None:
        permohonan_id, surat_id = numbered(app, register[0])
        assert app.permohonan.get(permohonan_id).surat.dicetak
        data = app.permohonan.get(permohonan_id).data
        changed = dataclasses.replace(data, alamat="Jalan Lain 4")
        with pytest.raises(DomainError) as told:
            app.permohonan.edit(permohonan_id, changed)
        assert told.value.field == "alasan"
        # What no letter says needs none.
        app.permohonan.edit(permohonan_id, dataclasses.replace(data, catatan="Sudah ditelepon"))
        assert app.permohonan.get(permohonan_id).surat.dicetak
        app.permohonan.edit(permohonan_id, changed, "Pemohon pindah")
        assert not app.permohonan.get(permohonan_id).surat.dicetak
        surat = app.surat.get(surat_id)
        assert [each.alasan for each in surat.koreksi] == ["Pemohon pindah"]
        assert surat.status is StatusSurat.BERNOMOR

    def test_a_signed_answer_is_never_changed(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id, surat_id = numbered(app, register[0])
        app.surat.sign(surat_id)
        assert status(app, permohonan_id) is StatusPermohonan.DIJAWAB
        data = dataclasses.replace(REQUEST, nama="Berta")
        for change in (
            lambda: app.permohonan.edit(permohonan_id, data),
            lambda: app.permohonan.extend(permohonan_id, "Alasan"),
            lambda: app.permohonan.cancel(permohonan_id, "Alasan"),
        ):
            with pytest.raises(DomainError, match="sudah dijawab"):
                change()

    def test_cancelling_voids_the_letter_and_keeps_its_number(
        self, app: App, register: tuple[int, ...]
    ) -> None:
        permohonan_id, surat_id = numbered(app, register[0])
        with pytest.raises(DomainError) as told:
            app.permohonan.cancel(permohonan_id, " ")
        assert told.value.field == "alasan"
        app.permohonan.cancel(permohonan_id, "Dicabut pemohon")
        assert status(app, permohonan_id) is StatusPermohonan.BATAL
        surat = app.surat.get(surat_id)
        assert (surat.status, surat.nomor) == (StatusSurat.BATAL, "9")
        assert "Dicabut pemohon" in surat.batal
        for change in (
            lambda: app.permohonan.edit(permohonan_id, REQUEST),
            lambda: app.permohonan.draft_letter(permohonan_id),
        ):
            with pytest.raises(DomainError, match="Dicabut pemohon"):
                change()

    def test_cancelling_takes_a_mere_draft_away(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id, surat_id = drafted(app, register[0])
        app.permohonan.cancel(permohonan_id, "Dicabut pemohon")
        with pytest.raises(NotFoundError):
            app.surat.get(surat_id)

    def test_a_mere_draft_whose_words_cannot_be_made_does_not_hinder_cancelling(
        self, app: App, register: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        permohonan_id, _surat_id = drafted(app, register[0])

        def damaged(_jenis: object) -> None:
            raise DomainError("Templat surat tidak dapat dipahami.")

        monkeypatch.setattr(app.templat, "get", damaged)
        app.permohonan.cancel(permohonan_id, "Dicabut pemohon")
        assert status(app, permohonan_id) is StatusPermohonan.BATAL


class TestLife:
    def test_from_draft_to_archive_with_a_correction(
        self, app: App, register: tuple[int, ...], tmp_path: Path
    ) -> None:
        permohonan_id, surat_id = numbered(app, register[0])
        old_print = app.surat.get(surat_id).cetakan[-1]
        words = dataclasses.replace(app.surat.get(surat_id).isi, keberatan="Kalimat baru.")
        with pytest.raises(DomainError) as told:
            app.surat.edit(surat_id, words)
        assert told.value.field == "alasan_koreksi"
        app.surat.edit(surat_id, words, "Salah ketik")
        surat = app.surat.get(surat_id)
        assert (surat.status, surat.nomor) == (StatusSurat.BERNOMOR, "9")
        assert [each.alasan for each in surat.koreksi] == ["Salah ketik"]
        assert app.surat.print_bytes(old_print.id) == PDF
        app.surat.keep(surat_id, PDF + b"2", "dicetak")
        scan = tmp_path / "pindaian.pdf"
        scan.write_bytes(PDF + b"pindaian")
        app.surat.sign(surat_id, scan)
        surat = app.surat.get(surat_id)
        assert surat.status is StatusSurat.DIARSIPKAN
        assert len(surat.pindaian) == len(surat.waktu_pindaian) == 1
        assert status(app, permohonan_id) is StatusPermohonan.DIJAWAB
        assert app.agenda.row(surat_id).dipindai
        frozen = app.surat.kept(surat_id)
        for change in (
            lambda: app.surat.edit(surat_id, words, "Lagi"),
            lambda: app.surat.set_number(surat_id, "10", TODAY, alasan="Lagi"),
            lambda: app.surat.void(surat_id, "Lagi"),
        ):
            with pytest.raises(DomainError, match="ditandatangani"):
                change()
        assert app.surat.kept(surat_id) == frozen

    def test_the_book_says_how_much_is_attached(self, app: App, register: tuple[int, ...]) -> None:
        _permohonan_id, surat_id = numbered(app, register[0])
        assert len(app.surat.compose(surat_id).lampiran) == 1
        assert app.agenda.row(surat_id).lampiran == "1 lampiran"

    def test_a_void_number_is_not_given_to_the_letter_that_replaces_it(
        self, app: App, register: tuple[int, ...]
    ) -> None:
        permohonan_id, surat_id = drafted(app, register[0])
        app.surat.set_number(
            surat_id, first := app.surat.propose_number(JenisSurat.PENOLAKAN, TODAY), TODAY
        )
        app.surat.keep(surat_id, PDF, "dicetak")
        second = app.surat.replace(surat_id, "Salah pemohon")
        assert app.surat.get(surat_id).status is StatusSurat.BATAL
        assert app.surat.get(second).mengganti_id == surat_id
        assert app.surat.get(second).permohonan_id == permohonan_id
        assert app.permohonan.get(permohonan_id).surat.id == second
        nomor = app.surat.propose_number(JenisSurat.PENOLAKAN, TODAY)
        assert nomor != first
        with pytest.raises(DomainError, match="BATAL"):
            app.surat.set_number(second, first, TODAY)
        app.surat.set_number(second, nomor, TODAY)
        assert (app.agenda.row(surat_id).diganti, app.agenda.row(second).mengganti) == (
            nomor,
            first,
        )


class TestSheets:
    def test_the_kept_print_of_the_test_that_counted(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        berkas_id = carrying.to_validasi(app, office.units)
        one = carrying.propose(app, berkas_id, office.units[0], complete("Satu"))
        two = carrying.propose(app, berkas_id, office.units[0], complete("Dua"))
        carrying.propose(app, berkas_id, office.units[0], complete("Tiga"))
        app.uji.keep_lembar(one, PDF + b"lama")
        app.uji.keep_lembar(one, PDF + b"baru")
        # A print of a test that was held once more afterwards is not the sheet of its verdict.
        app.uji.keep_lembar(two, PDF + b"usang")
        app.uji.record(two, carrying.weighed(app))
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, "1")
        carrying.apply(app, berkas_id, tmp_path)
        first, second, third = (entri.id for entri in app.dik.current())

        permohonan_id, surat_id = drafted(app, third, first, second)
        sheets = app.permohonan.attachments_of(permohonan_id)
        assert [sheet.judul for sheet in sheets] == ["Tiga", "Satu", "Dua"]
        assert [sheet.attachment is None for sheet in sheets] == [True, False, True]
        assert app.attachments.read(sheets[1].attachment.id) == PDF + b"baru"
        assert app.surat.compose(surat_id).lampiran == (
            "Lembar Uji Konsekuensi atas 1 (satu) informasi",
            f"Salinan {KEPUTUSAN}",
        )
        _other, complete_letter = drafted(app, first, nomor_pendaftaran="8")
        assert len(app.surat.compose(complete_letter).lampiran) == 1

    def test_a_test_held_again_for_an_entry_left_as_it_is(
        self, app: App, office: Office, register: tuple[int, ...], tmp_path: Path
    ) -> None:
        first = register[0]
        permohonan_id = request(app, first)
        assert app.permohonan.attachments_of(permohonan_id)[0].attachment is None
        berkas_id = carrying.to_validasi(app, office.units)
        again = carrying.propose(
            app, berkas_id, office.units[0], complete("Satu"), JenisUsulan.TETAP, first
        )
        app.uji.keep_lembar(again, PDF + b"diuji lagi")
        # Not before its Keputusan holds.
        assert app.permohonan.attachments_of(permohonan_id)[0].attachment is None
        carrying.to_penetapan(app, berkas_id)
        carrying.sign(app, berkas_id, "2")
        carrying.apply(app, berkas_id, tmp_path)
        (sheet,) = app.permohonan.attachments_of(permohonan_id)
        assert app.attachments.read(sheet.attachment.id) == PDF + b"diuji lagi"


class TestPrivacy:
    def test_riwayat_never_names_the_applicant(self, app: App, register: tuple[int, ...]) -> None:
        permohonan_id, surat_id = numbered(app, register[0])
        data = dataclasses.replace(REQUEST, rincian="Lain", entri_ids=register[:1])
        app.permohonan.edit(permohonan_id, data, f"{NAME} meminta yang lain")
        app.permohonan.extend(permohonan_id, "Perlu uji")
        by_hand = SerahTerima(NAME, TODAY, TODAY, NAME)
        (handed,) = app.ekspedisi.record([(surat_id, by_hand)])
        app.ekspedisi.receive([handed], TODAY, NAME)
        app.ekspedisi.remove(handed)
        app.permohonan.cancel(permohonan_id, "Dicabut")
        for event in app.riwayat.list(limit=None):
            for secret in (NAME, "Peragaan", "0812", "pelapor"):
                assert secret not in event.ringkasan
        assert app.riwayat.list(limit=None)[0].berkas_id is None

    def test_nothing_of_it_is_published(
        self, app: App, register: tuple[int, ...], tmp_path: Path
    ) -> None:
        numbered(app, register[0])
        value = app.ekspor.value(TODAY)
        assert NAME not in json.dumps(dataclasses.asdict(value), default=str, ensure_ascii=False)
        berkas_id = app.dik.terbitan()[0].berkas_id
        events = app.riwayat.list(berkas_id, limit=None)
        assert not any("permohonan" in event.aksi for event in events)
