"""The register page over a list that was brought in, and over one that changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

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
from tests.remembered import remembered
from tests.services import carrying
from ui.register.register_page import RegisterPage

FIRST = date(2025, 1, 15)
PDP = "Undang-Undang Nomor 27 Tahun 2022"
DAGANG = "Undang-Undang Nomor 30 Tahun 2000"


@pytest.fixture
def make_page(qtbot, context):
    def make() -> RegisterPage:
        page = RegisterPage(context)
        qtbot.addWidget(page)
        page.resize(1280, 700)
        return page

    return make


def until(day: date) -> JangkaWaktu:
    return JangkaWaktu(JenisJangka.TANGGAL, sampai=day)


def entry(informasi: str, huruf: str = "h", law: str = "", **changes) -> IsiDik:
    dasar = DasarPengecualian(huruf, None, law, "Pasal 4" if law else "")
    return replace(carrying.complete(informasi, 60), dasar=(dasar,), **changes)


def bring_in(app: App, rows, nomor: str = "500.12/1/KEP/2025") -> int:
    return app.dik_awal.bring_in(nomor, FIRST, rows)


@pytest.fixture
def five(app: App, office) -> int:
    """Five entries of three units: two end soon, one is past its period (today is 23 Nov 2026)."""
    one, two, three = office.units
    return bring_in(
        app,
        (
            (one, entry("Identitas pelapor", "h", PDP)),
            (one, entry("Rencana pengawasan", "a", jangka=until(date(2026, 12, 31)))),
            (two, entry("Resep produk", "b", DAGANG, jangka=until(date(2026, 11, 1)))),
            (two, entry("Data gaji", "h", PDP, jangka=until(date(2027, 2, 20)))),
            (three, entry("Surat rahasia", "i", konsekuensi_dibuka="Membocorkan strategi lelang")),
        ),
    )


@pytest.fixture
def two_versions(app: App, office, five, tmp_path) -> int:
    """A second Keputusan of today: one entry changed, one opened, one added."""
    return decide_again(app, office.units, tmp_path)


@remembered
def decide_again(app: App, units: Sequence[int], folder: Path) -> int:
    """What `two_versions` is, walked once; the id of the new version."""
    one, two, _three = units
    berkas = carrying.to_validasi(app, units)
    by_name = {each.isi.informasi: each for each in app.dik.current()}
    pelapor, resep = by_name["Identitas pelapor"], by_name["Resep produk"]
    longer = replace(
        pelapor.isi,
        konsekuensi_dibuka="Mengungkap rahasia pribadi pelapor dan saksi.",
        jangka=JangkaWaktu(JenisJangka.DURASI, bulan=36),
    )
    carrying.propose(app, berkas, one, longer, JenisUsulan.UBAH, pelapor.id)
    carrying.propose(app, berkas, two, resep.isi, JenisUsulan.BUKA, resep.id, Putusan.TERBUKA)
    carrying.propose(app, berkas, two, carrying.complete("Daftar saksi"))
    carrying.to_penetapan(app, berkas)
    carrying.sign(app, berkas, "500.12/7/KEP/2026")
    carrying.apply(app, berkas, folder)
    return app.dik.terbitan()[-1].id


def titles(page: RegisterPage) -> list[str]:
    return [page.model.row(n).isi.informasi for n in range(page.model.rowCount())]
