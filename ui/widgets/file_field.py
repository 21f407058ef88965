"""A field that takes one file, by button or by drop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme import tokens
from ui.widgets.field_group import FieldGroup
from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from ui.prompts import Prompts


_SCANS = "Pindaian (*.pdf *.jpg *.jpeg *.png)"
_EDGE = 6  # pixels above and below the button
_SCAN_SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png")


def scan_field(prompts: Prompts, title: str) -> FileField:
    """A field for the scan of a signed letter."""
    return FileField(prompts, title, _SCANS, _SCAN_SUFFIXES)


class FileField(FieldGroup):
    """Holds the path of a chosen file; the file itself is only read, never moved."""

    changed = Signal()

    def __init__(
        self,
        prompts: Prompts,
        title: str,
        filters: str,
        suffixes: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._title = title
        self._filters = filters
        self._suffixes = suffixes
        self._path: Path | None = None
        self._invitation = "Belum ada; pilih atau seret ke sini."
        self.setObjectName("fileField")
        self.setAcceptDrops(True)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.button = IconButton("Pil&ih file…")
        self.button.setAccessibleName(title)
        self.button.clicked.connect(self.choose)
        self._clear = QPushButton("Lepaskan")
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(lambda: self.set_path(None))
        self.view_button = QPushButton("&Lihat")
        self.view_button.setAutoDefault(False)
        self.view_button.setAccessibleName("Lihat file yang tersimpan")
        self.view_button.setToolTip("Lihat file yang tersimpan")
        self.view_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, _EDGE, 6, _EDGE)
        self.above = _EDGE
        row.addWidget(self._label, 1)
        row.addWidget(self.view_button)
        row.addWidget(self._clear)
        row.addWidget(self.button)
        self.lead = self.button
        self.set_path(None)

    @property
    def path(self) -> Path | None:
        """The chosen file."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Choose `path`, or nothing."""
        self._path = path
        self._label.setText(path.name if path else self._invitation)
        self._label.setToolTip(str(path) if path else "")
        self._clear.setVisible(path is not None)
        self.changed.emit()

    def invite(self, text: str) -> None:
        """What stands here while nothing is chosen."""
        self._invitation = text
        if self._path is None:
            self._label.setText(text)

    def offer_stored(self, view: Callable[[], None]) -> None:
        """There is a file already: "Lihat" calls `view`, and a chosen file takes its place."""
        self.invite("Pilih atau seret file pengganti ke sini.")
        self.view_button.clicked.connect(lambda _on=False: view())
        self.view_button.show()

    def choose(self) -> None:
        """Ask for a file."""
        path = self._prompts.open_file(self, self._title, self._filters)
        if path is not None:
            self.set_path(path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: a dashed edge, as where files can be dropped."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens(self).outline), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: take one file of a fitting kind."""
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: keep answering while the file hovers."""
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: the file is taken, after the drop: the program that it comes from waits for that."""
        path = self._dropped(event)
        if path is not None:
            self._answer(event)
            QTimer.singleShot(0, self, partial(self.set_path, path))

    def _answer(self, event: QDropEvent) -> None:
        if self._dropped(event) is None:
            event.ignore()
            return
        # Always a copy: with Shift held, a "move" would make the file manager delete the file.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        fits = not self._suffixes or path.suffix.lower() in self._suffixes
        return path if fits and path.is_file() else None
