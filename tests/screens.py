"""Pictures of every page and dialog, for README and for review.

    python -m tests.screens FOLDER [--size 1366x768] [--dark] [--only WORD]
    python -m tests.screens resources/panduan/gambar --guide

With --guide it makes exactly the pictures that the pages of the guide name, small, and removes
others from FOLDER.
Runs on sample data on a fixed day, on a screen of that size that nobody sees, so that two runs
give the same pictures. With QT_SCALE_FACTOR=1.5 the screen enlarges everything, as many do.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.sample.making import OUTPUT, make_sample
from tests import screens_guide
from tests.screens_surat import letter_dialogs, letter_settings
from ui.application import make_application
from ui.berkas.panel_numbers import SURAT
from ui.first_start.steps import ORDER
from ui.main_window import MainWindow
from ui.preview.page_view import PageView
from ui.prompts import Prompts
from ui.session import open_window
from ui.tasks import Tasks
from ui.theme import Theme
from ui.today.today_page import TodayPage

_DAY = date(2026, 12, 14)
_SETTINGS = (
    "instansi", "unit_kerja", "pejabat", "libur", "surat", "katalog", "sop", "cadangan", "kunci",
    "umum",
)  # fmt: skip
_BOOKS = ("agenda", "ekspedisi", "penolakan")
_PAPER_DPI = 72
_QUIET, _PATIENCE = 350, 20_000
"""Milliseconds: what delayed work may wait before it begins, and how long it may take."""


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="")
    parser.add_argument("--guide", action="store_true", help="only what the guide names")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--only", default="", help="only pictures with this in their name")
    options = parser.parse_args()
    size = options.size or (screens_guide.SIZE if options.guide else "1366x768")
    width, height = (int(part) for part in size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        application = _application(Path(folder), width, height)
    if options.dark:
        Theme(application).apply(Qt.ColorScheme.Dark)
    if options.guide:
        _for_guide(application, options.folder)
        return
    with _sample_window() as (app, window):
        for name, widget in pages(app, window):
            if options.only not in name:
                continue
            _settle(application, window.context.tasks)
            target = options.folder / f"{name}.png"
            widget.grab().save(str(target))
            print(target)
        if options.only in "surat-":
            _paper(app.data / OUTPUT, options.folder)


def _for_guide(application: QApplication, folder: Path) -> None:
    """The pictures that the guide names; ends with an error when one could not be made."""
    wanted = set(screens_guide.named())
    with _sample_window() as (app, window):
        for name, widget in chain(pages(app, window), screens_guide.guide_dialogs(app, window)):
            if name not in wanted:
                continue
            _settle(application, window.context.tasks)
            screens_guide.save_small(screens_guide.shot(window, widget), folder / f"{name}.png")
            wanted.remove(name)
            print(folder / f"{name}.png")
    screens_guide.clear_others(folder)
    if wanted:
        raise SystemExit(f"Not made: {', '.join(sorted(wanted))}")


def _application(folder: Path, width: int, height: int) -> QApplication:
    """The program on a screen of its own, in device pixels."""
    screen = {"name": "layar", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    made = {"windowFrameMargins": False, "screens": [screen]}
    settings = folder / "layar.json"
    settings.write_text(json.dumps(made), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={settings}"
    return make_application()


@contextmanager
def _sample_window() -> Iterator[tuple[App, MainWindow]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        folder = Path(root) / "contoh"
        make_sample(folder, _DAY, lambda _path: None, running=True)
        with open_app(folder, FixedClock(_DAY)) as app:
            tasks = Tasks()
            window = open_window(app, tasks, Prompts())
            window.resize(window.screen().availableGeometry().size())
            for label in window.findChildren(QLabel):
                if label.text().startswith("Data: "):  # not where this PC makes pictures
                    label.setText("Data: ~/.local/share/sop-dik")
            yield app, window
            tasks.wait()
            window.close_all()


def pages(app: App, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Open every page, tab and dialog, one after the other; gives their names."""
    window.today()
    yield "hari-ini", window
    window.board()
    yield "papan", window
    window.calendar()
    yield "kalender", window
    finished = app.berkas.list(StatusBerkas.SELESAI)[0].id
    running = {card.stage: card.berkas_id for card in reversed(app.board.load().cards)}
    for stage in range(1, 6):
        window.berkas(running.get(stage, finished), stage)
        yield f"berkas-tahap-{stage}", window
    window.berkas(finished, SURAT)
    yield "berkas-surat", window
    window.register()
    yield "daftar", window
    for book in _BOOKS:
        window.surat(book)
        yield f"buku-{book}", window
    window.archive()
    yield "arsip", window
    window.report()
    yield "laporan", window
    window.riwayat()
    yield "riwayat", window
    for tab in _SETTINGS:
        window.settings(tab)
        yield f"pengaturan-{tab}", window
    window.settings("surat")
    for name in letter_settings(window):
        yield f"pengaturan-surat-{name}", window
    for name, dialog in letter_dialogs(app, window):
        yield f"dialog-{name}", dialog
    window.first_start()
    for step in ORDER:
        window.page("first_start").open_step(step)
        yield f"panduan-awal-{step}", window
    window.guide("mulai")
    guide = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "GuideWindow")
    yield "panduan", guide


def _settle(application: QApplication, tasks: Tasks) -> None:
    """Let paints, delayed work and what it gives arrive."""
    waited = QElapsedTimer()
    waited.start()
    while waited.elapsed() < _QUIET or (
        waited.elapsed() < _PATIENCE and (tasks.busy or _unfinished(application))
    ):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _unfinished(application: QApplication) -> bool:
    """Whether something to be seen lacks a part: a preview its pictures, Hari ini its sections."""
    return any(
        each.isVisible()
        and (
            (isinstance(each, PageView) and not each.pictures.is_settled)
            or (isinstance(each, TodayPage) and not each.filled)
        )
        for each in application.allWidgets()
    )


def _paper(output: Path, folder: Path) -> None:
    """The letters of the finished sample berkas, page by page."""
    import pypdfium2

    for path in sorted(output.glob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for number, page in enumerate(document, 1):
            target = folder / f"surat-{path.stem}-{number}.png"
            page.render(scale=_PAPER_DPI / 72).to_pil().save(target)
            print(target)
        document.close()


if __name__ == "__main__":
    main()
