"""Daftar informasi: the DIK as it stood on a day, to find, read, compare and hand out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.dik import EntriDik
from sopapp.domain.progress import Cancelled
from sopapp.domain.tanggal import tanggal
from sopapp.paths import DataFolder
from ui import errors
from ui.in_turns import InTurns
from ui.progress.with_progress import with_progress
from ui.register.day_bar import DayBar
from ui.register.entry_detail import EntryDetail
from ui.register.entry_filter import DUE, EntryFilter
from ui.register.expiry_banner import ExpiryBanner
from ui.register.filter_bar import FilterBar
from ui.register.hit_book import HitBook
from ui.register.register_actions import RegisterActions
from ui.register.register_model import RegisterModel
from ui.register.register_table import RegisterTable
from ui.widgets.column_memory import ColumnMemory
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_stack import ListStack
from ui.widgets.page_head import PAGE_MARGINS, PageHead
from ui.widgets.panes import panes
from ui.widgets.tab_order import tab_by_layout
from ui.widgets.toned import Notice

if TYPE_CHECKING:
    from ui.context import UiContext

_LIFE = (Kind.DIK, Kind.UNIT_KERJA, Kind.USULAN, Kind.PERMINTAAN, Kind.BERKAS)
"""What a timeline tells of."""

_MESSAGE = 15_000  # milliseconds that a line about an export stays


class RegisterPage(QWidget):
    """The entries in force on a day, one of them read in full below."""

    topic = "daftar-informasi"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = self._away = False
        app = context.app
        self._today = app.clock.today()
        self.model = RegisterModel(
            self._today,
            app.setting.register().batas_hari,
            partial(with_progress, context.tasks, self),
            self,
        )
        self.book = HitBook(self.model, app.dik_search.hits)
        self._head = PageHead("Daftar informasi (DIK)", parent=self)
        self.day_bar = DayBar(app.dik, self._today, self)
        self.filter_bar = FilterBar(self.model, app.dik, self)
        self.banner = ExpiryBanner(context, self)
        memory = ColumnMemory(DataFolder(app.data).window, "daftar/kolom")
        self.table = RegisterTable(self.model, self.book, memory, self)
        self.detail = EntryDetail(context, self)
        self.detail.hide()
        self.actions_row = RegisterActions(context, self)
        failed = partial(errors.show, self, context.prompts)
        self._looking = InTurns(self, lambda: None, failed)
        self.notice = Notice("ok")
        self._quiet = QTimer(self, singleShot=True, interval=_MESSAGE)
        self._quiet.timeout.connect(lambda: self.notice.say(""))
        self.empty = EmptyState("register", "", "", "", self)
        self.board_button = QPushButton("Buka Papan", self.empty)
        column = self.empty.column
        column.insertWidget(column.count() - 1, self.board_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack = ListStack(self.model, self._content(), self.empty, self)
        self.stack.no_hit.say(
            "Tidak ada yang cocok",
            "Ubah kata yang dicari atau lepaskan saringan.",
            "Hapus semua saringan",
        )
        self._arrange()
        self._connect()
        self._order_tabs()
        self.reload()

    def _content(self) -> QSplitter:
        line = self.fontMetrics().lineSpacing()
        share = line * 24, line * 14
        return panes(self.table, self.detail, share=share, grow=(12, 7), upright=True)

    def _arrange(self) -> None:
        controls = QWidget(self)
        right = QVBoxLayout(controls)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        for part in (self.actions_row, self.day_bar):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(part)
            right.addLayout(line)
        self._head.add(controls)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.notice)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)

    def _order_tabs(self) -> None:
        """As the eye reads."""
        order = (
            *tab_by_layout(self.actions_row), *tab_by_layout(self.day_bar),
            *tab_by_layout(self.filter_bar), self.banner.button, self.table, self.detail.fields,
            self.detail.changes_button, self.detail.history_button, self.detail.timeline,
            self.detail.note.edit, self.detail.note.save_button,
        )  # fmt: skip
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.empty.activated.connect(self._on_empty)
        self.board_button.clicked.connect(self._context.navigate.board)
        self.stack.no_hit.activated.connect(self.filter_bar.clear)
        self.filter_bar.changed.connect(self._on_filter)
        self.day_bar.changed.connect(self.reload)
        self.filter_bar.search.went_down.connect(self.table.reach)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _entri: self.detail.open_history())
        self.banner.asked.connect(self.show_due)
        self.actions_row.told.connect(self._say)
        self._context.hub.changed.connect(self._on_changed)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def filter(self) -> QWidget:
        """The field that Ctrl+F reaches."""
        return self.filter_bar.search

    def reload(self) -> None:
        """Read the entries in force on the day, or of the version, that is chosen."""
        app, version = self._context.app, self.day_bar.chosen
        day = self.day_bar.day.day()
        rows = app.dik.as_of(day) if version is None else app.dik.at(version.id)
        self.book.forget()
        self.model.show(rows, day, app.setting.register().batas_hari)
        self._say_empty()
        self._count()

    def show_due(self) -> None:
        """Show what ends soon or is past, of the register in force today."""
        self.day_bar.go_to_today()
        self.filter_bar.set_value(EntryFilter(status=DUE))

    def show_entry(self, entri_id: int) -> None:
        """Choose an entry: of today's register, or of the last day that it was in force."""
        day = self._context.app.finder.entry_day(entri_id)
        if day is None:
            return
        self.day_bar.go_to(day)
        if not self.table.choose(entri_id):
            self.filter_bar.clear()
            self.table.choose(entri_id)
        self.table.setFocus()

    def shown_words(self) -> str:
        """The day or version and the filter, as a print of the table names them."""
        version = self.day_bar.chosen
        day = f"Keadaan per {tanggal(self.day_bar.day.day())}"
        if version is not None:
            day = f"Menurut Keputusan Nomor {version.nomor} tanggal {tanggal(version.tanggal)}"
        words = self.filter_bar.words()
        count = self.stack.count_words("informasi") or "tidak ada informasi"
        return f"{day}; {count}" + (f"; disaring: {words}." if words else ".")

    def may_leave(self) -> bool:
        """Keep the note that is being typed; False when that is not possible."""
        return self.detail.note.save()

    def showEvent(self, event: QShowEvent) -> None:
        """Count what ends soon, once the page is painted."""
        super().showEvent(event)
        self._away = False
        self._follow()
        today = self._context.app.clock.today()
        if today != self._today:
            self._today = today
            self.day_bar.set_today(today)
        self.banner.watch.start()
        self._show_detail()
        if not event.spontaneous():
            self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep note and columns; read nothing while another page is in front."""
        super().hideEvent(event)
        self._away = True
        self.banner.watch.stop()
        self.detail.note.save()
        self.table.remember()

    def _take_focus(self) -> None:
        """Put the keyboard where the work goes on."""
        page = self.stack.currentWidget()
        if isinstance(page, EmptyState):
            page.button.setFocus()
        elif self.table.current is not None:
            self.table.setFocus()
        else:
            self.filter_bar.search.setFocus()

    def _say_empty(self) -> None:
        today = self.day_bar.is_today
        first = today and self._context.app.dik_awal.possible()
        self.board_button.setVisible(first)
        self.actions_row.setVisible(not first or bool(self.model.total))
        if first:
            self.empty.say(
                "Daftar masih kosong",
                "Bila kantor sudah punya daftar, masukkan sebagai daftar awal. Bila belum, daftar "
                "terisi saat Keputusan pertama diselaraskan pada tahap 4.",
                "Masukkan daftar yang sudah ada…",
            )
        elif today:
            self.empty.say(
                "Daftar masih kosong",
                "Tidak ada informasi yang dikecualikan hari ini.",
                "Buka Papan",
            )
        else:
            self.empty.say(
                "Belum ada daftar pada hari itu",
                f"Tidak ada informasi yang dikecualikan per {tanggal(self.day_bar.day.day())}.",
                "Lihat daftar hari ini",
            )

    def _count(self) -> None:
        words = self.stack.count_words("informasi")
        version = self.day_bar.chosen
        if words and version is not None:
            self._head.set_note(f"{words}, menurut Keputusan {version.nomor}")
        else:
            self._head.set_note(f"{words}, per {tanggal(self.day_bar.day.day())}" if words else "")
        has_rows = bool(self.model.total)
        self.filter_bar.setVisible(has_rows or not self.filter_bar.value().empty)
        self.actions_row.set_ready(has_rows, bool(self.model.rowCount()))

    # -- answers ------------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self.notice.say(text)
        self._quiet.start()

    def _on_empty(self) -> None:
        if not self.day_bar.is_today:
            self.day_bar.go_to_today()
        elif self._context.app.dik_awal.possible():
            from ui.impor.first_version_dialog import FirstVersionDialog

            FirstVersionDialog(self._context, self.window()).open()
        else:
            self._context.navigate.board()

    def _on_filter(self, choice: EntryFilter) -> None:
        self._looking.begin(self._look(choice))

    def _look(self, choice: EntryFilter) -> Iterator[None]:
        """Narrow the list; an index that lags behind the records is mended before, in turns."""
        search = self._context.app.dik_search
        if choice.kata:
            yield from search.prepare()
        found = search.find(choice.kata) if choice.kata else None
        try:
            self.model.narrow(choice, found)
        except Cancelled:
            self._say("Dibatalkan. Saringan seperti semula.")
            self.filter_bar.set_value(self.model.choice)
            return
        self.book.search(choice.kata if found is not None else "")
        self.table.painter.forget()
        self._count()
        self._show_detail()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_LIFE):
            self.detail.forget_events()
        if changes.touches(Kind.DIK, Kind.UNIT_KERJA, Kind.SETTING):
            self._stale = True
            if not self._away:
                self._follow()

    def _follow(self) -> None:
        """Read what was written since the page was last seen."""
        if not self._stale:
            return
        self._stale = False
        self.reload()
        self._show_detail()
        if self.model.choice.kata:
            self._looking.begin(self._look(self.model.choice))

    def _on_chosen(self, entri: EntriDik | None) -> None:
        before = self.detail.entri
        if (
            before is not None
            and (entri is None or entri.id != before.id)
            and not self.detail.note.save()
            and self.table.choose(before.id)
        ):
            QTimer.singleShot(0, self, self._mark_shown)  # a click marks its row after this
            return
        self._show_detail()

    def _mark_shown(self) -> None:
        if self.detail.entri is not None:
            self.table.choose(self.detail.entri.id)

    def _show_detail(self) -> None:
        entri = self.table.current
        was_hidden = self.detail.isHidden()
        self.detail.setVisible(entri is not None)
        if entri is None:
            self.detail.entri = None
            return
        found = self.book.of(self.table.currentIndex().row())
        self.detail.show_entry(entri, self.model.status(entri), found)
        if was_hidden:
            index = self.table.currentIndex()
            self.table.scrollTo(index)
