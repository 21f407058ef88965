"""The navigation at the left of the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import scaled_font, tokens

_RADIUS = 7.0
_BEFORE, _BETWEEN = 12, 10  # pixels beside the icon


class NavButton(QAbstractButton):
    """An icon with a word; the page shown is marked by ground, bar and bold word.

    A `primary` button is filled: the one act that begins work. When narrow only the icon
    is drawn and the word moves into the tooltip.
    """

    def __init__(
        self, icon_name: str, text: str, parent: QWidget, *, primary: bool = False, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._primary = primary
        self._narrow = False
        self._hint = hint
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(not primary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew when the mouse comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say_hint()

    def set_narrow(self, narrow: bool) -> None:
        """Draw only the icon, or icon and word."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say_hint()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as two lines of text."""
        least = self.minimumSizeHint()
        if self._narrow:
            return least
        bold = QFontMetrics(scaled_font(self.font(), bold=True))
        icon_side = self.fontMetrics().height() + 3
        words = bold.horizontalAdvance(self.text())
        return QSize(_BEFORE + icon_side + _BETWEEN + words + _BEFORE + 2, least.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the icon, which no page may take."""
        height = round(self.fontMetrics().height() * 2.2)
        return QSize(height + 6, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the button."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            ground, ink = "", look.text
            if self._primary:
                ground, ink = look.accent, look.on_accent
            elif self.isChecked():
                ground, ink = look.accent_tint, look.accent
            elif self.underMouse():
                ground = look.border
            if ground:
                painter.setPen(Qt.PenStyle.NoPen)
                colour = QColor(ground)
                if self._primary and (self.underMouse() or self.isDown()):
                    colour = colour.lighter(112)
                painter.setBrush(colour)
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            if self.isChecked():
                painter.setBrush(QColor(look.accent))
                painter.drawRoundedRect(
                    QRectF(box.left(), box.top() + 7, 3, box.height() - 14), 1.5, 1.5
                )
            side = self.fontMetrics().height() + 3.0
            left = (self.width() - side) / 2 if self._narrow else box.left() + _BEFORE
            paint_icon(
                painter, self._icon_name, ink, QRectF(left, (self.height() - side) / 2, side, side)
            )
            if not self._narrow:
                painter.setPen(QColor(ink))
                painter.setFont(scaled_font(self.font(), bold=self._primary or self.isChecked()))
                words = box.adjusted(_BEFORE + side + _BETWEEN, 0, -6, 0)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(look.text if self._primary else look.accent), 2))
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _say_hint(self) -> None:
        words = self.text() if self._narrow else ""
        self.setToolTip(" ".join(part for part in (words, self._hint) if part))


class NavBar(QWidget):
    """A primary button, the pages, and at the foot the help."""

    chosen = Signal(str)
    """The name of a page."""
    new_asked = Signal()
    help_asked = Signal()

    def __init__(self, pages: tuple[tuple[str, str, str], ...], parent: QWidget) -> None:
        """`pages` are (name, icon, word)."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.new_button = NavButton("add", "Berkas baru", self, primary=True, hint="Ctrl+N")
        self.new_button.clicked.connect(self.new_asked)
        self.help_button = NavButton("help", "Panduan", self, hint="F1")
        self.help_button.setCheckable(False)
        self.help_button.clicked.connect(self.help_asked)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, NavButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 10)
        layout.setSpacing(3)
        layout.addWidget(self.new_button)
        layout.addSpacing(10)
        for number, (name, icon_name, word) in enumerate(pages, 1):
            button = NavButton(icon_name, word, self, hint=f"Ctrl+{number}")
            # A click only asks; the mark follows when the page may really be left.
            button.clicked.connect(lambda _on=False, page=name: self._ask(page))
            self._group.addButton(button)
            self.buttons[name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.help_button)
        self._marked = ""

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        self._marked = name
        button = self.buttons.get(name)
        if button is not None:
            button.setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only."""
        for button in (self.new_button, *self.buttons.values(), self.help_button):
            button.set_narrow(narrow)

    def _ask(self, name: str) -> None:
        before = self._marked
        self.chosen.emit(name)
        if self._marked == before:
            self.mark(before)
