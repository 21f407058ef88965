"""Any record found by its words, in step with every write, and no applicant by name."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.find_shelf import TargetKind, find_sections
from sopapp.domain.permohonan import PermohonanInput
from sopapp.services.finder_rows import PIECE
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office
from tests.services import carrying

REQUEST = PermohonanInput(
    nomor_pendaftaran="07/PI/XI/2026",
    diterima=TODAY,
    nama="Antonius Rahasia",
    alamat="Jalan Tersembunyi 3",
    kontak="0812 3456 7890",
    rincian="Nama pelapor pengaduan konsumen",
)


@pytest.fixture
def full(app: App, office: Office, tmp_path: Path) -> App:
    """A register of two, a berkas that runs, and a request with its letter."""
    entries = [(office.units[0], "Identitas pelapor"), (office.units[1], "Resep rahasia")]
    carrying.to_register(app, office.units, tmp_path, "188/KEP/2026", entries)
    carrying.start(app, "Pemutakhiran triwulan")
    (entri, _other) = app.dik.current()
    request = app.permohonan.add(dataclasses.replace(REQUEST, entri_ids=(entri.id,)))
    app.permohonan.draft_letter(request)
    app.finder.prepare()
    return app


def hits(app: App, text: str) -> list[tuple[TargetKind, str, str]]:
    return [
        (target.kind, target.title, target.detail)
        for section in find_sections(app.finder.shelves, text)
        for target in section.first(20)
    ]


def kinds(app: App, text: str) -> set[TargetKind]:
    return {kind for kind, _title, _detail in hits(app, text)}


def test_every_kind_of_record_is_found(full: App) -> None:
    assert hits(full, "triwulan") == [
        (TargetKind.BERKAS, "Pemutakhiran triwulan", "Tahap 1 Permintaan · Admin PPID · 2026")
    ]
    assert hits(full, "resep") == [(TargetKind.INFORMASI, "Resep rahasia", "Bidang 2")]
    assert hits(full, "bidang 2")[0] == (TargetKind.UNIT_KERJA, "Bidang 2", "U2 · Kepala Bidang 2")
    assert (TargetKind.PEJABAT, "Nama Kepala", "Kepala Dinas") in hits(full, "nama kepala")
    (keputusan,) = [each for each in hits(full, "188/kep") if each[0] is TargetKind.SURAT]
    assert keputusan[2].startswith("188/KEP/2026 · 23 November 2026")
    assert TargetKind.PERMOHONAN in kinds(full, "07/PI")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("nk", TargetKind.PEJABAT),  # Nama Kepala
        ("kd", TargetKind.PEJABAT),  # Kepala Dinas
        ("pt", TargetKind.BERKAS),  # Pemutakhiran triwulan
        ("rr", TargetKind.INFORMASI),  # Resep rahasia
        ("npp", TargetKind.PERMOHONAN),  # Nama pelapor pengaduan konsumen
    ],
)
def test_a_record_is_found_by_the_first_letters_of_its_words(
    full: App, typed: str, kind: TargetKind
) -> None:
    assert kind in kinds(full, typed)


def test_a_line_says_who_holds_it_whom_it_went_to_and_what_became_of_it(
    full: App, office: Office
) -> None:
    berkas_id = carrying.start(full, "Berjalan jauh")
    carrying.ask(full, berkas_id, office.units[:1])
    full.berkas.advance(berkas_id)
    (card,) = [each for each in full.board.load().cards if each.berkas_id == berkas_id]
    full.permohonan.cancel(full.permohonan.list()[0].id, "Dicabut pemohon")
    full.finder.prepare()
    ((_kind, _title, detail),) = hits(full, "berjalan jauh")
    holder = full.sop.current().lane_name(card.lane)
    assert detail == f"Tahap 1 Permintaan · {holder} · 2026"
    (letter,) = full.surat.list(berkas_id)
    assert hits(full, letter.nomor)[0][2].endswith(" · 23 November 2026 · Kepala Bidang 1")
    (request,) = [each for each in hits(full, "07/PI") if each[0] is TargetKind.PERMOHONAN]
    assert request[2].startswith("Dibatalkan · Nomor 07/PI")


def test_units_and_entries_come_in_the_order_in_which_they_were_made(full: App) -> None:
    found = hits(full, "bidang")
    for kind, titles in (
        (TargetKind.UNIT_KERJA, ["Bidang 1", "Bidang 2", "Bidang 3"]),
        (TargetKind.INFORMASI, ["Identitas pelapor", "Resep rahasia"]),
    ):
        assert [title for each, title, _detail in found if each is kind] == titles


def test_an_entry_of_a_part_says_which_part(app: App, office: Office) -> None:
    isi = dataclasses.replace(carrying.complete("Laporan audit"), bagian=" Nama saksi ")
    app.dik_awal.bring_in("1/2026", TODAY, [(office.units[0], isi)])
    app.finder.prepare()
    ((_kind, title, _detail),) = hits(app, "saksi")
    assert title == "Laporan audit (bagian yang dikecualikan: Nama saksi)"


def test_a_request_is_found_by_what_it_asks_and_never_by_who_asks(full: App) -> None:
    (request,) = full.permohonan.list()
    full.surat.set_number(request.surat.id, "500.12/9", TODAY)
    assert full.agenda.row(request.surat.id).tujuan == REQUEST.nama
    full.finder.prepare()
    (letter,) = [each for each in hits(full, "500.12/9") if "Penolakan" in each[1]]
    assert letter[2] == "500.12/9 · 23 November 2026"
    assert TargetKind.PERMOHONAN in kinds(full, "pelapor pengaduan")
    for private in ("Antonius", "Rahasia Antonius", "Tersembunyi", "0812", "7890"):
        told = [each for each in hits(full, private) if "Antonius" in " ".join(each[1:])]
        assert told == []
        assert TargetKind.PERMOHONAN not in kinds(full, private)
        assert TargetKind.SURAT not in kinds(full, private)


def test_a_letter_without_a_number_says_where_it_lies(full: App) -> None:
    shelf = next(each for each in full.finder.shelves if each.kind is TargetKind.SURAT)
    letters = [shelf.target(at) for at in range(len(shelf.index))]
    (draft,) = [each for each in letters if not each.numbered]
    assert draft.permohonan_id is not None
    assert draft.detail == "Belum bernomor"
    assert all(each.berkas_id for each in letters if each.numbered)


def test_what_is_written_is_found_after_the_next_turns(full: App, office: Office) -> None:
    assert full.finder.fresh
    full.unit_kerja.edit(office.units[1], UnitKerjaInput("U2", "Sekretariat", "Sekretaris"))
    assert not full.finder.fresh
    full.finder.prepare()
    assert (TargetKind.INFORMASI, "Resep rahasia", "Sekretariat") in hits(full, "resep")
    carrying.start(full, "Berkas susulan")
    changed = [kind for kind in full.finder.turns() if kind is not None]
    assert changed == [TargetKind.BERKAS]
    assert TargetKind.BERKAS in kinds(full, "susulan")


def test_what_is_no_longer_in_force_is_found_with_its_last_day(
    full: App, office: Office, tmp_path: Path, clock
) -> None:
    entri = next(each for each in full.dik.current() if each.isi.informasi == "Resep rahasia")
    assert full.finder.entry_day(entri.id) == TODAY
    clock.day = TODAY + timedelta(days=30)
    berkas = carrying.to_validasi(full, office.units, "Berikutnya")
    carrying.propose(
        full, berkas, office.units[1], entri.isi, JenisUsulan.BUKA, entri.id, Putusan.TERBUKA
    )
    carrying.to_penetapan(full, berkas)
    carrying.sign(full, berkas, "9/KEP/2026")
    carrying.apply(full, berkas, tmp_path)
    full.finder.prepare()
    assert hits(full, "resep") == [
        (TargetKind.INFORMASI, "Resep rahasia", "Bidang 2 · dibuka kembali")
    ]
    last = full.finder.entry_day(entri.id)
    assert last == clock.today() - timedelta(days=1)
    (kept,) = full.dik.current()
    assert full.finder.entry_day(kept.id) == clock.today()
    assert entri.id in [each.id for each in full.dik.as_of(last)]
    assert full.finder.entry_day(9999) is None
    clock.day = TODAY + timedelta(days=10)  # as on a PC whose clock was set back
    assert full.finder.entry_day(entri.id) == clock.today()


def test_an_entry_of_a_keputusan_dated_ahead_is_shown_on_its_first_day(
    app: App, office: Office, clock
) -> None:
    app.dik_awal.bring_in("1/2026", TODAY, [(office.units[0], carrying.complete("Nanti"))])
    clock.day = TODAY - timedelta(days=30)
    (entri,) = app.dik.current()
    assert app.finder.entry_day(entri.id) == TODAY


def test_records_opened_before_are_read_by_their_ids(full: App, office: Office) -> None:
    keys = [(TargetKind.UNIT_KERJA, office.units[2]), (TargetKind.BERKAS, 1)]
    keys.append((TargetKind.PENGATURAN, 1))  # no record: whoever keeps it knows it
    gone = (TargetKind.PEJABAT, 999)
    assert [each.title for each in full.finder.known([*keys, gone])] == [
        "Bidang 3",
        "Pemutakhiran",
    ]


def test_more_records_than_one_piece_holds_are_all_there_newest_first(app: App) -> None:
    count = PIECE + 5
    for number in range(count):
        carrying.start(app, f"Berkas {number}")
    app.berkas.cancel(count, "Salah")
    app.finder.prepare()
    (section,) = find_sections(app.finder.shelves, "berkas")
    assert section.count == count
    titles = [target.title for target in section.first(count)]
    assert titles[:2] == [f"Berkas {count - 2}", f"Berkas {count - 3}"]
    assert titles[-1] == f"Berkas {count - 1}"  # a berkas that ended comes after those that run


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(max_size=30))
def test_nothing_that_is_typed_raises(full: App, text: str) -> None:
    find_sections(full.finder.shelves, text)
