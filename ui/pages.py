"""The class of each page; its module is imported only when the page is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import UiContext


def page_class(name: str) -> Callable[[UiContext], QWidget]:
    """What makes the page `name`."""
    match name:
        case "today":
            from ui.today.today_page import TodayPage

            return TodayPage
        case "calendar":
            from ui.calendar.calendar_page import CalendarPage

            return CalendarPage
        case "report":
            from ui.report.report_page import ReportPage

            return ReportPage
        case "board":
            from ui.board.board_page import BoardPage

            return BoardPage
        case "berkas":
            from ui.berkas.berkas_page import BerkasPage

            return BerkasPage
        case "register":
            from ui.register.register_page import RegisterPage

            return RegisterPage
        case "surat":
            from ui.surat.surat_page import SuratPage

            return SuratPage
        case "first_start":
            from ui.first_start.first_start_page import FirstStartPage

            return FirstStartPage
        case "archive":
            from ui.lists.archive_page import ArchivePage

            return ArchivePage
        case "riwayat":
            from ui.lists.riwayat_page import RiwayatPage

            return RiwayatPage
        case _:
            from ui.settings.settings_page import SettingsPage

            return SettingsPage
