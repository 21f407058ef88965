"""What the register shows, as sheets: its columns, order and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.documents.list_content import KolomCetak, TabelCetak
from sopapp.domain.progress import Progress, counted
from sopapp.services.letter_parts import full_name
from ui.register.columns import INTERNAL
from ui.register.register_table import RegisterTable

if TYPE_CHECKING:
    from sopapp.app import App

_KEEP_IN = "Memuat catatan internal: tidak untuk diumumkan."
_JUDUL = "Daftar Informasi Publik yang Dikecualikan"


def printed_table(
    app: App, table: RegisterTable, keterangan: str, progress: Progress
) -> TabelCetak:
    """The rows and columns of `table` as they are shown now; `progress` hears of the rows."""
    columns = table.shown_columns()
    if INTERNAL in table.shown_titles():
        keterangan = f"{keterangan} {_KEEP_IN}"  # the paper itself says so, not only the window
    return TabelCetak(
        page=app.setting.letters().page(),
        instansi=full_name(app.instansi.get()),
        judul=_JUDUL,
        keterangan=keterangan,
        kolom=tuple(
            KolomCetak(table.rows.columns[column].title, float(table.columnWidth(column)))
            for column in columns
        ),
        baris=tuple(
            table.texts(row, columns) for row in counted(range(table.rows.rowCount()), progress)
        ),
        tanggal_cetak=app.clock.today(),
    )
