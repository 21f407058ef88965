"""The command `profil`: an office's settings as one file, and such a file taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopapp.cli.call import OK, CallParser, WrongCallError, data_folder
from sopapp.clock import Clock
from sopapp.domain.errors import DomainError

if TYPE_CHECKING:
    from sopapp.services.profil_isi import BagianProfil, PerubahanBagian

HELP = """\
  python -m sopapp profil simpan FOLDER FILE [--timpa]
  python -m sopapp profil muat FILE FOLDER [--isi] [--bagian NAMA,...]
      Menyimpan pengaturan kantor (instansi, kop, unit kerja, pejabat, nomor, dan teks surat)
      sebagai FILE (.sopprofil), tanpa catatan, surat, riwayat, atau kata sandi; atau memuatnya
      ke FOLDER. --isi hanya menunjukkan yang akan berubah. Tanpa --bagian semua dimuat.
"""
_LONGEST = 70


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Save or load; gives the exit status.

    Raises WrongCallError for a wrong call, DomainError and EnvironmentProblem for the rest.
    """
    parser = CallParser()
    parser.add_argument("act", nargs="?")
    parser.add_argument("first", nargs="?")
    parser.add_argument("second", nargs="?")
    parser.add_argument("--timpa", action="store_true")
    parser.add_argument("--isi", action="store_true")
    parser.add_argument("--bagian", nargs="?", const="")
    parsed, unknown = parser.parse_known_intermixed_args(list(arguments))
    if unknown:
        raise WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    if parsed.act not in ("simpan", "muat"):
        raise WrongCallError("Perintah profil memerlukan simpan atau muat.")
    names = ("FOLDER", "FILE") if parsed.act == "simpan" else ("FILE", "FOLDER")
    for given, name in zip((parsed.first, parsed.second), names, strict=True):
        if not given:
            raise WrongCallError(f"Perintah profil {parsed.act} memerlukan {name}.")
    if parsed.act == "simpan":
        _save(parsed.first, Path(parsed.second), say, clock, over=parsed.timpa)
    else:
        parts = _parts(parsed.bagian)
        _load(Path(parsed.first), parsed.second, parts, say, clock, look=parsed.isi)
    return OK


def _save(
    folder: str, target: Path, say: Callable[[str], None], clock: Clock, *, over: bool
) -> None:
    from sopapp.app import open_app

    data = data_folder(folder)
    try:
        there = target.exists()
    except (OSError, ValueError) as error:  # a name that no file can have
        raise DomainError(f"Nama file {target} tidak dapat dipakai. Pilih nama lain.") from error
    if there and not over:
        msg = f"File {target} sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --timpa."
        raise DomainError(msg)
    with open_app(data, clock) as app:
        app.profil.save(target)
    say(f"Profil instansi ditulis ke {target}.")


def _load(
    source: Path,
    folder: str,
    parts: tuple[BagianProfil, ...],
    say: Callable[[str], None],
    clock: Clock,
    *,
    look: bool,
) -> None:
    from sopapp.app import open_app

    with open_app(data_folder(folder), clock) as app:
        profil = app.profil.read(source)
        changes = [each for each in app.profil.changes(profil) if each.bagian in parts]
        for line in _told(changes):
            say(line)
        if look:
            say("Belum ada yang diubah.")
        elif taken := app.profil.take(profil, parts):
            say(f"Profil dimuat: {'; '.join(part.label for part in taken)}.")
        else:
            say("Pengaturan kantor sudah sama dengan profil itu. Tidak ada yang diubah.")


def _parts(wanted: str | None) -> tuple[BagianProfil, ...]:
    """The parts that are named, or all. Raises WrongCallError."""
    from sopapp.services.profil_isi import BagianProfil

    if wanted is None:
        return tuple(BagianProfil)
    known = ", ".join(BagianProfil)
    found = []
    for name in filter(None, (each.strip() for each in wanted.split(","))):
        if name not in list(BagianProfil):
            raise WrongCallError(f"Bagian “{name}” tidak dikenal; yang ada: {known}.")
        found.append(BagianProfil(name))
    if not found:
        raise WrongCallError(f"--bagian memerlukan nama bagian: {known}.")
    return tuple(found)


def _told(changes: Sequence[PerubahanBagian]) -> Iterator[str]:
    for each in changes:
        yield f"{each.bagian.label} ({each.bagian.value}):"
        for change in each.ubahan:
            name = f"{change.apa}: " if change.apa else ""
            if change.sebelum is None:
                yield f"  {name}baru"
            else:
                yield from (f"  {name}{line}" for line in _fields(change.sebelum, change.sesudah))
        for sentence in each.catatan:
            yield f"  - {sentence}"
        if not each.ubahan:
            yield "  tidak berubah"


def _fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    from sopapp.domain.riwayat_words import label

    for key, value in after.items():
        yield f"{label(key)}: {_short(before.get(key), key)} -> {_short(value, key)}"


def _short(value: Any, key: str) -> str:  # noqa: ANN401 - whatever JSON holds
    from sopapp.domain.riwayat_words import value_words

    line = " ".join(value_words(value, key).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
