"""Who was handed which letter."""

from __future__ import annotations

from datetime import date

import pytest

from sopapp.app import App
from sopapp.domain.agenda import AgendaFilter, KeadaanAgenda
from sopapp.domain.ekspedisi import SerahTerima
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.surat import JenisSurat
from sopapp.services.nomor_luar import CatatanLuar
from tests.conftest import TODAY
from tests.services import carrying

YESTERDAY = date(2026, 11, 20)


@pytest.fixture
def berkas(app: App, office) -> int:
    """A berkas whose three letters are numbered today."""
    made = carrying.start(app)
    carrying.ask(app, made, office.units)
    return made


@pytest.fixture
def letters(app, berkas) -> tuple[int, ...]:
    return tuple(letter.id for letter in app.surat.list(berkas))


def given(kepada: str = "Kepala Bidang 1", day: date = TODAY, **more) -> SerahTerima:
    return SerahTerima(kepada, day, **more)


def test_letters_of_the_day_wait_until_they_are_handed_over(app, letters):
    app.ekspedisi.record([(letters[1], given("Kepala Bidang 2"))])
    lines = app.ekspedisi.of_day(TODAY)

    assert [(line.kepada, line.dikirim) for line in lines] == [
        ("Kepala Bidang 2", TODAY),
        ("Kepala Bidang 1", None),
        ("Kepala Bidang 3", None),
    ]
    assert [line.surat_id for line in lines] == [letters[1], letters[0], letters[2]]
    assert app.ekspedisi.of_day(YESTERDAY) == ()
    assert app.agenda.row(letters[1]).dikirim == TODAY
    assert app.ekspedisi.days() == (TODAY,)


def test_several_letters_are_recorded_in_one_write(app, berkas, letters):
    before = len(app.riwayat.list())
    made = app.ekspedisi.record([(each, given(f"Staf {each}")) for each in letters])
    assert len(made) == 3
    (newest,) = app.riwayat.list(berkas, limit=1)
    assert len(app.riwayat.list()) == before + 1
    assert "3 surat" in newest.ringkasan
    assert all(line.id is not None for line in app.ekspedisi.of_berkas(berkas))


def test_nothing_is_recorded_when_one_of_them_cannot_be(app, berkas, letters):
    with pytest.raises(DomainError):
        app.ekspedisi.record([(letters[0], given()), (letters[1], given(" "))])
    assert all(line.id is None for line in app.ekspedisi.of_berkas(berkas))


def test_who_took_it_is_added_later(app, berkas, letters):
    one, two = app.ekspedisi.record([(letters[0], given()), (letters[1], given())])
    app.ekspedisi.receive([one, two], TODAY, "  Maria   Staf ")
    lines = app.ekspedisi.of_berkas(berkas)[:2]
    assert {(line.diterima, line.penerima) for line in lines} == {(TODAY, "Maria Staf")}
    app.ekspedisi.edit(one, given("Sekretaris", diterima=TODAY, penerima="Yosef"))
    assert app.ekspedisi.of_berkas(berkas)[0].kepada == "Sekretaris"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (given(""), "kepada"),
        (given(diterima=YESTERDAY), "diterima"),
        (given(day=date(2026, 11, 24), diterima=date(2026, 11, 25)), "diterima"),
        (given(penerima="Maria"), "diterima"),
        (given("x" * 400), "kepada"),
    ],
)
def test_what_cannot_be_is_refused_by_field(app, letters, wrong, field):
    with pytest.raises(DomainError) as told:
        app.ekspedisi.record([(letters[0], wrong)])
    assert told.value.field == field


def test_a_draft_and_a_void_letter_are_not_handed_over(app, office, letters):
    app.surat.void(letters[0], "Salah alamat")
    with pytest.raises(DomainError, match="BATAL"):
        app.ekspedisi.record([(letters[0], given())])
    assert letters[0] not in [line.surat_id for line in app.ekspedisi.of_day(TODAY)]
    other = carrying.start(app, "Lain")
    app.permintaan.choose_units(other, office.units[:1])
    (draft,) = app.penyusunan.permintaan(other, per_unit=True)
    with pytest.raises(DomainError, match="belum bernomor"):
        app.ekspedisi.record([(draft, given())])


def test_a_number_used_elsewhere_does_not_wait(app, office):
    nomor = app.nomor.propose(JenisNaskah.NOTA_DINAS, TODAY)
    app.nomor_luar.record(
        Penomoran(nomor, TODAY), CatatanLuar(JenisNaskah.NOTA_DINAS, perihal="Undangan")
    )
    assert app.ekspedisi.of_day(TODAY) == ()


def test_one_letter_for_several_units_has_a_line_for_each(app, office):
    berkas = carrying.start(app)
    carrying.ask(app, berkas, office.units, per_unit=False)
    (letter,) = app.surat.list(berkas)
    three = tuple(f"Kepala Bidang {n}" for n in (1, 2, 3))
    assert app.ekspedisi.recipients(letter.id) == three
    assert [line.kepada for line in app.ekspedisi.of_berkas(berkas)] == list(three)
    app.ekspedisi.record([(letter.id, given(each)) for each in three])
    assert len(app.ekspedisi.of_day(TODAY)) == 3


def test_a_recipient_who_was_not_served_waits_still(app, office):
    berkas = carrying.start(app)
    carrying.ask(app, berkas, office.units, per_unit=False)
    (letter,) = app.surat.list(berkas)
    app.ekspedisi.record([(letter.id, given("kepala  Bidang 2"))])
    assert app.ekspedisi.awaiting(letter.id) == ("Kepala Bidang 1", "Kepala Bidang 3")
    assert [line.kepada for line in app.ekspedisi.of_berkas(berkas) if line.id is None] == [
        "Kepala Bidang 1",
        "Kepala Bidang 3",
    ]
    # Who hands it to somebody else has seen to it in his own way.
    app.ekspedisi.record([(letter.id, given("Kurir untuk semua"))])
    assert app.ekspedisi.awaiting(letter.id) == ()


def test_each_tembusan_of_a_keputusan_has_a_row_and_a_berita_acara_waits_for_nobody(app, office):
    berkas = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas, office.units[0], carrying.complete("Satu"))
    app.uji.keep_berita_acara(berkas, carrying.PDF)
    carrying.to_penetapan(app, berkas)
    carrying.sign(app, berkas, "1")
    letters = {each.jenis: each for each in app.surat.list(berkas)}
    keputusan, minutes = letters[JenisSurat.KEPUTUSAN], letters[JenisSurat.BERITA_ACARA]
    if not minutes.nomor:
        app.surat.set_number(minutes.id, "1/BA", TODAY)
    waiting = [line for line in app.ekspedisi.of_berkas(berkas) if line.id is None]

    assert len(keputusan.isi.tembusan) > 1
    assert [line.kepada for line in waiting if line.surat_id == keputusan.id] == list(
        keputusan.isi.tembusan
    )
    assert app.ekspedisi.recipients(minutes.id) == ()
    assert minutes.id not in [line.surat_id for line in waiting]
    wanted = AgendaFilter(TODAY.year, keadaan=KeadaanAgenda.BELUM_DIKIRIM)
    unsent = app.agenda.rows(wanted).ids
    assert keputusan.id in unsent
    assert minutes.id not in unsent


def test_a_mistake_is_taken_out_and_the_letter_waits_again(app, letters):
    (made,) = app.ekspedisi.record([(letters[0], given())])
    app.ekspedisi.remove(made)
    assert app.agenda.row(letters[0]).dikirim is None
    assert letters[0] in [line.surat_id for line in app.ekspedisi.of_day(TODAY)]
    with pytest.raises(NotFoundError):
        app.ekspedisi.remove(made)


def test_the_paper_has_room_for_those_who_have_not_signed(app, berkas, letters):
    app.ekspedisi.record([(letters[0], given(diterima=TODAY, penerima="Maria"))])
    paper = app.ekspedisi.compose(day=TODAY)

    assert paper.keterangan == "Senin, 23 November 2026"
    assert [line.penerima for line in paper.baris] == ["Maria", "", ""]
    assert [line.tanggal for line in paper.baris] == [TODAY] * 3
    of_berkas = app.ekspedisi.compose(berkas_id=berkas)
    assert of_berkas.keterangan == "Pemutakhiran"
    assert [line.tanggal for line in of_berkas.baris] == [TODAY, None, None]


def test_a_keputusan_whose_number_was_taken_back_has_no_line(app, office, tmp_path):
    berkas = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas, office.units[0], carrying.complete("Satu"))
    carrying.to_penetapan(app, berkas)
    carrying.sign(app, berkas, "1")
    (keputusan,) = (each.id for each in app.surat.list(berkas) if each.jenis.value == "keputusan")
    app.ekspedisi.record([(keputusan, given())])
    app.keputusan.unsign(berkas, "Salah ketik")
    assert keputusan not in [line.surat_id for line in app.ekspedisi.of_day(TODAY)]
    assert keputusan not in [line.surat_id for line in app.ekspedisi.of_berkas(berkas)]
