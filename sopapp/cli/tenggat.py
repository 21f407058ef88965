"""The command `tenggat`: when the stages of a berkas would be due."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date

from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.cli.call import OK, WrongCallError, one_value
from sopapp.clock import Clock
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.sop import Sop
from sopapp.domain.tanggal import hari_tanggal
from sopapp.sop_file import BUNDLED_NAME, bundled_sop_text, parse_sop

HELP = """\
  python -m sopapp tenggat TANGGAL [--json]
      Tenggat kelima tahap bila berkas dimulai pada TANGGAL (TTTT-BB-HH).
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:  # noqa: ARG001
    """Say the due dates; gives the exit status. Raises WrongCallError."""
    text, as_json = one_value("tenggat", "TANGGAL", arguments, json=True)
    try:
        start = date.fromisoformat(text)
    except ValueError:
        msg = f"Tanggal “{text}” tidak dikenal; tulis seperti 2026-11-23."
        raise WrongCallError(msg) from None
    sop = parse_sop(bundled_sop_text(), BUNDLED_NAME)
    calendar = HariKerja(IndonesianHolidays())
    dues = calendar.dues(start, [stage.hari_kerja for stage in sop.stages])
    if as_json:
        rows = [
            {
                "nomor": stage.number,
                "hari_kerja": stage.hari_kerja,
                "tenggat": due.isoformat(),
            }
            for stage, due in zip(sop.stages, dues, strict=True)
        ]
        say(json.dumps({"mulai": start.isoformat(), "tahap": rows}, ensure_ascii=False))
    else:
        _say_dues(sop, calendar, start, dues, say)
    return OK


def _say_dues(
    sop: Sop,
    calendar: HariKerja,
    start: date,
    dues: Sequence[date],
    say: Callable[[str], None],
) -> None:
    say(f"Mulai {hari_tanggal(start)}")
    for stage, due in zip(sop.stages, dues, strict=True):
        say(
            f"{stage.number}. {stage.short_name:<14} {stage.hari_kerja:>2} hari kerja  "
            f"{hari_tanggal(due)}"
        )
    note = calendar.certainty(start, dues[-1]).sentence
    if note:
        say(f"Catatan: {note}")
