"""A profil instansi carries an office's settings over, and nothing else."""

from __future__ import annotations

import json
import shutil
import struct
import zlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput, StatusPejabat
from sopapp.domain.riwayat import Kelompok
from sopapp.domain.sop import LaneCode
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.profil_isi import BagianProfil, Peraturan, Profil
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import GeneralSettings, WorkSettings
from sopapp.services.unit_kerja import UnitKerjaInput
from sopapp.sop_file import bundled_sop_path
from tests.conftest import ACTOR, TODAY, Office, fill_office
from tests.services import carrying

ALL = tuple(BagianProfil)


def png(wide: int = 3, high: int = 4) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x40" * wide) * high
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def settle(app: App, tmp_path: Path) -> None:
    """Everything that a profil can hold, each other than as it came."""
    (tmp_path / "lambang.png").write_bytes(png())
    app.instansi.set_logo(tmp_path / "lambang.png")
    app.setting.save(LetterSettings(klasifikasi="500.12", paper="F4", sifat="Biasa"))
    naskah = app.setting.naskah(JenisNaskah.KEPUTUSAN)
    app.setting.save_naskah(JenisNaskah.KEPUTUSAN, naskah._replace(pola="{urut:3}/SK/{tahun}"))
    template = app.templat.get(JenisNaskah.NOTA_DINAS)
    texts = {**template.texts, "hal": "Permintaan usulan (kata kantor)"}
    app.templat.save(JenisNaskah.NOTA_DINAS, texts, template.lists)
    app.katalog.add_law("Peraturan Gubernur Uji Nomor 1 Tahun 2024 tentang Arsip", "Pergub Arsip")
    app.setting.save(WorkSettings(workweek=6))
    app.setting.save(RegisterSettings(batas_hari=45))
    sop = bundled_sop_path().read_text(encoding="utf-8").replace("hari_kerja = 5", "hari_kerja = 6")
    (tmp_path / "revisi.toml").write_text(sop, encoding="utf-8")
    app.sop.load(tmp_path / "revisi.toml")


@dataclass(frozen=True)
class Saved:
    """The file of another office, and what it holds."""

    path: Path
    profil: Profil


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, blank_data: Path) -> Saved:
    """An office with everything of its own; its folder is closed again: one is open at a time."""
    root = tmp_path_factory.mktemp("lain")
    shutil.copytree(blank_data, root / "data")
    with open_app(root / "data", FixedClock(TODAY), ACTOR) as app:
        fill_office(app)
        settle(app, root)
        app.profil.save(root / "kantor.sopprofil")
        return Saved(root / "kantor.sopprofil", app.profil.now())


def test_what_was_saved_is_there_again_in_an_empty_folder(saved: Saved, app: App) -> None:
    read = app.profil.read(saved.path)
    taken = app.profil.take(read, ALL)

    assert read == saved.profil
    assert set(taken) == set(ALL)
    assert app.profil.now() == saved.profil
    assert app.instansi.logo() == png()
    assert [each for each in app.profil.changes(read) if each.ubahan] == []
    assert app.profil.take(read, ALL) == ()


def test_it_holds_no_record_and_no_password(app: App, office: Office, tmp_path: Path) -> None:
    berkas = carrying.to_answers(app, office.units)
    app.setting.save(GeneralSettings(pelaku="Nama Admin Rahasia"))
    app.kunci.put("kata sandi rahasia", 5)
    app.profil.save(tmp_path / "kantor.sopprofil")

    value = json.loads((tmp_path / "kantor.sopprofil").read_text(encoding="utf-8"))
    text = json.dumps(value, ensure_ascii=False)

    assert set(value) <= {"jenis", "format", "disimpan", *ALL}
    assert app.surat.list(berkas)[0].nomor not in text
    assert "rahasia" not in text.casefold()
    assert "cadangan" not in text


def test_taking_it_is_one_write_with_one_row_of_riwayat(saved: Saved, app: App) -> None:
    heard = []
    app.subscribe(heard.append)
    (before,) = app._database.execute_sql("SELECT count(*) FROM riwayat").fetchone()

    app.profil.take(app.profil.read(saved.path), ALL)

    rows = app._database.execute_sql("SELECT aksi, ringkasan FROM riwayat").fetchall()
    assert (len(heard), len(rows)) == (1, before + 1)
    assert rows[-1][0] == "profil.muat"
    assert rows[-1][1].startswith("Profil instansi “Dinas Uji” dimuat: Instansi")
    assert Kelompok.KANTOR.holds("profil.muat")
    assert Kelompok.PENGATURAN.holds("profil.muat")


def test_only_the_parts_that_were_chosen_are_taken(saved: Saved, app: App) -> None:
    read = app.profil.read(saved.path)

    assert app.profil.take(read, (BagianProfil.UNIT_KERJA,)) == (BagianProfil.UNIT_KERJA,)
    assert [unit.kode for unit in app.unit_kerja.list()] == ["U1", "U2", "U3"]
    assert (app.instansi.get(), app.pejabat.list()) == (Instansi(), ())
    assert app.setting.letters().klasifikasi == ""


def test_nothing_that_is_there_is_lost(app: App) -> None:
    fill_office(app, 2)
    app.katalog.add_law("Peraturan Daerah Uji Nomor 1 Tahun 2019")
    ids = [unit.id for unit in app.unit_kerja.list()]
    read = replace(
        app.profil.now(),
        unit_kerja=(UnitKerjaInput("U9", "Bidang 9", "Kepala Bidang 9"),),
        pejabat=(PejabatInput("Nama Baru", "Analis", None, date(2025, 1, 1)),),
        katalog=(Peraturan("Peraturan Daerah Uji Nomor 2 Tahun 2020", ""),),
    )

    app.profil.take(read, ALL)

    assert [unit.id for unit in app.unit_kerja.list()][:2] == ids
    assert [unit.kode for unit in app.unit_kerja.list()] == ["U1", "U2", "U9"]
    assert {each.data.nama for each in app.pejabat.list()} == {
        "Nama Kepala", "Nama Sekretaris", "Nama Baru",
    }  # fmt: skip
    assert len([law for law in app.katalog.laws() if not law.bawaan]) == 2


def test_a_unit_that_records_use_keeps_its_id_and_its_name(app: App, office: Office) -> None:
    carrying.to_answers(app, office.units)
    first, second, _third = office.units
    profil = replace(
        app.profil.now(),
        unit_kerja=(
            UnitKerjaInput("BARU", "bidang  1", "Plt. Kepala Bidang 1"),  # the same by its name
            UnitKerjaInput("U2", "Bidang Lain", "Kepala Bidang Lain"),  # another with its code
        ),
    )

    (units,) = (
        each for each in app.profil.changes(profil) if each.bagian is BagianProfil.UNIT_KERJA
    )
    app.profil.take(profil, ALL)

    now = {unit.id: unit for unit in app.unit_kerja.list()}
    assert (now[first].kode, now[first].pimpinan) == ("BARU", "Plt. Kepala Bidang 1")
    assert (now[second].kode, now[second].nama) == ("U2", "Bidang 2")
    assert len(now) == 3
    assert units.catatan[0].startswith("“Bidang Lain” tidak diambil: kode U2 dipakai unit lain.")


def test_codes_may_change_places(app: App, office: Office) -> None:
    assert app.undo.next() is None
    swapped = tuple(
        UnitKerjaInput(kode, f"Bidang {number}", "Kepala")
        for number, kode in ((1, "U2"), (2, "U1"))
    )
    app.profil.take(replace(app.profil.now(), unit_kerja=swapped), ALL)

    assert [unit.kode for unit in app.unit_kerja.list()] == ["U2", "U1", "U3"]
    app.undo.undo()
    assert [unit.kode for unit in app.unit_kerja.list()] == ["U1", "U2", "U3"]


def test_an_official_is_known_by_number_and_post(app: App, office: Office) -> None:
    app.pejabat.edit(
        office.kepala,
        replace(
            next(each.data for each in app.pejabat.list() if each.id == office.kepala),
            nip="19700101 199503 1 001",
        ),
    )
    day = date(2020, 1, 1)
    role = LaneCode.ATASAN_PPID_PEMBANTU
    profil = replace(
        app.profil.now(),
        pejabat=(
            PejabatInput("Nama Kepala, M.Si.", "Kepala Dinas", role, day, nip="197001011995031001"),
            PejabatInput("Nama Sekretaris", "Sekretaris", role, TODAY, status=StatusPejabat.PLT),
        ),
    )

    (people,) = (each for each in app.profil.changes(profil) if each.bagian is BagianProfil.PEJABAT)
    app.profil.take(profil, ALL)

    found = {each.id: each.data for each in app.pejabat.list()}
    assert found[office.kepala].nama == "Nama Kepala, M.Si."
    assert found[office.sekretaris].status is StatusPejabat.DEFINITIF
    assert len(found) == 3, "another term stands beside the former one"
    assert "akan dipegang 2 orang (Nama Kepala, M.Si.; Nama Sekretaris)" in people.catatan[0]


def test_what_the_profil_leaves_blank_stays(app: App, office: Office, tmp_path: Path) -> None:
    settle(app, tmp_path)
    instansi = Instansi("Pemerintah Provinsi Uji", "Dinas Lain", kota="Kupang")
    app.profil.take(replace(app.profil.now(), instansi=instansi, logo=None), ALL)

    now = app.instansi.get()
    assert (now.nama, now.singkatan, now.alamat) == ("Dinas Lain", "UJI", ("Jalan Uji 1",))
    assert app.instansi.logo() == png()


def test_changes_say_what_was_and_what_comes(app: App, office: Office) -> None:
    profil = app.profil.now()
    app.setting.save(LetterSettings(klasifikasi="100.3"))

    (letters,) = (each for each in app.profil.changes(profil) if each.ubahan)

    assert letters.bagian is BagianProfil.SURAT
    (change,) = letters.ubahan
    assert (change.apa, change.sebelum, change.sesudah) == (
        "Semua surat", {"klasifikasi": "100.3"}, {"klasifikasi": "500.12"},
    )  # fmt: skip


def test_only_parts_that_the_profil_has_are_compared(app: App, office: Office) -> None:
    now = app.profil.now()
    units = Profil(unit_kerja=now.unit_kerja)
    assert [each.bagian for each in app.profil.changes(units)] == [BagianProfil.UNIT_KERJA]
    rest = {each.bagian for each in app.profil.changes(replace(now, instansi=None, pejabat=()))}
    assert rest.isdisjoint({BagianProfil.INSTANSI, BagianProfil.PEJABAT})


def test_an_office_without_a_name_has_nothing_to_save(app: App, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="Nama instansi belum diisi"):
        app.profil.save(tmp_path / "kantor.sopprofil")
    assert not (tmp_path / "kantor.sopprofil").exists()


def test_it_is_taken_back_whole(saved: Saved, app: App, office: Office) -> None:
    assert app.undo.next() is None
    was = app.profil.now()

    app.profil.take(app.profil.read(saved.path), tuple(set(ALL) - {BagianProfil.SOP}))
    assert app.profil.now() != was
    app.undo.undo()

    assert app.profil.now() == was


def test_an_sop_that_came_with_it_stays(saved: Saved, app: App) -> None:
    assert app.undo.next() is None
    app.profil.take(app.profil.read(saved.path), ALL)

    assert app.undo.next() is None
    assert app.undo.refusal.startswith("SOP yang dimuat tetap tersimpan.")
