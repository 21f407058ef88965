"""The command `cadangkan`: records and files of a data folder as one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sopapp.cli.call import FAILED, OK, CallParser, WrongCallError, data_folder
from sopapp.cli.sandi import asked_password, password_in
from sopapp.clock import Clock
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.paths import DataFolder

HELP = """\
  python -m sopapp cadangkan FOLDER BUNDLE [--sandi | --sandi-dari FILE] [--timpa]
      Menyimpan semua catatan dan file di FOLDER sebagai satu file cadangan BUNDLE (.sopdik);
      boleh selagi program terbuka. --sandi meminta kata sandi, --sandi-dari membacanya dari
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
    folder, target = data_folder(parsed.folder), Path(parsed.bundle)
    _refuse(target, folder, over=parsed.timpa)
    password = None
    if parsed.sandi_dari:
        password = password_in(Path(parsed.sandi_dari))
    elif parsed.sandi:
        password = asked_password(twice=True)
    return _cadangkan(folder, target, password, say, clock)


def _cadangkan(
    folder: Path, target: Path, password: str | None, say: Callable[[str], None], clock: Clock
) -> int:
    from sopapp.backup.making import make_single
    from sopapp.backup.sealing import Key
    from sopapp.backup.source import Source

    data = DataFolder(folder)
    made = make_single(
        Source(data.database, data.attachments),
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


def _refuse(target: Path, folder: Path, *, over: bool) -> None:
    try:
        there, directory, parent = target.exists(), target.is_dir(), target.parent.is_dir()
        inside = DataFolder(folder.resolve()).attachments in target.resolve().parents
        records = folder.resolve() == target.parent.resolve() and target.name.startswith(
            DataFolder(folder).database.name
        )
    except (OSError, ValueError) as error:  # a name that no file can have
        raise DomainError(f"Nama file {target} tidak dapat dipakai. Pilih nama lain.") from error
    if directory:
        raise DomainError(f"{target} adalah folder. Tulis nama file cadangannya.")
    if not parent:
        msg = f"File {target} tidak dapat ditulis: folder {target.parent} tidak ada. Buat dahulu."
        raise EnvironmentProblem(msg)
    if inside or records:
        raise DomainError(f"{target} berada di antara data itu sendiri. Pilih folder lain.")
    if there and not over:
        msg = f"File {target} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --timpa."
        raise DomainError(msg)
