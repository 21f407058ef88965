"""The list of keys: what the page in front hears, then the window's actions."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMainWindow,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions.catalogue import ACTIONS
from ui.theme import scaled_font
from ui.widgets.slim_scroll_bar import slim
from ui.widgets.table_paint import PADDING, TableHead

_EVERYWHERE = (
    ("Tab, Shift+Tab", "Ke isian atau tombol berikutnya, sebelumnya"),
    ("Enter, Spasi", "Menekan tombol yang sedang dipilih"),
    ("Alt", "Membuka menu di atas; panah memilih, Enter menjalankan"),
    ("Esc", "Menutup dialog, mengosongkan saringan"),
    ("Menu, Shift+F10", "Menu dari kartu atau baris yang dipilih"),
)


class ShortcutList(QDialog):
    """Two columns, key and meaning, in groups."""

    topic = "mulai#mendapatkan-bantuan"

    def __init__(self, window: QMainWindow, page: QWidget, title: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tombol pintas")
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 98, metrics.lineSpacing() * 34)
        self.table = QTreeWidget(self)
        slim(self.table)
        self.table.setHeader(TableHead(self.table))
        self.table.header().setStretchLastSection(True)
        self.table.setColumnCount(2)
        self.table.setHeaderLabels(["Tombol", "Guna"])
        self.table.setAccessibleName("Daftar tombol pintas")
        self.table.setRootIsDecorated(False)
        self.table.setIndentation(0)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._group(f"Di halaman {title}", list(page_keys(page)))
        self._group(
            "Di mana pun",
            [(keys_text(each.keys), each.plain) for each in ACTIONS if each.keys],
        )
        self._group("Di semua isian dan dialog", list(_EVERYWHERE))
        group = self.table.topLevelItem(0)
        first = group.child(0) if group is not None else None
        if first is not None:  # no head of a group
            self.table.setCurrentItem(first)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("&Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _group(self, title: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        head = QTreeWidgetItem(self.table, [title])
        head.setFirstColumnSpanned(True)
        head.setFont(0, scaled_font(self.font(), bold=True))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        line = self.fontMetrics().lineSpacing()
        head.setSizeHint(1, QSize(0, line + 3 * PADDING))
        for keys, words in rows:
            QTreeWidgetItem(head, [f"  {keys}", words]).setSizeHint(1, QSize(0, line + PADDING))
        head.setExpanded(True)


def keys_text(keys: tuple[str, ...]) -> str:
    """The keys as the keyboard names them, several with a comma."""
    return ", ".join(_names([QKeySequence(each) for each in keys]))


def page_keys(page: QWidget) -> Iterator[tuple[str, str]]:
    """What the page hears: each act of its shortcuts and actions once, with all its keys."""
    acts: dict[str, list[QKeySequence]] = {}
    for shortcut in page.findChildren(QShortcut):
        if shortcut.isEnabled():  # else another one answers that key
            acts.setdefault(shortcut.whatsThis(), []).extend(shortcut.keys())
    for action in page.findChildren(QAction):
        words = action.text().replace("&", "").rstrip("…")
        acts.setdefault(words, []).extend(action.shortcuts())
    for words, keys in acts.items():
        if words and (names := _names(keys)):
            yield ", ".join(names), words


def _names(keys: list[QKeySequence]) -> list[str]:
    """As the keyboard names them; both of its Enter keys have one name."""
    names = (each.toString(QKeySequence.SequenceFormat.NativeText) for each in keys if each)
    return list(dict.fromkeys(name.replace("Return", "Enter") for name in names))
