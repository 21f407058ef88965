"""Remembers between starts which columns are shown, where, and how wide."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings

from ui.looks_file import looks_file

if TYPE_CHECKING:
    from ui.widgets.data_table import DataTable

ALWAYS = "Informasi"
"""The title of the column that never goes away."""

_MOST = 400  # letters; a broken file must not make a column wider than any screen


@dataclass(frozen=True, slots=True)
class ColumnMemory:
    """Reads and writes one key of the file that also holds the window's place.

    Columns are known by their titles and widths are in letters, so that another version or
    another screen does what it can with what is there.
    """

    path: Path
    key: str

    def keep(self, table: DataTable[Any]) -> None:
        """Write how the columns of `table` are."""
        head = table.horizontalHeader()
        letter = max(table.fontMetrics().averageCharWidth(), 1)
        columns = [head.logicalIndex(place) for place in range(head.count())]
        value = [
            {
                "kolom": table.rows.columns[column].title,
                "tampak": table.is_wanted(column),
                "lebar": None if table.fits else round(table.columnWidth(column) / letter, 1),
            }
            for column in columns
        ]
        self._store().setValue(self.key, json.dumps(value, ensure_ascii=False))

    def restore(self, table: DataTable[Any]) -> None:
        """Give `table` the columns as they were kept, if they were."""
        kept = self._read()
        titles = [column.title for column in table.rows.columns]
        known = [each for each in kept if each.get("kolom") in titles]
        table.arrange((titles.index(each["kolom"]), _shown(each)) for each in known)
        letter = table.fontMetrics().averageCharWidth()
        widths = {
            titles.index(each["kolom"]): each["lebar"]
            for each in known
            if isinstance(each.get("lebar"), int | float) and 0 < each["lebar"] < _MOST
        }
        if widths:
            table.set_widths({column: round(width * letter) for column, width in widths.items()})
        else:
            table.fit()

    def _read(self) -> list[dict[str, Any]]:
        text = self._store().value(self.key)
        if not isinstance(text, str):
            return []
        try:
            value = json.loads(text)
        except ValueError:
            return []
        if not isinstance(value, list):
            return []
        return [each for each in value if isinstance(each, dict)]

    def _store(self) -> QSettings:
        return looks_file(self.path)


def _shown(kept: dict[str, Any]) -> bool:
    # Without its name an entry says nothing.
    return kept.get("tampak") is not False or kept["kolom"] == ALWAYS
