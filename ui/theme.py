"""The looks: Fusion with an own palette, light and dark, following the system's scheme.

Every colour of the program stands here. Text tokens reach WCAG AA (4.5:1) on `surface`,
`card` and on the tint of their own name; tests compute it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

_LETTERS = "letters"  # a widget's property: factor and bold
_HALF = 128  # lightness of a colour half way between black and white
_INPUTS = (
    "QAbstractSpinBox", "QCheckBox", "QComboBox", "QLineEdit", "QPlainTextEdit", "QRadioButton",
    "QTextEdit",
)  # fmt: skip
_BUTTONS = ("QPushButton", "QToolButton")
_LISTS = ("QListView", "QTableWidget", "QTreeView", "QMenu")
"""No name here may stand for a class that inherits another one named: Qt takes either."""
_DARKENED = 140  # percent: Fusion draws an outline that much darker than the window
_BUTTON_IN_THE_DARK = "#4c5460"


class Tokens(NamedTuple):
    """Colours by what they mean, as `#rrggbb`.

    `danger` is late or destructive, `warn` due today or lacking, `ok` on time or done; each
    has a `_tint` to lie under it. `lanes` are the calm backgrounds of the four lanes.
    `border` parts one ground from another; `outline` goes around what is typed in or ticked and
    reaches 3:1 (WCAG 1.4.11).
    """

    dark: bool
    surface: str
    panel: str
    card: str
    field: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_tint: str
    on_accent: str
    danger: str
    danger_tint: str
    warn: str
    warn_tint: str
    ok: str
    ok_tint: str
    path: str
    off_path: str
    hatch: str
    lanes: tuple[str, str, str, str]


LIGHT = Tokens(
    dark=False,
    surface="#f3f5f8",
    panel="#e9edf2",
    card="#ffffff",
    field="#ffffff",
    border="#cdd4de",
    outline="#78808d",
    text="#1b2430",
    muted="#515c6d",
    accent="#1d5b9f",
    accent_tint="#dbe8f7",
    on_accent="#ffffff",
    danger="#a8201a",
    danger_tint="#fce9e7",
    warn="#7a4d00",
    warn_tint="#fdf1d6",
    ok="#1d6439",
    ok_tint="#e2f3e8",
    path="#7d93b2",
    off_path="#eceff3",
    hatch="#dde2e9",
    lanes=("#e8effa", "#e7f3ee", "#f2ecf9", "#faf1e4"),
)

DARK = Tokens(
    dark=True,
    surface="#1a1d22",
    panel="#21252b",
    card="#2b3038",
    field="#272c33",
    border="#434a56",
    outline="#727b88",
    text="#e9ecf0",
    muted="#aab3c0",
    accent="#86b8f2",
    accent_tint="#26384e",
    on_accent="#0d2138",
    danger="#ff9b93",
    danger_tint="#45262a",
    warn="#f2c26b",
    warn_tint="#3d3320",
    ok="#86d3a2",
    ok_tint="#213a2c",
    path="#6d83a3",
    off_path="#1e2126",
    hatch="#2a2e35",
    lanes=("#222c3a", "#1f302b", "#2c2738", "#352d22"),
)


def tokens(source: QWidget | QPalette) -> Tokens:
    """The tokens that fit the palette of a widget; read them anew at each PaletteChange."""
    palette = source if isinstance(source, QPalette) else source.palette()
    # Not Window: inputs and paper have one of their own.
    dark = palette.color(QPalette.ColorRole.Mid).lightness() < _HALF
    return DARK if dark else LIGHT


def make_palette(look: Tokens) -> QPalette:
    """A full palette for Fusion out of the tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: look.surface,
        role.WindowText: look.text,
        role.Base: look.field,
        role.AlternateBase: look.panel,
        role.Text: look.text,
        role.Button: look.panel,
        role.ButtonText: look.text,
        role.BrightText: look.danger,
        role.ToolTipBase: look.card,
        role.ToolTipText: look.text,
        role.PlaceholderText: look.muted,
        role.Highlight: look.accent,
        role.HighlightedText: look.on_accent,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Accent: look.accent,
        role.Light: look.card,
        role.Midlight: look.panel,
        role.Mid: look.border,
        role.Dark: look.path,
        role.Shadow: look.border,
    }
    palette = QPalette()
    for key, value in colours.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(look.muted)
        faded.setAlphaF(0.7)
        palette.setColor(QPalette.ColorGroup.Disabled, key, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(look.border))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(look.muted))
    return palette


def _bar_palette(look: Tokens) -> QPalette:
    """For scroll bars in the dark, where Fusion draws the handle darker than its groove."""
    palette = make_palette(look)
    palette.setColor(QPalette.ColorRole.Base, QColor(look.surface))
    palette.setColor(QPalette.ColorRole.Button, QColor(look.border))
    return palette


def _outlined_palette(look: Tokens, outline: str) -> QPalette:
    """With another outline: Fusion makes it out of the window's colour, darkened."""
    palette = make_palette(look)
    palette.setColor(QPalette.ColorRole.Window, QColor(outline).lighter(_DARKENED))
    return palette


def _list_palette(look: Tokens) -> QPalette:
    """For lists and menus: what is chosen is tinted as in the tables, ticks have an outline."""
    palette = _outlined_palette(look, look.outline)
    palette.setColor(QPalette.ColorRole.Highlight, QColor(look.accent_tint))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(look.text))
    return palette


def scaled_font(font: QFont, factor: float = 1.0, *, bold: bool = False) -> QFont:
    """A copy of the system's font, larger or smaller by `factor`."""
    copy = QFont(font)
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(round(font.pixelSize() * factor))
    if bold:
        copy.setWeight(QFont.Weight.DemiBold)
    return copy


def scale_letters(widget: QWidget, factor: float = 1.0, *, bold: bool = False) -> None:
    """Give `widget` the program's letters, larger or smaller by `factor`, for good.

    `Theme` does so again when the desktop's font changes, which a font that was set would miss.
    """
    widget.setProperty(_LETTERS, (factor, bold))
    widget.setFont(scaled_font(QApplication.font(widget), factor, bold=bold))


class Theme(QObject):
    """Keeps palette and letters in step with the system's light or dark scheme and its font."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        self._colour(hints.colorScheme())
        application.fontChanged.connect(self._scale_anew)

    def _scale_anew(self) -> None:
        for widget in self._application.allWidgets():
            kept = widget.property(_LETTERS)
            if kept is not None:
                factor, bold = kept
                scale_letters(widget, factor, bold=bold)

    def apply(self, scheme: Qt.ColorScheme) -> None:
        """Use the palette for `scheme` from now on; an unknown scheme is light."""
        self._colour(scheme)
        # Qt tells a page before the labels on it, which then still have the old colours: tell
        # all once more when every one has its own new ones; what nobody sees after the paint.
        _tell(widget for widget in self._application.allWidgets() if widget.isVisible())
        QTimer.singleShot(0, self, lambda: _tell(self._application.allWidgets()))

    def _colour(self, scheme: Qt.ColorScheme) -> None:
        look = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._application.setPalette(make_palette(look))
        # Fusion is made for light windows; `setPalette` above took these away.
        own = dict.fromkeys(_INPUTS, _outlined_palette(look, look.outline))
        own |= dict.fromkeys(_LISTS, _list_palette(look))
        own["QHeaderView"] = make_palette(look)  # else it would have that of its list
        if look.dark:
            own |= dict.fromkeys(_BUTTONS, _outlined_palette(look, _BUTTON_IN_THE_DARK))
            own["QScrollBar"] = _bar_palette(look)
        for name, palette in own.items():
            # The stub says bytes, which PySide refuses.
            self._application.setPalette(palette, name)  # type: ignore[arg-type]


def _tell(widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        QCoreApplication.postEvent(widget, QEvent(QEvent.Type.PaletteChange))
