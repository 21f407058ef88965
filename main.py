"""Starts the program with its window: `python main.py --help`."""

from __future__ import annotations

import faulthandler
import gc
import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple, NoReturn

from sopapp import __version__
from sopapp.called import is_built


class _Wanted(NamedTuple):
    """What the command line asks for."""

    data: Path | None = None
    contoh: bool = False
    self_test: bool = False


def _wanted(arguments: Sequence[str]) -> _Wanted:
    match arguments:
        case []:
            return _Wanted()
        case ["--data", folder] if not folder.startswith("-"):
            return _Wanted(Path(folder))
    if sys.stderr is not None:
        return _parsed(arguments)
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            return _parsed(arguments)
    except SystemExit:
        from ui import application

        application.say(said.getvalue())  # a windowed Windows build has no console
        raise


def _parsed(arguments: Sequence[str]) -> _Wanted:
    # Where it is not needed it is left out: argparse takes longer than opening the records.
    import argparse

    class Parser(argparse.ArgumentParser):
        def error(self, _message: str) -> NoReturn:  # which is in English
            told = f"Program tidak dapat dibuka dengan pilihan ini: {' '.join(arguments)}"
            self.exit(2, f"{told}\n\n{self.format_help()}")

    parser = Parser(
        prog="sop-dik" if is_built() else "main.py",
        usage=argparse.SUPPRESS,
        description="Pemutakhiran Daftar Informasi Publik yang Dikecualikan menurut SOP.",
        add_help=False,
    )
    options = parser.add_argument_group("Pilihan, satu saja")
    where = options.add_mutually_exclusive_group()
    where.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    where.add_argument(
        "--version", action="version", version=__version__, help="tampilkan versi program"
    )
    where.add_argument(
        "--data", type=Path, metavar="FOLDER", help="pakai folder data ini, bukan yang biasa"
    )
    where.add_argument(
        "--contoh", action="store_true", help="buka data contoh, terpisah dari data kantor"
    )
    where.add_argument(
        "--self-test", action="store_true", help="periksa program ini sendiri, lalu keluar"
    )
    return _Wanted(**vars(parser.parse_args(arguments)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status: 0 well, 1 it could not start or a check failed."""
    wanted = _wanted(sys.argv[1:] if arguments is None else arguments)
    # Almost nothing that a start makes can be let go again: `ui.session` turns the
    # collector on once the window is painted.
    gc.disable()
    try:
        return _start(wanted)
    finally:
        gc.enable()


def _start(wanted: _Wanted) -> int:
    if sys.stderr is not None:  # a windowed Windows build has none
        faulthandler.enable()
    # Qt is loaded only now, so that --help and --version answer at once; and after the rest,
    # since PySide looks through the source of every module that is imported after it.
    import sopapp.app  # noqa: F401
    from ui import application

    if wanted.self_test:
        return application.self_test()
    if wanted.contoh:
        return application.run_sample()
    return application.run(wanted.data)


if __name__ == "__main__":
    sys.exit(main())
