"""A real office in a temporary folder, with one berkas that tests carry along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from sopapp.app import App
from sopapp.domain.dik import (
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
    JenisUsulan,
    Putusan,
)
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.permintaan import Jawaban
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.remembered import remembered
from tests.services.carrying import PDF, exclude
from ui.berkas.berkas_page import BerkasPage
from ui.context import UiContext

TODAY = date(2026, 11, 23)
GOOD = IsiDik(
    informasi="Data pribadi pegawai (NIK, alamat, rekening)",
    dasar=(DasarPengecualian("h", 2, "Pasal 4 UU Nomor 27 Tahun 2022"),),
    konsekuensi_dibuka="Identitas pegawai dapat disalahgunakan pihak lain.",
    manfaat_ditutup="Privasi pegawai terlindungi dari penyalahgunaan.",
    jangka=JangkaWaktu(JenisJangka.DURASI, bulan=60),
    bentuk="Cetak",
)
POOR = IsiDik(informasi="Kertas kerja pemeriksaan yang belum final")


def once(method: Callable[..., Office]) -> Callable[..., Office]:
    """Let a way of the office be walked once for the same start."""

    @remembered
    @wraps(method)
    def way(app: App, berkas_id: int, *arguments: Any, **named: Any) -> int:
        return method(Office(app, berkas_id), *arguments, **named).berkas_id

    @wraps(method)
    def walk(self: Office, *arguments: Any, **named: Any) -> Office:
        self.berkas_id = way(self.app, self.berkas_id, *arguments, **named)
        return self

    return walk


@dataclass
class Office:
    """The open program and one berkas in it."""

    app: App
    berkas_id: int = 0

    @once
    def start(self, units: int = 3) -> Office:
        """A filled-in office and a berkas in stage 1."""
        app = self.app
        app.instansi.save(
            Instansi(
                "Pemerintah Provinsi Contoh", "Dinas Contoh", "DINCON",
                ("Jalan Contoh Nomor 1, Kota Contoh 12345",), "Kota Contoh",
            )
        )  # fmt: skip
        app.setting.save(LetterSettings(klasifikasi="500.12"))
        names = ("Sekretariat", "Bidang Industri Agro", "Bidang Perdagangan Dalam Negeri",
                 "Bidang Perdagangan Luar Negeri", "UPTD Balai Pengujian Mutu Barang",
                 "Bidang Standardisasi dan Perlindungan Konsumen")  # fmt: skip
        for number, name in enumerate(names[:units], 1):
            app.unit_kerja.add(UnitKerjaInput(f"U{number}", name, f"Kepala {name}"))
        for role, name, jabatan, selaku in (
            (LaneCode.PPID_PEMBANTU, "Contoh Satu, S.Sos.", "Sekretaris", "PPID Pembantu"),
            (LaneCode.ATASAN_PPID_PEMBANTU, "Contoh Dua, M.Si.", "Kepala Dinas Contoh", ""),
        ):
            app.pejabat.add(
                PejabatInput(name, jabatan, role, date(2026, 1, 1), selaku=selaku,
                             pangkat="Pembina", nip="19700101 199503 1 001")
            )  # fmt: skip
        self.berkas_id = app.berkas.create("Pemutakhiran DIK Tahun 2026", 2026, TODAY)
        return self

    @once
    def ask(self) -> Office:
        """All units asked, letters numbered and printed."""
        app, ids = self.app, [u.id for u in self.app.unit_kerja.list()]
        app.permintaan.choose_units(self.berkas_id, ids)
        for letter in app.penyusunan.permintaan(self.berkas_id, per_unit=True):
            app.surat.set_number(letter, app.surat.propose_number(_nota_dinas(), TODAY), TODAY)
            app.surat.keep(letter, PDF, "Dicetak")
        return self

    @once
    def to_validation(self) -> Office:
        """Answered by all; two usulan, one good and one poor; the berkas in stage 2."""
        self.ask()
        app, asked = self.app, self.app.permintaan.list(self.berkas_id)
        app.usulan.add(self.berkas_id, asked[0].unit.id, JenisUsulan.BARU, GOOD)
        app.usulan.add(self.berkas_id, asked[1].unit.id, JenisUsulan.BARU, POOR)
        for p in asked:
            answer = Jawaban.USULAN if p.usulan_count or p in asked[:2] else Jawaban.NIHIL
            app.permintaan.answer(p.id, answer, TODAY)
        self._advance(3)
        return self

    @once
    def to_setting(self) -> Office:
        """Both usulan judged; stage 3."""
        self.to_validation()
        good, poor = self.app.usulan.list(self.berkas_id)
        exclude(self.app, good.id)
        self.app.usulan.judge(poor.id, Putusan.TERBUKA)
        self._advance(2)
        return self

    @once
    def to_update(self) -> Office:
        """The Keputusan drafted, printed, signed; stage 4."""
        from sopapp.documents.build import build

        self.to_setting()
        app = self.app
        letter = app.keputusan.draft(self.berkas_id)
        app.surat.keep(letter, build(app.surat.compose(letter)), "Dicetak")
        final = build(app.surat.compose(letter, "500/1/DINCON/2026", TODAY))
        app.keputusan.sign(self.berkas_id, "500/1/DINCON/2026", TODAY, final)
        self._advance(2)
        return self

    @once
    def to_documentation(self, scan: Path) -> Office:
        """Scanned and applied; stage 5."""
        self.to_update()
        self.app.dokumentasi.attach_scan(self.berkas_id, scan)
        self.app.dik.apply(self.berkas_id)
        self._advance(1)
        return self

    @once
    def finish(self, scan: Path) -> Office:
        """Published, archived, finished."""
        self.to_documentation(scan)
        self.app.dokumentasi.keep_list(self.berkas_id, b"%PDF-1.4 daftar")
        self.app.dokumentasi.publish(self.berkas_id, "Laman PPID", TODAY)
        self.app.dokumentasi.write_bundle(self.berkas_id)
        self._advance(1)
        return self

    @property
    def stage(self) -> int | None:
        """Where the berkas is."""
        card = self.app.berkas.get(self.berkas_id).card
        return card.stage if card else None

    def _advance(self, times: int) -> None:
        for _ in range(times):
            self.app.berkas.advance(self.berkas_id)


def _nota_dinas():
    from sopapp.domain.surat import JenisSurat

    return JenisSurat.NOTA_DINAS


@pytest.fixture
def office(app) -> Office:
    return Office(app).start()


@pytest.fixture
def scan(tmp_path) -> Path:
    path = tmp_path / "pindaian.pdf"
    path.write_bytes(PDF + b"% pindaian keputusan")
    return path


@pytest.fixture
def context(qtbot, app, hub, tasks, prompts, navigate) -> UiContext:
    hub.feed(app)
    return UiContext(app=app, hub=hub, tasks=tasks, prompts=prompts, navigate=navigate)


@pytest.fixture
def page(qtbot, context) -> BerkasPage:
    page = BerkasPage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page
