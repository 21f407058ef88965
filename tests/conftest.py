"""An open data folder and an office in it; Qt has fixtures of its own in tests/ui."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.paths import RESOURCES
from sopapp.sample.making import make_sample
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.quick_scrypt import quick_scrypt
from tests.remembered import remembered, share_in

if sys.platform == "win32":  # offscreen, Qt looks for fonts beside itself, where there are none
    os.environ.setdefault("QT_QPA_FONTDIR", str(RESOURCES / "fonts"))

TODAY = date(2026, 11, 23)
"""A Monday, eleven working days from the end of the SOP on 8 December."""

SAMPLE_DAY = date(2026, 12, 18)
"""The day on which the sample is looked at."""

ACTOR = "Penguji"

LONGEST = (
    "test_every_control.py::test_every_control_has_a_name_can_be_reached_and_is_seen",
    "test_short.py::test_bad_input_is_taken_whole_or_refused_with_a_sentence",
    "test_undo_rules.py::test_every_write_of_the_sample_could_be_put_back",
    "test_transitions_machine.py::test_the_rules_hold_whatever_is_called",
    "test_numbers_properties.py::test_no_number_twice_and_no_silent_gap",
    "test_no_network.py::test_the_program_tests_itself_without_a_socket",
    "test_full_disk.py::test_calls_on_a_file_system_that_is_full",
    "test_first_update_by_mouse.py::test_from_an_empty_folder_to_the_archive",
)
"""Tests that take five seconds and more."""


def pytest_configure(config: pytest.Config) -> None:
    """No test waits for a password; some modules of tests make a key as they are loaded."""
    hashlib.scrypt = quick_scrypt
    # Another fifty at every run; `--hypothesis-profile=default` looks further at once.
    settings.register_profile("suite", max_examples=50)
    if config.getoption("--hypothesis-profile") is None:
        settings.load_profile("suite")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: begun last, it would run while the other workers are idle.

    Then comes what needs the sample: the worker that begins makes it, the others take it over.
    """
    items.sort(  # else as they were shuffled
        key=lambda item: (
            not item.nodeid.endswith(LONGEST),
            "sample_data" not in getattr(item, "fixturenames", ()),
        )
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[object]:
    """Let the garbage collector pass over what stays until the end anyway: modules and tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(5_000, 10, 10)  # a run makes millions of things, and hardly a ring of them
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Files of tests need not outlive a power cut; tests of syncing put their own in its place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def of_all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The folder of all workers of a run, in which one leaves what another can use."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return None
    folder = tmp_path_factory.getbasetemp().parent
    share_in(folder / "jalan")
    return folder


@dataclass(frozen=True, slots=True)
class Office:
    """Ids of what `fill_office` stored."""

    units: tuple[int, ...]
    kepala: int
    sekretaris: int


@remembered
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
def blank_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty data folder in which the holidays are known, to be copied."""
    root = tmp_path_factory.mktemp("kosong")
    with open_app(root, FixedClock(TODAY), ACTOR) as app:
        app.calendar().due(TODAY, 5)
    return root


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample data as they are on a day, and the papers they were said to have."""

    folder: Path
    said: tuple[str, ...]


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory, of_all_workers: Path | None) -> Sample:
    """The sample with berkas in every stage on SAMPLE_DAY; copy it before writing to it."""
    folder = tmp_path_factory.mktemp("contoh") / "baru" / "data"
    left = None if of_all_workers is None else of_all_workers / "contoh"
    if left is not None and left.exists():
        shutil.copytree(left / "data", folder)
        told = (left / "terbilang.txt").read_text(encoding="utf-8").splitlines()
        return Sample(folder, tuple(str(folder / line) for line in told))
    said: list[str] = []
    make_sample(folder, SAMPLE_DAY, said.append, running=True)
    if left is not None:
        _leave(folder, said, left)
    return Sample(folder, tuple(said))


def _leave(folder: Path, said: list[str], left: Path) -> None:
    """Leave a copy for the other workers, whole or not at all."""
    beside = left.with_name(f"contoh-{os.getpid()}")
    shutil.copytree(folder, beside / "data")
    told = "\n".join(str(Path(line).relative_to(folder)) for line in said)
    (beside / "terbilang.txt").write_text(told, encoding="utf-8")
    with contextlib.suppress(OSError):  # another was quicker
        beside.rename(left)


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock, blank_data: Path) -> Iterator[App]:
    """An empty data folder, open on TODAY; without waiting for the disk."""
    shutil.copytree(blank_data, tmp_path / "data")
    with open_app(tmp_path / "data", clock, ACTOR) as opened:
        opened._database.execute_sql("PRAGMA synchronous = off")
        yield opened


@pytest.fixture
def office(app: App) -> Office:
    """The office in `app`, filled in."""
    return fill_office(app)
