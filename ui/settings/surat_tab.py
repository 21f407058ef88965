"""Surat: every kind of paper with its own settings and texts, and a picture of what comes of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Kind
from sopapp.domain.naskah import JenisNaskah
from ui.settings.leaving import may_leave
from ui.settings.naskah_contoh import NaskahContoh
from ui.settings.naskah_panel import NaskahPanel
from ui.settings.settings_tab import SettingsTab
from ui.settings.surat_umum_panel import SuratUmumPanel
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.panes import panes
from ui.widgets.slim_scroll_bar import slim

if TYPE_CHECKING:
    from ui.context import UiContext

_UMUM = "Umum"
_MARGIN, _GAP = PAGE_MARGINS[0], 16
_Panel = SuratUmumPanel | NaskahPanel


class SuratTab(SettingsTab):
    """The kinds at the left, the settings of one in the middle, its picture at the right.

    One panel is in use at a time: what `edited`, `save` and `reload` mean is said by it.
    """

    kinds = (Kind.SETTING, Kind.INSTANSI, Kind.SOP, Kind.PEJABAT)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._choices: tuple[JenisNaskah | None, ...] = (None, *JenisNaskah)
        self._made: dict[JenisNaskah | None, _Panel] = {}
        self._shown: JenisNaskah | None = None
        self.list = QListWidget()
        slim(self.list)
        self.list.setAccessibleName("Jenis naskah")
        self.list.addItems([_UMUM, *(jenis.label for jenis in JenisNaskah)])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setSpacing(5)
        self.list.setFixedWidth(self.list.fontMetrics().averageCharWidth() * 31)
        self.stack = QStackedWidget()
        self.contoh = NaskahContoh(context)
        self.contoh_button = QPushButton("Lihat &contoh")
        self.contoh_button.setCheckable(True)
        self.contoh_button.setToolTip("Contoh hasil cetak di tempat pengaturan")
        self.contoh_button.hide()
        self.contoh_button.toggled.connect(self._arrange)
        split = panes(self.stack, self.contoh, grow=(1, 1))
        split.setHandleWidth(12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        layout.setSpacing(_GAP)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.contoh_button)
        layout.addLayout(left)
        layout.addWidget(split, 1)
        self._show(None)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._on_row)

    def minimumSizeHint(self) -> QSize:
        """Qt: the list and one of the two others; in a narrow window they take turns."""
        hint = super().minimumSizeHint()
        return QSize(self._room(self.stack), hint.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: letters may have been numbered meanwhile, which the next number follows."""
        super().showEvent(event)
        self.panel.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is room for the picture beside the settings, or there is none."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Qt: another panel, or another picture, may need more room than the one before."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _room(self, *beside: QWidget) -> int:
        """How wide the tab is at least with these beside the list."""
        inside = sum(each.minimumSizeHint().width() + _GAP for each in beside)
        return self.list.width() + inside + 2 * _MARGIN

    def _arrange(self) -> None:
        narrow = self.width() < self._room(self.stack, self.contoh)
        instead = narrow and self.contoh_button.isChecked()
        self.contoh_button.setVisible(narrow)
        self.contoh.setVisible(not narrow or instead)
        self.stack.setVisible(not instead)

    @property
    def panel(self) -> _Panel:
        """The panel in use."""
        return self._made[self._shown]

    @property
    def edited(self) -> bool:
        """Whether the panel in use has something to save."""
        return self.panel.edited

    def open_jenis(self, jenis: JenisNaskah | None) -> _Panel:
        """Show a kind (None: what holds for all), unless edits keep the user; the panel shown."""
        self.list.setCurrentRow(self._choices.index(jenis))
        return self.panel

    def take_keyboard(self) -> None:
        """Begin in the code that every number needs while it is not there yet."""
        if self.context.app.setting.letters().klasifikasi:
            super().take_keyboard()
            return
        panel = self.open_jenis(None)
        if isinstance(panel, SuratUmumPanel):  # edits of another kind may keep the user there
            panel.klasifikasi.setFocus()

    def load(self) -> Any:  # noqa: ANN401 - of whichever panel
        """What the panel in use has stored."""
        return self.panel.load()

    def value(self) -> Any:  # noqa: ANN401 - of whichever panel
        """What the panel in use shows."""
        return self.panel.value()

    def reload(self) -> None:
        """Show what is stored; edits are dropped."""
        self.panel.reload()

    def refresh(self) -> None:
        """Read every panel anew that has no edits."""
        for panel in self._made.values():
            panel.refresh()

    def save(self) -> bool:
        """Save the panel in use."""
        return self.panel.save()

    def _on_row(self, row: int) -> None:
        jenis = self._choices[row]
        if jenis is self._shown:
            return
        if self._may_leave():
            self._show(jenis)
        else:
            self._mark_shown()
            QTimer.singleShot(0, self, self._mark_shown)  # a click marks its row after this

    def _mark_shown(self) -> None:
        self.list.setCurrentRow(self._choices.index(self._shown))

    def _may_leave(self) -> bool:
        name = self._shown.label if self._shown is not None else _UMUM
        return not self.edited or may_leave(
            self,
            self.context.prompts,
            f"Perubahan pada {name} belum disimpan.",
            self.save,
            self.panel.reload,
        )

    def _show(self, jenis: JenisNaskah | None) -> None:
        panel = self._made.get(jenis)
        if panel is None:
            panel = (
                SuratUmumPanel(self.context) if jenis is None else NaskahPanel(self.context, jenis)
            )
            self._made[jenis] = panel
            self.stack.addWidget(panel)
            for one, following in pairwise((self.list, *panel.inputs())):
                QWidget.setTabOrder(one, following)
            panel.reload()
            panel.edited_changed.connect(lambda panel=panel: self._on_edited(panel))
        self._shown = jenis
        self.stack.setCurrentWidget(panel)
        self.contoh.show_panel(panel)
        self.edited_changed.emit()

    def _on_edited(self, panel: _Panel) -> None:
        if self._made.get(self._shown) is panel:
            self.contoh.live.touch()
            self.edited_changed.emit()
