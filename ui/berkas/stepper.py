"""The stages in a row, letters and history at the end: where the berkas is, what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.berkas.panel_numbers import HISTORY, SURAT
from ui.icons import paint_icon
from ui.theme import scaled_font, tokens

_PAD, _BETWEEN, _AFTER = 10.0, 8.0, 6.0  # pixels: before the badge, the words, the edge
_SMALL = 0.88  # of the font: the line below the name
_PICTURES = {HISTORY: "history", SURAT: "letter"}
"""The icons of what is no stage."""


class StageState(StrEnum):
    """How far a stage is."""

    DONE = "selesai"
    CURRENT = "sedang berjalan"
    TODO = "belum"


@dataclass(frozen=True, slots=True)
class StageMark:
    """What the stepper says of one stage, or of a section at its end (see panel_numbers)."""

    number: int
    name: str
    detail: str
    state: StageState


class StageButton(QAbstractButton):
    """One stage: its number or a tick, its name and a line below."""

    def __init__(self, mark: StageMark, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.mark = mark
        self.show_mark(mark)

    def show_mark(self, mark: StageMark) -> None:
        """Say something else."""
        self.mark = mark
        self.setText(mark.name)
        stage = mark.number not in _PICTURES
        said = f"Tahap {mark.number} {mark.name}, {mark.state.value}" if stage else mark.name
        self.setAccessibleName(f"{said}. {mark.detail}" if mark.detail else said)
        self.setToolTip(f"{mark.name}: {mark.detail}" if mark.detail else mark.name)
        self.update()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: two lines high, and no narrower than the name or the short detail."""
        metrics = self.fontMetrics()
        stage = self.mark.number not in _PICTURES
        name = QFontMetricsF(scaled_font(self.font(), bold=stage)).horizontalAdvance(self.text())
        small = QFontMetricsF(scaled_font(self.font(), _SMALL))
        below = small.horizontalAdvance(self.short_detail())
        width = ceil(_PAD + self._side() + _BETWEEN + max(name, below) + _AFTER) + 1
        return QSize(width, round(metrics.height() * 2.1) + 16)

    def short_detail(self) -> str:
        """The date alone of e.g. `selesai 17 Nov 2026`: the badge tells done from due; `2 hk`."""
        detail = self.mark.detail
        if detail[:1].isdigit():
            return detail.replace("hari kerja", "hk")
        return detail.partition(" ")[2] or detail

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: left and right belong to the row, which walks along the stages."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the stage."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            ground = look.accent_tint if self.isChecked() else look.card
            border = look.accent if self.isChecked() or self.hasFocus() else look.border
            painter.setPen(QPen(QColor(border), 2.0 if self.hasFocus() else 1.0))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(area, 6, 6)
            self._draw_badge(painter)
            self._draw_words(painter)

    def _side(self) -> float:
        return self.fontMetrics().height() * 1.5

    def _draw_badge(self, painter: QPainter) -> None:
        look, side, state = tokens(self), self._side(), self.mark.state
        badge = QRectF(_PAD, (self.height() - side) / 2, side, side)
        picture = _PICTURES.get(self.mark.number)
        if picture is not None:
            paint_icon(painter, picture, look.muted, badge.adjusted(3, 3, -3, -3))
            return
        fill = {StageState.DONE: look.ok_tint, StageState.CURRENT: look.accent}.get(
            state, look.panel
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawEllipse(badge)
        if state is StageState.DONE:
            paint_icon(painter, "check", look.ok, badge.adjusted(4, 4, -4, -4))
            return
        painter.setPen(QColor(look.on_accent if state is StageState.CURRENT else look.muted))
        painter.setFont(scaled_font(self.font(), 1.0, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self.mark.number))

    def _draw_words(self, painter: QPainter) -> None:
        look, left = tokens(self), _PAD + self._side() + _BETWEEN
        width = self.width() - left - _AFTER
        elide = Qt.TextElideMode.ElideRight
        done_or_here = self.mark.state is not StageState.TODO or self.isChecked()
        name_font = scaled_font(self.font(), 1.0, bold=self.mark.state is StageState.CURRENT)
        small = scaled_font(self.font(), _SMALL)
        painter.setFont(name_font)
        name_metrics = painter.fontMetrics()
        painter.setFont(small)
        small_metrics = painter.fontMetrics()
        lines = name_metrics.height() + (small_metrics.height() if self.mark.detail else 0)
        top = (self.height() - lines) / 2
        painter.setFont(name_font)
        painter.setPen(QColor(look.text if done_or_here else look.muted))
        painter.drawText(
            QRectF(left, top, width, name_metrics.height()),
            Qt.AlignmentFlag.AlignVCenter,
            name_metrics.elidedText(self.mark.name, elide, int(width)),
        )
        if self.mark.detail:
            painter.setFont(small)
            painter.setPen(QColor(look.muted))
            detail = self.mark.detail
            if small_metrics.elidedText(detail, elide, int(width)) != detail:
                detail = self.short_detail()
            painter.drawText(
                QRectF(left, top + name_metrics.height(), width, small_metrics.height()),
                Qt.AlignmentFlag.AlignVCenter,
                small_metrics.elidedText(detail, elide, int(width)),
            )


class Stepper(QWidget):
    """The stages, letters and history; left and right move, Space or a click looks there."""

    asked = Signal(int)
    """The number of the panel that the user wants to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tahap berkas")
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._buttons: dict[int, StageButton] = {}

    def show_marks(self, marks: Sequence[StageMark], looked_at: int) -> None:
        """Say where everything stands and which stage is looked at."""
        for mark in marks:
            button = self._buttons.get(mark.number)
            if button is None:
                button = self._add(mark)
            button.show_mark(mark)
        chosen = self._buttons.get(looked_at)
        if chosen is not None:
            chosen.setChecked(True)

    def button(self, number: int) -> StageButton:
        """The button of a panel."""
        return self._buttons[number]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: left and right walk along the stages."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        order = list(self._buttons.values())
        here = next((i for i, button in enumerate(order) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, mark: StageMark) -> StageButton:
        button = StageButton(mark, self)
        self._buttons[mark.number] = button
        self._group.addButton(button)
        self._row.addWidget(button)  # a stretch would not heed how wide the name is
        button.clicked.connect(lambda: self.asked.emit(button.mark.number))
        return button
