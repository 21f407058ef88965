"""The register: what is in force on a day, and two berkas that touch the same entry."""

from __future__ import annotations

import dataclasses
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.dik import IsiDik, JenisUsulan, Perubahan, Putusan
from sopapp.domain.errors import DomainError
from tests.conftest import TODAY, Office, fill_office
from tests.services import carrying
from tests.services.carrying import complete

BLANK = IsiDik("")


def titles(app: App, day: date | None = None) -> list[str]:
    entries = app.dik.current() if day is None else app.dik.as_of(day)
    return [entry.isi.informasi for entry in entries]


@pytest.fixture
def register(app: App, office: Office, tmp_path: Path) -> list[int]:
    """Ids of the entries Satu and Dua of the first unit, set on TODAY."""
    unit = office.units[0]
    carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Satu"), (unit, "Dua")])
    return [entry.id for entry in app.dik.current()]


class Update:
    """A berkas from validation to the register, in as many parts as a test wants."""

    def __init__(self, app: App, office: Office, tmp_path: Path, nomor: str) -> None:
        self.app, self.unit, self.nomor, self.folder = app, office.units[0], nomor, tmp_path
        self.id = carrying.to_validasi(app, office.units, nomor)

    def say(
        self,
        jenis: JenisUsulan,
        entri_id: int | None,
        isi: IsiDik = BLANK,
        putusan: Putusan | None = Putusan.DIKECUALIKAN,
    ) -> int:
        return carrying.propose(self.app, self.id, self.unit, isi, jenis, entri_id, putusan)

    def sign(self) -> Update:
        carrying.to_penetapan(self.app, self.id)
        carrying.sign(self.app, self.id, self.nomor)
        return self

    def apply(self) -> Update:
        carrying.apply(self.app, self.id, self.folder)
        return self

    def rows(self) -> list[tuple[Perubahan, str]]:
        return [(row.perubahan, row.isi.informasi) for row in self.app.keputusan.rows(self.id)]


def test_only_what_was_excluded_enters(app: App, office: Office, tmp_path: Path) -> None:
    change = Update(app, office, tmp_path, "1")
    change.say(JenisUsulan.BARU, None, complete("Dikecualikan"))
    change.say(JenisUsulan.BARU, None, complete("Terbuka"), Putusan.TERBUKA)
    change.sign()
    assert titles(app) == []
    change.apply()

    (entry,) = app.dik.current()
    assert entry.isi == complete("Dikecualikan")
    assert (entry.keputusan_nomor, entry.keputusan_tanggal, entry.unit_nama) == (
        "1", TODAY, "Bidang 1",
    )  # fmt: skip
    assert (entry.mulai, entry.berakhir) == (TODAY, date(2028, 11, 23))
    assert titles(app, TODAY - timedelta(1)) == []


def test_what_each_kind_of_usulan_makes(
    app: App, office: Office, tmp_path: Path, register: list[int], clock: FixedClock
) -> None:
    clock.day = date(2026, 12, 7)
    change = Update(app, office, tmp_path, "2")
    change.say(JenisUsulan.UBAH, register[0], complete("Satu, diperbaiki"))
    change.say(JenisUsulan.BUKA, register[1], putusan=Putusan.TERBUKA)
    change.say(JenisUsulan.BARU, None, complete("Tiga"))
    expected = [
        (Perubahan.UBAH, "Satu, diperbaiki"),
        (Perubahan.CABUT, "Dua"),
        (Perubahan.TAMBAH, "Tiga"),
    ]
    assert change.rows() == expected
    change.sign().apply()

    assert change.rows() == expected  # the Lampiran can be told for ever
    assert app.keputusan.rows(change.id)[0].sebelum == complete("Satu")
    assert titles(app) == ["Satu, diperbaiki", "Tiga"]
    assert titles(app, date(2026, 12, 6)) == ["Satu", "Dua"]
    assert titles(app, date(2026, 12, 7)) == ["Satu, diperbaiki", "Tiga"]


def test_an_entry_nobody_spoke_of_stays_with_its_period(
    app: App, office: Office, tmp_path: Path, register: list[int], clock: FixedClock
) -> None:
    clock.day = date(2026, 12, 7)
    change = Update(app, office, tmp_path, "2")
    change.say(JenisUsulan.TETAP, register[0])
    assert change.rows() == [(Perubahan.TETAP, "Satu"), (Perubahan.TETAP, "Dua")]
    change.sign().apply()

    for entry in app.dik.current():
        assert (entry.keputusan_nomor, entry.keputusan_tanggal) == ("2", date(2026, 12, 7))
        assert entry.mulai == TODAY  # only a change of content begins a new period


def test_a_changed_entry_begins_a_new_period(
    app: App, office: Office, tmp_path: Path, register: list[int], clock: FixedClock
) -> None:
    clock.day = date(2026, 12, 7)
    change = Update(app, office, tmp_path, "2")
    change.say(JenisUsulan.UBAH, register[0], complete("Satu", months=12))
    change.sign().apply()

    assert app.dik.current()[0].mulai == date(2026, 12, 7)
    assert app.dik.current()[0].berakhir == date(2027, 12, 7)


def test_the_same_duration_set_again_begins_a_new_period(
    app: App, office: Office, tmp_path: Path, register: list[int], clock: FixedClock
) -> None:
    clock.day = date(2028, 11, 27)  # past the end
    change = Update(app, office, tmp_path, "2")
    change.say(JenisUsulan.UBAH, register[0], complete("Satu"))
    change.sign().apply()

    renewed, left = app.dik.current()
    assert (renewed.mulai, renewed.berakhir) == (date(2028, 11, 27), date(2030, 11, 27))
    assert left.berakhir == date(2028, 11, 23)
    last = app.entri_history.events(register[0])[-1]
    assert "Jangka waktunya dimulai lagi" in last.keterangan


def test_of_two_keputusan_of_one_day_the_later_one_counts(
    app: App, office: Office, tmp_path: Path, register: list[int]
) -> None:
    change = Update(app, office, tmp_path, "2")
    change.say(JenisUsulan.UBAH, register[0], complete("Satu, lagi"))
    change.sign().apply()

    assert titles(app, TODAY) == ["Satu, lagi", "Dua"]


def test_a_unit_that_never_had_an_entry_can_still_be_removed(app: App, office: Office) -> None:
    app.dik_awal.bring_in("1", TODAY, [(office.units[0], complete("Satu"))])
    app.unit_kerja.remove(office.units[1])
    assert titles(app, TODAY) == ["Satu"]
    with pytest.raises(DomainError, match="sudah dipakai"):
        app.unit_kerja.remove(office.units[0])


class TestUsulan:
    @pytest.mark.parametrize("jenis", [JenisUsulan.UBAH, JenisUsulan.TETAP, JenisUsulan.BUKA])
    def test_it_names_the_entry_it_is_about(
        self, app: App, office: Office, tmp_path: Path, jenis: JenisUsulan
    ) -> None:
        change = Update(app, office, tmp_path, "1")
        for entri_id in (None, 404):
            with pytest.raises(DomainError) as caught:
                app.usulan.add(change.id, change.unit, jenis, complete("x"), entri_id)
            assert caught.value.field == "entri"

    def test_an_entry_is_spoken_of_once_in_a_berkas(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        change = Update(app, office, tmp_path, "2")
        change.say(JenisUsulan.TETAP, register[0])
        with pytest.raises(DomainError, match="Sudah ada usulan tentang “Satu”") as caught:
            change.say(JenisUsulan.BUKA, register[0])
        assert caught.value.field == "entri"

    def test_tetap_and_buka_take_the_entrys_content(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        change = Update(app, office, tmp_path, "2")
        usulan_id = change.say(JenisUsulan.TETAP, register[0], putusan=None)
        assert app.usulan.get(usulan_id).isi == complete("Satu")

    def test_without_words_or_unit_it_is_refused(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        change = Update(app, office, tmp_path, "1")
        for unit, isi, field in (
            (change.unit, IsiDik("  "), "informasi"),
            (404, complete("x"), "unit"),
        ):
            with pytest.raises(DomainError) as caught:
                app.usulan.add(change.id, unit, JenisUsulan.BARU, isi)
            assert caught.value.field == field

    @pytest.mark.parametrize(
        ("lacking", "field"),
        [
            ({"dasar": ()}, "dasar"),
            ({"konsekuensi_dibuka": " "}, "konsekuensi_dibuka"),
            ({"manfaat_ditutup": ""}, "manfaat_ditutup"),
            ({"jangka": None}, "jangka"),
        ],
    )
    def test_what_keeps_it_from_being_excluded(
        self, app: App, office: Office, tmp_path: Path, lacking: dict[str, object], field: str
    ) -> None:
        change = Update(app, office, tmp_path, "1")
        isi = dataclasses.replace(complete("x"), **lacking)
        usulan_id = change.say(JenisUsulan.BARU, None, isi, None)
        with pytest.raises(DomainError, match="Belum dapat dikecualikan") as caught:
            app.usulan.judge(usulan_id, Putusan.DIKECUALIKAN)

        assert caught.value.field == field
        assert app.usulan.get(usulan_id).putusan is None
        app.usulan.judge(usulan_id, Putusan.TERBUKA)  # open information needs no ground
        carrying.exclude(app, usulan_id, complete("x"))
        assert app.usulan.get(usulan_id).isi == complete("x")

    def test_a_warning_does_not_hold_it(self, app: App, office: Office, tmp_path: Path) -> None:
        change = Update(app, office, tmp_path, "1")
        isi = dataclasses.replace(complete("x"), konsekuensi_dibuka="Rahasia.")
        usulan_id = change.say(JenisUsulan.BARU, None, isi)
        (lack,) = app.usulan.get(usulan_id).kekurangan
        assert (lack.field, lack.warning) == ("konsekuensi_dibuka", True)

    def test_sending_back_says_what_to_mend(self, app: App, office: Office, tmp_path: Path) -> None:
        change = Update(app, office, tmp_path, "1")
        usulan_id = change.say(JenisUsulan.BARU, None, complete("x"), None)
        with pytest.raises(DomainError) as caught:
            app.usulan.judge(usulan_id, Putusan.DIKEMBALIKAN, "  ")
        assert caught.value.field == "catatan"
        with pytest.raises(DomainError, match="tidak sedang dikembalikan"):
            app.usulan.mended(usulan_id, complete("y"))
        app.usulan.judge(usulan_id, Putusan.DIKEMBALIKAN, "Sebutkan pasalnya")
        app.usulan.mended(usulan_id, complete("y"))

        mended = app.usulan.get(usulan_id)
        assert (mended.putusan, mended.isi.informasi) == (None, "y")

    def test_buka_is_not_excluded(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        change = Update(app, office, tmp_path, "2")
        with pytest.raises(DomainError, match="dibuka kembali") as caught:
            change.say(JenisUsulan.BUKA, register[0])
        assert caught.value.field == "kesimpulan"
        (usulan,) = app.usulan.list(change.id)
        with pytest.raises(DomainError, match="dibuka kembali") as caught:
            app.usulan.judge(usulan.id, Putusan.DIKECUALIKAN)
        assert caught.value.field == "putusan"

    def test_an_edit_and_a_withdrawn_verdict_open_it_again(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        change = Update(app, office, tmp_path, "1")
        usulan_id = change.say(JenisUsulan.BARU, None, complete("x"))
        app.usulan.edit(usulan_id, complete("y"))
        assert app.usulan.get(usulan_id).putusan is None
        app.usulan.judge(usulan_id, Putusan.TERBUKA)
        app.usulan.clear_verdict(usulan_id)
        assert app.usulan.get(usulan_id).putusan is None

    def test_a_removed_one_is_gone_but_riwayat_tells_it(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        change = Update(app, office, tmp_path, "1")
        usulan_id = change.say(JenisUsulan.BARU, None, complete("Salah ketik"))
        app.usulan.remove(usulan_id)

        assert app.usulan.list(change.id) == ()
        assert app.riwayat.list(change.id)[0].sebelum["informasi"] == "Salah ketik"


class TestTwoBerkas:
    def test_the_second_waits_until_the_first_is_in_the_register(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        first, second = (Update(app, office, tmp_path, nomor) for nomor in ("1", "2"))
        first.say(JenisUsulan.BARU, None, complete("Satu"))
        first.sign()
        carrying.to_penetapan(app, second.id)
        carrying.print_keputusan(app, second.id)
        app.berkas.advance(second.id)
        with pytest.raises(DomainError, match=r"Keputusan Nomor 1 .* belum diselaraskan"):
            app.keputusan.sign(second.id, "2", TODAY, carrying.PDF)
        first.apply()

        # What was printed meanwhile lists a register that is no longer so.
        with pytest.raises(DomainError, match="berubah sejak dicetak"):
            app.keputusan.sign(second.id, "2", TODAY, carrying.PDF)
        app.surat.keep(app.keputusan.find(second.id), carrying.PDF, "dicetak")
        app.keputusan.sign(second.id, "2", TODAY, carrying.PDF)
        second.apply()
        assert second.rows() == [(Perubahan.TETAP, "Satu")]

    def test_a_cancelled_one_does_not_keep_others_waiting(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        first, second = (Update(app, office, tmp_path, nomor) for nomor in ("1", "2"))
        first.sign()
        app.berkas.cancel(first.id, "Dicabut sebelum diterapkan")
        second.sign().apply()

        assert app.dik.applied(second.id)

    def test_an_entry_opened_meanwhile_is_set_anew(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        first, second = (Update(app, office, tmp_path, nomor) for nomor in ("2", "3"))
        second.say(JenisUsulan.UBAH, register[0], complete("Satu, baru"))
        first.say(JenisUsulan.BUKA, register[0], putusan=Putusan.TERBUKA)
        first.sign().apply()

        assert (Perubahan.TAMBAH, "Satu, baru") in second.rows()
        second.sign().apply()
        assert titles(app) == ["Dua", "Satu, baru"]

    def test_tetap_does_not_undo_what_the_other_changed(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        first, second = (Update(app, office, tmp_path, nomor) for nomor in ("2", "3"))
        second.say(JenisUsulan.TETAP, register[0])
        first.say(JenisUsulan.UBAH, register[0], complete("Satu, diperbaiki"))
        first.sign().apply()

        assert second.rows()[0] == (Perubahan.TETAP, "Satu, diperbaiki")
        second.sign().apply()
        assert titles(app) == ["Satu, diperbaiki", "Dua"]

    def test_neither_does_tetap_about_words_that_schema_1_wrote(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        app._database.execute_sql(
            "UPDATE dik_versi SET isi = json_remove(isi, '$.bagian', '$.dasar[0].pasal')"
        )
        first, second = (Update(app, office, tmp_path, nomor) for nomor in ("2", "3"))
        second.say(JenisUsulan.TETAP, register[0])
        first.say(JenisUsulan.UBAH, register[0], complete("Satu, diperbaiki"))
        first.sign().apply()

        assert second.rows()[0] == (Perubahan.TETAP, "Satu, diperbaiki")

    def test_tetap_that_was_amended_when_judged_is_a_change(
        self, app: App, office: Office, tmp_path: Path, register: list[int]
    ) -> None:
        change = Update(app, office, tmp_path, "2")
        usulan_id = change.say(JenisUsulan.TETAP, register[0], putusan=None)
        carrying.exclude(app, usulan_id, complete("Satu, ditegaskan"))

        assert change.rows()[0] == (Perubahan.UBAH, "Satu, ditegaskan")


def test_the_register_is_brought_in_line_once(app: App, office: Office, tmp_path: Path) -> None:
    change = Update(app, office, tmp_path, "1").sign()
    app.berkas.advance(change.id)
    app.dik.apply(change.id)
    with pytest.raises(DomainError, match="sudah diselaraskan"):
        app.dik.apply(change.id)


# Replay: what each Keputusan does to an entry, kept in a plain dict beside the program.

STEP = st.tuples(
    st.sampled_from(["baru", "ubah", "tetap", "buka"]), st.integers(0, 5), st.integers(1, 3)
)
SEQUENCES = st.lists(
    st.tuples(st.integers(0, 2), st.lists(STEP, max_size=4)), min_size=1, max_size=5
)


@given(sequence=SEQUENCES)
@settings(max_examples=6, deadline=None)
def test_every_day_of_the_register_is_what_the_keputusan_up_to_it_made(
    sequence: list[tuple[int, list[tuple[str, int, int]]]],
    blank_data: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    clock = FixedClock(TODAY)
    folder = tmp_path_factory.mktemp("register")
    shutil.copytree(blank_data, folder / "data")
    states: dict[date, list[str]] = {TODAY - timedelta(1): []}
    with open_app(folder / "data", clock, "Penguji") as app:
        app._database.execute_sql("PRAGMA synchronous = off")
        office = fill_office(app, units=1)
        model: dict[int, str] = {}
        for number, (days, steps) in enumerate(sequence, 1):
            clock.day += timedelta(days)
            change = Update(app, office, folder, str(number))
            spoken: set[int] = set()
            after, fresh = dict(model), []
            for place, (jenis, which, version) in enumerate(steps):
                title = f"K{number}.{place} v{version}"
                present = [entri for entri in model if entri not in spoken]
                if jenis == "baru" or not present:
                    change.say(JenisUsulan.BARU, None, complete(title))
                    fresh.append(title)
                    continue
                entri = present[which % len(present)]
                spoken.add(entri)
                if jenis == "ubah":
                    change.say(JenisUsulan.UBAH, entri, complete(title))
                    after[entri] = title
                elif jenis == "tetap":
                    change.say(JenisUsulan.TETAP, entri)
                else:
                    change.say(JenisUsulan.BUKA, entri, putusan=Putusan.TERBUKA)
                    del after[entri]
            change.sign().apply()
            new = [entry for entry in app.dik.current() if entry.id not in model]
            assert [entry.isi.informasi for entry in new] == fresh
            model = after | {entry.id: entry.isi.informasi for entry in new}
            states[clock.day] = [model[entri] for entri in sorted(model)]

        day = TODAY - timedelta(1)
        expected: list[str] = []
        while day <= clock.day + timedelta(1):
            expected = states.get(day, expected)
            assert titles(app, day) == expected
            day += timedelta(1)
        assert titles(app) == expected
