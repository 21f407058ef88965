"""Reads the bundled catalogue (TOML) and checks it, so that a slip is told with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sopapp.checked_toml import Checks, Table, load_toml
from sopapp.domain.dik import ANGKA_TERTINGGI, HURUF_PASAL_17
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.katalog import Butir, HurufPasal, Pasal17, UndangUndang, kunci_kutipan

PASAL_17_NAME: Final = "pasal_17.toml"
UNDANG_UNDANG_NAME: Final = "undang_undang.toml"


def load_pasal_17(folder: Path) -> Pasal17:
    """Read the letters of Pasal 17. Raises DomainError by place, EnvironmentProblem."""
    return parse_pasal_17(_read(folder / PASAL_17_NAME), PASAL_17_NAME)


def load_undang_undang(folder: Path) -> tuple[UndangUndang, ...]:
    """Read the bundled laws. Raises DomainError by place, EnvironmentProblem."""
    return parse_undang_undang(_read(folder / UNDANG_UNDANG_NAME), UNDANG_UNDANG_NAME)


def parse_pasal_17(text: str, name: str) -> Pasal17:
    """Build the catalogue of letters that `text` holds; `name` is the file's, for messages."""
    shown = f"katalog {name}"
    checks = Checks(shown)
    root = Table(load_toml(text, shown), "", checks)
    root.only("sumber", "terverifikasi", "huruf")
    tables = root.tables("huruf", "huruf")
    letters = list(HURUF_PASAL_17)
    if tables and len(tables) != len(letters):
        root.wrong("huruf", f"harus tepat {len(letters)} huruf, bukan {len(tables)}")
    found = Pasal17(
        sumber=root.text("sumber"),
        terverifikasi=root.flag("terverifikasi"),
        huruf=tuple(_letter(table, letter) for table, letter in zip(tables, letters, strict=False)),
    )
    checks.raise_if_any()
    return found


def parse_undang_undang(text: str, name: str) -> tuple[UndangUndang, ...]:
    """Build the laws that `text` holds; `name` is the file's, for messages."""
    shown = f"katalog {name}"
    checks = Checks(shown)
    root = Table(load_toml(text, shown), "", checks)
    root.only("sumber", "terverifikasi", "undang_undang")
    root.text("sumber")
    root.flag("terverifikasi")
    laws: list[UndangUndang] = []
    known: set[str] = set()
    for table in root.tables("undang_undang", "undang_undang"):
        table.only("kutipan", "singkatan")
        law = UndangUndang(None, table.text("kutipan"), table.text("singkatan"))
        key = kunci_kutipan(law.kutipan)
        if key and key in known:
            table.wrong("kutipan", f'"{law.kutipan}" sudah disebut; hapus yang kedua')
        known.add(key)
        laws.append(law)
    checks.raise_if_any()
    return tuple(laws)


def _letter(table: Table, letter: str) -> HurufPasal:
    table.only("huruf", "teks", "butir")
    table.word("huruf", [letter])
    points = table.texts("butir", optional=True)
    highest = ANGKA_TERTINGGI.get(letter, 0)
    if len(points) != highest:
        expected = f"harus tepat {highest} butir" if highest else "tidak ada untuk huruf ini"
        table.wrong("butir", f"{expected}, bukan {len(points)}")
    return HurufPasal(
        huruf=letter,
        teks=table.text("teks"),
        butir=tuple(Butir(number, point) for number, point in enumerate(points, 1)),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(
            f"File katalog {path} tidak dapat dibaca ({error}). Pasang ulang program ini."
        ) from error
