"""An open data folder and an office in it; Qt has fixtures of its own in tests/ui."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from sopapp.services.instansi import Instansi
from sopapp.services.setting import LetterSettings
from sopapp.services.unit_kerja import UnitKerjaInput

TODAY = date(2026, 11, 23)
"""A Monday, eleven working days from the end of the SOP on 8 December."""

ACTOR = "Penguji"


@dataclass(frozen=True, slots=True)
class Office:
    """Ids of what `fill_office` stored."""

    units: tuple[int, ...]
    kepala: int
    sekretaris: int


def fill_office(app: App, units: int = 3) -> Office:
    """An instansi with units U1… and the two officials who sign."""
    app.instansi.save(
        Instansi("Pemerintah Provinsi Uji", "Dinas Uji", "UJI", ("Jalan Uji 1",), "Kupang")
    )
    app.setting.save(LetterSettings(klasifikasi="500.12"))
    ids = tuple(
        app.unit_kerja.add(UnitKerjaInput(f"U{n}", f"Bidang {n}", f"Kepala Bidang {n}"))
        for n in range(1, units + 1)
    )
    kepala = app.pejabat.add(
        PejabatInput("Nama Kepala", "Kepala Dinas", LaneCode.ATASAN_PPID_PEMBANTU, date(2020, 1, 1))
    )
    sekretaris = app.pejabat.add(
        PejabatInput("Nama Sekretaris", "Sekretaris", LaneCode.PPID_PEMBANTU, date(2020, 1, 1))
    )
    return Office(ids, kepala, sekretaris)


@pytest.fixture
def clock() -> FixedClock:
    """Stands on TODAY until a test moves it."""
    return FixedClock(TODAY)


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A holiday cache, computed once for all tests."""
    root = tmp_path_factory.mktemp("libur")
    with open_app(root, FixedClock(TODAY), ACTOR) as app:
        app.calendar().due(TODAY, 5)
    return DataFolder(root).holiday_cache


@pytest.fixture
def new_app(warm_cache: Path) -> Callable[[Path, FixedClock], App]:
    """Opens a data folder in which the holidays are known already; the caller closes it."""

    def open_warm(root: Path, clock: FixedClock) -> App:
        cache = DataFolder(root).holiday_cache
        if not cache.exists():
            cache.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(warm_cache, cache)
        return open_app(root, clock, ACTOR)

    return open_warm


@pytest.fixture
def app(
    tmp_path: Path, clock: FixedClock, new_app: Callable[[Path, FixedClock], App]
) -> Iterator[App]:
    """An empty data folder, open on TODAY."""
    with new_app(tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def office(app: App) -> Office:
    """The office in `app`, filled in."""
    return fill_office(app)
