"""What the four Nota Dinas say when they are drafted, from records that may hold anything."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.documents.build import build
from sopapp.documents.rich_text import marked, plain
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.errors import DomainError
from sopapp.domain.pejabat import PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import IsiNotaDinas
from sopapp.services.permintaan import Jawaban
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF

HOSTILE = "**Data** *pemohon* \\* {tahun} <b>&amp;\n\n1. butir\n- lain"


def words(app: App, surat_id: int) -> IsiNotaDinas:
    isi = app.surat.get(surat_id).isi
    assert isinstance(isi, IsiNotaDinas)
    return isi


# -- pengingat ------------------------------------------------------------------------------------


@pytest.fixture
def waiting(app: App, office: Office) -> int:
    """A berkas whose letters went out on TODAY; the answers are due on 30 November."""
    return carrying.to_answers(app, office.units)


@pytest.mark.parametrize(
    ("day", "late", "said"),
    [
        (date(2026, 11, 27), "", "paling lambat"),
        (date(2026, 11, 30), "", "paling lambat"),  # the last day itself
        (date(2026, 12, 1), "1 (satu)", "telah lewat 1 (satu) hari kerja"),
        (date(2026, 12, 7), "5 (lima)", "telah lewat 5 (lima) hari kerja"),
        (date(2026, 12, 5), "4 (empat)", "telah lewat 4 (empat) hari kerja"),  # a Saturday
    ],
)
def test_a_reminder_before_on_and_after_the_last_day(
    app: App, office: Office, waiting: int, clock: FixedClock, day: date, late: str, said: str
) -> None:
    clock.day = day
    surat_id = app.penyusunan.pengingat(waiting, office.units[:1])[0]
    first = app.surat.list(waiting)[0]
    body = words(app, surat_id).body
    assert said in body
    assert ("telah lewat" in body.replace("\n", " ")) is bool(late)
    assert f"Nota Dinas Nomor {first.nomor} tanggal 23 November 2026" in body.replace("\n", " ")
    assert "30 November 2026" in body
    assert app.surat.get(surat_id).rujukan_id == first.id


def test_a_reminder_on_the_day_off_behind_the_last_day_does_not_ask_for_the_past(
    app: App, office: Office, clock: FixedClock
) -> None:
    clock.day = date(2026, 11, 20)  # due on Friday 27 November
    waiting = carrying.to_answers(app, office.units)
    clock.day = date(2026, 11, 28)
    body = words(app, app.penyusunan.pengingat(waiting)[0]).body
    assert "telah lewat 1 (satu) hari kerja" in body
    assert "lewat  hari" not in body


def test_a_reminder_is_worded_by_its_own_date(
    app: App, office: Office, waiting: int, clock: FixedClock
) -> None:
    clock.day = date(2026, 12, 4)
    surat_id = app.penyusunan.pengingat(waiting, office.units[:1])[0]
    app.surat.set_number(surat_id, "9", date(2026, 11, 27))
    assert "telah lewat" not in words(app, surat_id).body
    app.surat.set_number(surat_id, "9", date(2026, 12, 2))
    assert "telah lewat 2 (dua)" in words(app, surat_id).body


@pytest.mark.parametrize(
    ("dated", "said"),
    [
        (TODAY, "dalam waktu 5 (lima) hari kerja, paling lambat tanggal 30 November 2026"),
        (date(2026, 11, 26), "dalam waktu 2 (dua) hari kerja, paling lambat tanggal 30 November"),
        (date(2026, 11, 30), "dalam waktu 5 (lima) hari kerja, paling lambat tanggal 7 Desember"),
        (date(2026, 12, 1), "dalam waktu 5 (lima) hari kerja, paling lambat tanggal 8 Desember"),
    ],
)
def test_a_request_that_leaves_late_says_how_many_days_are_left_and_never_asks_for_the_past(
    app: App, office: Office, dated: date, said: str
) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    first, *_rest = app.penyusunan.permintaan(berkas_id, per_unit=True)
    app.surat.set_number(first, "9", dated)
    assert said in " ".join(words(app, first).body.split())


def test_a_reminder_names_the_last_day_that_a_late_request_named(
    app: App, office: Office, clock: FixedClock
) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units[:1])
    (first,) = app.penyusunan.permintaan(berkas_id, per_unit=True)
    clock.day = date(2026, 12, 1)
    app.surat.set_number(first, "9", clock.day)
    (reminder,) = app.penyusunan.pengingat(berkas_id)
    said = " ".join(words(app, reminder).body.split())
    assert "penyampaiannya adalah tanggal 8 Desember 2026" in said
    app.surat.set_number(reminder, "10", date(2026, 12, 9))
    assert "telah lewat 1 (satu) hari kerja" in words(app, reminder).body


def test_who_is_reminded(app: App, office: Office, waiting: int) -> None:
    answered = app.permintaan.list(waiting)[0]
    app.permintaan.answer(answered.id, Jawaban.NIHIL, TODAY)
    made = app.penyusunan.pengingat(waiting)
    assert [app.surat.get(each).unit_id for each in made] == list(office.units[1:])
    assert app.penyusunan.pengingat(waiting, office.units[1:2]) == made[:1]
    with pytest.raises(DomainError, match="Tidak ada unit kerja"):
        app.penyusunan.pengingat(waiting, office.units[:1])
    app.surat.number_letters(made, TODAY)
    again = app.penyusunan.pengingat(waiting)
    assert set(again).isdisjoint(made)  # a second reminder


def test_nobody_is_reminded_of_a_letter_without_a_number(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    app.penyusunan.permintaan(berkas_id, per_unit=True)
    with pytest.raises(DomainError, match="sudah bernomor"):
        app.penyusunan.pengingat(berkas_id)


# -- pengembalian ---------------------------------------------------------------------------------


def test_the_points_to_mend_hold_against_any_text(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    titles = [HOSTILE, "x" * 300, "Data ketiga"]
    notes = ["Lengkapi *dasar* hukum;\nlalu\n- konsekuensi.", "n" * 500, "Sebutkan pasalnya..."]
    for title, note in zip(titles, notes, strict=True):
        usulan_id = app.usulan.add(
            berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete(title)
        )
        app.usulan.judge(usulan_id, Putusan.DIKEMBALIKAN, note)
    with pytest.raises(DomainError, match="Belum ada usulan"):
        app.penyusunan.pengembalian(berkas_id, office.units[1])
    surat_id = app.penyusunan.pengembalian(berkas_id, office.units[0])
    body = words(app, surat_id).body

    points = [line for line in body.splitlines() if line[:3] in {"1. ", "2. ", "3. "}]
    assert len(points) == 3
    assert [line[-1] for line in points] == [";", ";", "."]
    assert not any(run.bold or run.italic for line in points for run in marked(line))
    assert plain(points[0]).startswith("1. **Data** *pemohon* \\* {tahun} <b>&amp; 1. butir - lain")
    assert "Lengkapi *dasar* hukum; lalu - konsekuensi;" in plain(points[0])
    assert points[2] == "3. Data ketiga: Sebutkan pasalnya."
    assert "2 Desember 2026" not in points[2]
    assert build(app.surat.compose(surat_id)).startswith(b"%PDF")
    assert app.penyusunan.pengembalian(berkas_id, office.units[0]) == surat_id


@pytest.mark.parametrize(
    ("dated", "until"),
    [
        (TODAY, "25 November 2026"),
        (date(2026, 11, 25), "25 November 2026"),
        (date(2026, 11, 27), "30 November 2026"),
    ],
)
def test_what_is_sent_back_late_is_not_asked_for_in_the_past(
    app: App, office: Office, dated: date, until: str
) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    usulan_id = app.usulan.add(
        berkas_id, office.units[0], JenisUsulan.BARU, carrying.complete("Satu")
    )
    app.usulan.judge(usulan_id, Putusan.DIKEMBALIKAN, "Lengkapi.")
    surat_id = app.penyusunan.pengembalian(berkas_id, office.units[0])
    app.surat.set_number(surat_id, "9", dated)
    assert f"paling lambat tanggal {until}." in " ".join(words(app, surat_id).body.split())


def test_a_name_is_never_read_as_bold(app: App, office: Office) -> None:
    app.unit_kerja.edit(
        office.units[0], UnitKerjaInput("U1", "Bidang *Satu* **dan**", "Kepala *Bidang*")
    )
    berkas_id = carrying.to_answers(app, office.units[:1])
    isi = words(app, app.penyusunan.pengingat(berkas_id)[0])
    assert isi.yth == ("Kepala *Bidang*",)  # the header is literal
    assert r"Bidang \*Satu\* \*\*dan\*\*" in isi.body
    assert not any(run.bold or run.italic for run in marked(isi.body))


# -- pengantar ------------------------------------------------------------------------------------


def test_the_covering_letter_goes_to_who_signs(app: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    for number in range(3):
        carrying.propose(app, berkas_id, office.units[0], carrying.complete(f"Data {number}"))
    carrying.to_penetapan(app, berkas_id)
    with pytest.raises(DomainError, match="Susun rancangan"):
        app.penyusunan.pengantar(berkas_id)
    draft = app.keputusan.draft(berkas_id)
    surat_id = app.penyusunan.pengantar(berkas_id)
    assert app.penyusunan.pengantar(berkas_id) == surat_id
    isi = words(app, surat_id)
    assert isi.yth == ("Kepala Dinas",)
    assert "3 (tiga) informasi" in isi.body
    assert app.surat.get(surat_id).rujukan_id == draft
    app.pejabat.add(
        PejabatInput(
            "Nama Plt",
            "Kepala Dinas Uji",
            LaneCode.ATASAN_PPID_PEMBANTU,
            TODAY,
            status=StatusPejabat.PLT,
        )
    )
    assert words(app, surat_id).yth == ("Plt. Kepala Dinas Uji",)
    app.surat.void(surat_id, "diulang")
    assert app.keputusan.find(berkas_id) == draft


# -- permintaan -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "listed"), [(5, False), (6, True), (40, True)])
def test_many_recipients_stand_on_a_sheet_of_their_own(
    app: App, office: Office, count: int, listed: bool
) -> None:
    for number in range(4, count + 1):
        app.unit_kerja.add(UnitKerjaInput(f"U{number}", f"Bidang {number}", f"Kepala {number}"))
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, [unit.id for unit in app.unit_kerja.list()][:count])
    (surat_id,) = app.penyusunan.permintaan(berkas_id, per_unit=False)
    surat, isi = app.surat.get(surat_id), words(app, surat_id)
    assert bool(isi.daftar_penerima) is listed
    assert len(isi.daftar_penerima or isi.yth) == count == surat.rangkap
    assert isi.lampiran == ("1 (satu) berkas" if listed else words(app, surat_id).lampiran)
    app.surat.set_number(surat_id, "7", TODAY)
    assert app.agenda.row(surat_id).tujuan.count(";") == count - 1


def test_printed_drafts_of_nobody_are_kept_and_others_go(app: App, office: Office) -> None:
    berkas_id = carrying.start(app)
    app.permintaan.choose_units(berkas_id, office.units)
    first, *_others = app.penyusunan.permintaan(berkas_id, per_unit=True)
    app.surat.keep(first, PDF, "dicetak")
    (shared,) = app.penyusunan.permintaan(berkas_id, per_unit=False)
    assert [each.id for each in app.surat.list(berkas_id)] == [first, shared]
    assert app.penyusunan.permintaan(berkas_id, per_unit=False) == ()
    isi = words(app, shared)
    app.surat.edit(shared, dataclasses.replace(isi, yth=(*isi.yth, "Kepala Balai")))
    assert app.surat.get(shared).rangkap == 4


@pytest.mark.parametrize("per_unit", [True, False])
def test_a_reminder_follows_when_the_letter_that_it_cites_is_drafted_anew(
    app: App, office: Office, waiting: int, per_unit: bool
) -> None:
    """The numbered letter was replaced by a draft, and that by one for all or one each."""
    first = app.permintaan.list(waiting)[0]
    reminder = app.penyusunan.pengingat(waiting, [first.unit.id])[0]
    numbered = next(each for each in app.surat.list(waiting) if each.id == first.surat_id)
    app.surat.replace(numbered.id, "Salah alamat")

    app.penyusunan.permintaan(waiting, per_unit=not per_unit)
    app.penyusunan.permintaan(waiting, per_unit=per_unit)

    asked = next(each for each in app.permintaan.list(waiting) if each.id == first.id)
    assert app.surat.get(reminder).rujukan_id == asked.surat_id


def test_a_unit_is_no_longer_asked_whose_letter_a_reminder_cites(
    app: App, office: Office, waiting: int
) -> None:
    first = app.permintaan.list(waiting)[0]
    reminder = app.penyusunan.pengingat(waiting, [first.unit.id])[0]
    app.surat.replace(first.surat_id, "Salah alamat")

    app.permintaan.choose_units(waiting, office.units[1:])

    assert app.surat.get(reminder).rujukan_id is None
