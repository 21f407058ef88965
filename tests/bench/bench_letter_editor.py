"""From a key in the letter editor to the new picture of its page, against the bare work.

"Bare" is one build of the same letter and one picture of the same page, without an editor, a
window or a thread. Run: python -m tests.bench.bench_letter_editor
"""

from __future__ import annotations

import os
import statistics
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.berkas.letter_editor import LetterEditor
    from ui.context import UiContext

_KEYS = 30
_BURST = 40
_KEYS_A_SECOND = 30
_AIM = 3.0
_AIM_MS = 100.0
_PAGES = 3


def run() -> list[tuple[str, float, float]]:
    """(what, figure, aim): a ratio, then milliseconds."""
    from PySide6.QtWidgets import QApplication

    from sopapp.app import open_app
    from sopapp.clock import FixedClock
    from tests.ui.berkas.conftest import TODAY, Office
    from tests.ui.fakes import FakePrompts
    from ui.application import prepare
    from ui.changes import ChangeHub
    from ui.context import UiContext
    from ui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    prepare(application)
    tasks = Tasks()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_app(Path(folder) / "data", clock=FixedClock(TODAY), actor="Bench") as app,
    ):
        office = Office(app).start()
        context = UiContext(
            app=app, hub=ChangeHub(), tasks=tasks, prompts=FakePrompts(), navigate=None
        )
        app.permintaan.choose_units(office.berkas_id, [u.id for u in app.unit_kerja.list()])
        (first, *_rest) = app.penyusunan.permintaan(office.berkas_id, per_unit=True)
        return _measure(context, first)


def _measure(context: UiContext, letter: int) -> list[tuple[str, float, float]]:
    from PySide6.QtWidgets import QWidget

    from ui.berkas.letter_editor import LetterEditor

    window = QWidget()
    window.resize(1366, 768)
    editor = LetterEditor(context, letter, window)
    editor.show()
    body = editor.words.body
    while editor.preview.page_count < _PAGES:
        body.setPlainText(f"{body.text()}\n\n{body.text()}")
        _settle(editor)
    body.setFocus()
    # At the end of the letter, where the last page is in sight.
    editor.preview.go_to(editor.preview.page_count)
    body.moveCursor(body.textCursor().MoveOperation.End)
    _settle(editor)
    times = [_key_to_page(editor) for _turn in range(_KEYS)]
    bare = _bare(editor, letter)
    burst = _burst(editor)
    middle = statistics.median(times)
    context.tasks.wait()
    window.deleteLater()
    return [
        (f"key to page, letter of {_PAGES} pages / bare build and picture", middle / bare, _AIM),
        ("key to page, milliseconds (median)", middle, _AIM_MS),
        ("key to page, milliseconds (slowest)", max(times), _AIM_MS),
        ("longest wait between two pages while typing fast, milliseconds", burst, _AIM_MS),
    ]  # fmt: skip


def _wait(milliseconds: float = 0.0, until: SignalInstance | None = None) -> None:
    """Run the event loop as the program does: at rest it leaves the processor to the build."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    if until is not None:
        until.connect(loop.quit)
    else:
        QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()
    if until is not None:
        until.disconnect(loop.quit)


def _settle(editor: LetterEditor) -> None:
    """Wait until the preview shows what is typed."""
    _wait(5)
    while editor.live.busy or not editor.preview.view.pictures.is_settled:
        _wait(5)


def _key_to_page(editor: LetterEditor) -> float:
    """Milliseconds from a key to the painted picture that shows it."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    start = perf_counter()
    QTest.keyClick(editor.words.body, "x")
    _wait(until=editor.preview.view.pictures.changed)
    QApplication.processEvents()  # it is painted
    took = (perf_counter() - start) * 1000
    _settle(editor)
    return took


def _burst(editor: LetterEditor) -> float:
    """The longest time without a new picture while keys come as a held key sends them."""
    from PySide6.QtTest import QTest

    shown = [perf_counter()]

    def note(_page: int) -> None:
        shown.append(perf_counter())

    editor.preview.view.pictures.changed.connect(note)
    for number in range(_BURST):
        _wait(max(shown[0] + number / _KEYS_A_SECOND - perf_counter(), 0.0) * 1000)
        QTest.keyClick(editor.words.body, "y")
    _settle(editor)
    editor.preview.view.pictures.changed.disconnect(note)
    return max(later - earlier for earlier, later in pairwise(shown)) * 1000


def _bare(editor: LetterEditor, letter: int) -> float:
    """Milliseconds for the same letter and the same page (median)."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    from sopapp.documents.build import build

    view = editor.preview.view
    page, size = view.page - 1, view.pictures.image(view.page - 1).size()
    composed = editor.context.app.surat.compose_with(letter, editor.words.isi())

    def once() -> float:
        start = perf_counter()
        document = QPdfDocument()
        buffer = QBuffer(document)
        buffer.setData(QByteArray(build(composed)))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        document.render(page, size)
        return (perf_counter() - start) * 1000

    once()
    return statistics.median(once() for _turn in range(_KEYS))


if __name__ == "__main__":
    for what, figure, aim in run():
        print(f"{figure:9.2f}  (aim {aim:g})  {what}")
