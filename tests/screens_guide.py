"""The pictures that the guide names, small and always the same size, for tests.screens."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

from sopapp.paths import RESOURCES

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.main_window import MainWindow

GUIDE = RESOURCES / "panduan"
SIZE = "1280x720"
LARGEST = 60_000
"""Bytes of one picture; all together at most twenty-five of these."""

_NAMED = re.compile(r"!\[([^\]]*)\]\(gambar/([\w-]+)\.png\)")
_COLOURS = (96, 64, 48, 32, 24)


def named() -> dict[str, list[str]]:
    """Picture -> what each page says it shows."""
    found: dict[str, list[str]] = {}
    for page in sorted(GUIDE.glob("*.md")):
        for words, name in _NAMED.findall(page.read_text(encoding="utf-8")):
            found.setdefault(name, []).append(" ".join(words.split()))
    return found


def guide_dialogs(app: App, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What the guide shows and `tests.screens` has no picture of."""
    running = {card.stage: card.berkas_id for card in reversed(app.board.load().cards)}
    window.berkas(running[2], 2)
    page = window.page("berkas")
    panel = page.panel(2)
    for name, ask in (("uji", panel.test), ("tenggat", page.explain_due), ("sop", page.show_sop)):
        dialog = _opened(ask)
        for bar in dialog.findChildren(QTabBar):
            bar.setCurrentIndex(0)
        yield name, dialog
        QDialog.done(dialog, QDialog.DialogCode.Rejected)
    window.finder()
    (finder,) = (w for w in QApplication.topLevelWidgets() if type(w).__name__ == "FinderDialog")
    finder.field.setText("industri")
    yield "temukan", finder
    finder.close()


def _opened(ask: object) -> QDialog:
    """The dialog that `ask` opens."""
    before = set(QApplication.topLevelWidgets())
    ask()  # type: ignore[operator]
    made = [w for w in QApplication.topLevelWidgets() if w not in before]
    return next(w for w in made if isinstance(w, QDialog) and w.isVisible())


def shot(window: MainWindow, widget: QWidget) -> QPixmap:
    """The page in front without what stands around it, or a whole dialog."""
    return (window.page(window.front) if widget is window else widget).grab()


def save_small(picture: QPixmap, target: Path) -> None:
    """Write a PNG with as many colours as `LARGEST` allows."""
    from PIL import Image

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    whole = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    for colours in _COLOURS:
        few = whole.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        made = io.BytesIO()
        few.save(made, "PNG", optimize=True)
        if len(made.getvalue()) <= LARGEST:
            break
    target.write_bytes(made.getvalue())


def clear_others(folder: Path) -> None:
    """Remove pictures that no page names any more."""
    for path in folder.glob("*.png"):
        if path.stem not in named():
            path.unlink()
