"""The command `impor`: a unit's sheet checked and taken into a berkas without a window."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopapp.cli.call import FAILED, OK, CallParser, WrongCallError, data_folder
from sopapp.clock import Clock
from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.errors import DomainError
from sopapp.domain.impor import BarisImpor, CatatanSel, HasilPeriksa, Kolom, StatusBaris
from sopapp.domain.ribuan import ribuan

if TYPE_CHECKING:
    from sopapp.app import App

HELP = """\
  python -m sopapp impor FOLDER BERKAS UNIT FILE [--uji] [--json]
      Memasukkan lembar usulan FILE ke BERKAS (nomor atau judulnya) di FOLDER. UNIT adalah kode
      atau nama unit kerja, atau - bila lembar itu sendiri memuat kolom unit kerja. Dengan --uji
      lembar hanya diperiksa.
"""

_NEEDED = ("FOLDER", "BERKAS", "UNIT", "FILE")


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Check (and without --uji store) a sheet; the exit status.

    Raises WrongCallError, and SopappError for what is wrong with the data or the file.
    """
    from sopapp.app import open_app

    parser = CallParser()
    parser.add_argument("values", nargs="*")
    parser.add_argument("--uji", action="store_true")
    parser.add_argument("--json", action="store_true")
    parsed, unknown = parser.parse_known_intermixed_args(list(arguments))
    values = parsed.values
    if unknown or len(values) > len(_NEEDED):
        extra = " ".join([*unknown, *values[len(_NEEDED) :]])
        raise WrongCallError(f"Tidak dipahami: {extra}.")
    given = [*values, *[""] * (len(_NEEDED) - len(values))]
    if not all(value.strip() for value in given):
        missing = " ".join(
            name for name, value in zip(_NEEDED, given, strict=True) if not value.strip()
        )
        raise WrongCallError(f"Perintah impor memerlukan {missing}.")
    folder, berkas, unit, file = values
    with open_app(data_folder(folder), clock) as app:
        return _run(app, _berkas_id(app, berkas), _unit_id(app, unit), Path(file), parsed, say)


def _run(
    app: App,
    berkas_id: int,
    unit_id: int | None,
    file: Path,
    parsed: argparse.Namespace,
    say: Callable[[str], None],
) -> int:
    hasil = app.impor.check(file, berkas_id, unit_id)
    bad = hasil.jumlah(StatusBaris.PERLU_DIPERBAIKI)
    stored = None
    if not bad and not parsed.uji:
        app.cadangan.before_import(len(hasil.baris))
        stored = app.impor.store(berkas_id, unit_id, hasil, file)
    if parsed.json:
        say(json.dumps(_as_dict(hasil, stored), ensure_ascii=False))
    else:
        _say_rows(hasil, stored, say)
    return FAILED if bad else OK


def _say_rows(hasil: HasilPeriksa, stored: int | None, say: Callable[[str], None]) -> None:
    lembar = hasil.lembar
    say(f"{lembar.nama_file}, lembar “{lembar.nama_lembar}”: {ribuan(len(hasil.baris))} baris")
    for remark in lembar.keterangan:
        say(f"Catatan: {remark}")
    for row in hasil.baris:
        say(_line(row))
        for note in row.catatan:
            say(f"    {_note(row, note, hasil)}")
    counts = ", ".join(
        f"{ribuan(hasil.jumlah(status))} {status.label.casefold()}" for status in StatusBaris
    )
    say(f"Jumlah: {counts}.")
    if stored is not None:
        say(f"{ribuan(stored)} usulan disimpan.")
    elif hasil.jumlah(StatusBaris.PERLU_DIPERBAIKI):
        say("Tidak ada yang disimpan. Perbaiki lembarnya, lalu ulangi.")
    else:
        say("Hanya diperiksa; tidak ada yang disimpan.")


def _line(row: BarisImpor) -> str:
    what = " ".join(row.lembar.sel(Kolom.INFORMASI).split())
    what = what if len(what) <= 70 else f"{what[:69]}…"
    kind = (
        f" ({row.jenis.label.casefold()})" if row.jenis and row.status is StatusBaris.SIAP else ""
    )
    reason = f" - {row.alasan}" if row.status is StatusBaris.TIDAK_BERUBAH else ""
    return f"{row.lembar.nomor:>5}  {row.status.label:<16} {what}{kind}{reason}"


def _note(row: BarisImpor, note: CatatanSel, hasil: HasilPeriksa) -> str:
    letter = hasil.lembar.kolom.get(note.kolom)
    cell = f"{letter}{row.lembar.nomor}" if letter else note.kolom.label
    word = "perhatikan" if note.warning else "perbaiki"
    return f"{cell} ({word}): {note.text} {note.saran}".rstrip()


def _as_dict(hasil: HasilPeriksa, stored: int | None) -> dict[str, Any]:
    return {
        "file": hasil.lembar.nama_file,
        "lembar": hasil.lembar.nama_lembar,
        "keterangan": list(hasil.lembar.keterangan),
        "jumlah": {status.value: hasil.jumlah(status) for status in StatusBaris},
        "disimpan": stored or 0,
        "baris": [
            {
                "nomor": row.lembar.nomor,
                "status": row.status.value,
                "jenis": row.jenis.value if row.jenis else None,
                "informasi": row.lembar.sel(Kolom.INFORMASI),
                "entri": row.entri_id,
                "alasan": row.alasan,
                "catatan": [
                    {
                        "kolom": note.kolom.value,
                        "sel": hasil.lembar.kolom.get(note.kolom, "")
                        and f"{hasil.lembar.kolom[note.kolom]}{row.lembar.nomor}",
                        "text": note.text,
                        "saran": note.saran,
                        "peringatan": note.warning,
                    }
                    for note in row.catatan
                ],
            }
            for row in hasil.baris
        ],
    }


def _berkas_id(app: App, text: str) -> int:
    """The berkas with this id, else the only one with this title."""
    rows = app.berkas.list()
    if text.isdecimal():
        named = [row for row in rows if row.id == int(text)]
        if named:
            return named[0].id
    named = [row for row in rows if row.judul == text.strip()]
    running = [row for row in named if row.status is StatusBerkas.BERJALAN] or named
    if len(running) == 1:
        return running[0].id
    if running:
        ids = ", ".join(str(row.id) for row in running)
        raise DomainError(f"Beberapa berkas berjudul “{text}”; sebutkan nomornya: {ids}.")
    known = "; ".join(f"{row.id} ({row.judul})" for row in rows[:5])
    raise DomainError(f"Berkas “{text}” tidak ada. Yang ada: {known or 'belum ada berkas'}.")


def _unit_id(app: App, text: str) -> int | None:
    """The unit with this code or name; None for `-`."""
    if text == "-":
        return None
    word = text.strip().casefold()
    units = app.unit_kerja.list()
    named = [unit for unit in units if unit.kode.casefold() == word]
    named = named or [unit for unit in units if unit.nama.casefold() == word]
    if len(named) == 1:
        return named[0].id
    if named:
        codes = ", ".join(unit.kode for unit in named)
        raise DomainError(f"Beberapa unit kerja bernama “{text}”; sebutkan kodenya: {codes}.")
    known = ", ".join(unit.kode for unit in units)
    raise DomainError(f"Unit kerja “{text}” tidak ada. Kode yang ada: {known or 'belum ada'}.")
