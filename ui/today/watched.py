"""What the page of the day counts beside its own reading: the register's ends, the backups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.ribuan import ribuan
from ui import errors
from ui.register.expiry_watch import ExpiryWatch
from ui.tasks import Latest
from ui.today.filling import Filling
from ui.today.row_words import backup_rows, entry_row

if TYPE_CHECKING:
    from sopapp.services.cadangan_job import BackupOutcome
    from sopapp.services.cadangan_state import CadanganState, Head
    from ui.context import UiContext
    from ui.today.today_page import TodayPage


class Watched(QObject):
    """The entries are counted a few at a time, the backups looked at on a thread."""

    def __init__(self, context: UiContext, page: TodayPage) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.counted = False
        """Whether the register was counted once."""
        self._ends = ExpiryWatch(context, page)
        self._ends.counted.connect(self._on_counted)
        self._looking = Latest(context.tasks, self, self._on_looked, self._on_failed)
        self._seen: tuple[Head, CadanganState] | None = None
        context.app.cadangan.subscribe(self._on_backed_up)
        context.hub.changed.connect(self._on_changed)

    def start(self) -> None:
        """Count and look anew."""
        self._ends.start(0)
        self._look()

    def stop(self) -> None:
        """Rest, as while nobody looks."""
        self._ends.stop()

    def _on_counted(self, soon: int, past: int) -> None:
        today = self._context.app.clock.today()
        rows = [entry_row(entry, today) for entry in self._ends.nearest]
        count = soon + past
        more = f"Tampilkan semua {ribuan(count)} di Daftar" if count else ""
        self._page.show_filling("berakhir", Filling(rows, count, more, _ending(soon, past)))
        self.counted = True
        self._page.settled()

    def _look(self) -> None:
        service = self._context.app.cadangan
        look = service.look()
        if look.head.nomor:  # nothing was ever written: nothing to back up
            self._looking.request(lambda: (look.head, look.run()))

    def _on_looked(self, seen: tuple[Head, CadanganState]) -> None:
        self._seen = seen
        self._show(seen[1])
        self._page.settled()

    def _show(self, state: CadanganState) -> None:
        rows = backup_rows(state, self._context.app.clock.today())
        self._page.show_filling("cadangan", Filling(rows, 0))

    def _on_failed(self, error: Exception) -> None:
        errors.show(self._page, self._context.prompts, error)

    def _on_backed_up(self, _outcome: BackupOutcome) -> None:
        self._look()

    def _on_changed(self, changes: Changes) -> None:
        if not self._page.isVisible():
            return
        if self._seen is None or changes.touches(Kind.SETTING):
            self._look()
        elif not self._seen[1].changed and self._seen[0] != self._context.app.cadangan.head():
            # What a write does to the backups is known without another look at the places.
            self._seen = (self._seen[0], replace(self._seen[1], changed=True))
            self._show(self._seen[1])


def _ending(soon: int, past: int) -> str:
    """What the head says of the register, so that it never calls a day quiet that is not."""
    if not past:
        return f"{ribuan(soon)} informasi akan berakhir" if soon else ""
    over = f"{ribuan(past)} sudah lewat"
    near = f"{ribuan(soon)} akan berakhir, " if soon else ""
    return f"informasi: {near}{over}"
