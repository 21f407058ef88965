"""The number on the task bar and, if wished, one message a day of what is late or due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from sopapp.domain.changes import Changes, Kind
from sopapp.paths import DataFolder
from ui.errors import guard
from ui.window_memory import window_store

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings, SignalInstance
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from sopapp.domain.hari_ini import Mendesak
    from ui.context import UiContext

_KEY = "pemberitahuan"
_A_MINUTE = 60_000  # milliseconds
_TOLD = 10_000
_TAKEN_IN = 500  # milliseconds until the tray has the picture; before, X11 has no place for words
_MOVES = (Kind.BERKAS, Kind.LIBUR, Kind.SETTING, Kind.SOP)
"""What can move a due date, or the wish to be told of it."""


class Tray(Protocol):
    """What is used of a QSystemTrayIcon."""

    messageClicked: SignalInstance  # noqa: N815 - Qt's name
    activated: SignalInstance

    def show(self) -> None:
        """Appear."""

    def hide(self) -> None:
        """Go away."""

    def setToolTip(self, text: str) -> None:
        """Say something when the mouse is over it."""

    def showMessage(self, title: str, text: str, icon: QIcon, milliseconds: int) -> None:
        """Tell something."""


class DailyNotice(QObject):
    """Counts after the window was painted, when something changed and when the day does.

    The message comes at the first opening of a day, or with the new day while the window is
    open; never while the window is locked, and no title stands in it. `locked` says whether it
    is; `make_tray` gives None where there is no tray.
    """

    def __init__(
        self,
        context: UiContext,
        window: QWidget,
        locked: Callable[[], bool],
        forward: Callable[[], object],
        make_tray: Callable[[QObject], Tray | None] | None = None,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._locked = locked
        self._forward = forward
        self._make_tray = make_tray or system_tray
        self._tray: Tray | None = None
        self._counted: date | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.count)
        self._minute = QTimer(self, interval=_A_MINUTE)
        self._minute.timeout.connect(self.check_day)

    def start(self) -> None:
        """Count now, and from now on."""
        self._context.hub.changed.connect(self._on_changed)
        self._minute.start()
        self.count()

    def stop(self) -> None:
        """Take the number and the picture in the tray away: the window closes."""
        self._minute.stop()
        self._soon.stop()
        set_badge(0)
        if self._tray is not None:
            self._tray.hide()

    def check_day(self) -> None:
        """Count when the day is another one, or when the day's message is still to be given."""
        if self._counted != self._context.app.clock.today() or self._wanted():
            self.count()

    def count(self) -> None:
        """Show the number; give the day's message when it was not given yet."""
        app = self._context.app
        with guard(self._window, self._context.prompts):
            found, settings = app.hari_ini.mendesak(), app.setting.general()
            self._counted = app.clock.today()
            set_badge(found.jumlah if settings.angka else 0)
            if self._tray is not None:
                self._tray.setToolTip(_hint(found))
                if not (settings.pemberitahuan and found.jumlah):
                    self._tray.hide()
            if self._wanted():
                self._tell(found)

    def _wanted(self) -> bool:
        """Whether the day's message is wished and was not given yet."""
        if not self._context.app.setting.general().pemberitahuan or self._locked():
            return False
        return bool(self._store.value(_KEY) != self._context.app.clock.today().isoformat())

    def _tell(self, found: Mendesak) -> None:
        if found.jumlah:
            tray = self._tray = self._tray or self._new_tray()
            if tray is None:
                return
            tray.setToolTip(_hint(found))
            tray.show()
            QTimer.singleShot(_TAKEN_IN, self, partial(self._say, tray, f"{found.kalimat}."))
        self._store.setValue(_KEY, self._context.app.clock.today().isoformat())

    def _say(self, tray: Tray, text: str) -> None:
        tray.showMessage("Pemutakhiran DIK", text, self._window.windowIcon(), _TOLD)

    def _new_tray(self) -> Tray | None:
        tray = self._make_tray(self)
        if tray is not None:
            tray.messageClicked.connect(self._come)
            tray.activated.connect(lambda _reason: self._come())
        return tray

    def _come(self) -> None:
        self._forward()
        if not self._locked():
            self._context.navigate.today()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_MOVES):
            self._soon.start()

    @property
    def _store(self) -> QSettings:
        return window_store(DataFolder(self._context.app.data))


def _hint(found: Mendesak) -> str:
    return f"Pemutakhiran DIK: {found.kalimat or 'tidak ada yang mendesak'}"


def set_badge(number: int) -> None:
    """Put `number` on the program's button, where the system can show it; 0 takes it away."""
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        application.setBadgeNumber(number)


def has_tray() -> bool:
    """Whether the system has a tray now: where it has none, it shows no message either."""
    from PySide6.QtWidgets import QSystemTrayIcon

    return QSystemTrayIcon.isSystemTrayAvailable()


def system_tray(parent: QObject) -> Tray | None:
    """A picture in the system's tray, or None where there is none."""
    from PySide6.QtWidgets import QSystemTrayIcon

    from ui.icons import icon

    if not has_tray():
        return None
    # With a body of its own: the tray may be light or dark whatever the program is.
    return QSystemTrayIcon(icon("app-desktop", QGuiApplication.palette()), parent)
