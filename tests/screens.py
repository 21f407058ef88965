"""Pictures of every page, for README and for review.

    python -m tests.screens FOLDER [--size 1366x768] [--dark]

Runs on sample data on a fixed day, offscreen, so that two runs give the same pictures.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from sopapp.sample import OUTPUT, make_sample
from ui.application import make_application, open_window
from ui.main_window import MainWindow
from ui.prompts import Prompts
from ui.tasks import Tasks
from ui.theme import Theme

_DAY = date(2026, 12, 14)
_SETTINGS = ("instansi", "unit_kerja", "pejabat", "libur", "surat", "katalog", "sop", "umum")
_PAPER_DPI = 72


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    if options.dark:
        Theme(application).apply(Qt.ColorScheme.Dark)
    with _sample_window(width, height) as (app, window):
        for name, widget in _pages(app, window):
            _settle(application, window.context.tasks)
            target = options.folder / f"{name}.png"
            widget.grab().save(str(target))
            print(target)
        _paper(app.data / OUTPUT, options.folder)


@contextmanager
def _sample_window(width: int, height: int) -> Iterator[tuple[App, MainWindow]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as root:
        folder = Path(root) / "contoh"
        make_sample(folder, _DAY, lambda _path: None, running=True)
        with open_app(folder, FixedClock(_DAY)) as app:
            tasks = Tasks()
            window = open_window(app, tasks, Prompts())
            window.resize(width, height)
            yield app, window
            tasks.wait()
            window.close_all()


def _pages(app: App, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.board()
    yield "papan", window
    finished = app.berkas.list(StatusBerkas.SELESAI)[0].id
    running = {card.stage: card.berkas_id for card in app.board.load().cards}
    for stage in range(1, 6):
        window.berkas(running.get(stage, finished), stage)
        yield f"berkas-tahap-{stage}", window
    window.register()
    yield "daftar", window
    window.archive()
    yield "arsip", window
    window.riwayat()
    yield "riwayat", window
    for tab in _SETTINGS:
        window.settings(tab)
        yield f"pengaturan-{tab}", window
    window.guide("mulai")
    guide = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "GuideWindow")
    yield "panduan", guide


def _settle(application: QApplication, tasks: Tasks) -> None:
    """Let paints and finished background work arrive."""
    for _ in range(5):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        tasks.wait()


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
