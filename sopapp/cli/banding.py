"""The command `banding`: what differs between two versions of the register."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sopapp.cli.call import OK, CallParser, WrongCallError, data_folder
from sopapp.clock import Clock
from sopapp.domain.beda_isi import BedaBagian, beda_isi
from sopapp.domain.beda_kata import Runs, Tanda
from sopapp.domain.dik import Perubahan
from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import tanggal
from sopapp.domain.terbitan import BarisBanding, Perbandingan, Terbitan

if TYPE_CHECKING:
    from sopapp.app import App

HELP = """\
  python -m sopapp banding FOLDER SK1 SK2 [--json]
      Perbedaan daftar antara dua Keputusan, disebut dengan nomor atau tanggalnya
      (TTTT-BB-HH): [-kata yang dihapus-] {+kata yang ditambahkan+}.
"""

_MARKS = {Tanda.SAMA: "{}", Tanda.HAPUS: "[-{}-]", Tanda.TAMBAH: "{{+{}+}}"}
_SIGNS = {Perubahan.TAMBAH: "+", Perubahan.UBAH: "~", Perubahan.CABUT: "-"}


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Run the command; gives the exit status.

    Raises WrongCallError for a wrong call, DomainError and EnvironmentProblem for the rest.
    """
    from sopapp.app import open_app

    parser = CallParser()
    for name in ("folder", "first", "second"):
        parser.add_argument(name, nargs="?")
    parser.add_argument("--json", action="store_true")
    parsed, unknown = parser.parse_known_intermixed_args(list(arguments))
    if unknown:
        raise WrongCallError(f"Tidak dipahami: {' '.join(unknown)}.")
    for given, name in (
        (parsed.folder, "FOLDER"), (parsed.first, "SK1"), (parsed.second, "SK2"),
    ):  # fmt: skip
        if not given:
            raise WrongCallError(f"Perintah banding memerlukan {name}.")
    with open_app(data_folder(parsed.folder), clock) as app:
        found = _compare(app, parsed.first, parsed.second)
    if parsed.json:
        say(json.dumps(_as_json(found), ensure_ascii=False))
        return OK
    for line in _lines(found):
        say(line)
    return OK


def find_terbitan(versions: Sequence[Terbitan], text: str) -> Terbitan:
    """The version whose Keputusan has this number (any case) or date.

    Raises DomainError naming the versions there are, or those that share the date.
    """
    wanted = " ".join(text.split()).casefold()
    named = [v for v in versions if " ".join(v.nomor.split()).casefold() == wanted]
    dated = [
        v for v in versions if wanted in {v.tanggal.isoformat(), tanggal(v.tanggal).casefold()}
    ]
    found = named or dated
    if len(found) == 1:
        return found[0]
    if found:
        msg = f"“{text}” menunjuk lebih dari satu Keputusan; sebutkan yang mana:"
        raise DomainError("\n".join((msg, *map(_named, found))))
    if not versions:
        raise DomainError("Daftar di folder itu belum ditetapkan dengan satu Keputusan pun.")
    msg = f"Keputusan “{text}” tidak ada. Yang ada:"
    raise DomainError("\n".join((msg, *map(_named, versions))))


def _compare(app: App, first: str, second: str) -> Perbandingan:
    versions = app.dik.terbitan()
    one, other = find_terbitan(versions, first), find_terbitan(versions, second)
    return app.perbandingan.compare(one.id, other.id)


def _named(version: Terbitan) -> str:
    return f"- Nomor {version.nomor} tanggal {tanggal(version.tanggal)}"


def _changed(found: Perbandingan) -> Iterator[BarisBanding]:
    return (row for row in found.baris if row.perubahan is not Perubahan.TETAP)


def _name(row: BarisBanding) -> str:
    shown = row.sesudah or row.sebelum
    return shown.informasi if shown else ""


def _lines(found: Perbandingan) -> Iterator[str]:
    from sopapp.services.perbandingan import nama_terbitan, ringkasan

    yield f"Sebelum: {nama_terbitan(found.lama)}"
    yield f"Sesudah: {nama_terbitan(found.baru)}"
    for row in _changed(found):
        unit = row.unit_sesudah or row.unit_sebelum
        yield f"{_SIGNS[row.perubahan]} {row.perubahan.label}: {_flat(_name(row))} ({unit})"
        if row.perubahan is Perubahan.UBAH:
            for part in beda_isi(row):
                yield f"    {part.label}: {_marked(part)}"
    yield ringkasan(found)


def _marked(part: BedaBagian) -> str:
    return _flat("".join(_MARKS[run.tanda].format(run.text) for run in part.beda.gabung))


def _flat(text: str) -> str:
    """On one line: a listing has a line for each thing."""
    return " ".join(text.split())


def _as_json(found: Perbandingan) -> dict[str, object]:
    return {
        "lama": _version(found.lama),
        "baru": _version(found.baru),
        "jumlah": {change.value: found.jumlah(change) for change in Perubahan},
        "perbedaan": [
            {
                "perubahan": row.perubahan.value,
                "informasi": _name(row),
                "unit_sebelum": row.unit_sebelum,
                "unit_sesudah": row.unit_sesudah,
                "bagian": [
                    {
                        "nama": part.label,
                        "sebelum": _plain(part.beda.sebelum),
                        "sesudah": _plain(part.beda.sesudah),
                        "kata": [
                            {"tanda": run.tanda.value, "teks": run.text} for run in part.beda.gabung
                        ],
                    }
                    for part in beda_isi(row)
                ],
            }
            for row in _changed(found)
        ],
    }


def _version(version: Terbitan) -> dict[str, object]:
    return {
        "nomor": version.nomor,
        "tanggal": version.tanggal.isoformat(),
        "informasi": version.jumlah,
    }


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)
