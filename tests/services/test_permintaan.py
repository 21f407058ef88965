"""What each unit was asked and what it answered, rule by rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.hari_ini import Menunggu
from sopapp.services.permintaan import Jawaban, Permintaan
from tests.conftest import TODAY, Office
from tests.services import carrying


def riwayat(app: App) -> int:
    return len(app.riwayat.list(limit=None))


def first(app: App, berkas_id: int) -> Permintaan:
    return app.permintaan.list(berkas_id)[0]


def test_units_are_asked_in_the_offices_order(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, [office.units[2], office.units[0], office.units[2]])
    assert [each.unit.id for each in app.permintaan.list(berkas_id)] == [
        office.units[0],
        office.units[2],
    ]
    before = riwayat(app)
    app.permintaan.choose_units(berkas_id, [office.units[0], office.units[2]])
    assert riwayat(app) == before


@pytest.mark.parametrize("units", [[], [404]])
def test_units_that_cannot_be_asked(app: App, office: Office, units: list[int]) -> None:
    berkas_id = carrying.start(app)
    with pytest.raises(DomainError) as caught:
        app.permintaan.choose_units(berkas_id, units)
    assert caught.value.field == "unit"
    assert app.permintaan.list(berkas_id) == ()


@pytest.mark.parametrize("bond", ["number", "answer", "usulan"])
def test_a_unit_with_something_to_keep_stays(app: App, office: Office, bond: str) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    each = first(app, berkas_id)
    if bond == "number":
        app.surat.set_number(each.surat_id, "1", TODAY)
    elif bond == "answer":
        app.permintaan.answer(each.id, Jawaban.NIHIL, TODAY)
    else:
        app.usulan.add(berkas_id, each.unit.id, JenisUsulan.BARU, carrying.complete("x"))
    with pytest.raises(DomainError, match="Bidang 1 sudah mempunyai") as caught:
        app.permintaan.choose_units(berkas_id, office.units[1:])

    assert caught.value.field == "unit"
    assert len(app.permintaan.list(berkas_id)) == 3


def test_a_unit_that_goes_takes_its_blank_letter_along(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    app.permintaan.choose_units(berkas_id, office.units[1:])

    assert [surat.unit_id for surat in app.surat.list(berkas_id)] == list(office.units[1:])


def test_a_unit_that_comes_later_joins_the_letter_for_all_which_must_be_printed_again(
    app: App, office: Office
) -> None:
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units[:2], per_unit=False)
    (letter,) = app.surat.list(berkas_id)
    assert letter.dicetak
    app.permintaan.choose_units(berkas_id, office.units)
    assert {each.surat_id for each in app.permintaan.list(berkas_id)} == {letter.id}
    assert not app.surat.get(letter.id).dicetak
    assert [each.menunggu for each in app.hari_ini.letters(9).pertama] == [Menunggu.CETAK]
    app.surat.void(letter.id, "Salah alamat")
    app.permintaan.choose_units(berkas_id, office.units[:2])
    app.permintaan.choose_units(berkas_id, office.units)
    assert {each.surat_id for each in app.permintaan.list(berkas_id)} == {None}


def test_nobody_is_asked_or_answers_once_the_stage_is_over(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    each = first(app, berkas_id)
    for change in (
        lambda: app.permintaan.choose_units(berkas_id, office.units[:1]),
        lambda: app.permintaan.answer(each.id, Jawaban.NIHIL, TODAY),
        lambda: app.permintaan.clear_answer(each.id),
    ):
        with pytest.raises(DomainError, match="tahap"):
            change()


def test_an_answer_is_kept_with_its_file(app: App, office: Office, tmp_path: Path) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    source = tmp_path / "Jawaban Bidang 1.xlsx"
    source.write_bytes(b"PK\x03\x04 tabel")
    each = first(app, berkas_id)
    app.permintaan.answer(each.id, Jawaban.NIHIL, TODAY, " Tidak ada ", source)
    source.unlink()

    answered = first(app, berkas_id)
    assert (answered.jawaban, answered.dijawab, answered.alasan) == (
        Jawaban.NIHIL, TODAY, "Tidak ada",
    )  # fmt: skip
    assert answered.attachment.nama == "Jawaban Bidang 1.xlsx"
    told = app.riwayat.list(berkas_id, limit=1)[0].sesudah
    assert (told["file"], told["sha256"]) == (answered.attachment.nama, answered.attachment.sha256)
    assert app.attachments.read(answered.attachment.id) == b"PK\x03\x04 tabel"
    app.permintaan.answer(each.id, Jawaban.USULAN, TODAY)
    assert first(app, berkas_id).attachment == answered.attachment
    app.permintaan.clear_answer(each.id)
    assert (first(app, berkas_id).jawaban, first(app, berkas_id).attachment) == (None, None)
    assert app.attachments.read(answered.attachment.id)
    before = riwayat(app)
    app.permintaan.clear_answer(each.id)
    assert riwayat(app) == before


@pytest.mark.parametrize(
    ("jawaban", "day", "reason", "field", "words"),
    [
        (Jawaban.TIDAK_MENJAWAB, TODAY, "  ", "alasan", "Tuliskan alasan"),
        (Jawaban.NIHIL, date(2026, 11, 24), "", "tanggal", "masa depan"),
        (Jawaban.NIHIL, date(2026, 11, 22), "", "tanggal", "mendahului tanggal Nota Dinas"),
    ],
)
def test_an_answer_that_cannot_be(
    app: App, office: Office, jawaban: Jawaban, day: date, reason: str, field: str, words: str
) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    before = riwayat(app)
    with pytest.raises(DomainError, match=words) as caught:
        app.permintaan.answer(first(app, berkas_id).id, jawaban, day, reason)

    assert caught.value.field == field
    assert first(app, berkas_id).jawaban is None
    assert riwayat(app) == before


def test_a_unit_with_usulan_did_not_answer_nihil(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete("x"))
    with pytest.raises(DomainError, match="mempunyai 1 usulan") as caught:
        app.permintaan.answer(first(app, berkas_id).id, Jawaban.NIHIL, TODAY)

    assert caught.value.field == "jawaban"
    assert first(app, berkas_id).usulan_count == 1


def test_a_unit_closed_without_an_answer_lets_the_stage_be_left(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units[:1])
    app.permintaan.answer(
        first(app, berkas_id).id, Jawaban.TIDAK_MENJAWAB, TODAY, "Tiga kali ditelepon"
    )
    app.berkas.advance(berkas_id)
    assert app.berkas.get(berkas_id).card.stage == 2


@pytest.mark.parametrize("what", ["missing", "empty"])
def test_a_file_that_cannot_be_taken_in(
    app: App, office: Office, tmp_path: Path, what: str
) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    source = tmp_path / "jawaban.pdf"
    if what == "empty":
        source.write_bytes(b"")
    with pytest.raises(DomainError, match=r"jawaban\.pdf"):
        app.permintaan.answer(first(app, berkas_id).id, Jawaban.NIHIL, TODAY, file=source)
    assert first(app, berkas_id).jawaban is None


def test_one_that_there_is_not(app: App) -> None:
    with pytest.raises(NotFoundError):
        app.permintaan.answer(404, Jawaban.NIHIL, TODAY)


def test_a_unit_that_said_nihil_has_nothing_to_propose(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    app.permintaan.answer(first(app, berkas_id).id, Jawaban.NIHIL, TODAY)
    with pytest.raises(DomainError, match="tercatat nihil") as caught:
        app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete("x"))

    assert caught.value.field == "unit"
    assert app.usulan.list(berkas_id) == ()


def test_a_promised_usulan_is_missed_while_none_is_entered(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    for each in app.permintaan.list(berkas_id):
        answer = Jawaban.USULAN if each.unit.id == office.units[0] else Jawaban.NIHIL
        app.permintaan.answer(each.id, answer, TODAY)
    app.berkas.advance(berkas_id)
    (lack,) = app.berkas.get(berkas_id).missing
    assert lack.text == "Usulan 1 unit kerja belum dicatat: Bidang 1."

    usulan = app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete("x"))
    carrying.exclude(app, usulan)
    assert app.berkas.get(berkas_id).missing == ()


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("surat.pdf", carrying.photo(), "surat.jpg"),
        ("surat.JPEG", carrying.photo(), "surat.JPEG"),
        ("surat.docx", b"PK\x03\x04 isi", "surat.docx"),
        ("surat", carrying.PDF, "surat"),
    ],
)
def test_a_file_is_kept_under_what_it_is(
    app: App, office: Office, tmp_path: Path, name: str, content: bytes, kept: str
) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    source = tmp_path / name
    source.write_bytes(content)
    app.permintaan.answer(first(app, berkas_id).id, Jawaban.NIHIL, TODAY, file=source)

    assert first(app, berkas_id).attachment.nama == kept


def test_a_file_that_claims_to_be_a_pdf_and_is_none_is_refused(
    app: App, office: Office, tmp_path: Path
) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    source = tmp_path / "surat.pdf"
    source.write_bytes(b"MZ program")
    with pytest.raises(DomainError, match="bukan PDF"):
        app.permintaan.answer(first(app, berkas_id).id, Jawaban.NIHIL, TODAY, file=source)
