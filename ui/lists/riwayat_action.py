"""The way from a record in a table to its riwayat: the row's menu, or Ctrl+H."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from sopapp.domain.riwayat import Catatan, JenisCatatan
from ui.icons import icon
from ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    from ui.context import UiContext


def offer_riwayat(
    table: DataTable[Any], context: UiContext, kind: JenisCatatan, text: str
) -> Callable[[], None]:
    """Give the chosen row of a table its riwayat; also returned as what a button does.

    Every row has an `id` that is the record's.
    """

    def act() -> None:
        from ui.lists.riwayat_dialog import show_record

        row: Any = table.current
        if row is not None:
            show_record(context, Catatan(kind, row.id), table)

    action = QAction(icon("history", table, tone="muted"), text, table)
    action.setShortcut(QKeySequence("Ctrl+H"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    table.addAction(action)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return act
