"""Which rows below a head are entries, and which only hold the sheet together."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter

from sopapp.domain.impor import BarisLembar, Kolom
from sopapp.spreadsheet.columns import Head
from sopapp.spreadsheet.ditto import DITTO, filled_from
from sopapp.spreadsheet.grid import Sheet
from sopapp.spreadsheet.head_words import is_number_head, normal
from sopapp.spreadsheet.sheet_facts import column_letter

_UNIT_WORDS = frozenset((
    "bidang", "sekretariat", "subbag", "subbagian", "bagian", "seksi", "upt", "uptd", "unit",
    "balai", "biro", "badan", "dinas", "kelompok", "cabang", "kantor", "inspektorat",
    "direktorat", "deputi", "pusat", "subbidang", "sub",
))  # fmt: skip
"""Words the name of a unit of any office begins with."""

_CATEGORY = frozenset(("informasi", "huruf", "pasal", "rahasia", "kategori", "dikecualikan"))
"""Words of headings such as "Informasi yang menghambat penegakan hukum"."""

_SIGNATURE = ("mengetahui", "menyetujui", "nip ", "disetujui oleh", "dibuat oleh")
_TOTALS = frozenset(("jumlah", "total", "grand total", "jumlah total", "jumlah informasi"))
_NIHIL = frozenset(("nihil", "tidak ada", "tidak ada usulan", "tidak ada data"))
_LIST_MARK = re.compile(r"(?:[A-Za-z]|[IVXLivxl]{1,6})\s*[.)]\s+|[Uu]nit [Kk]erja\s*:\s*")
_NUMBERING = re.compile(r"\(?(\d{1,3})[.)]?")
_DASHES = "-–—.… "
_BLANKS = frozenset(("", "-", "–", "—", ".", "…", "..."))
_FEW = 2
"""A row with more filled columns than this is always an entry."""

_NAMED = 12
"""Row numbers that a remark lists before it says "and others"."""


class TableRows:
    """Takes the rows of a sheet one by one; `baris` and `keterangan()` are the result."""

    def __init__(self, sheet: Sheet, head: Head) -> None:
        self.baris: list[BarisLembar] = []
        self.kolom = dict(head.kolom)
        self._rows = sheet.rows
        self._places = tuple(head.kolom.items())
        self._names = tuple(head.kolom)
        self._columns = tuple(head.kolom.values())
        self._pick = itemgetter(*self._columns)
        self._informasi = head.kolom[Kolom.INFORMASI]
        self._own_unit = head.kolom.get(Kolom.UNIT)
        self._number = next((at for at, text in head.seen.items() if is_number_head(text)), None)
        self._heads = [sheet.rows[at] for at in range(head.first, head.last + 1)]
        self._head_names = {row[self._informasi] for row in self._heads} | _BLANKS
        self._wide = _wide_merges(sheet)
        self._tall = _tall_merges(sheet, self._informasi)
        self._unit = ""
        self._signed = False
        self._groups: list[tuple[int, str]] = []
        self._left_out: dict[str, list[int]] = {}
        self._joined: list[int] = []
        self._same: list[str] = []

    def row(self, index: int) -> None:
        """One row (from 0) below the head."""
        row = self._rows[index]
        cells = self._cells(row)
        if len(cells) - cells.count("") > _FEW and row[self._informasi] not in self._head_names:
            self._signed = False
            if index in self._tall and self._join(index, row):
                return
            if not self._is_numbering(row):
                self._entry(index, cells)
            return
        self._unusual(index, row)

    def _unusual(self, index: int, row: list[str]) -> None:
        """A row that may be no entry."""
        filled = sum(1 for column in self._columns if row[column].strip(_DASHES))
        texts = [text for text in row if text.strip(_DASHES)]
        if not texts or self._is_numbering(row) or self._is_head(row):
            return
        if index in self._tall and self._join(index, row):
            return
        if filled > _FEW:
            self._entry(index, self._cells(row))
            return
        counted = self._counted(row)
        first = next((text for text in texts if not text.isdigit()), "")
        words = normal(first)
        if words in _NIHIL:
            self._leave("berisi “Nihil”", index)
        elif words.rstrip("0123456789 ") in _TOTALS and not counted:
            self._leave("hanya berisi jumlah", index)
        elif not counted and (
            self._signed or any(f"{normal(t)} ".startswith(_SIGNATURE) for t in texts)
        ):
            self._signed = True
            self._leave("berada di bawah tabel (misalnya tempat tanda tangan)", index)
        elif unit := self._group(index, row, filled, counted=counted):
            if self._own_unit is None and _is_category(unit):
                self._leave("hanya berisi judul kelompok", index)
                return
            self._groups.append((index, unit))
            self._unit = unit
        elif filled:
            self._entry(index, self._cells(row))
        elif first:
            self._leave("tulisannya di luar kolom yang dibaca", index)

    def _counted(self, row: list[str]) -> bool:
        """Whether the row has a number of its own in the column that counts."""
        return self._number is not None and bool(_NUMBERING.fullmatch(row[self._number]))

    def _cells(self, row: list[str]) -> tuple[str, ...]:
        """The cells of the columns that were found, in their order."""
        return self._pick(row) if len(self._columns) > 1 else (row[self._informasi],)

    def _entry(self, index: int, cells: tuple[str, ...]) -> None:
        nilai = dict(zip(self._names, cells, strict=True))
        if self._unit and Kolom.UNIT not in nilai:
            nilai[Kolom.UNIT] = self._unit
        if self.baris and not DITTO.isdisjoint(cells):
            found = filled_from(nilai, dict(self.baris[-1].nilai))
            self._same += [f"{column_letter(self.kolom[each])}{index + 1}" for each in found]
        self.baris.append(BarisLembar(index + 1, nilai))

    def _join(self, index: int, row: list[str]) -> bool:
        """Add a row to the entry whose merged title reaches over it."""
        if not self.baris or self.baris[-1].nomor != self._tall[index] + 1:
            return False
        first, own = self.baris[-1], dict(self._places)
        for fixed in (Kolom.KODE, Kolom.USULAN, Kolom.UNIT):
            text = row[own[fixed]] if fixed in own else ""
            if text and text != first.sel(fixed):
                return False
        nilai = dict(first.nilai)
        for kolom, column in self._places:
            text = row[column]
            had = nilai[kolom]
            if text and text not in DITTO and text != had and text not in had.split("\n"):
                nilai[kolom] = f"{had}\n{text}".strip()
        self.baris[-1] = BarisLembar(first.nomor, nilai)
        self._joined.append(index)
        return True

    def _is_head(self, row: list[str]) -> bool:
        """The head again, as at the top of a printed page."""
        cells = [column for column in self._columns if row[column]]
        return bool(cells) and all(
            any(row[column] == head[column] for head in self._heads) for column in cells
        )

    def _is_numbering(self, row: list[str]) -> bool:
        """`1 2 3 4 …` under the head."""
        if not _NUMBERING.fullmatch(row[self._informasi]):
            return False
        found = [_NUMBERING.fullmatch(text) for text in row if text]
        numbers = [int(each[1]) for each in found if each]
        return len(numbers) == len(found) >= 2 and all(
            second - first in (0, 1) for first, second in pairwise(numbers)
        )

    def _group(self, index: int, row: list[str], filled: int, *, counted: bool) -> str:
        """The unit a row names for those below it, "" when it does no such thing."""
        cells = [(at, text) for at, text in enumerate(row) if text.strip(_DASHES)]
        names = [(at, text) for at, text in cells if not _is_mark(text)]
        if len(names) != 1 or counted:
            return ""
        at, text = names[0]
        unit = _LIST_MARK.sub("", text, count=1).strip() if _LIST_MARK.match(text) else text
        wide = index in self._wide and self._wide[index][0] <= at
        aside = not filled and at < self._informasi
        of_unit = at == self._own_unit
        words = normal(unit).split()
        named = bool(words) and words[0] in _UNIT_WORDS and self._own_unit is None
        titled = at == self._informasi and (named or self._is_lettered(row))
        if wide or aside or of_unit or titled:
            if not _is_category(unit):
                self.kolom.setdefault(Kolom.UNIT, at)
            return " ".join(unit.split())
        return ""

    def _is_lettered(self, row: list[str]) -> bool:
        """Whether a heading's letter stands where the entries are counted by numbers."""
        at = self._number
        if at is None or not _is_mark(row[at]) or self._own_unit is not None:
            return False
        return any(_NUMBERING.fullmatch(other[at]) for other in self._rows)

    def _leave(self, why: str, index: int) -> None:
        self._left_out.setdefault(why, []).append(index + 1)

    def end(self) -> None:
        """All rows were seen: what trails below the last entry is no entry either."""
        while self.baris:
            last = self.baris[-1]
            texts = [text for kolom, text in last.nilai.items() if text and kolom is not Kolom.UNIT]
            row = self._rows[last.nomor - 1]
            if last.sel(Kolom.INFORMASI) or last.sel(Kolom.KODE) or self._counted(row):
                return
            if len(texts) > _FEW:
                return
            self.baris.pop()
            self._leave("berada di bawah tabel (misalnya tempat tanda tangan)", last.nomor - 1)

    def keterangan(self) -> tuple[str, ...]:
        """Remarks on rows that were understood otherwise than as an entry."""
        remarks = []
        for index, unit in self._groups[:_NAMED]:
            use = "dibaca sebagai nama unit kerja untuk baris di bawahnya"
            if self._own_unit is not None:
                use = "dilewati karena hanya berisi satu tulisan; unit kerja dibaca dari kolomnya"
            remarks.append(f"Baris {index + 1} “{unit}” {use}.")
        for why, rows in self._left_out.items():
            remarks.append(f"{_listed(rows)} tidak dibaca karena {why}.")
        if self._same:
            cells = ", ".join(self._same[:_NAMED]) + (", …" if len(self._same) > _NAMED else "")
            remarks.append(
                f"Sel {cells} menunjuk ke atas (“sda”); dibaca sama dengan sel di atasnya."
            )
        if self._joined:
            remarks.append(
                f"{_listed([index + 1 for index in self._joined])} digabungkan dengan baris di "
                "atasnya karena sel informasinya satu."
            )
        return tuple(remarks)


def _is_mark(text: str) -> bool:
    """A letter or Roman number that only counts groups: `A.`, `IV`."""
    return bool(re.fullmatch(r"\(?(?:[A-Za-z]|[IVXLivxl]{1,6}|\d{1,3})[.)]?", text))


def _is_category(unit: str) -> bool:
    """Whether a heading names a kind of information, not a unit."""
    words = normal(unit).split()
    return bool(words) and words[0] not in _UNIT_WORDS and not _CATEGORY.isdisjoint(words)


def _wide_merges(sheet: Sheet) -> dict[int, tuple[int, int]]:
    """Row -> (first, last column) of a cell that is merged over three columns or more."""
    return {top: (left, right) for top, left, _, right in sheet.merged if right - left >= 2}


def _tall_merges(sheet: Sheet, column: int) -> dict[int, int]:
    """Row -> the row above in which its merged cell of `column` begins."""
    return {
        row: top
        for top, left, bottom, right in sheet.merged
        if left == column and right - left < 2
        for row in range(top + 1, min(bottom + 1, len(sheet.rows)))
    }


def _listed(rows: list[int]) -> str:
    """`Baris 4–6, 9`: runs of row numbers, shortened when there are many."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    words = [str(a) if a == b else f"{a}–{b}" for a, b in runs]
    if len(words) > _NAMED:
        words = [*words[:_NAMED], "dan lainnya"]
    return "Baris " + ", ".join(words)
