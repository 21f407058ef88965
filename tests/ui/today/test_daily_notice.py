"""The number on the task bar and the one message a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from sopapp.services.setting import GeneralSettings
from tests.conftest import TODAY
from ui.today import daily_notice
from ui.today.daily_notice import DailyNotice, system_tray


class FakeTray(QObject):
    """Keeps what was shown."""

    messageClicked = Signal()  # noqa: N815 - Qt's name
    activated = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.told: list[tuple[str, str]] = []
        self.visible = False
        self.tip = ""

    def show(self) -> None:
        self.visible = True

    def hide(self) -> None:
        self.visible = False

    def setToolTip(self, text: str) -> None:  # noqa: N802 - Qt's name
        self.tip = text

    def showMessage(self, title, text, icon, milliseconds) -> None:  # noqa: N802
        self.told.append((title, text))


@dataclass
class Desk:
    """A notice with everything around it that a test looks at."""

    notice: DailyNotice
    trays: list[FakeTray] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    locked: bool = False

    @property
    def told(self) -> list[tuple[str, str]]:
        QCoreApplication.processEvents()
        return [message for tray in self.trays for message in tray.told]


@pytest.fixture
def badges(monkeypatch) -> list[int]:
    """The numbers that were put on the program's button."""
    shown: list[int] = []
    monkeypatch.setattr(daily_notice, "set_badge", shown.append)
    return shown


@pytest.fixture
def open_desk(qtbot, context, badges, monkeypatch):
    monkeypatch.setattr(daily_notice, "_TAKEN_IN", 0)
    desks = []  # Python lets go of a window that nobody holds

    def make(*, tray: bool = True) -> Desk:
        window = QWidget()
        qtbot.addWidget(window)

        def new_tray(parent: QObject) -> FakeTray | None:
            if not tray:
                return None
            desk.trays.append(FakeTray(parent))
            return desk.trays[-1]

        desk = Desk(
            DailyNotice(
                context, window, lambda: desk.locked, lambda: desk.came.append("forward"), new_tray
            )
        )
        desks.append(desk)
        return desk

    return make


def wish(app, **changes) -> None:
    app.setting.save(app.setting.general()._replace(**changes))


def begun(app, *days: int) -> None:
    for each in days:
        app.berkas.create("Berkas rahasia", 2026, TODAY - timedelta(days=each))


def test_the_number_is_that_of_what_is_late_or_due(app, open_desk, badges, qtbot) -> None:
    begun(app, 20, 20, 7, 0)
    open_desk().notice.start()
    assert badges == [3]
    app.berkas.cancel(1, "Tidak jadi")
    qtbot.waitUntil(lambda: badges[-1] == 2)


def test_the_number_goes_with_the_wish_and_with_the_window(app, open_desk, badges, qtbot) -> None:
    begun(app, 20)
    desk = open_desk()
    desk.notice.start()
    wish(app, angka=False)
    qtbot.waitUntil(lambda: badges == [1, 0])
    wish(app, angka=True)
    qtbot.waitUntil(lambda: badges[-1] == 1)
    desk.notice.stop()
    assert badges[-1] == 0


def test_unasked_nothing_is_told(app, open_desk) -> None:
    begun(app, 20)
    desk = open_desk()
    desk.notice.start()
    assert desk.trays == []


def test_one_message_a_day_without_a_title(app, open_desk, clock) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20, 20, 20, 7)
    desk = open_desk()
    desk.notice.start()
    assert desk.told == [("Pemutakhiran DIK", "3 berkas terlambat, 1 tenggat hari ini.")]
    assert desk.trays[0].visible
    desk.notice.count()
    desk.notice.check_day()
    assert len(desk.told) == 1
    again = open_desk()  # the program is opened once more
    again.notice.start()
    assert again.told == []
    clock.day = TODAY + timedelta(days=1)
    desk.notice.check_day()
    assert desk.told[1:] == [("Pemutakhiran DIK", "4 berkas terlambat.")]


def test_a_day_without_anything_stays_quiet_even_when_something_comes(
    app, open_desk, qtbot, badges
) -> None:
    wish(app, pemberitahuan=True)
    desk = open_desk()
    desk.notice.start()
    begun(app, 20)
    qtbot.waitUntil(lambda: badges[-1] == 1)
    assert desk.told == []


def test_the_message_waits_until_the_tray_has_taken_the_picture_in(app, open_desk) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20)
    desk = open_desk()
    desk.notice.start()
    assert desk.trays[0].visible
    assert desk.trays[0].told == []  # it would point at the corner where windows have their menu
    assert len(desk.told) == 1


def test_while_the_window_is_locked_it_waits(app, open_desk) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20)
    desk = open_desk()
    desk.locked = True
    desk.notice.start()
    desk.notice.check_day()
    assert desk.told == []
    desk.locked = False
    desk.notice.check_day()
    assert len(desk.told) == 1


def test_a_window_left_open_sees_the_new_day_by_itself(
    app, open_desk, clock, badges, qtbot
) -> None:
    begun(app, 7, 6)
    desk = open_desk()
    desk.notice.start()
    assert badges == [1]
    clock.day = TODAY + timedelta(days=1)
    for timer in desk.notice.findChildren(QTimer):
        timer.setInterval(0)  # a minute goes by
    qtbot.waitUntil(lambda: badges[-1] == 2)


def test_what_was_written_last_brings_no_number_back_when_the_window_closes(
    app, open_desk, badges
) -> None:
    begun(app, 20)
    desk = open_desk()
    desk.notice.start()
    begun(app, 20)
    desk.notice.stop()
    QCoreApplication.processEvents()
    assert badges == [1, 0]


def test_the_words_over_the_tray_follow_the_number(app, open_desk, qtbot) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20, 20)
    desk = open_desk()
    desk.notice.start()
    app.berkas.cancel(1, "Tidak jadi")
    qtbot.waitUntil(lambda: desk.trays[0].tip == "Pemutakhiran DIK: 1 berkas terlambat")


def test_a_click_brings_the_window_to_the_page(app, open_desk, navigate) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20)
    desk = open_desk()
    desk.notice.start()
    desk.trays[0].messageClicked.emit()
    assert (desk.came, navigate.went) == (["forward"], [("today",)])
    desk.locked = True
    desk.trays[0].activated.emit(None)
    assert (desk.came, navigate.went) == (["forward", "forward"], [("today",)])


def test_the_picture_in_the_tray_goes_with_the_wish(app, open_desk, qtbot) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20)
    desk = open_desk()
    desk.notice.start()
    assert desk.trays[0].tip == "Pemutakhiran DIK: 1 berkas terlambat"
    wish(app, pemberitahuan=False)
    qtbot.waitUntil(lambda: not desk.trays[0].visible)


def test_where_there_is_no_tray_nothing_fails(app, open_desk, badges, monkeypatch) -> None:
    wish(app, pemberitahuan=True)
    begun(app, 20)
    open_desk(tray=False).notice.start()
    assert badges == [1]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert system_tray(QObject()) is None


def test_the_picture_in_the_tray_is_seen_on_light_and_dark(monkeypatch, qapp) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray = system_tray(qapp)
    drawn = tray.icon().pixmap(24, 24).toImage()
    opaque = sum(drawn.pixelColor(x, y).alpha() > 200 for x in range(24) for y in range(24))
    assert opaque > 24 * 24 / 3  # an outline in the colour of the text would be lost on its ground
    tray.deleteLater()


def test_the_system_takes_the_number(qapp) -> None:
    assert isinstance(qapp, QGuiApplication)
    daily_notice.set_badge(3)
    daily_notice.set_badge(0)


def test_these_settings_are_as_they_are_at_first() -> None:
    first = GeneralSettings()
    assert (first.pemberitahuan, first.angka) == (False, True)
