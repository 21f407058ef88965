"""The register of the requests refused in a year, for the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.permohonan.print_register import printed_register
from ui.permohonan.request_row import RequestRow

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.documents.list_content import TabelCetak


def refused_register(app: App, tahun: int) -> TabelCetak:
    """Every request that came in that year, oldest first as a register is kept."""
    found = reversed(app.permohonan.list(tahun))
    rows = [RequestRow(each, app.permohonan.due(each)) for each in found]
    return printed_register(app, rows, f"Tahun {tahun}: {len(rows)} permohonan.")
