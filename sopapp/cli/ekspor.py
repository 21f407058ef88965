"""The command `ekspor`: the public list of a day as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from sopapp.cli.call import OK, CallParser, WrongCallError, data_folder
from sopapp.clock import Clock
from sopapp.domain.daftar_terbuka import FormatEkspor
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal
from sopapp.durable import durable_target
from sopapp.left_behind import sweep_beside
from sopapp.saved_file import not_written

HELP = """\
  python -m sopapp ekspor FOLDER --tanggal TTTT-BB-HH --format pdf|xlsx|csv|json|html
                         FILE_KELUARAN [--timpa]
      Menulis daftar informasi yang dikecualikan menurut keadaan tanggal itu. File yang sudah
      ada tidak ditimpa, kecuali dengan --timpa.
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Run the command; gives the exit status.

    Raises WrongCallError for a wrong call, DomainError and EnvironmentProblem for the rest.
    """
    parser = CallParser()
    parser.add_argument("folder", nargs="?")
    parser.add_argument("output", nargs="?")
    parser.add_argument("--tanggal", nargs="?")
    parser.add_argument("--format", nargs="?")
    parser.add_argument("--timpa", action="store_true")
    parsed, unknown = parser.parse_known_intermixed_args(list(arguments))
    if unknown:
        raise WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    for given, name in (
        (parsed.folder, "FOLDER"),
        (parsed.output, "FILE_KELUARAN"),
        (parsed.tanggal, "--tanggal TTTT-BB-HH"),
        (parsed.format, f"--format {'|'.join(FormatEkspor)}"),
    ):
        if not given:
            raise WrongCallError(f"Perintah ekspor memerlukan {name}.")
    day, form = _day(parsed.tanggal), _format(parsed.format)
    folder, output = data_folder(parsed.folder), Path(parsed.output)
    _ekspor(folder, day, form, output, say, clock, over=parsed.timpa)
    return OK


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"Tanggal “{text}” tidak dikenal; tulis seperti 2026-11-23."
        raise WrongCallError(msg) from None


def _format(text: str) -> FormatEkspor:
    try:
        return FormatEkspor(text.casefold())
    except ValueError:
        known = ", ".join(FormatEkspor)
        raise WrongCallError(f"Format “{text}” tidak dikenal; pilih {known}.") from None


def _ekspor(
    folder: Path,
    day: date,
    form: FormatEkspor,
    output: Path,
    say: Callable[[str], None],
    clock: Clock,
    *,
    over: bool,
) -> None:
    from sopapp.app import open_app

    _refuse(output, over=over)
    with open_app(folder, clock) as app:
        value = app.ekspor.value(day)
        data = app.ekspor.write(value, form)
    _write(output, data, over=over)
    say(
        f"Daftar per {tanggal(day)} menurut {value.keputusan} ditulis ke {output} "
        f"({ribuan(len(value.baris))} informasi)."
    )


def _refuse(output: Path, *, over: bool) -> None:
    try:
        folder, there, parent = output.is_dir(), output.exists(), output.parent.is_dir()
    except (OSError, ValueError) as error:  # a name that no file can have
        raise DomainError(f"Nama file {output} tidak dapat dipakai. Pilih nama lain.") from error
    if folder:
        raise DomainError(f"{output} adalah folder. Tulis nama file keluarannya.")
    if not parent:
        msg = f"File {output} tidak dapat ditulis: folder {output.parent} tidak ada. Buat dahulu."
        raise EnvironmentProblem(msg)
    if there and not over:
        msg = f"File {output} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --timpa."
        raise DomainError(msg)


def _write(output: Path, data: bytes, *, over: bool) -> None:
    """Write aside and rename, so that nobody ever finds half a file."""
    try:
        with durable_target(output) as handle:
            handle.write(data)
            _refuse(output, over=over)
        sweep_beside(output)
    except OSError as error:
        raise EnvironmentProblem(f"File {not_written(output, error)}") from error
