"""The entries of one day as a table that reads an entry only when it is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from sopapp.domain.dik import EntriDik, StatusJangka, status_jangka
from sopapp.domain.progress import Cancelled, Progress, counted, no_progress, share
from ui.register.columns import NUMBER, STATUS_TONE, RegisterColumn, register_columns
from ui.register.entry_filter import EntryFilter, Facts, facts_of
from ui.widgets.rows_model import RowsModel, Through, at_once

if TYPE_CHECKING:
    from sopapp.domain.daftar import Daftar

TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The token of a status that wants attention, "" for the rest."""

_ENTRI, _VERSI, _UNIT, _TERBITAN = range(4)
"""The parts of a bare place of `Daftar`."""
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(RowsModel[EntriDik]):
    """Filters by what is known without reading where it can.

    Filter and order without the words searched for are kept, so that typing only looks up
    which entries were found.
    """

    columns: tuple[RegisterColumn, ...]

    def __init__(
        self, day: date, ahead: int, through: Through = at_once, parent: QObject | None = None
    ) -> None:
        columns = register_columns(self.status)
        super().__init__(columns, key=lambda entri: entri.id, through=through, parent=parent)
        self._day = day
        self._ahead = ahead
        self._choice = EntryFilter()
        self._found: Set[int] | None = None
        self._facts: dict[int, Facts] = {}
        self._base: Sequence[int] | None = None
        self._latest: tuple[Sequence[EntriDik], int, EntriDik] | None = None

    @property
    def choice(self) -> EntryFilter:
        """What is filtered."""
        return self._choice

    @property
    def day(self) -> date:
        """The day on which the status is told."""
        return self._day

    @property
    def unit_names(self) -> dict[int, str]:
        """The units that have entries, in the order of the list."""
        rows = self._daftar
        return {unit: rows.unit_name(unit) for unit in _distinct(_UNIT, rows)} if rows else {}

    @property
    def terbitan_ids(self) -> tuple[int, ...]:
        """The versions that set an entry of the list."""
        rows = self._daftar
        return _distinct(_TERBITAN, rows) if rows else ()

    @property
    def _daftar(self) -> Daftar | None:
        """What `show` was given; None before, and while there is no entry."""
        return cast("Daftar", self._rows) if self._rows else None

    def laws(self) -> tuple[str, ...]:
        """The laws named beside Pasal 17; reads every entry once. Raises Cancelled."""
        places = range(len(self._rows))
        through = at_once if len(self._facts) == len(places) else self.through

        def read(progress: Progress) -> set[str]:
            each = counted(places, progress)
            return {law for at in each for law in self._fact(at).undang_undang}

        return tuple(sorted(through("Membaca daftar", read), key=_as_read))

    def show(self, rows: Daftar, day: date, ahead: int) -> None:
        """Show the entries of a day; `ahead` days before its end a period is pointed out."""
        self._day, self._ahead = day, ahead
        self._facts.clear()
        self.set_rows(rows)

    def narrow(self, choice: EntryFilter, found: Set[int] | None) -> None:
        """Filter; `found` are the `versi_id` that hold the words, None without words.

        Raises Cancelled; the rows and the choice are then as before.
        """
        if (choice, found) == (self._choice, self._found):
            return
        same = _without_words(choice) == _without_words(self._choice)
        before = self._choice, self._found, self._base
        self._choice, self._found, self._base = choice, found, self._base if same else None
        try:
            self._refresh(at_once if self._is_quick else self.through)
        except Cancelled:
            self._choice, self._found, self._base = before
            raise

    def set_rows(self, rows: Iterable[EntriDik]) -> None:
        """Replace all rows; filter and sorting stay."""
        self._base = None
        super().set_rows(rows)

    def row(self, number: int) -> EntriDik:
        """The value shown in row `number`; cells of one row are asked for one after the other."""
        at, rows = self.place(number), self._rows
        if self._latest is None or self._latest[0] is not rows or self._latest[1] != at:
            self._latest = rows, at, rows[at]
        return self._latest[2]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's key."""
        before, self._base = self._base, None
        super().sort(column, order)
        if self._sort != (column, order):  # it was stopped
            self._base = before

    def status(self, entri: EntriDik) -> StatusJangka:
        """How near the entry is to the end of its period on the day shown."""
        return status_jangka(entri.berakhir, self._day, self._ahead)

    def versi_at(self, number: int) -> int:
        """The `versi_id` shown in row `number`."""
        return self._bare[self._order[number]][_VERSI]

    def number_of(self, key: object) -> int | None:
        """The row where the entry with this id is shown, if it is."""
        if not self._order:
            return None
        rows = self._bare
        return next((n for n, at in enumerate(self._order) if rows[at][_ENTRI] == key), None)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """As for every list; `No.` is the entry's number in the list, also when filtered."""
        if index.isValid() and role == TONE_ROLE:
            column = self.columns[index.column()]
            return STATUS_TONE.get(self.status(self.row(index.row())), "") if column.status else ""
        return super().data(index, role)

    def _text(self, number: int, row: EntriDik, column: int) -> str:
        return (
            str(self.place(number) + 1) if column == NUMBER else super()._text(number, row, column)
        )

    @property
    def _is_quick(self) -> bool:
        """Whether the rows can be arranged without reading what they say."""
        return self._base is not None or not (self._choice.reads_content or self._sort[0] > NUMBER)

    def _arranged(self, progress: Progress = no_progress) -> Sequence[int]:
        if self._base is None:
            passing = self._passing(share(progress, 0, 2))
            self._base = self._sorted(passing, share(progress, 1, 2))
        if self._found is None:
            return self._base
        rows, found = self._bare, self._found
        return [at for at in self._base if rows[at][_VERSI] in found]

    @property
    def _bare(self) -> Sequence[tuple[int, int, int, int]]:
        return getattr(self._rows, "bare_places", ())

    def _sorted(self, places: Sequence[int], progress: Progress = no_progress) -> Sequence[int]:
        column, order = self._sort
        if column == NUMBER:
            return places if order is Qt.SortOrder.AscendingOrder else places[::-1]
        return super()._sorted(places, progress)

    def _passing(self, progress: Progress) -> Sequence[int]:
        """The places that the choices let through, words left aside."""
        choice, rows = self._choice, self._bare
        passing: Sequence[int] = range(len(self._rows))
        if choice.unit is not None:
            passing = [at for at in passing if rows[at][_UNIT] == choice.unit]
        if choice.terbitan is not None:
            passing = [at for at in passing if rows[at][_TERBITAN] == choice.terbitan]
        if choice.reads_content:
            each = counted(passing, progress)
            passing = [at for at in each if self._fact(at).fits(choice)]
        return passing

    def _fact(self, at: int) -> Facts:
        known = self._facts.get(at)
        if known is None:
            entri = self._rows[at]
            known = self._facts[at] = facts_of(entri, self.status(entri))
        return known


def _as_read(law: str) -> tuple[tuple[int, str], ...]:
    """Order by words, numbers by their value: Nomor 9 before Nomor 14."""
    parts = re.split(r"([0-9]+)", law.casefold())
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)


def _without_words(choice: EntryFilter) -> tuple[object, ...]:
    return (choice.unit, choice.huruf, choice.undang_undang, choice.status, choice.terbitan)


def _distinct(part: int, rows: Daftar) -> tuple[int, ...]:
    return tuple(dict.fromkeys(map(itemgetter(part), rows.bare_places)))
