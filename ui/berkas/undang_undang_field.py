"""The other law of a ground: found in the catalogue by number, year or word, or typed freely."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from sopapp.domain.katalog import UndangUndang, kunci_kutipan

_MOST = 12
"""Laws offered at once."""


class _Completer(QCompleter):
    """Offers what its model holds and types the law's full words."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Qt: what is typed for a choice."""
        return str(index.data(Qt.ItemDataRole.UserRole) or "")


class UndangUndangField(QLineEdit):
    """Any text is allowed; while typing, the catalogue's laws that hold every word are offered."""

    def __init__(self) -> None:
        super().__init__()
        self._laws: tuple[UndangUndang, ...] = ()
        self._offered = QStandardItemModel(self)
        completer = _Completer(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def set_laws(self, laws: Iterable[UndangUndang]) -> None:
        """The catalogue to choose from."""
        self._laws = tuple(laws)

    def text_of_law(self) -> str:
        """What stands here, on one line."""
        return " ".join(self.text().split())

    @property
    def known(self) -> bool:
        """Whether the catalogue has this very law."""
        key = kunci_kutipan(self.text())
        return any(kunci_kutipan(law.kutipan) == key for law in self._laws)

    def found(self, text: str) -> list[UndangUndang]:
        """The laws that hold every word of `text`, as a number, a year or the start of a word."""
        words = text.casefold().split()
        if not words:
            return list(self._laws[:_MOST])
        return [law for law in self._laws if _holds(law, words)][:_MOST]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the down key offers the catalogue before anything is typed."""
        if event.key() == Qt.Key.Key_Down and not self._popup().isVisible():
            self._offer(self.text())
            self.completer().complete()
            return
        super().keyPressEvent(event)

    def _offer(self, text: str) -> None:
        self._offered.clear()
        for law in self.found(text):
            short = f"{law.singkatan} – {law.kutipan}" if law.singkatan else law.kutipan
            item = QStandardItem(short)
            item.setData(law.kutipan, Qt.ItemDataRole.UserRole)
            item.setToolTip(law.kutipan)
            self._offered.appendRow(item)
        least = self.fontMetrics().averageCharWidth() * 70
        self._popup().setMinimumWidth(max(self.width(), least))

    def _popup(self) -> QAbstractItemView:
        popup = self.completer().popup()
        assert popup is not None
        return popup


def _holds(law: UndangUndang, words: list[str]) -> bool:
    parts = f"{law.singkatan} {law.kutipan}".casefold().replace("-", " ").split()
    full = f"{law.singkatan} {law.kutipan}".casefold()
    return all(
        any(part == word if word.isdigit() and len(word) < 4 else part.startswith(word)
            for part in parts) or (not word.isdigit() and word in full)
        for word in words
    )  # fmt: skip
