"""The program as Qt knows it, and the three ways in which it is started."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from sopapp import __version__, paths
from sopapp.domain.errors import SopappError
from ui import windows_identity
from ui.errors import report
from ui.focus_ring import FocusRing
from ui.help_key import HelpKey
from ui.indonesian import IndonesianTexts
from ui.keyboard_back import KeyboardBack
from ui.menu_key import MenuKey
from ui.prompts import Prompts
from ui.session import use_folder
from ui.theme import Theme

_STYLE = "Fusion"
_DRESSED = "sop_dik_keys"


def run(data: Path | None = None) -> int:
    """Open the window on a data folder (the user's own when None); the exit status."""
    application = make_application()
    prompts = Prompts()
    folder = (data or paths.default_data_folder()).absolute()
    return _told(prompts, lambda: use_folder(prompts, folder, lambda _window: application.exec()))


def run_sample() -> int:
    """Open the window on sample data, which lies in a folder of its own."""
    from ui.sample_visit import prepare_sample

    application = make_application()
    prompts = Prompts()
    folder = paths.sample_data_folder()

    def work() -> int:
        try:
            if not prepare_sample(paths.DataFolder(folder)):
                return 0
        except SopappError as error:
            prompts.warn(None, "Data contoh tidak dapat dibuat", str(error), error.topic)
            return 1
        return use_folder(prompts, folder, lambda _window: application.exec())

    return _told(prompts, work)


def self_test() -> int:
    """Open the real window on fresh sample data, exercise it, say how that went."""
    import tempfile

    from sopapp.sample.folder import fill_sample
    from ui.self_test import exercise, tell_failures
    from ui.unattended import Unattended

    application = make_application()
    prompts = Unattended()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        folder = Path(root) / "contoh"
        fill_sample(folder)
        status = use_folder(prompts, folder, exercise)
        application.processEvents()
    return tell_failures(prompts.shown) or status


def say(text: str) -> None:
    """Show what the command line would have said, where there is none."""
    make_application()
    Prompts().inform(None, "Pemutakhiran DIK", text.strip())


def make_application() -> QApplication:
    """Make the QApplication: language, looks, Qt's own texts in Indonesian."""
    windows_identity.make_known()
    application = QApplication.instance()
    if application is not None:
        assert isinstance(application, QApplication)
        prepare(application)
        return application
    # The style is named by its switch: `setStyle` gives back a QStyle, of which PySide makes
    # seven hundred names at its first use.
    application = QApplication([*sys.argv[:1], "-style", _STYLE])
    _dress(application)
    return application


def prepare(application: QApplication) -> Theme:
    """Give an application that others made the program's language and looks."""
    application.setStyle(_STYLE)
    return _dress(application)


def _dress(application: QApplication) -> Theme:
    # No hyphen: Qt puts it into the D-Bus path under which it tells the number on the task bar.
    application.setApplicationName("sop_dik")
    application.setApplicationDisplayName("Pemutakhiran DIK")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("sop-dik")  # groups its windows with the entry in the menu
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    application.installTranslator(IndonesianTexts(application))
    theme = Theme(application)
    if not application.property(_DRESSED):  # an application of others may come twice
        application.setProperty(_DRESSED, True)
        FocusRing(application)
        KeyboardBack(application)
        HelpKey(application)
        MenuKey(application)
    from ui.icons import icon

    # With a body of its own, since the task bar may be light or dark whatever the program is.
    application.setWindowIcon(icon("app-desktop", application.palette()))
    return theme


def _told(prompts: Prompts, work: Callable[[], int]) -> int:
    """The status of `work`; a bug that ends it is shown, since a window has no console."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - the last place where it can reach the user
        report(None, prompts, error)
        return 1
