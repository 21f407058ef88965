"""Pengaturan: tabs with one place to save, and no edit lost without a question."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Changes
from ui.settings.leaving import may_leave
from ui.settings.record_tab import RecordTab
from ui.settings.settings_tab import SettingsTab
from ui.widgets.page_head import PAGE_MARGINS, PageHead
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.tab_bar import TabBar
from ui.widgets.tab_order import tab_by_layout
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

TABS = {
    "instansi": "Instansi",
    "unit_kerja": "Unit kerja",
    "pejabat": "Pejabat",
    "libur": "Hari kerja",
    "surat": "Surat",
    "katalog": "Katalog hukum",
    "sop": "SOP",
    "kunci": "Kunci layar",
    "cadangan": "Cadangan",
    "umum": "Umum",
}
"""Names for `open_tab`, in the order shown."""


_TOPICS = {
    "instansi": "pengaturan#instansi",
    "unit_kerja": "pengaturan#unit-kerja",
    "pejabat": "pengaturan#pejabat",
    "libur": "hari-kerja",
    "surat": "pengaturan#surat",
    "katalog": "pengaturan#katalog-hukum",
    "sop": "sop-revisi",
    "kunci": "kunci-layar",
    "cadangan": "data-dan-cadangan",
    "umum": "pengaturan#umum",
}


class SettingsPage(QWidget):
    """One tab at a time; `may_leave` is asked before the page or the program is left."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._made: dict[str, SettingsTab] = {}
        self._names = tuple(TABS)
        self._shown = ""
        self._build()
        context.hub.changed.connect(self._on_changed)
        self._show(self._names[0])

    @property
    def tab(self) -> SettingsTab:
        """The tab shown."""
        return self._made[self._shown]

    @property
    def tab_name(self) -> str:
        """The name of the tab shown."""
        return self._shown

    @property
    def topic(self) -> str:
        """The guide's page about the tab shown."""
        return _TOPICS[self._shown]

    @property
    def edited(self) -> bool:
        """Whether the tab shown has edits that are not saved."""
        return self.tab.edited

    def open_tab(self, name: str | None) -> None:
        """Show a tab by name, with the keyboard in it, unless edits keep the user elsewhere."""
        if name in TABS:
            self.bar.setCurrentIndex(self._names.index(name))
            if self._shown == name:
                self.tab.take_keyboard()

    def open_record(self, name: str, record_id: int) -> None:
        """Show a tab with one of its records chosen; "unit_kerja" and "pejabat" have them."""
        self.open_tab(name)
        if self.tab_name == name and isinstance(self.tab, RecordTab):
            self.tab.show_record(record_id)

    def may_leave(self) -> bool:
        """True when there is nothing to save, or the edits were saved or dropped now."""
        return not self.edited or may_leave(
            self,
            self._context.prompts,
            f"Perubahan di bagian {TABS[self._shown]} belum disimpan.",
            self.save,
            self.tab.reload,
        )

    def save(self) -> bool:
        """Save the tab shown; whether that went well."""
        if not self.tab.saves or not self.edited:
            return True
        pressed = self.window().focusWidget()
        saved = self.tab.save()
        if saved:
            self._say("Perubahan tersimpan.")
            if pressed in (self.save_button, self.discard_button):
                self.tab.take_keyboard()  # not to the first button of the window
        return saved

    def discard(self) -> None:
        """Take the edits of the tab shown back."""
        pressed = self.window().focusWidget()
        self.tab.reload()
        self._say("")
        if pressed is self.discard_button:
            self.tab.take_keyboard()

    def _build(self) -> None:
        self.bar = TabBar("Bagian pengaturan")
        for title in TABS.values():
            self.bar.addTab(title)
        self.bar.currentChanged.connect(self._on_tab)
        self._stack = QStackedWidget(self)
        self.status = TonedLabel("", "muted", wrap=False)
        self.discard_button = QPushButton("B&uang perubahan", self)
        self.discard_button.clicked.connect(self.discard)
        self.save_button = QPushButton("&Simpan", self)
        self.save_button.setToolTip("Simpan perubahan (Ctrl+S)")
        self.save_button.clicked.connect(self.save)
        self._foot = QWidget(self)
        side, above, right, _below = PAGE_MARGINS
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(side, 10, right, 10)
        row.addWidget(self.status, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        self._line = line
        top = QVBoxLayout()
        top.setContentsMargins(side, above, right, 0)
        top.setSpacing(12)
        top.addWidget(PageHead("Pengaturan", parent=self))
        top.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(line)
        layout.addWidget(self._foot)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.setWhatsThis("Menyimpan pengaturan")
        keys.activated.connect(self.save)

    def _on_tab(self, index: int) -> None:
        name = self._names[index]
        if name == self._shown:
            return
        if self.may_leave():
            self._show(name)
        else:
            self.bar.setCurrentIndex(self._names.index(self._shown))

    def _show(self, name: str) -> None:
        tab = self._made.get(name)
        if tab is None:
            tab = self._made[name] = _tab_class(name)(self._context)
            tab.edited_changed.connect(self._on_edited)
            inputs = tab_by_layout(tab)
            self._stack.addWidget(_scrolled(tab))
            self._foot_follows(inputs)
            tab.reload()
        self._shown = name
        self._stack.setCurrentIndex(tuple(self._made).index(name))
        for part in (self._foot, self._line):
            part.setVisible(tab.saves)
        self._say("")
        self._on_edited()

    def _foot_follows(self, inputs: list[QWidget]) -> None:
        """Tab reaches the buttons at the foot after the inputs of every tab."""
        order = [*inputs[-1:], self.discard_button, self.save_button]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _on_edited(self) -> None:
        edited = bool(self._shown) and self.edited
        self.save_button.setEnabled(edited)
        self.discard_button.setEnabled(edited)
        if edited:
            self._say("Ada perubahan yang belum disimpan.")
        elif self.status.text().startswith("Ada"):
            self._say("")

    def _say(self, text: str) -> None:
        self.status.setText(text)

    def _on_changed(self, changes: Changes) -> None:
        for tab in self._made.values():
            if tab.kinds and changes.touches(*tab.kinds):
                tab.refresh()


def _scrolled(tab: SettingsTab) -> QScrollArea:
    """The tab in a frame that scrolls when the window is small."""
    area = QScrollArea()
    frameless(area)
    area.setWidget(tab)
    return area


def _tab_class(name: str) -> Callable[[UiContext], SettingsTab]:
    """What makes the tab `name`; its module is imported only when the tab is opened."""
    match name:
        case "instansi":
            from ui.settings.instansi_tab import InstansiTab

            return InstansiTab
        case "unit_kerja":
            from ui.settings.unit_kerja_tab import UnitKerjaTab

            return UnitKerjaTab
        case "pejabat":
            from ui.settings.pejabat_tab import PejabatTab

            return PejabatTab
        case "libur":
            from ui.settings.libur_tab import LiburTab

            return LiburTab
        case "surat":
            from ui.settings.surat_tab import SuratTab

            return SuratTab
        case "katalog":
            from ui.settings.katalog_tab import KatalogTab

            return KatalogTab
        case "sop":
            from ui.settings.sop_tab import SopTab

            return SopTab
        case "kunci":
            from ui.settings.kunci_tab import KunciTab

            return KunciTab
        case "cadangan":
            from ui.settings.cadangan_tab import CadanganTab

            return CadanganTab
        case _:
            from ui.settings.umum_tab import UmumTab

            return UmumTab
