"""Whatever happens to a good form on its way, reading it ends in rows or in one sentence."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import Kolom, LembarTerbaca
from sopapp.spreadsheet.sheet import read_sheet
from tests.spreadsheet.makers import ENTRIES, HEADS, TABLE, by_hand_csv, changed_part

FILES = Path(__file__).parent / "files"
MANGLED = [
    FILES / name for name in ("daftar.xlsx", "daftar.ods", "daftar.xls", "rumus.xls", "rumus.xlsx")
]

quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

blow = st.tuples(
    st.sampled_from(["set", "cut", "drop", "double", "big"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 255),
)
blows = st.lists(blow, min_size=1, max_size=6)


def struck(data: bytes, where: list[tuple[str, float, int]]) -> bytes:
    """Bytes changed, cut off, dropped, doubled, or made the largest number there is."""
    out = bytearray(data)
    for kind, share, value in where:
        at = int(share * len(out))
        if kind == "set" and out:
            out[at] = value
        elif kind == "cut":
            del out[at:]
        elif kind == "drop":
            del out[at : at + value]
        elif kind == "double":
            out[at:at] = out[at : at + value]
        elif kind == "big":
            out[at : at + 4] = b"\xff\xff\xff\x7f" if value % 2 else b"9999"
    return bytes(out)


def read_or_refuse(path: Path) -> LembarTerbaca | None:
    """None when the file was refused; then the sentence says what to do."""
    try:
        return read_sheet(path)
    except DomainError as error:
        return _said(str(error))


def _said(sentence: str) -> None:
    assert sentence.endswith(".")
    assert "\n" not in sentence


@cache
def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as source:
        return {name: source.read(name) for name in source.namelist()}


@pytest.mark.parametrize("source", MANGLED, ids=lambda path: path.name)
@quick
@given(where=blows)
@example(where=[("cut", 0.3, 0)])
@example(where=[("set", 0.0, 0)])
def test_struck_bytes(tmp_path: Path, source: Path, where: list[tuple[str, float, int]]) -> None:
    path = tmp_path / source.name
    path.write_bytes(struck(source.read_bytes(), where))

    read_or_refuse(path)


@pytest.mark.parametrize(
    "source", [path for path in MANGLED if path.suffix != ".xls"], ids=lambda path: path.name
)
@quick
@given(which=st.integers(0, 50), where=blows)
def test_struck_parts_in_a_sound_zip(
    tmp_path: Path, source: Path, which: int, where: list[tuple[str, float, int]]
) -> None:
    parts = parts_of(source)
    chosen = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    name = chosen[which % len(chosen)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part, data in parts.items():
            target.writestr(part, struck(data, where) if part == name else data)
    path = tmp_path / source.name
    path.write_bytes(out.getvalue())

    read_or_refuse(path)


@pytest.mark.parametrize("extent", [(178, 3, 0, 3), (0, 65_536, 0, 256), (0, 1 << 31, 0, 3)])
def test_an_xls_that_claims_an_impossible_extent(
    tmp_path: Path, extent: tuple[int, int, int, int]
) -> None:
    """The library takes memory for the extent before it reads a cell, and aborts the program."""
    data = bytearray((FILES / "rumus.xls").read_bytes())
    at = data.find(b"\x00\x02\x0e\x00")
    assert at > 0
    numbers = b"".join(
        value.to_bytes(size, "little") for value, size in zip(extent, (4, 4, 2, 2), strict=True)
    )
    data[at + 4 : at + 16] = numbers
    path = tmp_path / "a.xls"
    path.write_bytes(data)

    assert read_or_refuse(path) is None


@quick
@given(
    order=st.permutations(range(len(HEADS))),
    above=st.lists(st.sampled_from([[], ["Judul"], ["", "Tahun 2026"], ["Unit kerja: X"]])),
    between=st.lists(st.integers(0, 3), min_size=3, max_size=3),
    shift=st.integers(0, 3),
)
def test_moved_columns_and_blank_rows_lose_nothing(
    tmp_path: Path, order: list[int], above: list[list[str]], between: list[int], shift: int
) -> None:
    def placed(row: tuple[object, ...]) -> list[object]:
        return [""] * shift + [row[at] for at in order]

    rows = [*above, [], placed(HEADS)]
    for entry, blanks in zip(ENTRIES, between, strict=True):
        rows += [[]] * blanks + [placed(entry)]
    lembar = read_sheet(by_hand_csv(tmp_path / "a.csv", rows))

    assert [
        tuple(row.sel(k) for k in (Kolom.INFORMASI, Kolom.HURUF, Kolom.JANGKA))
        for row in lembar.baris
    ] == [(entry[1], entry[2], entry[5]) for entry in ENTRIES]


values = st.one_of(
    st.sampled_from([*HEADS, "Nihil", "Jumlah", "Bidang Satu", "-", "A.", "NIP. 1", "Mengetahui"]),
    st.text(max_size=12),
    st.integers(-5, 9999),
    st.none(),
)


@quick
@given(
    head=st.lists(st.sampled_from([*HEADS, "", "Unit kerja", "Kode"]), max_size=8),
    body=st.lists(st.lists(values, max_size=8), max_size=8),
    merges=st.lists(st.tuples(*[st.integers(0, 8)] * 4), max_size=4),
    put=st.integers(0, 8),
)
def test_any_sheet_that_can_be_typed(
    tmp_path: Path,
    head: list[str],
    body: list[list[object]],
    merges: list[tuple[int, int, int, int]],
    put: int,
) -> None:
    rows = [*body[:put], head, *body[put:]]
    book = openpyxl.Workbook()
    sheet = book.active
    for index, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(index, column).value = typed(value)
    for top, left, height, width in merges:
        sheet.merge_cells(
            start_row=top + 1,
            start_column=left + 1,
            end_row=top + 1 + height,
            end_column=left + 1 + width,
        )
    path = tmp_path / "a.xlsx"
    book.save(path)

    lembar = read_or_refuse(path)

    if lembar is not None:
        numbers = [row.nomor for row in lembar.baris]
        assert numbers == sorted(set(numbers))
        assert all(any(row.nilai.values()) for row in lembar.baris)
        assert Kolom.INFORMASI in lembar.kolom


def typed(value: object) -> object:
    """Text as Excel would let it be typed: no control characters, not a formula."""
    if not isinstance(value, str):
        return value
    return "".join(c for c in value if c.isprintable()).lstrip("=")


@quick
@given(text=st.text(max_size=400))
def test_any_text_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")

    read_or_refuse(path)


@quick
@given(data=st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"):
        path.write_bytes(start + data)
        read_or_refuse(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_an_encoding_nobody_knows(tmp_path: Path, part: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes((FILES / "rumus.xlsx").read_bytes())
    changed_part(path, part, lambda old: old.replace(b"UTF-8", b"UDF-8"))

    read_or_refuse(path)


def test_the_good_form_is_read() -> None:
    """The files that are mangled above are good before."""
    for path in MANGLED:
        assert read_sheet(path).baris
    assert len(TABLE) == 4
