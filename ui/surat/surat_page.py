"""Surat: the office's books of letters, one tab at a time."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.surat.agenda_tab import AgendaTab
from ui.widgets.page_head import PAGE_MARGINS, PageHead
from ui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from ui.context import UiContext
    from ui.permohonan.permohonan_page import PermohonanPage
    from ui.surat.ekspedisi_tab import EkspedisiTab

    _Tab = AgendaTab | EkspedisiTab | PermohonanPage

_PENOLAKAN = "ui.permohonan.permohonan_page"
_TOPICS = {"ekspedisi": "surat#buku-ekspedisi", "penolakan": "permohonan-ditolak"}


class SuratPage(QWidget):
    """Buku agenda, buku ekspedisi and refused requests; a tab is made when it is opened."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._made: dict[str, _Tab] = {}
        self._names = ["agenda", "ekspedisi"]
        titles = ["Buku agenda", "Buku ekspedisi"]
        if _there(_PENOLAKAN):
            self._names.append("penolakan")
            titles.append("Penolakan")
        self._head = PageHead("Surat", parent=self)
        self.bar = TabBar("Bagian surat")
        for title in titles:
            self.bar.addTab(title)
        self._head.add(self.bar)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._on_tab)
        self._show(self._names[0])

    @property
    def tab(self) -> _Tab:
        """The tab shown."""
        return self._made[self.tab_name]

    @property
    def tab_name(self) -> str:
        """The name of the tab shown."""
        return self._names[self.bar.currentIndex()]

    @property
    def topic(self) -> str:
        """The guide's topic for the tab shown."""
        return _TOPICS.get(self.tab_name, "surat")

    def open_tab(self, name: str | None) -> None:
        """Show a tab by name: "agenda", "ekspedisi" or "penolakan"."""
        if name in self._names:
            self.bar.setCurrentIndex(self._names.index(name))

    def show_letter(self, surat_id: int) -> None:
        """Show the number book with this letter chosen."""
        self.open_tab("agenda")
        if isinstance(self.tab, AgendaTab):
            self.tab.show_letter(surat_id)

    def show_request(self, permohonan_id: int) -> None:
        """Show the refused requests with this one chosen."""
        self.open_tab("penolakan")
        if self.tab_name == "penolakan":
            page = cast("PermohonanPage", self.tab)
            page.show_request(permohonan_id)
            page.table.setFocus()

    def may_leave(self) -> bool:
        """Ask the tab shown, when it has something to keep."""
        ask = getattr(self.tab, "may_leave", None)
        return ask is None or bool(ask())

    def _on_tab(self, index: int) -> None:
        self._show(self._names[index])

    def _show(self, name: str) -> None:
        if name not in self._made:
            made = self._make(name)
            self._made[name] = made
            self._stack.addWidget(made)
            made.model.modelReset.connect(self._count)
        self._stack.setCurrentWidget(self._made[name])
        self._count()

    def _make(self, name: str) -> _Tab:
        if name == "agenda":
            return AgendaTab(self._context, self)
        if name == "ekspedisi":
            from ui.surat.ekspedisi_tab import EkspedisiTab

            return EkspedisiTab(self._context, self)
        from ui.permohonan.permohonan_page import PermohonanPage

        return PermohonanPage(self._context, self)

    def _count(self) -> None:
        self._head.set_note(self.tab.count_words())


def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # its package is not there either
        return False
