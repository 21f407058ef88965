"""The window: navigation at the left, one page in front, a status line below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Changes, Kind
from sopapp.paths import DataFolder
from sopapp.services.setting import HalamanAwal
from ui.actions.catalogue import PAGES
from ui.actions.window_actions import WindowActions
from ui.context import UiContext
from ui.enter_key import press_with_enter
from ui.help_key import topic_of
from ui.undo import Undo
from ui.widgets.nav_bar import NavBar
from ui.window_memory import remember_window, restore_window
from ui.window_navigation import WindowNavigation

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.backup.keeper import BackupKeeper
    from ui.changes import ChangeHub
    from ui.guide.guide_window import GuideWindow
    from ui.lock.window_lock import WindowLock
    from ui.prompts import Prompts
    from ui.tasks import Tasks
    from ui.today.daily_notice import DailyNotice
    from ui.widgets.banner import Banner
    from ui.widgets.notice_area import NoticeArea

_NARROW = 172  # letters: below this width the navigation shows icons only
_MESSAGE = 8000  # milliseconds a line stays in the status line


class MainWindow(WindowNavigation):
    """The shell; implements `ui.navigation.Navigate`. Pages are made on first use."""

    def __init__(self, app: App, hub: ChangeHub, tasks: Tasks, prompts: Prompts) -> None:
        super().__init__()
        self.context = UiContext(app, hub, tasks, prompts, self)
        self._folder = DataFolder(app.data)
        self._guide: GuideWindow | None = None
        self._notices: NoticeArea | None = None
        self.between: Callable[[], object] | None = None
        """What `ui.session` does before it opens the folder again."""
        self.setWindowTitle("Pemutakhiran DIK")
        self.commands = WindowActions(self)
        self._build()
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.setWhatsThis("Kembali ke papan")
        back.activated.connect(self.board)
        self.undo = Undo(self.context, self, self.say, self.commands.by_name["undo"])
        self._keeper: BackupKeeper | None = None
        self._notice: DailyNotice | None = None
        self._lock: WindowLock | None = None
        hub.changed.connect(self._follow_lock)
        self._follow_lock()
        restore_window(self, self._folder)
        self._fit_navigation()  # before the first layout, which else would be made twice
        self._show("board" if app.setting.general().halaman_awal is HalamanAwal.PAPAN else "today")

    def guide(self, topic: str | None = None) -> None:
        """Open the guide at `topic`, or at what fits the page in front."""
        if self._guide is None:
            from ui.guide.guide_window import GuideWindow

            self._guide = GuideWindow(self.context)
        self._guide.open_topic(topic or topic_of(QApplication.focusWidget()) or self.topic)

    @property
    def topic(self) -> str | None:
        """The guide's topic for the page in front."""
        topic = getattr(self._pages.get(self._front), "topic", None)
        return topic if isinstance(topic, str) else None

    def new_berkas(self) -> None:
        """Ask for title, year and start day, and open the berkas begun."""
        from ui.board.new_berkas_dialog import NewBerkasDialog

        dialog = NewBerkasDialog(self.context, self)
        # Opened after the dialog has gone, so that the page gets the keyboard.
        dialog.created.connect(lambda new: QTimer.singleShot(0, self, partial(self._begin, new)))
        dialog.open()

    def say(self, text: str, *, stay: bool = False) -> None:
        """Show a line in the status line for a while, or until the next one."""
        self.statusBar().showMessage(text, 0 if stay else _MESSAGE)

    def offer_return(self, words: str, leave: Callable[[], object]) -> None:
        """Put a way back to where the user came from beside the banner of the sample."""
        if self.banner is not None:
            self.banner.offer(words, leave)

    @property
    def notices(self) -> NoticeArea:
        """The place above the pages for what is to be told; made when it is first used."""
        if self._notices is None:
            from ui.widgets.notice_area import NoticeArea

            self._notices = NoticeArea(self.centralWidget())
            self._column.insertWidget(self._column.count() - 1, self._notices)
        return self._notices

    def come_forward(self) -> None:
        """Show the window in front of all others: a second start asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        front = QApplication.activeModalWidget() or self
        front.raise_()
        front.activateWindow()
        QApplication.alert(self)

    def reopen_after(self, work: Callable[[], object]) -> None:
        """Close the window, do `work` while the data folder is closed, and open it again.

        It is not opened again when `work` gives False. Nothing happens when the page in front
        wants to stay.
        """
        self.between = work
        if not self.close():
            self.between = None

    def keep_backups(self) -> BackupKeeper:
        """What makes backups while the window is open and when it closes."""
        if self._keeper is None:
            from ui.backup.keeper import BackupKeeper

            self._keeper = BackupKeeper(self.context, self)
            self._keeper.start()
        return self._keeper

    def keep_notice(self) -> None:
        """Show the number on the task bar and the message of the day, as the settings wish."""
        if self._notice is None:
            from ui.today.daily_notice import DailyNotice

            self._notice = DailyNotice(self.context, self, self._is_locked, self.come_forward)
            self._notice.start()

    def undo_last(self) -> None:
        """Take the last write back, or say why not."""
        self.undo.undo()

    def redo_last(self) -> None:
        """Do again what was taken back last, or say why not."""
        self.undo.redo()

    def backup_now(self) -> None:
        """Make a backup at once, with its progress in the settings."""
        from ui.settings.cadangan_tab import CadanganTab

        self.settings("cadangan")
        tab = self.page("settings").tab if self._front == "settings" else None
        if isinstance(tab, CadanganTab):  # edits may have kept the user where they were
            tab.back_up()

    def finder(self) -> None:
        """Open the box that finds everything."""
        from ui.finder.finder_dialog import open_finder

        open_finder(self.context, self)

    def shortcuts(self) -> None:
        """Show the list of keys."""
        from ui.actions.shortcut_list import ShortcutList

        titles = {name: word for name, _icon, word, _words in PAGES}
        title = titles.get(self._front, "ini")
        ShortcutList(self, self.page(self._front), title).open()

    def sop_sheet(self) -> None:
        """Show the SOP in force as its sheet."""
        from ui.guide.sop_sheet import SopSheet

        SopSheet(self.context, self).open()

    def about(self) -> None:
        """Say which program this is."""
        from ui.guide.about_dialog import AboutDialog

        AboutDialog(self, self.context.app.data).open()

    def lock(self) -> None:
        """Lock the window when there is a start password, else say how to get one."""
        if self._lock is not None:
            self._lock.lock()
        else:
            self.say("Belum ada kata sandi pembuka. Pasang di Pengaturan, bagian Kunci layar.")

    def when_unlocked(self, act: Callable[[], object]) -> None:
        """Do `act` once, when the window that is locked now is open again; never when it is not."""
        if self._lock is not None and self._lock.locked:
            self._lock.locked_changed.connect(
                lambda _locked: QTimer.singleShot(0, self, act),
                Qt.ConnectionType.SingleShotConnection,
            )

    def close_all(self) -> None:
        """Close the guide and the window, without asking."""
        if self._keeper is not None:
            self._keeper.stop()
        if self._notice is not None:
            self._notice.stop()
        if self._lock is not None:
            self._lock.set_minutes(None)
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None
        remember_window(self, self._folder)
        self.hide()
        self.deleteLater()

    def end_session(self) -> bool:
        """Close everything since the PC shuts down; False when something stays.

        Dialogs go first and ask about what was typed in them. A locked window closes unasked
        unless there is something to ask, which then waits for the password.
        """
        from shiboken6 import isValid

        dialog = QApplication.activeModalWidget()
        while dialog is not None and dialog.isVisible():
            dialog.close()
            if isValid(dialog) and dialog.isVisible():
                return False
            dialog = QApplication.activeModalWidget()
        page = self._pages.get(self._front)
        if self._lock is not None and not getattr(page, "edited", False):
            self._lock.set_minutes(None)  # else a locked window stays
        closed = self.close()
        if not closed:
            self._follow_lock()
        return closed

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page in front, then remember the window and close the guide with it."""
        if not self._may_leave(""):
            event.ignore()
            return
        # A restore does not wait for a backup of what it puts aside anyway.
        if self.between is None and not self.keep_backups().before_close(self.close):
            event.ignore()
            return
        remember_window(self, self._folder)
        if self._guide is not None:
            self._guide.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a key that nothing on the page took."""
        if not press_with_enter(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page more room in a narrow window."""
        super().resizeEvent(event)
        self._fit_navigation()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_navigation()

    def _build(self) -> None:
        body = QWidget(self)
        self._nav = NavBar(tuple(page[:3] for page in PAGES), body)
        self._nav.chosen.connect(self._show)
        self._nav.new_asked.connect(self.new_berkas)
        self._nav.help_asked.connect(self.guide)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._nav)
        row.addWidget(self._stack, 1)
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner: Banner | None = None
        if self._folder.sample_mark.exists():
            text = "DATA CONTOH — isi dan nama di sini bukan data kantor."
            from ui.widgets.banner import Banner

            self.banner = Banner(text, body)
            column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.setCentralWidget(body)
        where = QLabel(f"Data: {self.context.app.data}", self)
        where.setContentsMargins(0, 0, 12, 2)
        where.setToolTip("Folder tempat semua data disimpan")
        self.statusBar().addPermanentWidget(where)
        self.statusBar().setSizeGripEnabled(False)

    def _follow_lock(self, changes: Changes | None = None) -> None:
        """Lock after idle time as the settings say; the lock is loaded only when there is one."""
        if changes is not None and not changes.touches(Kind.SETTING):
            return
        state = self.context.app.kunci.state()
        if self._lock is None and state.terpasang:
            from ui.lock.window_lock import WindowLock

            self._lock = WindowLock(self.context.app.kunci.check, self)
        if self._lock is not None:
            self._lock.set_minutes(state.menit if state.terpasang else None)
            if not state.terpasang:
                self._lock = None

    def _is_locked(self) -> bool:
        return self._lock is not None and self._lock.locked

    def _begin(self, berkas_id: int) -> None:
        self.berkas(berkas_id)
        self.say("Berkas dimulai.")

    def _fit_navigation(self) -> None:
        self._nav.set_narrow(self.width() < self.fontMetrics().averageCharWidth() * _NARROW)
