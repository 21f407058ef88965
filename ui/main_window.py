"""The window: navigation at the left, one page in front, a status line below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.changes import Changes, Kind
from sopapp.paths import DataFolder
from ui.board.board_page import BoardPage
from ui.context import UiContext
from ui.pages import page_class
from ui.undo import Undo
from ui.widgets.banner import Banner
from ui.widgets.nav_bar import NavBar

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.backup.keeper import BackupKeeper
    from ui.berkas.berkas_page import BerkasPage
    from ui.changes import ChangeHub
    from ui.guide.guide_window import GuideWindow
    from ui.lists.register_page import RegisterPage
    from ui.lock.window_lock import WindowLock
    from ui.prompts import Prompts
    from ui.settings.settings_page import SettingsPage
    from ui.surat.surat_page import SuratPage
    from ui.tasks import Tasks
    from ui.widgets.notice_area import NoticeArea

PAGES = (
    ("board", "board", "Papan"),
    ("register", "register", "Daftar (DIK)"),
    ("surat", "surat", "Surat"),
    ("archive", "archive", "Arsip"),
    ("riwayat", "history", "Riwayat"),
    ("settings", "settings", "Pengaturan"),
)
"""(name, icon, word) in the order of the navigation and of Ctrl+1 to Ctrl+6."""

_TOPICS = {
    "board": "papan",
    "register": "daftar-informasi",
    "archive": "arsip",
    "riwayat": "riwayat",
    "settings": "pengaturan",
}
_NARROW = 172  # letters: below this width the navigation shows icons only
_MESSAGE = 8000  # milliseconds a line stays in the status line


class MainWindow(QMainWindow):
    """The shell; implements `ui.navigation.Navigate`. Pages are made on first use."""

    def __init__(self, app: App, hub: ChangeHub, tasks: Tasks, prompts: Prompts) -> None:
        super().__init__()
        self.context = UiContext(app, hub, tasks, prompts, self)
        self._folder = DataFolder(app.data)
        self._pages: dict[str, QWidget] = {}
        self._front = ""
        self._guide: GuideWindow | None = None
        self._notices: NoticeArea | None = None
        self.between: Callable[[], object] | None = None
        """What `ui.application` does before it opens the folder again."""
        self.setWindowTitle("Pemutakhiran DIK")
        self._build()
        self._shortcuts()
        self.undo = Undo(self.context, self, self.say)
        self._keeper: BackupKeeper | None = None
        self._lock: WindowLock | None = None
        hub.changed.connect(self._follow_lock)
        self._follow_lock()
        self._restore()
        self.board()

    # -- ui.navigation.Navigate ---------------------------------------------------------

    def board(self) -> None:
        """Show the board."""
        self._show("board")

    def berkas(self, berkas_id: int, panel: int | None = None) -> None:
        """Open one berkas, at the panel of stage `panel` when it is given."""
        if self._may_leave("berkas"):
            page: BerkasPage = self.page("berkas")
            page.open(berkas_id, panel)
            self._show("berkas", mark="board")

    def register(self, *, due: bool = False) -> None:
        """Show the register, with `due` only what is at or near its end."""
        self._show("register")
        page: RegisterPage = self.page("register")
        if due:
            page.show_due()

    def surat(self, tab: str | None = None) -> None:
        """Show the books of letters, at `tab` when it is given."""
        self._show("surat")
        if self._front == "surat" and tab is not None:
            page: SuratPage = self.page("surat")
            page.open_tab(tab)

    def archive(self) -> None:
        """Show the archive."""
        self._show("archive")

    def riwayat(self) -> None:
        """Show the journal."""
        self._show("riwayat")

    def settings(self, tab: str | None = None) -> None:
        """Show the settings, at `tab` when it is given."""
        self._show("settings")
        if self._front == "settings" and tab is not None:
            page: SettingsPage = self.page("settings")
            page.open_tab(tab)

    def guide(self, topic: str | None = None) -> None:
        """Open the guide at `topic`, or at what fits the page in front."""
        if self._guide is None:
            from ui.guide.guide_window import GuideWindow

            self._guide = GuideWindow(self.context)
        self._guide.open_topic(topic or self._topic())

    # -- the rest -----------------------------------------------------------------------

    @property
    def front(self) -> str:
        """The name of the page in front."""
        return self._front

    def page(self, name: str) -> QWidget:
        """A page by name, made when it is first asked for."""
        if name not in self._pages:
            made = page_class(name)(self.context)
            if isinstance(made, BoardPage):
                made.announced.connect(self.say)
                made.new_berkas_asked.connect(self.new_berkas)
            self._pages[name] = made
            self._stack.addWidget(made)
        return self._pages[name]

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

        It is not opened again when `work` gives False.

        Nothing happens when the page in front wants to stay.
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
        if self._lock is not None:
            self._lock.set_minutes(None)
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None
        self._remember()
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page in front, then remember the window and close the guide with it."""
        if not self._may_leave(""):
            event.ignore()
            return
        # A restore does not wait for a backup of what it puts aside anyway.
        if self.between is None and not self.keep_backups().before_close(self.close):
            event.ignore()
            return
        self._remember()
        if self._guide is not None:
            self._guide.close()
        super().closeEvent(event)

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
        self._nav = NavBar(PAGES, body)
        self._nav.chosen.connect(self._show)
        self._nav.new_asked.connect(self.new_berkas)
        self._nav.help_asked.connect(self.guide)
        self._stack = QStackedWidget(body)
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
            self.banner = Banner(text, body)
            column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.setCentralWidget(body)
        where = QLabel(f"Data: {self.context.app.data}", self)
        where.setContentsMargins(0, 0, 12, 2)
        where.setToolTip("Folder tempat semua data disimpan")
        self.statusBar().addPermanentWidget(where)
        self.statusBar().setSizeGripEnabled(False)

    def _shortcuts(self) -> None:
        new = QAction("Berkas baru", self)
        new.setShortcut(QKeySequence("Ctrl+N"))
        new.triggered.connect(self.new_berkas)
        helping = QAction("Panduan", self)
        helping.setShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents))
        helping.triggered.connect(lambda _checked: self.guide())
        locking = QAction("Kunci layar", self)
        locking.setShortcut(QKeySequence("Ctrl+L"))
        locking.triggered.connect(self.lock)
        self.addActions([new, helping, locking])
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self.board)
        for number, (name, _icon, _word) in enumerate(PAGES, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self._show, name))

    def _show(self, name: str, mark: str = "") -> None:
        if not self._may_leave(name):
            return
        page = self.page(name)
        self._front = name
        self._stack.setCurrentWidget(page)
        self._nav.mark(mark or name)

    def _may_leave(self, name: str) -> bool:
        """Ask the page in front when it is to make way for another one."""
        page = self._pages.get(self._front)
        if page is None or name == self._front:
            return True
        ask = getattr(page, "may_leave", None)
        return ask is None or bool(ask())

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

    def _begin(self, berkas_id: int) -> None:
        self.berkas(berkas_id)
        self.say("Berkas dimulai.")

    def _topic(self) -> str | None:
        """The guide's topic for the page in front."""
        if self._front == "berkas":
            page: BerkasPage = self.page("berkas")
            stages = ("permintaan", "validasi", "penetapan", "pemutakhiran", "dokumentasi")
            number = page.panel_number
            if 1 <= number <= len(stages):
                return f"tahap-{number}-{stages[number - 1]}"
        if self._front == "surat":
            books: SuratPage = self.page("surat")
            return books.topic
        return _TOPICS.get(self._front)

    def _fit_navigation(self) -> None:
        self._nav.set_narrow(self.width() < self.fontMetrics().averageCharWidth() * _NARROW)

    def _store(self, path: Path) -> QSettings:
        return QSettings(str(path), QSettings.Format.IniFormat)

    def _restore(self) -> None:
        """Take the window's last place, or fill a usual office screen."""
        geometry = self._store(self._folder.window).value("jendela")
        if geometry is None or not self.restoreGeometry(geometry):
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
            room = self.screen().availableGeometry().size() - QSize(0, bar)
            self.resize(QSize(1440, 860).boundedTo(room))

    def _remember(self) -> None:
        self._store(self._folder.window).setValue("jendela", self.saveGeometry())
