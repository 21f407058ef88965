"""Office, units, officials, days and settings: rules by field, and values read back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.numbering import BentukSisipan
from sopapp.domain.pejabat import PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.libur import LiburKantor
from sopapp.services.setting import GeneralSettings, WorkSettings
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY, Office
from tests.services import carrying

PNG = carrying.photo("PNG")


def riwayat(app: App) -> int:
    return len(app.riwayat.list(limit=None))


class TestInstansi:
    def test_it_is_blank_until_filled_in(self, app: App) -> None:
        assert app.instansi.get() == Instansi()
        assert len(app.instansi.ready()) == 4

    def test_with_units_and_officials_it_is_ready(self, app: App, office: Office) -> None:
        assert app.instansi.ready() == ()

    @pytest.mark.parametrize("field", ["pemerintah", "nama", "kota"])
    def test_what_has_to_be_there(self, app: App, field: str) -> None:
        whole = Instansi("Pemerintah", "Dinas", "D", (), "Kupang")
        with pytest.raises(DomainError) as caught:
            app.instansi.save(dataclasses.replace(whole, **{field: "  "}))
        assert caught.value.field == field
        assert app.instansi.get() == Instansi()

    def test_words_are_trimmed_and_an_equal_save_is_no_write(self, app: App) -> None:
        app.instansi.save(Instansi(" P ", "N", "", ("Jalan 1", " ", "Telepon"), "K"))
        assert app.instansi.get() == Instansi("P", "N", "", ("Jalan 1", "Telepon"), "K")
        before = riwayat(app)
        app.instansi.save(Instansi("P", "N", "", ("Jalan 1", "Telepon"), "K"))
        assert riwayat(app) == before

    def test_a_logo_is_kept_and_survives_an_edit(
        self, app: App, office: Office, tmp_path: Path
    ) -> None:
        logo = tmp_path / "logo.png"
        logo.write_bytes(PNG)
        app.instansi.set_logo(logo)
        logo.unlink()
        app.instansi.save(dataclasses.replace(app.instansi.get(), kota="Ende", logo_id=None))
        assert app.instansi.logo() == PNG
        app.instansi.set_logo(None)
        assert app.instansi.logo() is None

    def test_a_logo_is_a_picture(self, app: App, office: Office, tmp_path: Path) -> None:
        with pytest.raises(DomainError, match="PNG atau JPG") as caught:
            app.instansi.set_logo(carrying.scan_file(tmp_path))
        assert caught.value.field == "logo"


class TestUnitKerja:
    @pytest.mark.parametrize("field", ["kode", "nama", "pimpinan"])
    def test_what_has_to_be_there(self, app: App, field: str) -> None:
        whole = UnitKerjaInput("K", "Nama", "Kepala")
        with pytest.raises(DomainError) as caught:
            app.unit_kerja.add(dataclasses.replace(whole, **{field: " "}))
        assert caught.value.field == field

    def test_a_kode_is_used_once_whatever_its_case(self, app: App, office: Office) -> None:
        with pytest.raises(DomainError, match="sudah dipakai oleh Bidang 1") as caught:
            app.unit_kerja.add(UnitKerjaInput(" u1 ", "Lain", "Kepala"))
        assert caught.value.field == "kode"
        with pytest.raises(DomainError):
            app.unit_kerja.edit(office.units[1], UnitKerjaInput("U1", "Lain", "Kepala"))
        app.unit_kerja.edit(office.units[0], UnitKerjaInput("u1", "Bidang Satu", "Kepala"))

    def test_the_order_is_the_offices(self, app: App, office: Office) -> None:
        first, second, third = office.units
        app.unit_kerja.reorder([third, first, second])
        assert [unit.id for unit in app.unit_kerja.list()] == [third, first, second]

    def test_units_left_out_of_a_new_order_come_after_it(self, app: App, office: Office) -> None:
        first, second, third = office.units
        app.unit_kerja.reorder([third, 404])
        assert [unit.id for unit in app.unit_kerja.list()] == [third, first, second]

    def test_a_used_unit_is_set_inactive_instead_of_removed(self, app: App, office: Office) -> None:
        app.permintaan.choose_units(carrying.start(app), office.units[:1])
        before = riwayat(app)
        with pytest.raises(DomainError, match="Jadikan tidak aktif"):
            app.unit_kerja.remove(office.units[0])
        assert riwayat(app) == before
        app.unit_kerja.edit(office.units[0], UnitKerjaInput("U1", "B", "K", aktif=False))
        app.unit_kerja.remove(office.units[1])
        assert [unit.id for unit in app.unit_kerja.list(active_only=True)] == [office.units[2]]

    def test_one_that_there_is_not(self, app: App) -> None:
        with pytest.raises(NotFoundError):
            app.unit_kerja.edit(404, UnitKerjaInput("K", "N", "P"))


class TestPejabat:
    def add(self, app: App, nama: str, start: date, **more: object) -> int:
        return app.pejabat.add(
            PejabatInput(nama, "Kepala", LaneCode.ATASAN_PPID_PEMBANTU, start, **more)
        )

    def signer(self, app: App, day: date) -> str | None:
        found = app.pejabat.signer(LaneCode.ATASAN_PPID_PEMBANTU, day)
        return found and found.data.nama

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"nama": " "}, "nama"),
            ({"jabatan": ""}, "jabatan"),
            ({"berlaku_sampai": date(2019, 1, 1)}, "berlaku_sampai"),
        ],
    )
    def test_what_cannot_be(self, app: App, changed: dict[str, object], field: str) -> None:
        whole = PejabatInput("Nama", "Jabatan", None, date(2020, 1, 1))
        with pytest.raises(DomainError) as caught:
            app.pejabat.add(dataclasses.replace(whole, **changed))
        assert caught.value.field == field

    def test_every_field_is_read_back(self, app: App) -> None:
        data = PejabatInput(
            "Nama, S.E.", "Sekretaris", LaneCode.PPID_PEMBANTU, date(2020, 1, 1),
            date(2027, 1, 1), StatusPejabat.PLH, "19860926 201505 1 001", "Pembina", "IV/a", "PPID",
        )  # fmt: skip
        pejabat_id = app.pejabat.add(data)
        assert [(p.id, p.data) for p in app.pejabat.list()] == [(pejabat_id, data)]
        changed = dataclasses.replace(data, peran=None, berlaku_sampai=None)
        app.pejabat.edit(pejabat_id, changed)
        assert app.pejabat.list()[0].data == changed

    def test_the_signer_is_who_held_the_post_that_day(self, app: App) -> None:
        self.add(app, "Lama", date(2020, 1, 1), berlaku_sampai=date(2026, 6, 30))
        self.add(app, "Baru", date(2026, 7, 1))

        assert self.signer(app, date(2019, 12, 31)) is None
        assert self.signer(app, date(2026, 6, 30)) == "Lama"
        assert self.signer(app, date(2026, 7, 1)) == "Baru"
        assert app.pejabat.signer(LaneCode.PPID_PEMBANTU, TODAY) is None

    @pytest.mark.parametrize("status", [StatusPejabat.PLT, StatusPejabat.PLH])
    def test_a_stand_in_goes_before_the_holder(self, app: App, status: StatusPejabat) -> None:
        self.add(
            app, "Pengganti", date(2026, 11, 1), berlaku_sampai=date(2026, 11, 30), status=status
        )
        self.add(app, "Tetap", date(2026, 11, 10))

        assert self.signer(app, TODAY) == "Pengganti"
        assert self.signer(app, date(2026, 12, 1)) == "Tetap"

    def test_the_newer_of_two_open_terms_counts_in_whatever_order_they_were_entered(
        self, app: App
    ) -> None:
        self.add(app, "Baru", date(2026, 7, 1))
        self.add(app, "Lama", date(2020, 1, 1))

        assert self.signer(app, TODAY) == "Baru"

    def test_the_letter_is_signed_by_who_held_the_post_on_its_date(
        self, app: App, office: Office
    ) -> None:
        self.add(app, "Pelaksana", date(2026, 11, 1), status=StatusPejabat.PLT)
        berkas_id = carrying.to_validasi(app, office.units)
        carrying.to_penetapan(app, berkas_id)
        surat_id = app.keputusan.draft(berkas_id)

        now = app.surat.compose(surat_id, "1", TODAY)
        before = app.surat.compose(surat_id, "1", date(2026, 10, 30))
        assert (now.signer.nama, now.signer.jabatan) == ("Pelaksana", ("Plt. KEPALA",))
        assert before.signer.nama == "Nama Kepala"

    def test_removing(self, app: App, office: Office) -> None:
        app.pejabat.remove(office.kepala)
        assert [p.id for p in app.pejabat.list()] == [office.sekretaris]
        with pytest.raises(NotFoundError):
            app.pejabat.remove(office.kepala)


class TestLibur:
    def test_a_day_needs_its_reason(self, app: App) -> None:
        with pytest.raises(DomainError) as caught:
            app.libur.save(LiburKantor(TODAY, masuk=False, alasan=" "))
        assert caught.value.field == "alasan"

    def test_days_are_saved_changed_and_removed(self, app: App) -> None:
        app.libur.save(LiburKantor(date(2027, 1, 5), masuk=True, alasan="Pengganti"))
        app.libur.save(LiburKantor(TODAY, masuk=False, alasan="Pesta"))
        app.libur.save(LiburKantor(TODAY, masuk=True, alasan="Batal"))
        day = LiburKantor(TODAY, masuk=True, alasan="Batal")
        assert app.libur.list(2026) == (day,)
        assert len(app.libur.list()) == 2
        app.libur.remove(TODAY)
        before = riwayat(app)
        app.libur.remove(TODAY)
        assert riwayat(app) == before
        assert app.libur.list(2026) == ()


class TestSettings:
    def test_they_begin_with_their_defaults(self, app: App) -> None:
        assert app.setting.work() == WorkSettings()
        assert app.setting.letters() == LetterSettings()
        assert app.setting.general() == GeneralSettings()

    @pytest.mark.parametrize(
        ("group", "field"),
        [
            (WorkSettings(workweek=7), "workweek"),
            (LetterSettings(paper="A5"), "paper"),
            (LetterSettings(top=4.9), "top"),
            (LetterSettings(right=80.1), "right"),
            (LetterSettings(bottom=float("nan")), "bottom"),
            (LetterSettings(left=60.0, right=60.0), "left"),
            (LetterSettings(font="comic"), "font"),
            (LetterSettings(size=8.5), "size"),
            (LetterSettings(paper="Lain", lebar=100.0), "lebar"),
            (LetterSettings(paper="Lain", lebar=320.0, tinggi=300.0), "lebar"),
            (GeneralSettings(pelaku="A" * 1001), "pelaku"),
        ],
    )
    def test_what_cannot_be(self, app: App, group: WorkSettings, field: str) -> None:
        with pytest.raises(DomainError) as caught:
            app.setting.save(group)
        assert caught.value.field == field
        assert app.setting.work() == WorkSettings()
        assert app.setting.letters() == LetterSettings()

    def test_only_what_changed_is_told_and_an_equal_save_is_no_write(self, app: App) -> None:
        app.setting.save(LetterSettings(klasifikasi="500.12"))
        event = app.riwayat.list()[0]
        assert (event.sebelum, event.sesudah) == ({"klasifikasi": ""}, {"klasifikasi": "500.12"})
        before = riwayat(app)
        app.setting.save(LetterSettings(klasifikasi="500.12"))
        assert riwayat(app) == before

    def test_the_working_week_moves_due_dates(self, app: App) -> None:
        berkas_id = carrying.start(app)
        app.setting.save(WorkSettings(workweek=6))
        assert app.berkas.get(berkas_id).card.due == date(2026, 11, 28)

    def test_the_name_in_the_settings_is_the_one_in_riwayat(
        self, tmp_path: Path, clock: FixedClock
    ) -> None:
        with open_app(tmp_path, clock) as app:
            app.setting.save(GeneralSettings(pelaku="Maria Admin"))
            carrying.start(app)
            assert app.riwayat.list()[0].pelaku == "Maria Admin"
        with open_app(tmp_path, clock) as app:
            carrying.start(app)
            assert app.riwayat.list()[0].pelaku == "Maria Admin"


@given(
    group=st.one_of(
        st.builds(WorkSettings, st.sampled_from([5, 6]), st.booleans(), st.booleans()),
        st.builds(
            GeneralSettings,
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
        ),
        st.fixed_dictionaries(
            {
                "paper": st.sampled_from(["A4", "F4", "Folio"]),
                "top": st.floats(5, 60),
                "bottom": st.floats(5, 60),
                "left": st.floats(5, 50),
                "right": st.floats(5, 50),
                "font": st.sampled_from(["arial", "bookman", "arial_pc"]),
                "size": st.floats(9, 14),
                "klasifikasi": st.text("0123456789.ABZabzé/-", max_size=10),
                "sisipan": st.sampled_from(BentukSisipan),
            }
        ).map(lambda fields: LetterSettings(**fields)),
    )
)
@settings(max_examples=40, deadline=None)
def test_settings_are_read_back_as_they_were_saved(
    group: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.getbasetemp() / "setelan"
    readers: dict[type, Callable[[App], object]] = {
        WorkSettings: lambda app: app.setting.work(),
        GeneralSettings: lambda app: app.setting.general(),
        LetterSettings: lambda app: app.setting.letters(),
    }
    with open_app(root, FixedClock(TODAY), "Penguji") as app:
        app.setting.save(group)
    with open_app(root, FixedClock(TODAY), "Penguji") as app:
        if isinstance(group, GeneralSettings):
            group = group._replace(pelaku=group.pelaku.strip())
        assert readers[type(group)](app) == group
