"""Riwayat: who did what when, and what it was before and after."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.changes import Changes
from sopapp.domain.riwayat import RiwayatFilter
from ui import errors
from ui.in_turns import InTurns
from ui.lists.riwayat_filter_bar import RiwayatFilterBar
from ui.lists.riwayat_output import export_riwayat, print_riwayat
from ui.lists.riwayat_table import RiwayatTable
from ui.progress.file_work import FileWork
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_button import button
from ui.widgets.list_stack import ListStack
from ui.widgets.page_head import PAGE_MARGINS, PageHead

if TYPE_CHECKING:
    from ui.context import UiContext


class RiwayatPage(QWidget):
    """Events, newest first; the chosen one in full below.

    Read when the page is shown, since every write of the program adds a row.
    """

    topic = "riwayat"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        failed = partial(errors.show, self, context.prompts)
        self._reading = InTurns(self, lambda: None, failed)
        self._head = PageHead("Riwayat", parent=self)
        self.filter_bar = RiwayatFilterBar(context.app, self)
        self.content = RiwayatTable(context, self)
        self.model, self.table = self.content.model, self.content.table
        self.detail = self.content.detail
        empty = EmptyState(
            "history", "Riwayat masih kosong", "Setiap perubahan akan tercatat di sini.", "", self
        )
        self.stack = ListStack(self.model, self.content, empty, self)
        self._export = FileWork(context, self)
        self._export.told.connect(partial(errors.say_below, self))
        self.print_button = button("&Cetak…", self.print, "print", tip="Cetak yang tampil")
        self.export_button = button(
            "&Ekspor Excel…", self.export, "save", tip="Simpan yang tampil sebagai Excel"
        )
        for each in (self.print_button, self.export_button):
            self._head.add(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(self._head)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.stack, 1)
        self.filter_bar.changed.connect(self._show)
        context.hub.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read what was added since."""
        self._stale = False
        self._show(self.filter_bar.value())

    def print(self) -> None:
        """Show what is shown as sheets, to print or save."""
        print_riwayat(self._context, self.filter_bar.value(), self)

    def export(self) -> None:
        """Write what is shown as a workbook."""
        export_riwayat(self._context, self.filter_bar.value(), self, self._export)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened since the page was last seen."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the next showing read anew."""
        super().hideEvent(event)
        self._stale = True

    def _show(self, wanted: RiwayatFilter) -> None:
        self._reading.begin(self._read(wanted))

    def _read(self, wanted: RiwayatFilter) -> Iterator[None]:
        """Show the events of a filter; what is new is read a part a turn before."""
        service = self._context.app.riwayat
        yield from service.prepare()
        self.model.set_rows(service.rows(wanted))
        total = service.count()
        if total and not self.model.total:
            self.stack.setCurrentWidget(self.stack.no_hit)
        some = bool(self.model.total)
        self.print_button.setEnabled(some)
        self.export_button.setEnabled(some)
        shown = f"{self.model.total:,} dari {total:,}" if wanted.narrows else f"{total:,}"
        self._head.set_note(f"{shown.replace(',', '.')} peristiwa" if total else "")

    def _on_changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
