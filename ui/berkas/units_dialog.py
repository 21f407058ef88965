"""Choosing the units that are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from sopapp.domain.errors import DomainError
from ui.context import UiContext
from ui.widgets.form_dialog import FormDialog
from ui.widgets.slim_scroll_bar import slim


class UnitsDialog(FormDialog):
    """A check list of units; with nothing chosen before, all are on."""

    topic = "tahap-1-permintaan#admin-ppid-nota-dinas"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        units: Sequence[tuple[int, str]],
        chosen: frozenset[int],
        save: Callable[[list[int]], None],
    ) -> None:
        super().__init__(
            context, parent, "Unit kerja yang diminta", "&Pakai pilihan ini",
            hint="Unit kerja yang dicentang diminta menyampaikan usulannya.",
        )  # fmt: skip
        self.list = QListWidget()
        slim(self.list)
        self.list.setSpacing(2)
        for unit_id, nama in units:
            item = QListWidgetItem(nama)
            item.setToolTip(nama)
            item.setData(Qt.ItemDataRole.UserRole, unit_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                          | Qt.ItemFlag.ItemIsUserCheckable)  # fmt: skip
            on = not chosen or unit_id in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setMinimumHeight(self.fontMetrics().height() * 14)
        self.form.add_row("unit", "&Unit kerja", self.list)
        for text, state in (("Centang &semua", Qt.CheckState.Checked),
                            ("&Kosongkan", Qt.CheckState.Unchecked)):  # fmt: skip
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, state=state: self._all(state))
            self.extra.addWidget(button)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.on_save(lambda: save(self._typed()))
        self.watch(lambda: tuple(self.checked()))

    def checked(self) -> list[int]:
        """The ids that are ticked, in order."""
        items = (self.list.item(i) for i in range(self.list.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _all(self, state: Qt.CheckState) -> None:
        for i in range(self.list.count()):
            self.list.item(i).setCheckState(state)

    def _typed(self) -> list[int]:
        chosen = self.checked()
        if not chosen:
            raise DomainError("Centang sedikitnya satu unit kerja.", field="unit")
        return chosen
