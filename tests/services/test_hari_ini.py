"""What asks for something today, as the services of the office made it."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.hari_ini import Menunggu
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.tenggatan import MENDEKAT, Golongan
from sopapp.services.permintaan import Jawaban
from sopapp.services.setting import GeneralSettings, HalamanAwal, WorkSettings, put_setting
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import PDF, scan_file

REQUEST = PermohonanInput(
    "07/PI/XI/2026", TODAY, "Antonius Contoh", "Jalan Peragaan 3", "", "Nama pelapor"
)


def names(app: App) -> list[str]:
    return [unit.unit_nama for unit in app.hari_ini.units()]


def waiting(app: App) -> dict[int, Menunggu]:
    return {letter.id: letter.menunggu for letter in app.hari_ini.letters(99).pertama}


def asked(app: App, office: Office) -> int:
    """A berkas whose units were asked by printed letters."""
    berkas_id = carrying.start(app)
    carrying.ask(app, berkas_id, office.units)
    return berkas_id


class TestTenggat:
    def test_each_card_stands_where_its_day_is(self, app: App, clock: FixedClock) -> None:
        for day in (TODAY - timedelta(days=20), TODAY - timedelta(days=7), TODAY):
            app.berkas.create(f"Mulai {day}", day.year, day)
        found = app.board.due(20)
        assert [card.judul for card in found.terlambat.cards] == ["Mulai 2026-11-03"]
        assert [card.judul for card in found.hari_ini.cards] == ["Mulai 2026-11-16"]
        assert [card.judul for card in found.mendekat.cards] == ["Mulai 2026-11-23"]
        assert found.terdekat == found.terlambat.cards[0]

    def test_what_is_farther_than_five_working_days_is_not_near(self, app: App) -> None:
        app.berkas.create("Berkas", 2026, TODAY + timedelta(days=1))
        found = app.board.due(20)
        assert found.terdekat is not None
        assert found.terdekat.days_left > MENDEKAT
        assert (found.berjalan, found.mendekat) == (1, Golongan(0, ()))

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(day=st.integers(-4, 40).map(lambda days: TODAY + timedelta(days=days)))
    def test_it_is_the_beginning_of_the_board(
        self, day: date, app: App, office: Office, clock: FixedClock
    ) -> None:
        if not app.berkas.list():
            carrying.to_validasi(app, office.units)
            asked(app, office)
            for days in (20, 9, 3, 9, 20, 9):
                app.berkas.create("Berkas", 2026, TODAY - timedelta(days=days))
        clock.day = day
        board, found = app.board.load(), app.board.due(2)
        assert (found.sop, found.today) == (board.sop, board.today)
        assert (found.berjalan, found.terdekat) == (len(board.cards), board.cards[0])
        for group, least, most in (
            (found.terlambat, -9999, -1),
            (found.hari_ini, 0, 0),
            (found.mendekat, 1, MENDEKAT),
        ):
            cards = tuple(card for card in board.cards if least <= card.days_left <= most)
            assert group == Golongan(len(cards), cards[:2])

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(
        day=st.integers(-4, 40).map(lambda days: TODAY + timedelta(days=days)),
        start_day_counts=st.booleans(),
    )
    def test_the_quick_count_agrees_with_the_board(
        self, day: date, start_day_counts: bool, app: App, office: Office, clock: FixedClock
    ) -> None:
        if not app.berkas.list():
            carrying.to_validasi(app, office.units)
            app.berkas.cancel(carrying.start(app, "Batal"), "Tidak jadi")
            for days in (3, 9, 9, 20):
                begun = TODAY - timedelta(days=days)
                app.berkas.create("Berkas", 2026, begun)
        app.setting.save(WorkSettings(count_start_day=start_day_counts))
        clock.day = day
        found = app.board.due(1)
        quick = app.hari_ini.mendesak()
        assert (quick.terlambat, quick.hari_ini) == (found.terlambat.jumlah, found.hari_ini.jumlah)

    def test_fewer_than_none_are_none(self, app: App) -> None:
        found = app.board.due(-1)
        assert (found.terlambat.jumlah, found.hari_ini.jumlah) == (0, 0)

    def test_the_count_in_words(self, app: App) -> None:
        assert app.hari_ini.mendesak().kalimat == ""
        for days in (20, 20, 7):
            app.berkas.create("Berkas", 2026, TODAY - timedelta(days=days))
        found = app.hari_ini.mendesak()
        assert (found.kalimat, found.jumlah) == ("2 berkas terlambat, 1 tenggat hari ini", 3)


class TestUnits:
    def test_a_unit_waits_from_its_paper_to_its_answer(self, app: App, office: Office) -> None:
        berkas_id = carrying.start(app)
        app.permintaan.choose_units(berkas_id, office.units)
        letters = app.penyusunan.permintaan(berkas_id, per_unit=True)
        assert names(app) == []
        app.surat.number_all(berkas_id, TODAY)
        assert names(app) == []  # nothing went out yet
        for letter in letters:
            app.surat.keep(letter, PDF, "dicetak")
        assert names(app) == ["Bidang 1", "Bidang 2", "Bidang 3"]
        first = app.permintaan.list(berkas_id)[0]
        app.permintaan.answer(first.id, Jawaban.NIHIL, TODAY)
        assert names(app) == ["Bidang 2", "Bidang 3"]

    def test_how_long_it_waits_in_working_days(
        self, app: App, office: Office, clock: FixedClock
    ) -> None:
        asked(app, office)
        assert app.hari_ini.units()[0].hari == 0
        clock.day = TODAY + timedelta(days=7)
        assert {unit.hari for unit in app.hari_ini.units()} == {5}

    def test_a_reminder_is_told_drafted_numbered_and_void(
        self, app: App, office: Office, clock: FixedClock
    ) -> None:
        berkas_id = asked(app, office)
        (draft,) = app.penyusunan.pengingat(berkas_id, office.units[:1])
        unit = app.hari_ini.units()[0]
        assert (unit.diingatkan, unit.pengingat_id) == (None, draft)
        clock.day = TODAY + timedelta(days=1)
        app.surat.number_letters((draft,), clock.day)
        unit = app.hari_ini.units()[0]
        assert (unit.diingatkan, unit.pengingat_id) == (clock.day, None)
        assert app.hari_ini.units()[1].diingatkan is None
        app.surat.void(draft, "Salah alamat")
        assert app.hari_ini.units()[0].diingatkan is None

    def test_the_last_of_several_reminders_is_told_to_its_unit_alone(
        self, app: App, office: Office, clock: FixedClock
    ) -> None:
        berkas_id = asked(app, office)
        for days in (1, 2):
            clock.day = TODAY + timedelta(days=days)
            (draft,) = app.penyusunan.pengingat(berkas_id, office.units[:1])
            assert [unit.pengingat_id for unit in app.hari_ini.units()] == [draft, None, None]
            app.surat.number_letters((draft,), clock.day)
        assert [unit.diingatkan for unit in app.hari_ini.units()] == [clock.day, None, None]
        (draft,) = app.penyusunan.pengingat(berkas_id, office.units[:1])
        app.surat.keep(draft, PDF, "dicetak")
        app.surat.void(draft, "Salah alamat")
        assert app.hari_ini.units()[0].pengingat_id is None

    def test_nobody_waits_for_a_berkas_that_went_on_or_was_cancelled(
        self, app: App, office: Office
    ) -> None:
        carrying.to_validasi(app, office.units)
        berkas_id = asked(app, office)
        assert {unit.berkas_id for unit in app.hari_ini.units()} == {berkas_id}
        app.berkas.cancel(berkas_id, "Tidak jadi")
        assert app.hari_ini.units() == ()

    def test_the_longest_wait_comes_first(
        self, app: App, office: Office, clock: FixedClock
    ) -> None:
        first = asked(app, office)
        clock.day = TODAY + timedelta(days=1)
        second = carrying.start(app, "Kedua")
        carrying.ask(app, second, office.units[:1])
        assert [unit.berkas_id for unit in app.hari_ini.units()] == [first] * 3 + [second]

    def test_units_asked_on_one_day_stand_in_the_offices_order_in_each_berkas(
        self, app: App, office: Office
    ) -> None:
        app.unit_kerja.reorder(office.units[::-1])
        berkas = (asked(app, office), asked(app, office))
        found = [(unit.berkas_id, unit.unit_id) for unit in app.hari_ini.units()]
        assert found == [(each, unit) for each in berkas for unit in office.units[::-1]]


class TestLetters:
    @pytest.fixture
    def letter(self, app: App, office: Office) -> int:
        """The drafted Nota Dinas to one unit."""
        berkas_id = carrying.start(app)
        app.permintaan.choose_units(berkas_id, office.units[:1])
        return app.penyusunan.permintaan(berkas_id, per_unit=True)[0]

    def test_what_a_letter_waits_for_along_its_life(
        self, app: App, letter: int, tmp_path: Path
    ) -> None:
        assert waiting(app) == {}  # a draft is on nobody's desk
        app.surat.number_letters((letter,), TODAY)
        assert waiting(app) == {letter: Menunggu.CETAK}
        app.surat.keep(letter, PDF, "dicetak")
        assert waiting(app) == {letter: Menunggu.TANDA_TANGAN}
        words = dataclasses.replace(app.surat.get(letter).isi, hal="Hal lain")
        app.surat.edit(letter, words, "Salah ketik")
        assert waiting(app) == {letter: Menunggu.CETAK}
        app.surat.keep(letter, PDF + b"baru", "dicetak")
        app.surat.sign(letter)
        assert waiting(app) == {letter: Menunggu.PINDAIAN}
        app.surat.attach_scan(letter, scan_file(tmp_path))
        assert waiting(app) == {}

    def test_what_stands_in_the_line(self, app: App, letter: int) -> None:
        app.surat.number_letters((letter,), TODAY)
        (line,) = app.hari_ini.letters(99).pertama
        assert line.nomor == app.surat.get(letter).nomor
        assert line.perihal == app.surat.get(letter).isi.hal
        assert line.tujuan == "Kepala Bidang 1"

    def test_a_void_letter_and_those_of_a_cancelled_berkas_wait_for_nobody(
        self, app: App, office: Office, letter: int
    ) -> None:
        app.surat.number_letters((letter,), TODAY)
        other = asked(app, office)
        app.surat.void(letter, "Salah alamat")
        assert letter not in waiting(app)
        assert len(waiting(app)) == 3
        app.berkas.cancel(other, "Tidak jadi")
        assert waiting(app) == {}

    def test_what_lacks_only_its_scan_comes_last(self, app: App, office: Office) -> None:
        berkas_id = asked(app, office)
        newest = app.surat.list(berkas_id)[-1].id
        app.surat.sign(newest)
        found = app.hari_ini.letters(99).pertama
        assert found[-1].id == newest
        assert [letter.menunggu for letter in found] == [
            Menunggu.TANDA_TANGAN, Menunggu.TANDA_TANGAN, Menunggu.PINDAIAN,
        ]  # fmt: skip

    def test_the_newest_comes_first(self, app: App, office: Office, clock: FixedClock) -> None:
        berkas_id = carrying.start(app)
        app.permintaan.choose_units(berkas_id, office.units)
        first, second, third = app.penyusunan.permintaan(berkas_id, per_unit=True)
        app.surat.number_letters((first, third), TODAY)
        clock.day = TODAY + timedelta(days=1)
        app.surat.number_letters((second,), clock.day)
        assert [letter.id for letter in app.hari_ini.letters(3).pertama] == [second, third, first]

        count, found = app.hari_ini.letters(2)
        assert (count, [letter.id for letter in found]) == (3, [second, third])


class TestRequests:
    def test_the_most_urgent_comes_first(self, app: App) -> None:
        late = dataclasses.replace(REQUEST, nomor_pendaftaran="1", diterima=date(2026, 11, 2))
        longer = dataclasses.replace(REQUEST, nomor_pendaftaran="2", diterima=date(2026, 11, 2))
        for data in (REQUEST, longer, late):
            app.permohonan.add(data)
        app.permohonan.extend(2, "Rincian harus dikumpulkan dari tiga bidang")
        found = app.hari_ini.requests()
        assert [each.permohonan.id for each in found] == [3, 2, 1]
        assert [each.tenggat.sisa for each in found] == [-5, 2, 10]

    def test_what_was_answered_or_cancelled_waits_no_more(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
        (entry,) = app.dik.current()
        data = dataclasses.replace(REQUEST, entri_ids=(entry.id,))
        answered = app.permohonan.add(data)
        cancelled = app.permohonan.add(dataclasses.replace(data, nomor_pendaftaran="8"))
        assert len(app.hari_ini.requests()) == 2
        letter = app.permohonan.draft_letter(answered)
        app.surat.set_number(letter, "9", TODAY)
        app.surat.keep(letter, PDF, "dicetak")
        app.permohonan.cancel(cancelled, "Dicabut pemohon")
        (left,) = app.hari_ini.requests()
        assert left.permohonan.id == answered
        assert waiting(app)[letter] is Menunggu.TANDA_TANGAN
        app.surat.sign(letter)
        assert app.hari_ini.requests() == ()


class TestSettings:
    def test_settings_stored_before_these_existed_still_load(self, app: App) -> None:
        class Former(NamedTuple):
            pelaku: str = "Maria"

        with app._store.write("pengaturan") as entry:
            put_setting("umum", Former())
            entry.say("Pengaturan umum diubah.")
        found = app.setting.general()
        assert found == GeneralSettings("Maria", HalamanAwal.HARI_INI, False, True)

    def test_what_was_chosen_comes_back(self, app: App) -> None:
        chosen = GeneralSettings("Maria", HalamanAwal.PAPAN, True, False)
        app.setting.save(chosen)
        assert app.setting.general() == chosen
