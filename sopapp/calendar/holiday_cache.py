"""The file that spares a start the import of the `holidays` package."""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from sopapp.domain.days_off import DayInfo, DayKind, YearStatus

_FORMAT: Final = 1
_PACKAGE: Final = "holidays"


class CachedYear(NamedTuple):
    """The days off of one year and how far they are settled."""

    days: Mapping[date, DayInfo]
    status: YearStatus


class HolidayCache:
    """Years of days off in one JSON file, valid for one version of the package.

    It only saves time: a missing, damaged, foreign or unwritable file is no error.
    """

    def __init__(self, path: Path) -> None:
        self._path: Final = path

    def read(self) -> dict[int, CachedYear]:
        """Return the years on file; none when it is missing, damaged or of another version."""
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
            years = data["years"]
            same = (data["format"], data["package"]) == (_FORMAT, package_version())
            if not same or data["crc"] != _checksum(years):
                return {}
            return {int(number): _year_from(raw) for number, raw in years.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def write(self, years: Mapping[int, CachedYear]) -> None:
        """Replace the file in one step; does nothing where it cannot be written."""
        version = package_version()
        if version is None:
            return
        import tempfile

        raw = {str(number): _year_to(year) for number, year in sorted(years.items())}
        data = {"format": _FORMAT, "package": version, "crc": _checksum(raw), "years": raw}
        text = json.dumps(data, ensure_ascii=False)
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)  # never the data folder, which may be moved
            # Named as all unfinished files are, so that the next start sweeps a killed run's.
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".baru-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise


def package_version() -> str | None:
    """Return the installed version of the package, found without importing it; None if unclear."""
    try:
        spec = find_spec(_PACKAGE)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    beside = Path(spec.origin).parent.parent.glob(f"{_PACKAGE}-*.dist-info")
    versions = [
        entry.name.removeprefix(f"{_PACKAGE}-").removesuffix(".dist-info") for entry in beside
    ]
    if len(versions) == 1:
        return versions[0]
    # importlib.metadata is slow to load, hence second: a frozen build or leftovers of an upgrade.
    from importlib import metadata

    try:
        return metadata.version(_PACKAGE)
    except metadata.PackageNotFoundError:
        return None


def _checksum(years: object) -> int:
    return zlib.crc32(json.dumps(years, sort_keys=True).encode())


def _year_to(year: CachedYear) -> dict[str, object]:
    days = {
        day.isoformat(): [info.kind.value, info.estimated, info.name]
        for day, info in year.days.items()
    }
    return {"status": year.status.value, "days": days}


def _year_from(raw: Mapping[str, object]) -> CachedYear:
    entries = raw["days"]
    if not isinstance(entries, dict):
        raise TypeError
    days = {
        date.fromisoformat(day): DayInfo(str(name), DayKind(kind), bool(estimated))
        for day, (kind, estimated, name) in entries.items()
    }
    return CachedYear(MappingProxyType(days), YearStatus(str(raw["status"])))
