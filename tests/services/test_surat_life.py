"""The life of a letter from draft to archive, and every way in which it is refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.surat import IsiNotaDinas, JenisSurat, StatusSurat, Surat
from sopapp.domain.uji import IsiBeritaAcara
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.permintaan import Jawaban
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF

WHY = "Kepala minta diubah"


@pytest.fixture
def berkas_id(app: App, office: Office) -> int:
    """A berkas with a drafted letter to each unit."""
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    return berkas_id


@pytest.fixture
def surat_id(app: App, berkas_id: int) -> int:
    return app.surat.list(berkas_id)[0].id


def written(app: App, surat_id: int, nomor: str = "7") -> None:
    """Number and print a letter as the program prints it."""
    app.surat.set_number(surat_id, nomor, TODAY)
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")


def signed(app: App, surat_id: int, nomor: str = "7") -> bytes:
    written(app, surat_id, nomor)
    app.surat.sign(surat_id)
    return app.surat.kept(surat_id) or b""


def refused(act: Callable[[], object], words: str, field: str | None = None) -> None:
    with pytest.raises(DomainError, match=words) as told:
        act()
    assert told.value.field == field


def edited(surat: Surat, **changed: object) -> IsiNotaDinas:
    assert isinstance(surat.isi, IsiNotaDinas)
    return dataclasses.replace(surat.isi, **changed)


# -- the way through -----------------------------------------------------------------------------


def test_from_draft_to_archive(app: App, surat_id: int, tmp_path: Path) -> None:
    seen = [app.surat.get(surat_id).status]
    app.surat.set_number(surat_id, "7", TODAY)
    seen.append(app.surat.get(surat_id).status)
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    seen.append(app.surat.get(surat_id).status)
    app.surat.sign(surat_id)
    seen.append(app.surat.get(surat_id).status)
    scan = app.surat.attach_scan(surat_id, carrying.scan_file(tmp_path))
    seen.append(app.surat.get(surat_id).status)
    assert seen == [
        StatusSurat.KONSEP, StatusSurat.BERNOMOR, StatusSurat.DICETAK,
        StatusSurat.DITANDATANGANI, StatusSurat.DIARSIPKAN,
    ]  # fmt: skip
    assert app.surat.scan(surat_id) == scan


def test_one_action_from_a_scan_does_all(app: App, surat_id: int, tmp_path: Path) -> None:
    written(app, surat_id)
    before = len(app.riwayat.list(limit=None))
    app.surat.sign(surat_id, carrying.scan_file(tmp_path))

    surat = app.surat.get(surat_id)
    assert surat.status is StatusSurat.DIARSIPKAN
    assert app.agenda.row(surat_id).dipindai
    assert surat.cetakan[-1].keterangan == "arsip"
    assert b"pdfaid" in app.surat.print_bytes(surat.cetakan[-1].id)
    assert len(app.riwayat.list(limit=None)) == before + 1
    scan = app.surat.scan(surat_id)
    told = app.riwayat.list(limit=1)[0].sesudah
    assert (told["pindaian"], told["pindaian_sha256"]) == (scan.nama, scan.sha256)


def test_a_scan_of_another_type_changes_nothing(app: App, surat_id: int, tmp_path: Path) -> None:
    written(app, surat_id)
    text = tmp_path / "pindaian.txt"
    text.write_text("bukan pindaian", encoding="utf-8")
    with pytest.raises(DomainError):
        app.surat.sign(surat_id, text)
    assert app.surat.get(surat_id).status is StatusSurat.DICETAK


# -- what is refused ----------------------------------------------------------------------------


def test_what_is_not_signed(app: App, surat_id: int, tmp_path: Path) -> None:
    refused(lambda: app.surat.sign(surat_id), "nomor dan tanggal")
    app.surat.set_number(surat_id, "7", TODAY)
    refused(lambda: app.surat.sign(surat_id), "belum dicetak")
    refused(lambda: app.surat.attach_scan(surat_id, carrying.scan_file(tmp_path)), "Catat dahulu")
    refused(lambda: app.surat.unsign(surat_id, WHY), "belum dicatat")


def test_a_signed_letter_is_closed(app: App, surat_id: int) -> None:
    kept = signed(app, surat_id)
    surat = app.surat.get(surat_id)
    for act in (
        lambda: app.surat.edit(surat_id, edited(surat, hal="Lain"), WHY),
        lambda: app.surat.reset_text(surat_id, WHY),
        lambda: app.surat.set_number(surat_id, "8", TODAY, alasan=WHY),
        lambda: app.surat.void(surat_id, WHY),
        lambda: app.surat.replace(surat_id, WHY),
        lambda: app.surat.sign(surat_id),
        lambda: app.surat.number_letters((surat_id,), TODAY),
    ):
        refused(act, "sudah ditandatangani")
    refused(lambda: app.surat.keep(surat_id, PDF, "dicetak"), "tidak dicetak ulang berbeda")
    refused(lambda: app.surat.unsign(surat_id, " \n"), "alasan", "alasan")
    app.surat.keep(surat_id, kept, "dicetak lagi")
    assert app.surat.get(surat_id) == surat


def test_a_void_letter_is_closed(app: App, surat_id: int, tmp_path: Path) -> None:
    written(app, surat_id)
    app.surat.void(surat_id, "  salah \n unit ")
    surat = app.surat.get(surat_id)
    assert (surat.status, surat.batal, surat.nomor) == (StatusSurat.BATAL, "salah unit", "7")
    for act in (
        lambda: app.surat.edit(surat_id, edited(surat, hal="Lain"), WHY),
        lambda: app.surat.reset_text(surat_id, WHY),
        lambda: app.surat.set_number(surat_id, "8", TODAY, alasan=WHY),
        lambda: app.surat.void(surat_id, WHY),
        lambda: app.surat.replace(surat_id, WHY),
        lambda: app.surat.sign(surat_id),
        lambda: app.surat.keep(surat_id, PDF, "dicetak"),
    ):
        refused(act, "BATAL")
    refused(lambda: app.surat.attach_scan(surat_id, carrying.scan_file(tmp_path)), "Catat dahulu")
    assert app.agenda.row(surat_id).batal == "salah unit"


@pytest.mark.parametrize("act", ["void", "replace"])
def test_a_letter_goes_only_with_a_reason(app: App, surat_id: int, act: str) -> None:
    refused(lambda: getattr(app.surat, act)(surat_id, " \n "), "alasan", "alasan")
    assert app.surat.get(surat_id).status is StatusSurat.KONSEP


def test_words_of_another_kind_are_no_words_of_this_letter(app: App, surat_id: int) -> None:
    with pytest.raises(TypeError):
        app.surat.edit(surat_id, IsiBeritaAcara("1", TODAY, "Aula"))


# -- corrections --------------------------------------------------------------------------------


def test_a_printed_letter_is_corrected_with_a_reason_and_keeps_its_versions(
    app: App, surat_id: int
) -> None:
    written(app, surat_id)
    first = app.surat.kept(surat_id)
    words = edited(app.surat.get(surat_id), hal="Hal yang benar")
    refused(lambda: app.surat.edit(surat_id, words), "sudah dicetak", "alasan_koreksi")
    app.surat.edit(surat_id, words, f"  {WHY}\n")

    surat = app.surat.get(surat_id)
    assert [each.alasan for each in surat.koreksi] == [WHY]
    assert surat.status is StatusSurat.BERNOMOR
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    prints = app.surat.get(surat_id).cetakan
    assert app.surat.print_bytes(prints[0].id) == first
    assert app.surat.print_bytes(prints[1].id) == app.surat.kept(surat_id) != first
    assert app.agenda.row(surat_id).perihal == "Hal yang benar"


def test_before_it_is_printed_nobody_asks_why(app: App, surat_id: int) -> None:
    app.surat.set_number(surat_id, "7", TODAY)
    app.surat.edit(surat_id, edited(app.surat.get(surat_id), hal="Lain"))
    app.surat.set_number(surat_id, "8", TODAY)

    assert app.surat.get(surat_id).koreksi == ()
    assert [row.nomor for row in app.agenda.rows_of([surat_id])] == ["8"]
    assert len(app.nomor.places("Nota Dinas", 2026)) == 0  # "8" has another form


def test_the_number_of_a_paper_stays_in_the_book(app: App, surat_id: int) -> None:
    nomor = app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY)
    written(app, surat_id, nomor)
    other = nomor.replace("/1/", "/2/")
    refused(lambda: app.surat.set_number(surat_id, other, TODAY), "sudah dicetak", "alasan")
    app.surat.set_number(surat_id, other, TODAY, alasan="dari Tata Usaha")

    letters = [each for each in app.surat.list(app.surat.get(surat_id).berkas_id) if each.nomor]
    assert [(each.nomor, each.batal) for each in letters] == [
        (other, ""), (nomor, "dari Tata Usaha"),
    ]  # fmt: skip
    refused(lambda: app.surat.set_number(surat_id, nomor, TODAY, alasan=WHY), "yang BATAL", "nomor")
    assert app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY) == nomor.replace("/1/", "/3/")


def test_a_number_that_moves_to_another_year_stays_in_the_book_of_its_own(
    app: App, surat_id: int
) -> None:
    written(app, surat_id, "5/ND")
    app.surat.set_number(surat_id, "5/ND", date(2027, 1, 4), alasan="tanggal keliru")

    letters = [each for each in app.surat.list(app.surat.get(surat_id).berkas_id) if each.nomor]
    assert [(each.tanggal, each.batal) for each in letters] == [
        (date(2027, 1, 4), ""), (TODAY, "tanggal keliru"),
    ]  # fmt: skip


def test_a_changed_date_alone_is_a_correction_and_no_new_line(app: App, surat_id: int) -> None:
    written(app, surat_id)
    app.surat.set_number(surat_id, "7", date(2026, 11, 24), alasan="tanggal keliru")
    surat = app.surat.get(surat_id)
    assert [each.alasan for each in surat.koreksi] == ["tanggal keliru"]
    assert not surat.dicetak
    assert len([each for each in app.surat.list(surat.berkas_id) if each.nomor]) == 1


def test_a_letter_printed_with_room_for_its_number(app: App, surat_id: int) -> None:
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    app.surat.set_number(surat_id, "TU-777", TODAY)
    assert app.surat.get(surat_id).status is StatusSurat.DICETAK
    app.surat.sign(surat_id)

    archived = PdfReader(BytesIO(app.surat.kept(surat_id) or b""))
    assert "TU-777" in archived.pages[0].extract_text()  # as it was written in by hand
    assert [each.keterangan for each in app.surat.get(surat_id).cetakan] == ["dicetak", "arsip"]


def test_a_print_of_words_that_changed_since_has_to_be_made_again(app: App, surat_id: int) -> None:
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    app.surat.edit(surat_id, edited(app.surat.get(surat_id), hal="Lain"), WHY)
    app.surat.set_number(surat_id, "7", TODAY)
    refused(lambda: app.surat.sign(surat_id), "berubah sejak dicetak")


def test_a_reprint_that_looks_the_same_counts(app: App, surat_id: int) -> None:
    """A setting may change the letter without changing what this one prints."""
    written(app, surat_id)
    paper = app.surat.kept(surat_id) or b""
    group = app.setting.naskah(JenisNaskah.NOTA_DINAS)
    app.setting.save_naskah(JenisNaskah.NOTA_DINAS, group._replace(diktum_pertama=True))
    assert not app.surat.get(surat_id).dicetak
    assert build(app.surat.compose(surat_id)) == paper
    app.surat.keep(surat_id, paper, "dicetak lagi")
    assert app.surat.get(surat_id).dicetak
    app.surat.sign(surat_id)


# -- frozen -------------------------------------------------------------------------------------


def test_a_signed_letter_says_for_ever_what_it_said(
    app: App, office: Office, surat_id: int
) -> None:
    kept = signed(app, surat_id, app.surat.propose_number(JenisSurat.NOTA_DINAS, TODAY))
    surat, line = app.surat.get(surat_id), app.agenda.row(surat_id)
    app.instansi.save(Instansi("Pemerintah Lain", "Dinas Lain", "LAIN", ("Jalan",), "Ende"))
    app.setting.save(LetterSettings(klasifikasi="600", paper="F4", sifat="Biasa"))
    group = app.setting.naskah(JenisNaskah.NOTA_DINAS)
    app.setting.save_naskah(
        JenisNaskah.NOTA_DINAS,
        group._replace(pola="{urut}", deret="Lain", font="bookman", rangkap_arsip=1),
    )
    sekretaris = next(each for each in app.pejabat.list() if each.id == office.sekretaris)
    app.pejabat.edit(office.sekretaris, dataclasses.replace(sekretaris.data, nama="Nama Lain"))
    app.unit_kerja.edit(office.units[0], UnitKerjaInput("U1", "Bidang Baru", "Kepala Baru"))
    template = app.templat.get(JenisNaskah.NOTA_DINAS)
    app.templat.save(JenisNaskah.NOTA_DINAS, {**template.texts, "hal": "Hal lain"}, template.lists)
    app.permintaan.answer(app.permintaan.list(surat.berkas_id)[0].id, Jawaban.NIHIL, TODAY)

    now = app.surat.get(surat_id)
    assert app.surat.kept(surat_id) == kept
    assert (now.isi, now.nomor, now.tanggal, now.status) == (
        surat.isi, surat.nomor, surat.tanggal, surat.status,
    )  # fmt: skip
    assert app.agenda.row(surat_id) == line


def test_what_was_signed_stays_kept_when_it_is_taken_back_and_signed_anew(
    app: App, surat_id: int, tmp_path: Path
) -> None:
    kept = signed(app, surat_id)
    app.surat.attach_scan(surat_id, carrying.scan_file(tmp_path))
    first = app.surat.get(surat_id).cetakan[-1]
    app.surat.unsign(surat_id, "salah surat")

    surat = app.surat.get(surat_id)
    assert (surat.status, surat.pindaian, surat.nomor) == (StatusSurat.DICETAK, (), "7")
    assert not surat.edited  # its words follow the template again
    app.surat.edit(surat_id, edited(surat, hal="Lain"), WHY)
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    app.surat.sign(surat_id)
    assert app.surat.print_bytes(first.id) == kept != app.surat.kept(surat_id)


def test_one_recorded_by_mistake_is_signed_later_without_another_print(
    app: App, surat_id: int
) -> None:
    kept = signed(app, surat_id)
    app.surat.unsign(surat_id, "salah surat")
    app.surat.sign(surat_id)
    assert app.surat.kept(surat_id) == kept


def test_a_letter_of_a_day_to_come_is_not_signed_yet(
    app: App, clock: FixedClock, surat_id: int
) -> None:
    app.surat.set_number(surat_id, "7", date(2026, 11, 24))
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    refused(lambda: app.surat.sign(surat_id), "24 November 2026.*belum tiba")
    clock.day = date(2026, 11, 24)
    app.surat.sign(surat_id)
    assert app.surat.get(surat_id).ditandatangani


@pytest.mark.parametrize("content", [None, b"", b"catatan saja"])
def test_what_is_no_scan_is_said_beside_its_field(
    app: App, surat_id: int, tmp_path: Path, content: bytes | None
) -> None:
    written(app, surat_id)
    path = tmp_path / "pindaian.pdf"
    if content is not None:
        path.write_bytes(content)
    refused(lambda: app.surat.sign(surat_id, path), "pindaian.pdf", "pindaian")
    assert app.surat.get(surat_id).status is StatusSurat.DICETAK


def test_words_of_its_own_stay_when_it_is_taken_back(app: App, surat_id: int) -> None:
    app.surat.edit(surat_id, edited(app.surat.get(surat_id), hal="Hal sendiri"))
    signed(app, surat_id)
    app.surat.unsign(surat_id, "salah surat")
    assert app.surat.get(surat_id).edited
    assert app.surat.get(surat_id).isi.hal == "Hal sendiri"


def test_a_unit_that_comes_after_the_signature_gets_a_letter_of_its_own(
    app: App, office: Office
) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units[:2])
    (shared,) = app.penyusunan.permintaan(berkas_id, per_unit=False)
    kept = signed(app, shared)
    app.permintaan.choose_units(berkas_id, office.units)

    assert app.surat.get(shared).status is StatusSurat.DITANDATANGANI
    with pytest.raises(DomainError):
        app.surat.keep(shared, PDF, "dicetak")
    assert app.surat.kept(shared) == kept
    (late,) = app.penyusunan.permintaan(berkas_id, per_unit=False)
    assert app.surat.get(late).isi.yth == ("Kepala Bidang 3",)


# -- void and replaced, in each state -------------------------------------------------------------


def test_a_mere_draft_goes(app: App, berkas_id: int, surat_id: int) -> None:
    app.surat.void(surat_id, "tidak jadi")
    assert surat_id not in [each.id for each in app.surat.list(berkas_id)]
    asked = app.permintaan.list(berkas_id)[0]
    assert (asked.surat_id, asked.nomor) == (None, "")
    (new,) = app.penyusunan.permintaan(berkas_id, per_unit=True)
    assert app.surat.get(new).isi.yth == ("Kepala Bidang 1",)


@pytest.mark.parametrize("state", ["draft", "printed", "numbered", "both"])
def test_another_letter_takes_the_place_of_one(
    app: App, berkas_id: int, surat_id: int, state: str
) -> None:
    app.surat.edit(surat_id, edited(app.surat.get(surat_id), hal="Hal sendiri"))
    if state in {"numbered", "both"}:
        app.surat.set_number(surat_id, "7", TODAY)
    if state in {"printed", "both"}:
        app.surat.keep(surat_id, PDF, "dicetak")
    new = app.surat.replace(surat_id, WHY)

    surat = app.surat.get(new)
    assert (surat.nomor, surat.status, surat.isi.hal) == ("", StatusSurat.KONSEP, "Hal sendiri")
    assert app.permintaan.list(berkas_id)[0].surat_id == new
    if state == "draft":
        assert surat.mengganti_id is None
    else:
        assert surat.mengganti_id == surat_id
        assert app.surat.get(surat_id).status is StatusSurat.BATAL
    # The second replacement of a paper that went out still stands for it.
    again = app.surat.get(app.surat.replace(new, WHY))
    assert again.mengganti_id == surat.mengganti_id


@pytest.mark.parametrize("act", ["void", "replace"])
def test_a_void_letter_for_several_still_says_to_whom_it_went(
    app: App, office: Office, act: str
) -> None:
    for number in range(4, 8):
        app.unit_kerja.add(UnitKerjaInput(f"U{number}", f"Bidang {number}", f"Kepala {number}"))
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, [unit.id for unit in app.unit_kerja.list()])
    (shared,) = app.penyusunan.permintaan(berkas_id, per_unit=False)
    written(app, shared)
    recipients = app.surat.get(shared).isi.daftar_penerima
    assert len(recipients) == 7
    getattr(app.surat, act)(shared, WHY)

    assert app.surat.get(shared).isi.daftar_penerima == recipients
    asked = {each.surat_id for each in app.permintaan.list(berkas_id)}
    assert asked == ({None} if act == "void" else {shared + 1})
    if act == "replace":
        assert app.surat.get(shared + 1).isi.daftar_penerima == recipients


def test_a_letter_is_void_though_nobody_signs_any_more(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.to_penetapan(app, berkas_id)
    app.keputusan.draft(berkas_id)
    surat_id = app.penyusunan.pengantar(berkas_id)
    app.surat.set_number(surat_id, "7", TODAY)
    kepala = next(each for each in app.pejabat.list() if each.id == office.kepala)
    app.pejabat.edit(
        office.kepala, dataclasses.replace(kepala.data, berlaku_sampai=date(2026, 1, 1))
    )
    app.surat.void(surat_id, WHY)
    assert app.agenda.row(surat_id).batal == WHY


def test_a_reminder_cites_the_letter_that_took_the_place_of_the_first(
    app: App, office: Office
) -> None:
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units[:1])
    (reminder,) = app.penyusunan.pengingat(berkas_id)
    first = app.surat.list(berkas_id)[0]
    new = app.surat.replace(first.id, WHY)
    app.surat.set_number(new, "99/ND", TODAY)

    assert app.surat.get(reminder).rujukan_id == new
    assert "99/ND" in app.surat.get(reminder).isi.body


def test_a_draft_of_the_keputusan_may_go_and_another_come(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data"))
    carrying.to_penetapan(app, berkas_id)
    surat_id = carrying.print_keputusan(app, berkas_id)
    carrying_letter = app.penyusunan.pengantar(berkas_id)
    app.surat.void(surat_id, "disusun ulang")

    assert app.keputusan.find(berkas_id) is None
    assert not app.berkas.get(berkas_id).facts.keputusan_drafted
    new = app.keputusan.draft(berkas_id)
    assert new != surat_id
    again = app.surat.replace(new, WHY)
    assert app.keputusan.find(berkas_id) == again
    assert "1 (satu)" in app.surat.get(carrying_letter).isi.body


def test_a_keputusan_is_not_signed_as_a_letter(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1")
    surat_id = app.keputusan.find(berkas_id)
    refused(lambda: app.surat.sign(surat_id), "sudah ditandatangani")
    refused(lambda: app.surat.unsign(surat_id, WHY), "tahap 3")
    app.keputusan.unsign(berkas_id, WHY)
    refused(lambda: app.surat.sign(surat_id), "tahap 3")


# -- the Berita Acara -----------------------------------------------------------------------------


@pytest.fixture
def minutes(app: App, office: Office) -> tuple[int, int]:
    """A berkas with a printed Berita Acara without a number."""
    berkas_id = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data pemohon"))
    app.uji.keep_berita_acara(berkas_id, build(app.uji.compose_berita_acara(berkas_id)))
    surat_id = next(
        each.id for each in app.surat.list(berkas_id) if each.jenis is JenisSurat.BERITA_ACARA
    )
    return berkas_id, surat_id


def test_the_berita_acara_says_the_number_and_day_of_the_book(
    app: App, minutes: tuple[int, int]
) -> None:
    berkas_id, surat_id = minutes
    app.surat.set_number(surat_id, "7/BA", TODAY)
    assert app.uji.berita_acara(berkas_id) == IsiBeritaAcara("7/BA", TODAY, "Ruang rapat")
    assert app.uji.compose_berita_acara(berkas_id).nomor == "7/BA"
    refused(
        lambda: app.surat.set_number(surat_id, "8/BA", date(2026, 11, 20), alasan=WHY),
        "Uji terakhir",
        "tanggal",
    )
    refused(
        lambda: app.surat.set_number(surat_id, "8/BA", date(2027, 6, 1), alasan=WHY),
        "masa depan",
        "tanggal",
    )
    refused(
        lambda: app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("9/BA", TODAY, "Aula")),
        "sudah dicetak",
        "nomor",
    )
    app.surat.set_number(surat_id, "8/BA", TODAY, alasan=WHY)
    assert app.uji.berita_acara(berkas_id).nomor == "8/BA"
    app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("8/BA", TODAY, "Aula lain"))
    assert app.uji.compose_berita_acara(berkas_id).tempat == "Aula lain"


def test_a_signed_berita_acara_is_closed(
    app: App, office: Office, minutes: tuple[int, int]
) -> None:
    berkas_id, surat_id = minutes
    app.surat.set_number(surat_id, "7/BA", TODAY)
    app.surat.keep(surat_id, build(app.surat.compose(surat_id)), "dicetak")
    app.surat.sign(surat_id)
    kept = app.surat.kept(surat_id)
    refused(
        lambda: app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("7/BA", TODAY, "Lain")),
        "sudah ditandatangani",
    )
    carrying.propose(app, berkas_id, office.units[1], carrying.complete("Data lain"))
    with pytest.raises(DomainError):
        app.uji.keep_berita_acara(berkas_id, PDF)
    assert app.surat.kept(surat_id) == kept
    assert app.uji.berita_acara(berkas_id) == IsiBeritaAcara("7/BA", TODAY, "Ruang rapat")
    app.surat.unsign(surat_id, WHY)
    assert app.uji.berita_acara(berkas_id) == IsiBeritaAcara("7/BA", TODAY, "Ruang rapat")


def test_a_void_berita_acara_makes_room_for_another(app: App, minutes: tuple[int, int]) -> None:
    berkas_id, surat_id = minutes
    app.surat.set_number(surat_id, "7/BA", TODAY)
    app.surat.void(surat_id, WHY)
    assert app.uji.berita_acara(berkas_id).nomor == ""
    refused(
        lambda: app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("7/ba", TODAY, "Aula")),
        "BATAL",
        "nomor",
    )
    app.uji.set_berita_acara(berkas_id, IsiBeritaAcara("8/BA", TODAY, "Aula"))
    assert app.surat.get(surat_id).isi == IsiBeritaAcara("7/BA", TODAY, "Ruang rapat")


# -- berkas that are over -------------------------------------------------------------------------


def test_letters_of_a_cancelled_berkas_keep_their_lines(
    app: App, berkas_id: int, surat_id: int, tmp_path: Path
) -> None:
    written(app, surat_id)
    app.berkas.cancel(berkas_id, "tidak jadi")
    refused(
        lambda: app.surat.edit(surat_id, edited(app.surat.get(surat_id), hal="Lain"), WHY), "batal"
    )
    refused(lambda: app.surat.replace(surat_id, WHY), "batal")
    assert not app.surat.may_write(app.surat.get(surat_id))
    app.surat.sign(surat_id, carrying.scan_file(tmp_path))  # the paper had gone out
    other = app.surat.list(berkas_id)[1]
    app.surat.void(other.id, "berkas batal")
    assert app.agenda.row(surat_id).nomor == "7"


def test_letters_of_a_finished_berkas_can_still_be_signed_not_rewritten(
    app: App, office: Office, tmp_path: Path
) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units[:1])
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    surat_id = app.surat.list(berkas_id)[0].id
    written(app, surat_id)
    app.berkas.advance(berkas_id)
    app.berkas.advance(berkas_id)
    carrying.answer_all(app, berkas_id)
    app.berkas.advance(berkas_id)
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1")
    carrying.apply(app, berkas_id, tmp_path)
    carrying.finish(app, berkas_id)

    refused(lambda: app.surat.replace(surat_id, WHY), "selesai")
    app.surat.sign(surat_id, carrying.scan_file(tmp_path))
    assert app.surat.get(surat_id).status is StatusSurat.DIARSIPKAN
    app.surat.keep(surat_id, app.surat.kept(surat_id) or b"", "dicetak")  # the frozen one prints
