"""The life of an entry from top to bottom: a line with a dot for every event."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.beda_isi import beda_isi
from sopapp.domain.dik import Perubahan
from sopapp.domain.tanggal import tanggal
from sopapp.domain.terbitan import BarisBanding, JenisKejadian, Kejadian
from ui.register.runs_html import runs_html
from ui.theme import scale_letters, tokens
from ui.widgets.breakable import breakable
from ui.widgets.slim_scroll_bar import slim

_TONES = {
    JenisKejadian.DITETAPKAN: "accent",
    JenisKejadian.DIUBAH: "accent",
    JenisKejadian.DIPERTAHANKAN: "accent",
    JenisKejadian.DIBUKA: "ok",
    JenisKejadian.BERAKHIR: "danger",
}


class TimelineView(QScrollArea):
    """Shows events, oldest first, with the words that changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.events: tuple[Kejadian, ...] = ()
        super().__init__(parent)
        self.setAccessibleName("Riwayat informasi")
        self.setWidgetResizable(True)
        slim(self)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_events(self, events: Sequence[Kejadian]) -> None:
        """Show these events instead of what is shown."""
        self.events = tuple(events)
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        box = QVBoxLayout(body)
        box.setContentsMargins(10, 10, 14, 10)
        box.setSpacing(0)
        for number, event in enumerate(self.events):
            box.addWidget(_EventRow(event, number == 0, number == len(self.events) - 1))
        box.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(0)

    def lines(self) -> tuple[str, ...]:
        """What each event says, as a reader sees it."""
        return tuple(row.words for row in self.findChildren(_EventRow))

    def changed_words(self) -> str:
        """The words that changed in any event, as rich text with their marks."""
        return "\n".join(row.changes for row in self.findChildren(_EventRow) if row.changes)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.events:
            self.show_events(self.events)


class _EventRow(QWidget):
    """One event; paints its part of the line."""

    def __init__(self, event: Kejadian, first: bool, last: bool) -> None:
        super().__init__()
        self._ends = (first, last)
        self._tone = _TONES.get(event.jenis, "path")
        self._head = QLabel(f"{tanggal(event.hari)} · {event.jenis.label}")
        scale_letters(self._head, bold=True)
        text = QLabel(breakable(event.keterangan))
        box = QVBoxLayout(self)
        box.setContentsMargins(round(self._rail * 1.7), 0, 0, 10)
        box.setSpacing(1)
        for label in (self._head, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            box.addWidget(label)
        self.changes = self._changes(event)
        self.words = f"{self._head.text()}\n{event.keterangan}"
        if self.changes:
            words = QLabel(self.changes)
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setWordWrap(True)
            box.addWidget(words)
        for label in self.findChildren(QLabel):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the line and the dot."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x = self._rail * 0.75
            middle = self._head.geometry().top() + self.fontMetrics().height() / 2
            first, last = self._ends
            painter.setPen(QPen(QColor(look.border), 2))
            top = middle if first else 0.0
            painter.drawLine(QPointF(x, top), QPointF(x, middle if last else self.height()))
            painter.setPen(QPen(QColor(look.field), 2))
            painter.setBrush(QColor(getattr(look, self._tone)))
            radius = self._rail * 0.38
            painter.drawEllipse(QPointF(x, middle), radius, radius)

    @property
    def _rail(self) -> float:
        return self.fontMetrics().height() * 0.9

    def _changes(self, event: Kejadian) -> str:
        """The parts that changed, when there was something before and something after."""
        if event.sebelum is None or event.sesudah is None:
            return ""
        row = BarisBanding(Perubahan.UBAH, 0, "", "", event.sebelum, event.sesudah)
        look = tokens(self)
        return "<br>".join(
            f"{escape(part.label)}: {runs_html(part.beda.gabung, look)}" for part in beda_isi(row)
        )
