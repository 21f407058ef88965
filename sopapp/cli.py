"""The commands without a window: tenggat, contoh, periksa."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from sopapp import __version__
from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.clock import Clock, SystemClock
from sopapp.domain.errors import SopappError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.sop import Sop
from sopapp.domain.tanggal import hari_tanggal
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.sop_file import BUNDLED_NAME, bundled_sop_text, parse_sop

HELP = """\
Pemutakhiran Daftar Informasi Publik yang Dikecualikan, tanpa jendela.

Pemakaian:
  python -m sopapp tenggat TANGGAL [--json]
      Tenggat kelima tahap bila berkas dimulai pada TANGGAL (TTTT-BB-HH).
  python -m sopapp contoh FOLDER
      Membuat data contoh di FOLDER yang kosong, menjalankan satu berkas sampai selesai, dan
      menulis suratnya ke FOLDER/keluaran.
  python -m sopapp periksa FOLDER [--json]
      Memeriksa basis data, file tersimpan, dan riwayat di FOLDER.
  python -m sopapp --help | --version

Status keluar: 0 berhasil; 1 ada yang salah pada data atau folder; 2 perintah keliru.
"""

OK, FAILED, WRONG_CALL = 0, 1, 2


class _WrongCallError(Exception):
    """The command line itself is wrong."""


class _Parser(argparse.ArgumentParser):
    """argparse speaks English to users, so it only parses here; the words are ours."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise _WrongCallError(message)


def main(
    arguments: Sequence[str],
    say: Callable[[str], None],
    complain: Callable[[str], None],
    clock: Clock | None = None,
) -> int:
    """Run one command; `say` prints what was asked for, `complain` why it cannot be had.

    Gives the exit status.
    """
    try:
        return _run(arguments, say, clock or SystemClock())
    except _WrongCallError as error:
        complain(f"{error}\nLihat: python -m sopapp --help")
        return WRONG_CALL
    except SopappError as error:
        complain(str(error))
        return FAILED


def _run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "bantuan"}:
        say(HELP.rstrip())
        return OK if arguments else WRONG_CALL
    if arguments[0] == "--version":
        say(__version__)
        return OK
    name, *rest = arguments
    commands = {"tenggat": "TANGGAL", "contoh": "FOLDER", "periksa": "FOLDER"}
    if name not in commands:
        raise _WrongCallError(f"Perintah “{name}” tidak dikenal.")
    parser = _Parser()
    parser.add_argument("value", nargs="?")
    if name != "contoh":
        parser.add_argument("--json", action="store_true")
    parsed, unknown = parser.parse_known_args(rest)
    if unknown:
        raise _WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    if not parsed.value:
        raise _WrongCallError(f"Perintah {name} memerlukan {commands[name]}.")
    if name == "tenggat":
        return _tenggat(parsed.value, say, as_json=parsed.json)
    if name == "contoh":
        return _contoh(Path(parsed.value), say, clock)
    return _periksa(Path(parsed.value), say, as_json=parsed.json)


def _tenggat(text: str, say: Callable[[str], None], *, as_json: bool) -> int:
    try:
        start = date.fromisoformat(text)
    except ValueError:
        msg = f"Tanggal “{text}” tidak dikenal; tulis seperti 2026-11-23."
        raise _WrongCallError(msg) from None
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
        return OK
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


def _contoh(folder: Path, say: Callable[[str], None], clock: Clock) -> int:
    from sopapp.sample import make_sample

    make_sample(folder, clock.today(), say)
    say(f"Data contoh dibuat di {folder}; satu berkas sudah selesai sampai tahap 5.")
    return OK


def _periksa(folder: Path, say: Callable[[str], None], *, as_json: bool) -> int:
    data = DataFolder(folder)
    found = check_data(data.database, data.attachments)
    if as_json:
        say(json.dumps({"folder": str(folder), "masalah": list(found)}, ensure_ascii=False))
    elif found:
        for sentence in found:
            say(f"- {sentence}")
        say(f"{len(found)} masalah ditemukan. Jangan menghapus apa pun; pulihkan dari cadangan.")
    else:
        say(f"Data di {folder} baik: basis data, file tersimpan, dan riwayat cocok.")
    return FAILED if found else OK
