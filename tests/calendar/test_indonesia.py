"""The calendar of Indonesia against the decrees of 2022 to 2027, and its cache file."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sopapp.calendar import holiday_cache
from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.domain.days_off import DayKind, YearStatus
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.hari_kerja import HariKerja

ROOT = Path(__file__).resolve().parents[2]
STAGES = (5, 2, 2, 1, 1)

LIBUR = {
    2022: "01-01 02-01 02-28 03-03 04-15 05-01 05-02 05-03 05-16 05-26 06-01 07-10 07-30 "
    "08-17 10-08 12-25",
    2023: "01-01 01-22 02-18 03-22 04-07 04-22 04-23 05-01 05-18 06-01 06-04 06-29 07-19 "
    "08-17 09-28 12-25",
    2024: "01-01 02-08 02-10 02-14 03-11 03-29 03-31 04-10 04-11 05-01 05-09 05-23 06-01 "
    "06-17 07-07 08-17 09-16 11-27 12-25",
    2025: "01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 "
    "06-27 08-17 09-05 12-25",
    2026: "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 "
    "06-16 08-17 08-25 12-25",
    2027: "01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 "
    "06-06 08-15 08-17 12-25 12-26",
}
CUTI_BERSAMA = {
    2022: "04-29 05-04 05-05 05-06",
    2023: "01-23 03-23 04-19 04-20 04-21 04-24 04-25 06-02 06-28 06-30 12-26",
    2024: "02-09 03-12 04-08 04-09 04-12 04-15 05-10 05-24 06-18 12-26",
    2025: "01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26",
    2026: "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24",
    2027: "02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24",
}
WORKING_DAYS = {2022: 246, 2023: 239, 2024: 238, 2025: 237, 2026: 240, 2027: 242}


@pytest.fixture(scope="module")
def indonesia() -> IndonesianHolidays:
    return IndonesianHolidays()


@pytest.mark.parametrize("year", LIBUR)
def test_days_off_are_those_of_the_decrees(indonesia, year):
    for kind, table in ((DayKind.HOLIDAY, LIBUR), (DayKind.CUTI_BERSAMA, CUTI_BERSAMA)):
        expected = {date.fromisoformat(f"{year}-{day}") for day in table[year].split()}
        found = {day for day, info in indonesia.days(year).items() if info.kind is kind}
        assert found == expected


@pytest.mark.parametrize(("year", "total"), WORKING_DAYS.items())
def test_working_days_of_a_year(indonesia, year, total):
    calendar = HariKerja(indonesia)
    assert calendar.count(date(year - 1, 12, 31), date(year, 12, 31)) == total


@pytest.mark.parametrize(
    ("start", "dues"),
    [
        ("2026-03-16", "2026-03-30 2026-04-01 2026-04-06 2026-04-07 2026-04-08"),
        ("2026-11-23", "2026-11-30 2026-12-02 2026-12-04 2026-12-07 2026-12-08"),
        ("2026-12-21", "2026-12-30 2027-01-04 2027-01-07 2027-01-08 2027-01-11"),
        ("2027-03-01", "2027-03-16 2027-03-18 2027-03-22 2027-03-23 2027-03-24"),
    ],
)
def test_five_stages_back_to_back(indonesia, start, dues):
    found = HariKerja(indonesia).dues(date.fromisoformat(start), STAGES)
    assert " ".join(map(str, found)) == dues


def test_five_stages_with_the_start_day_counted(indonesia):
    found = HariKerja(indonesia, count_start_day=True).dues(date(2026, 11, 23), STAGES)
    assert " ".join(map(str, found)) == "2026-11-27 2026-12-01 2026-12-03 2026-12-04 2026-12-07"


def test_names_are_indonesian_and_the_estimate_mark_is_a_field(indonesia):
    idul_fitri = indonesia.days(2027)[date(2027, 3, 10)]
    assert (idul_fitri.name, idul_fitri.estimated) == ("Hari Raya Idul Fitri", True)
    cuti = indonesia.days(2026)[date(2026, 12, 24)]
    assert (cuti.name, cuti.estimated) == ("Cuti Bersama Hari Raya Natal", False)
    assert not any(info.estimated for info in indonesia.days(2026).values())


@pytest.mark.parametrize(
    ("year", "status"),
    [
        (1945, YearStatus.UNKNOWN),
        (2026, YearStatus.DECREED),
        (2027, YearStatus.DECREED),
        (2040, YearStatus.ESTIMATED),
        (2101, YearStatus.UNKNOWN),
    ],
)
def test_status_of_a_year(indonesia, year, status):
    assert indonesia.status(year) is status
    assert bool(indonesia.days(year)) is (status is not YearStatus.UNKNOWN)


def test_a_year_without_decree_is_told_at_the_due_date(indonesia):
    calendar = HariKerja(indonesia)
    told = calendar.certainty(date(2039, 12, 20), calendar.due(date(2039, 12, 20), 15))
    assert told.status is YearStatus.ESTIMATED
    assert told.sentence == "Hari libur 2039 dan 2040 belum ditetapkan; tenggat dapat berubah."


def test_cuti_bersama_of_idul_fitri_explains_itself(indonesia):
    reasons = [day.reason for day in HariKerja(indonesia).explain(date(2026, 3, 16), 5)]
    assert "cuti bersama: Hari Suci Nyepi" in reasons
    assert "libur nasional: Hari Raya Idul Fitri" in reasons


# --- cache -----------------------------------------------------------------------------

ASK = """
import sys
from datetime import date
from pathlib import Path
from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.domain.hari_kerja import HariKerja
calendar = HariKerja(IndonesianHolidays(Path(sys.argv[1])))
print(calendar.due(date(2026, 12, 21), 10), "holidays" in sys.modules)
"""


def ask_in_a_fresh_process(cache: Path) -> str:
    command = [sys.executable, "-c", ASK, str(cache)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_warm_start_does_not_import_the_package(tmp_path):
    cache = tmp_path / "cache" / "libur.json"
    assert ask_in_a_fresh_process(cache) == "2027-01-08 True"
    assert ask_in_a_fresh_process(cache) == "2027-01-08 False"


def filled(tmp_path: Path) -> Path:
    cache = tmp_path / "libur.json"
    IndonesianHolidays(cache).days(2026)
    assert [entry.name for entry in tmp_path.iterdir()] == ["libur.json"]
    return cache


def no_computing(monkeypatch) -> None:
    def refuse(years):
        raise AssertionError(f"computed {list(years)}")

    monkeypatch.setattr("sopapp.calendar.indonesia._compute", refuse)


def test_what_comes_from_the_cache_is_what_was_computed(tmp_path, indonesia, monkeypatch):
    cache = filled(tmp_path)
    computed = {year: (indonesia.days(year), indonesia.status(year)) for year in (2026, 2027, 2028)}
    no_computing(monkeypatch)
    warm = IndonesianHolidays(cache)
    assert {year: (warm.days(year), warm.status(year)) for year in computed} == computed


def test_a_year_that_the_cache_lacks_is_added_to_it(tmp_path, monkeypatch):
    cache = filled(tmp_path)
    assert IndonesianHolidays(cache).days(2035)
    no_computing(monkeypatch)
    warm = IndonesianHolidays(cache)
    assert warm.days(2026)
    assert warm.days(2035)


def _drop_a_holiday(text: str) -> str:
    data = json.loads(text)
    del data["years"]["2026"]["days"]["2026-12-25"]
    return json.dumps(data)


def _of_version(text: str) -> str:
    return json.dumps(json.loads(text) | {"package": "0.1"})


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: "[]",
        lambda text: "null",
        lambda text: '{"format": 1}',
        lambda text: json.dumps(json.loads(text) | {"years": []}),
        _drop_a_holiday,
        _of_version,
    ],
)
def test_a_damaged_or_older_cache_is_made_anew(tmp_path, damage):
    cache = filled(tmp_path)
    whole = cache.read_text(encoding="utf-8")
    cache.write_text(damage(whole), encoding="utf-8")
    assert date(2026, 12, 25) in IndonesianHolidays(cache).days(2026)
    assert cache.read_text(encoding="utf-8") == whole


def test_bytes_that_are_no_text_are_no_error(tmp_path):
    cache = tmp_path / "libur.json"
    cache.write_bytes(b"\xff\xfe\x00")
    assert IndonesianHolidays(cache).days(2026)


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert IndonesianHolidays(blocked / "libur.json").days(2026)
    folder = tmp_path / "folder"  # stands where the file should
    folder.mkdir()
    assert IndonesianHolidays(folder).days(2026)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]


def test_no_data_folder_is_made_for_the_cache(tmp_path):
    """One that was moved while it is open would else be hindered when it is put back."""
    assert IndonesianHolidays(tmp_path / "data" / "cache" / "libur.json").days(2026)
    assert list(tmp_path.iterdir()) == []


def test_without_a_known_version_nothing_is_cached(tmp_path, monkeypatch):
    monkeypatch.setattr(holiday_cache, "package_version", lambda: None)
    cache = tmp_path / "libur.json"
    assert IndonesianHolidays(cache).days(2026)
    assert not cache.exists()


def test_the_version_is_that_of_the_package():
    import holidays

    assert holiday_cache.package_version() == holidays.__version__


def test_a_missing_package_is_told_in_words(monkeypatch):
    monkeypatch.setitem(sys.modules, "holidays.countries.indonesia", None)
    with pytest.raises(EnvironmentProblem, match="Pasang ulang"):
        IndonesianHolidays().days(2026)
