"""What can be read in the window in front, and the widgets found by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from ui.main_window import MainWindow


class Eyes:
    """Finds widgets by the words a user reads on them; what is hidden is not there."""

    window: MainWindow

    @property
    def top(self) -> QWidget:
        """The window that takes the input now."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def see(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """The visible widgets of a kind in the front window."""
        top = self.top
        return [each for each in top.findChildren(kind) if each.isVisibleTo(top)]

    @property
    def words(self) -> str:
        """Everything that can be read in the front window."""
        parts = [self.top.windowTitle()]
        for each in self.see():
            if isinstance(each, QLabel):
                text = each.text().replace("\u200b", "")
                parts.append(plain(text) if each.buddy() else text)
            elif isinstance(each, QAbstractButton):
                parts.append(plain(each.text()))
            elif isinstance(each, QLineEdit):
                parts.append(each.text())
            elif isinstance(each, QPlainTextEdit):
                parts.append(each.toPlainText())
        return "\n".join(part for part in parts if part)

    def reads(self, text: str) -> bool:
        """Whether this can be read in the front window."""
        return " ".join(text.split()) in " ".join(self.words.split())

    def button(self, words: str) -> QAbstractButton:
        """The button that says exactly this, or begins so."""
        buttons = [each for each in self.see(QAbstractButton) if _said(each)]
        found = [each for each in buttons if words in _said(each)]
        found = found or [each for each in buttons if _said(each)[0].startswith(words)]
        assert len(found) == 1, f"{len(found)} × “{words}” in:\n{self.words}"
        return found[0]

    def field(self, name: str) -> QWidget:
        """The input with this label."""
        found = [
            each
            for each in self.see()
            if each.accessibleName() == name and not isinstance(each, QLabel | QAbstractButton)
        ]
        found = [
            one
            for one in found
            if not any(one.isAncestorOf(other) for other in found if other is not one)
        ]
        assert len(found) == 1, f"{len(found)} × isian “{name}” in:\n{self.words}"
        return found[0]

    def table(self, name: str) -> list[tuple[str, ...]]:
        """The rows of a table as they read."""
        model = self.field(name).model()
        columns = range(model.columnCount())
        return [
            tuple(str(model.index(row, column).data() or "") for column in columns)
            for row in range(model.rowCount())
        ]

    def column(self, name: str, title: str) -> list[str]:
        """The cells of a table below the head with this title."""
        model = self.field(name).model()
        heads = [
            model.headerData(number, Qt.Orientation.Horizontal)
            for number in range(model.columnCount())
        ]
        return [row[heads.index(title)] for row in self.table(name)]

    def letters_shared(self) -> dict[str, list[str]]:
        """Alt letters that more than one thing in the front window answers to."""
        takers: dict[str, list[str]] = {}
        for text in self._mnemonic_texts():
            letter = re.search(r"&(\w)", text.replace("&&", ""))
            if letter:
                takers.setdefault(letter[1].upper(), []).append(plain(text))
        return {letter: texts for letter, texts in takers.items() if len(texts) > 1}

    def _mnemonic_texts(self) -> Iterator[str]:
        for each in self.see():
            if isinstance(each, QAbstractButton) or (isinstance(each, QLabel) and each.buddy()):
                yield each.text()
            elif isinstance(each, QTabBar):
                yield from (each.tabText(n) for n in range(each.count()))


def plain(text: str) -> str:
    """Words of a button or label without the marks of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _said(button: QAbstractButton) -> list[str]:
    """How a user knows a button: its words, else its tooltip."""
    return [each for each in (plain(button.text()), button.toolTip()) if each]
