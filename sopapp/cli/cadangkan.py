"""The command `cadangkan`: records and files of a data folder as one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sopapp.cli.call import FAILED, OK, CallParser, WrongCallError, data_folder
from sopapp.cli.sandi import asked_password, password_in
from sopapp.clock import Clock
from sopapp.domain.errors import DomainError
from sopapp.paths import DataFolder

if TYPE_CHECKING:
    from sopapp.backup.source import Source

HELP = """\
  python -m sopapp cadangkan FOLDER BUNDLE [--sandi | --sandi-dari FILE] [--timpa]
      Menyimpan semua catatan dan file di FOLDER sebagai satu file cadangan BUNDLE (.sopdik);
      boleh ketika program terbuka. --sandi meminta kata sandi, --sandi-dari membacanya dari
      baris pertama FILE. Tanpa kata sandi itu cadangan tidak dapat dibuka siapa pun.
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Make it; gives the exit status, 1 too when files are missing in it.

    Raises WrongCallError for a wrong call, DomainError and EnvironmentProblem for the rest.
    """
    parser = CallParser()
    parser.add_argument("folder", nargs="?")
    parser.add_argument("bundle", nargs="?")
    parser.add_argument("--sandi", action="store_true")
    parser.add_argument("--sandi-dari", nargs="?", const="")
    parser.add_argument("--timpa", action="store_true")
    parsed, unknown = parser.parse_known_intermixed_args(list(arguments))
    if unknown:
        raise WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    for given, name in ((parsed.folder, "FOLDER"), (parsed.bundle, "BUNDLE")):
        if not given:
            raise WrongCallError(f"Perintah cadangkan memerlukan {name}.")
    if parsed.sandi_dari == "":
        raise WrongCallError("--sandi-dari memerlukan nama FILE.")
    if parsed.sandi and parsed.sandi_dari:
        raise WrongCallError("Pilih salah satu: --sandi atau --sandi-dari FILE.")
    from sopapp.backup.single_target import check_single_target
    from sopapp.backup.source import Source

    folder, target = data_folder(parsed.folder), Path(parsed.bundle)
    data = DataFolder(folder)
    source = Source(data.database, data.attachments)
    check_single_target(source, target)  # before a password is asked for
    if not parsed.timpa and target.is_file():
        msg = f"File {target} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --timpa."
        raise DomainError(msg)
    password = None
    if parsed.sandi_dari:
        password = password_in(Path(parsed.sandi_dari))
    elif parsed.sandi:
        password = asked_password(twice=True)
    return _cadangkan(source, target, password, say, clock)


def _cadangkan(
    source: Source, target: Path, password: str | None, say: Callable[[str], None], clock: Clock
) -> int:
    from sopapp.backup.making import make_single
    from sopapp.backup.sealing import Key

    made = make_single(
        source,
        target,
        reason="diminta",
        now=clock.now(),
        key=Key.derive(password) if password is not None else None,
    )
    sealed = ", dengan kata sandi" if password is not None else ""
    say(
        f"Cadangan ditulis ke {target} dan sudah diperiksa ({made.copied_files} file, "
        f"{target.stat().st_size / 1e6:.1f} MB{sealed})."
    )
    for sentence in made.damaged:
        say(f"- {sentence}")
    if made.damaged:
        say("Cadangan tetap dibuat, tetapi tanpa file yang disebut di atas.")
    return FAILED if made.damaged else OK
