"""The ways from page to page; each page is made on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, overload

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.pages import page_class
from ui.widgets.nav_bar import NavBar

if TYPE_CHECKING:
    from typing import Literal

    from ui.berkas.berkas_page import BerkasPage
    from ui.board.board_page import BoardPage
    from ui.calendar.calendar_page import CalendarPage
    from ui.context import UiContext
    from ui.first_start.first_start_page import FirstStartPage
    from ui.register.register_page import RegisterPage
    from ui.settings.settings_page import SettingsPage
    from ui.surat.surat_page import SuratPage


class WindowNavigation(QMainWindow):
    """A window of pages; with `MainWindow` it implements `ui.navigation.Navigate`."""

    context: UiContext

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, QWidget] = {}
        self._front = ""
        self._stack = QStackedWidget()
        self._nav: NavBar

    def say(self, text: str, *, stay: bool = False) -> None:
        """Show a line in the status line."""
        raise NotImplementedError

    def new_berkas(self) -> None:
        """Ask for a new berkas."""
        raise NotImplementedError

    def today(self) -> None:
        """Show what asks for something today."""
        self._show("today")

    def board(self) -> None:
        """Show the board."""
        self._show("board")

    def calendar(self) -> None:
        """Show the calendar."""
        self._show("calendar")

    def report(self) -> None:
        """Show the report on the SOP."""
        self._show("report")

    def berkas(self, berkas_id: int, panel: int | None = None) -> None:
        """Open one berkas, at the panel of stage `panel` when it is given."""
        if self._may_leave("berkas"):
            self.page("berkas").open(berkas_id, panel)
            self._show("berkas", mark="board")

    def register(self, *, due: bool = False) -> None:
        """Show the register, with `due` only what is at or near its end."""
        self._show("register")
        if self._front == "register" and due:
            self.page("register").show_due()

    def surat(self, tab: str | None = None) -> None:
        """Show the books of letters, at `tab` when it is given."""
        self._show("surat")
        if self._front == "surat" and tab is not None:
            self.page("surat").open_tab(tab)

    def entry(self, entri_id: int) -> None:
        """Show the register with this entry chosen."""
        self._show("register")
        if self._front == "register":
            self.page("register").show_entry(entri_id)

    def letter(self, surat_id: int) -> None:
        """Show the agenda with this letter chosen."""
        self.surat("agenda")
        if self._front == "surat":
            self.page("surat").show_letter(surat_id)

    def permohonan(self, permohonan_id: int) -> None:
        """Show the register of requests with this one chosen."""
        self.surat("penolakan")
        if self._front == "surat":
            self.page("surat").show_request(permohonan_id)

    def archive(self) -> None:
        """Show the archive."""
        self._show("archive")

    def riwayat(self) -> None:
        """Show the journal."""
        self._show("riwayat")

    def settings(self, tab: str | None = None, record_id: int | None = None) -> None:
        """Show the settings, at `tab` and with this record chosen when they are given."""
        self._show("settings")
        if self._front == "settings" and tab is not None:
            page = self.page("settings")
            if record_id is None:
                page.open_tab(tab)
            else:
                page.open_record(tab, record_id)

    def first_start(self) -> None:
        """Show the guide of the first start, where it was left or from its beginning."""
        self.page("first_start").begin_again()
        self._show("first_start", "settings")  # where it is found again

    @property
    def front(self) -> str:
        """The name of the page in front."""
        return self._front

    @overload
    def page(self, name: Literal["berkas"]) -> BerkasPage: ...
    @overload
    def page(self, name: Literal["register"]) -> RegisterPage: ...
    @overload
    def page(self, name: Literal["surat"]) -> SuratPage: ...
    @overload
    def page(self, name: Literal["settings"]) -> SettingsPage: ...
    @overload
    def page(self, name: Literal["first_start"]) -> FirstStartPage: ...
    @overload
    def page(self, name: str) -> QWidget: ...
    def page(self, name: str) -> QWidget:
        """A page by name, made when it is first asked for."""
        if name not in self._pages:
            made = page_class(name)(self.context)
            if name in ("board", "calendar", "berkas"):
                cast("BoardPage | CalendarPage | BerkasPage", made).announced.connect(self.say)
            if name == "board":
                cast("BoardPage", made).new_berkas_asked.connect(self.new_berkas)
            self._pages[name] = made
            self._stack.addWidget(made)
        return self._pages[name]

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
