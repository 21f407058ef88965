"""Every text can be read in light and in dark (WCAG 2 AA)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.theme import DARK, LIGHT, Theme, make_palette, scale_letters, tokens
from ui.widgets.date_edit import DateEdit

GROUNDS = ("surface", "panel", "card", "field", "off_path")


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    value = QColor(colour)
    return (
        0.2126 * linear(value.redF())
        + 0.7152 * linear(value.greenF())
        + 0.0722 * linear(value.blueF())
    )


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_aa_contrast_on_every_ground(look):
    weak = []
    for ink in ("text", "muted", "accent", "danger", "warn", "ok"):
        grounds = [getattr(look, name) for name in GROUNDS]
        grounds += [look.accent_tint, *look.lanes]
        if ink in ("danger", "warn", "ok"):
            grounds.append(getattr(look, f"{ink}_tint"))
        weak += [(ink, ground) for ground in grounds if contrast(getattr(look, ink), ground) < 4.5]
    assert weak == []
    assert contrast(look.on_accent, look.accent) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_arrows_can_be_seen_on_every_lane(look):
    assert all(contrast(look.path, lane) >= 2.5 for lane in (*look.lanes, look.surface))


def test_the_scheme_of_the_system_is_followed_while_running(qapp, qtbot):
    theme = qapp.findChild(Theme)
    widget = QWidget()
    qtbot.addWidget(widget)
    seen = []

    def switch() -> None:
        theme.apply(Qt.ColorScheme.Dark)
        QTimer.singleShot(0, look)

    def look() -> None:
        seen.append(tokens(widget))
        theme.apply(Qt.ColorScheme.Light)
        QTimer.singleShot(0, qapp.quit)

    # Qt passes a palette on to widgets only while the application runs.
    QTimer.singleShot(0, switch)
    qapp.exec()
    assert seen == [DARK]
    assert tokens(widget) is LIGHT


def test_palette_selection_is_readable():
    palette = make_palette(DARK)
    role = QPalette.ColorRole
    pair = palette.color(role.HighlightedText).name(), palette.color(role.Highlight).name()
    assert contrast(*pair) >= 4.5


def test_the_outline_of_inputs_is_seen_on_what_they_stand_on():
    """WCAG 1.4.11: 3:1."""
    for look in (LIGHT, DARK):
        for ground in (look.surface, look.panel, look.card, look.field):
            assert contrast(look.outline, ground) >= 3.0, ground


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_inputs_are_drawn_with_that_outline(qapp, qtbot, scheme):
    theme = qapp.findChild(Theme)
    theme.apply(scheme)
    try:
        look = LIGHT if scheme is Qt.ColorScheme.Light else DARK
        board = QWidget()
        qtbot.addWidget(board)
        box = QVBoxLayout(board)
        box.addWidget(QPushButton("Yang pertama mendapat fokus"))
        inputs = [each() for each in (
            QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QCheckBox,
        )]  # fmt: skip
        for each in inputs:
            box.addWidget(each)
        board.show()
        picture = board.grab().toImage()
        for each in inputs:
            place = each.geometry()
            edge = picture.pixelColor(place.left(), place.center().y()).name()
            assert contrast(edge, look.surface) >= 3.0, (type(each).__name__, edge)
            assert tokens(each) is look
    finally:
        theme.apply(Qt.ColorScheme.Light)


def test_what_is_chosen_in_a_list_is_tinted_and_its_ticks_are_seen(qapp, qtbot):
    theme = qapp.findChild(Theme)
    theme.apply(Qt.ColorScheme.Dark)
    try:
        shown = QListWidget()
        qtbot.addWidget(shown)
        tick = QListWidgetItem("Pilihan", shown)
        tick.setCheckState(Qt.CheckState.Unchecked)
        shown.show()
        role = QPalette.ColorRole
        assert shown.palette().color(role.Highlight).name() == DARK.accent_tint
        assert shown.palette().color(role.HighlightedText).name() == DARK.text
        tree = QTreeWidget()
        qtbot.addWidget(tree)
        tree.show()
        assert tree.header().palette().color(role.Window).name() == DARK.surface
        picture = shown.viewport().grab().toImage()
        row = shown.visualItemRect(tick)
        seen = {picture.pixelColor(x, row.center().y()).name() for x in range(row.height())}
        assert max(contrast(each, DARK.field) for each in seen) >= 3.0
    finally:
        theme.apply(Qt.ColorScheme.Light)


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_days_off_can_be_read_in_the_calendar_of_a_date(qapp, qtbot, scheme):
    theme = qapp.findChild(Theme)
    theme.apply(scheme)
    try:
        field = DateEdit()
        qtbot.addWidget(field)
        calendar = field.calendarWidget()
        look = tokens(calendar)
        ink = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
        assert look.dark is (scheme is Qt.ColorScheme.Dark)
        assert contrast(ink, look.field) >= 4.5
    finally:
        theme.apply(Qt.ColorScheme.Light)


def test_scaled_letters_follow_the_desktop(qtbot):
    application = QApplication.instance()
    before = application.font()
    theme = Theme(application)
    title = QLabel("Judul")
    qtbot.addWidget(title)
    scale_letters(title, 1.5, bold=True)
    larger = QFont(before)
    larger.setPointSizeF(20)
    try:
        application.setFont(larger)
        assert title.font().pointSizeF() == 30
        assert title.font().weight() == QFont.Weight.DemiBold
    finally:
        application.setFont(before)
        theme.deleteLater()


class _Told(QObject):
    """Counts how often what it watches is told of other colours."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.PaletteChange
        return False


def test_a_window_made_at_the_start_is_not_coloured_twice(qtbot):
    application = QApplication.instance()
    theme = Theme(application)
    window, told = QWidget(), _Told()
    qtbot.addWidget(window)
    window.show()
    window.installEventFilter(told)
    for _turn in range(5):
        application.processEvents()
    assert told.times == 0
    theme.apply(Qt.ColorScheme.Light)
    qtbot.waitUntil(lambda: told.times > 0)
    theme.deleteLater()


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_the_icon_of_the_chosen_entry_is_seen_in_a_menu(qapp, qtbot, scheme):
    theme = Theme(qapp)
    theme.apply(scheme)
    try:
        menu = QMenu()
        qtbot.addWidget(menu)
        menu.addAction(icon("print", menu), "Cetak")
        menu.setActiveAction(menu.actions()[0])
        shown = menu.grab().toImage()
        colours = {
            shown.pixelColor(x, y).name()
            for x in range(4, 28)  # the icon, before the words
            for y in range(4, shown.height() - 4)
        }
        ground = menu.palette().highlight().color().name()
        assert ground in colours
        assert max(contrast(ground, colour) for colour in colours) >= 4.5
    finally:
        theme.apply(Qt.ColorScheme.Light)
        theme.deleteLater()
