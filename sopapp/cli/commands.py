"""Which commands there are, and how one is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from sopapp import __version__
from sopapp.called import as_called
from sopapp.cli import (
    banding,
    buka_kunci,
    cadangkan,
    contoh,
    ekspor,
    impor,
    periksa,
    profil,
    pulihkan,
    tenggat,
)
from sopapp.cli.call import FAILED, OK, WRONG_CALL, WrongCallError
from sopapp.clock import Clock, SystemClock
from sopapp.domain.errors import SopappError


class Command(Protocol):
    """What the module of a command offers."""

    HELP: str

    def run(self, arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
        """Do it; gives the exit status. Raises WrongCallError and SopappError."""
        ...


COMMANDS: Mapping[str, Command] = {
    "tenggat": tenggat,
    "contoh": contoh,
    "periksa": periksa,
    "impor": impor,
    "ekspor": ekspor,
    "banding": banding,
    "cadangkan": cadangkan,
    "pulihkan": pulihkan,
    "profil": profil,
    "buka-kunci": buka_kunci,
}
"""By the name that is typed."""

_ASK_HELP = ("-h", "--help", "bantuan")

_HELP = """\
Pemutakhiran Daftar Informasi Publik yang Dikecualikan, tanpa jendela.

Pemakaian:
{commands}  python -m sopapp --help | --version

Status keluar: 0 berhasil; 1 ada yang salah pada data atau folder; 2 perintah keliru.
"""


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
    except WrongCallError as error:
        complain(as_called(f"{error}\nLihat: python -m sopapp --help"))
        return WRONG_CALL
    except SopappError as error:
        complain(str(error))
        return FAILED


def _run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    if not arguments or arguments[0] in _ASK_HELP:
        texts = "".join(command.HELP for command in COMMANDS.values())
        say(as_called(_HELP.format(commands=texts).rstrip()))
        return OK if arguments else WRONG_CALL
    if arguments[0] == "--version":
        say(__version__)
        return OK
    name, *rest = arguments
    if name not in COMMANDS:
        raise WrongCallError(f"Perintah “{name}” tidak dikenal.")
    if rest and rest[0] in _ASK_HELP[:2]:
        say(as_called(f"Pemakaian:\n{COMMANDS[name].HELP.rstrip()}"))
        return OK
    return COMMANDS[name].run(rest, say, clock)
