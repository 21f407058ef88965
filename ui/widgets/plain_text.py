"""A field for several lines that takes a paste of any size without standing still."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from sopapp.domain.ribuan import ribuan
from ui.widgets.slim_scroll_bar import slim

MOST = 50_000
"""Characters in a field: twenty pages, which is also the most that is stored."""

_BROKEN = re.compile("[\x00\ud800-\udfff]")


def usable(text: str) -> str:
    """A pasted text with plain line ends, without NUL and halves of cut-off characters."""
    return _BROKEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class PlainText(QPlainTextEdit):
    """Plain text of MOST characters; what of a paste does not fit is left out, and told."""

    shortened = Signal(str)
    """A sentence: what was pasted did not fit."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        slim(self)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt: text only; a dropped file would come in as its path."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: paste or drop."""
        self.insert_fitting(usable(source.text()))

    def insert_fitting(self, text: str) -> None:
        """Put `text` in place of the selection, as much of it as there is room for."""
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = max(MOST - self.document().characterCount() + selected, 0)
        cursor.insertText(text[:room])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if len(text) > room:
            self.tell_cut(
                f"Teks yang ditempel terlalu panjang; hanya {ribuan(room)} huruf pertamanya yang "
                "dipakai."
            )

    def tell_cut(self, said: str) -> None:
        """Say it where the eyes are, and to whoever listens."""
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)
        self.shortened.emit(said)
