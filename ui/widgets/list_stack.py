"""A list or, when there is nothing to list, what to do about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_model import RowsModel


class ListStack(QStackedWidget):
    """Shows the list, `empty` without any row, or a sentence when the filter hides all."""

    def __init__(
        self, model: RowsModel[Any], content: QWidget, empty: EmptyState, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._content = content
        self.empty = empty
        self.no_hit = EmptyState(
            "search", "Tidak ada yang cocok", "Ubah atau kosongkan kata di kotak saring.", "", self
        )
        for page in (content, empty, self.no_hit):
            self.addWidget(page)
        model.modelReset.connect(self._choose)
        self._choose()

    @property
    def shows_list(self) -> bool:
        """Whether rows are to be seen."""
        return self.currentWidget() is self._content

    def count_words(self, what: str) -> str:
        """`12 berkas`, or `3 dari 12 berkas` when filtered; empty for none."""
        shown, total = self._model.rowCount(), self._model.total
        if not total:
            return ""
        numbers = f"{shown:,} dari {total:,}" if shown != total else f"{total:,}"
        return f"{numbers.replace(',', '.')} {what}"

    def _choose(self) -> None:
        if self._model.rowCount():
            self.setCurrentWidget(self._content)
        else:
            self.setCurrentWidget(self.no_hit if self._model.total else self.empty)
