"""The SOP sheet, composed from a version: nothing is added, nothing is left out."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.services.lembar_sop import LembarSopService
from sopapp.sop_file import bundled_sop_text
from tests.conftest import Office
from tests.services.carrying import photo


@pytest.fixture
def sheet(app: App) -> LembarSopService:
    return app.lembar_sop


def revise(app: App, folder: Path, *changes: tuple[str, str]) -> int:
    """Put a changed SOP in force."""
    text = bundled_sop_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path = folder / "revisi.toml"
    path.write_text(text, encoding="utf-8")
    return app.sop.load(path)


def test_all_that_the_sop_says_is_on_the_sheet(sheet: LembarSopService, app: App) -> None:
    sop, made = app.sop.current(), sheet.compose()
    assert made.nama == sop.head.nama
    assert (made.kop.pemerintah, made.kop.instansi) == (sop.head.pemerintah, sop.head.instansi)
    assert dict(made.kepala) == {
        "Nomor SOP": "",
        "Tanggal Pembuatan": "5 September 2022",
        "Tanggal Revisi": "",
        "Tanggal Efektif": "",
        "Pengawas": "",
        "Kontak/Telepon": "",
    }
    assert made.dasar_hukum == tuple(law.teks for law in sop.dasar_hukum)
    assert made.keterkaitan == sop.keterkaitan
    assert made.peringatan == sop.peringatan
    assert made.pencatatan == sop.pencatatan
    assert made.peralatan == ("Daftar Informasi Publik yang diketahui",)
    assert made.kualifikasi == ()
    assert made.pelaksana == ("PPID Pembantu", "Unit Kerja", "Atasan PPID Pembantu", "Admin PPID")
    assert [row.waktu for row in made.tahap] == [
        "5 hari kerja", "2 hari kerja", "2 hari kerja", "1 hari kerja", "1 hari kerja",
    ]  # fmt: skip
    assert made.total == "11 hari kerja"
    for row, stage in zip(made.tahap, sop.stages, strict=True):
        assert (row.nomor, row.kegiatan, row.kelengkapan, row.output, row.keterangan) == (
            stage.number, stage.name, stage.kelengkapan, stage.output, stage.keterangan,
        )  # fmt: skip
        assert [(made.pelaksana[step.lane], step.kegiatan) for step in row.langkah] == [
            (sop.lane_name(step.lane), step.activity) for step in stage.steps
        ]


def test_a_diamond_is_where_work_may_be_sent_back(sheet: LembarSopService) -> None:
    diamonds = [
        (row.nomor, step.kegiatan)
        for row in sheet.compose().tahap
        for step in row.langkah
        if step.keputusan
    ]
    assert diamonds == [
        (2, "Memvalidasi setiap usulan (uji konsekuensi)"),
        (3, "Menandatangani SK (menetapkan nomor dan tanggal)"),
    ]


def test_diamonds_follow_the_data(sheet: LembarSopService, app: App, tmp_path: Path) -> None:
    revise(
        app,
        tmp_path,
        ('syarat = ["usulan_dinilai"]', "syarat = []"),
        ('bila = "ada_usulan_dikembalikan"\n', ""),
        ('syarat = ["keputusan_bernomor"]', "syarat = []"),
        ('kegiatan = "Menjawab dengan usulan atau menyatakan nihil"\n',
         'kegiatan = "Menjawab"\nbila = "ada_usulan_dikembalikan"\n'),
    )  # fmt: skip
    places = [
        (row.nomor, index)
        for row in sheet.compose().tahap
        for index, step in enumerate(row.langkah)
        if step.keputusan
    ]
    assert places == [(1, 1)]


def test_lanes_in_another_order_take_their_steps_with_them(
    sheet: LembarSopService, app: App, tmp_path: Path
) -> None:
    revise(
        app,
        tmp_path,
        ('kode = "ppid_pembantu"\nnama = "PPID Pembantu"',
         'kode = "admin_ppid"\nnama = "Petugas PPID"'),
        ('kode = "admin_ppid"\nnama = "Admin PPID"',
         'kode = "ppid_pembantu"\nnama = "PPID Pelaksana"'),
    )  # fmt: skip
    made = sheet.compose()
    assert made.pelaksana[0] == "Petugas PPID"
    assert made.pelaksana[made.tahap[3].langkah[0].lane] == "Petugas PPID"
    assert made.pelaksana[made.tahap[1].langkah[0].lane] == "PPID Pelaksana"


def test_an_older_version_is_printed_as_it_was(
    sheet: LembarSopService, app: App, tmp_path: Path
) -> None:
    first = app.sop.current_id
    second = revise(app, tmp_path, ("hari_kerja = 5", "hari_kerja = 6"))
    assert sheet.compose(first).total == "11 hari kerja"
    assert sheet.compose(second).total == sheet.compose().total == "12 hari kerja"


class TestWhoConfirms:
    def test_the_present_official_while_the_sop_names_nobody(
        self, sheet: LembarSopService, app: App, office: Office
    ) -> None:
        kepala = next(row.data for row in app.pejabat.list() if row.id == office.kepala)
        app.pejabat.edit(
            office.kepala,
            dataclasses.replace(kepala, selaku="Atasan PPID", nip="198609262015051001"),
        )
        made = sheet.compose().pengesah
        # The NIP on the scanned sheet is that of another; the capacity is not for an SOP.
        assert made.nama == "Nama Kepala"
        assert made.nip == "19860926 201505 1 001"
        assert made.jabatan == ("KEPALA DINAS",)

    def test_room_for_a_pen_while_there_is_nobody(self, sheet: LembarSopService, app: App) -> None:
        app.pejabat.add(
            PejabatInput(
                "Lampau", "Kepala", LaneCode.ATASAN_PPID_PEMBANTU, date(2020, 1, 1),
                date(2020, 12, 31),
            )
        )  # fmt: skip
        made = sheet.compose().pengesah
        assert (made.nama, made.jabatan) == ("", ("KEPALA DINAS",))
        assert made.nip == "19631016 199203 1 005"

    def test_who_the_sop_names(
        self, sheet: LembarSopService, app: App, office: Office, tmp_path: Path
    ) -> None:
        revise(app, tmp_path, ('disahkan_nama = ""', 'disahkan_nama = "Nama Pengesah, S.H."'))
        made = sheet.compose().pengesah
        assert (made.nama, made.nip) == ("Nama Pengesah, S.H.", "19631016 199203 1 005")
        assert made.jabatan == ("KEPALA DINAS",)


def test_the_logo_is_the_offices_and_the_page_that_of_its_kind(
    sheet: LembarSopService, app: App, office: Office, tmp_path: Path
) -> None:
    assert sheet.compose().kop.logo is None
    logo = tmp_path / "logo.png"
    logo.write_bytes(photo("PNG"))
    app.instansi.set_logo(logo)
    settings = app.setting.naskah(JenisNaskah.SOP)
    app.setting.save_naskah(
        JenisNaskah.SOP, settings._replace(kertas_sendiri=True, paper="F4", size=9.0)
    )
    made = sheet.compose()
    assert made.kop.logo == logo.read_bytes()
    assert (made.page.paper.name, made.page.size) == ("F4", 9.0)
