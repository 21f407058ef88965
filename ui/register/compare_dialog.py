"""Bandingkan versi: what a later Keputusan made of the list of an earlier one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.tanggal import tanggal_pendek
from sopapp.domain.terbitan import Perbandingan, Terbitan
from sopapp.services.perbandingan import ringkasan
from ui.errors import guard
from ui.register.compare_model import CompareModel
from ui.register.compare_table import CompareTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.toned import TonedLabel, row
from ui.widgets.wait_cursor import wait_cursor

if TYPE_CHECKING:
    from sopapp.documents.list_content import PerbandinganDaftar
    from ui.context import UiContext

_LETTERS, _MOST_LETTERS = 36, 60


class CompareDialog(QDialog):
    """Two versions to choose, their differences side by side, and a print of them."""

    topic = "daftar-informasi#membandingkan-versi"

    def __init__(
        self, context: UiContext, versions: tuple[Terbitan, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._found: Perbandingan | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Bandingkan versi daftar")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setSizeGripEnabled(True)
        self.older = self._versions("Versi lama", versions, len(versions) - 2)
        self.newer = self._versions("Versi baru", versions, len(versions) - 1)
        self.only_changed = QCheckBox("&Hanya yang berubah", self)
        self.only_changed.setChecked(True)
        self.only_changed.toggled.connect(lambda _on: self._show())
        self.counts = TonedLabel("", "muted")
        self.model = CompareModel(self)
        self.table = CompareTable(self.model, self)
        self._nothing = EmptyState("check", "Tidak ada yang berubah", "", "", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.print_button = QPushButton("&Cetak/PDF…", self)
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self.print)
        self._close = QPushButton("T&utup", self)
        self._close.clicked.connect(self.reject)
        self._close.setDefault(True)
        self._arrange()
        self.compare()

    def compare(self) -> None:
        """Compare the two versions chosen, the earlier one at the left."""
        self._found = None
        older, newer = self.older.currentData(), self.newer.currentData()
        if older == newer:
            self._blank("Pilih dua versi yang berlainan", "")
            return
        with guard(self, self._context.prompts), wait_cursor():
            self._found = self._context.app.perbandingan.compare(older, newer)
        self._show()

    def print(self) -> None:
        """Show the comparison as sheets, to print or save."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem, file_name

        found = self._found
        if found is None:
            return
        title = f"Perbandingan {found.lama.nomor} dan {found.baru.nomor}"
        item = PreviewItem(
            title=title,
            file_name=file_name(title),
            source=lambda: self._sheets(found),
            note="Yang dicetak hanya informasi yang berubah.",
        )
        PreviewDialog(self._context, [item], self).open()

    def _sheets(self, found: Perbandingan) -> PerbandinganDaftar:
        from sopapp.documents.printable import printable_perbandingan

        composed = self._context.app.perbandingan.compose(found.lama.id, found.baru.id)
        return printable_perbandingan(composed)

    def _versions(self, name: str, versions: tuple[Terbitan, ...], chosen: int) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setAccessibleDescription(
            "Keputusan yang daftarnya dibandingkan; dalam kurung banyaknya informasi."
        )
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for version in versions:
            words = f"{version.nomor}, {tanggal_pendek(version.tanggal)} ({version.jumlah})"
            combo.addItem(words, version.id)
            combo.setItemData(combo.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        longest = max((len(combo.itemText(n)) for n in range(combo.count())), default=0)
        combo.setMinimumContentsLength(min(max(longest, _LETTERS), _MOST_LETTERS))
        combo.setCurrentIndex(max(chosen, 0))
        combo.currentIndexChanged.connect(lambda _index: self.compare())
        return combo

    def _arrange(self) -> None:
        older, newer = QLabel("Versi &lama", self), QLabel("Versi &baru", self)
        older.setBuddy(self.older)
        newer.setBuddy(self.newer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        choice = row(older, self.older, newer, self.newer, None)
        choice.insertSpacing(2, 14)
        layout.addLayout(choice)
        counts = row(self.counts, self.only_changed)
        counts.setStretch(0, 1)
        layout.addLayout(counts)
        layout.addWidget(self._stack, 1)
        layout.addLayout(row(None, self.print_button, self._close))
        room = self.screen().availableGeometry().size()
        metrics = self.fontMetrics()
        self.resize(
            min(metrics.averageCharWidth() * 200, room.width() - 60),
            min(metrics.lineSpacing() * 38, room.height() - 80),
        )

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self.counts.say(ringkasan(found))
        self.model.columns = (
            *self.model.columns[:2],
            *(
                replace(column, title=f"{word}: {version.nomor}")
                for column, word, version in zip(
                    self.model.columns[2:],
                    ("Versi lama", "Versi baru"),
                    (found.lama, found.baru),
                    strict=True,
                )
            ),
        )
        self.model.compare(found.baris, only_changed=self.only_changed.isChecked())
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
            self.print_button.setEnabled(True)
        else:
            self._blank("Tidak ada yang berubah", "Isi kedua versi ini sama.")

    def _blank(self, title: str, text: str) -> None:
        if self._found is None:
            self.counts.say("")
        self._nothing.say(title, text, "")
        self._stack.setCurrentWidget(self._nothing)
        self.print_button.setEnabled(False)
