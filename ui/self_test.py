"""Exercises the real window on sample data: board, one Nota Dinas, one SK, the letters."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from sopapp.domain.errors import SopappError
from sopapp.domain.sop import STAGE_NUMBER, LaneCode, StageKind
from sopapp.services.permintaan import Jawaban
from ui.berkas.panel_numbers import SURAT

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.main_window import MainWindow

_PENETAPAN = STAGE_NUMBER[StageKind.PENETAPAN]
_PATIENCE = 60_000
"""Milliseconds after which a preview that does not come is a failure."""


class _FailedError(Exception):
    """What did not go as it should, in a sentence."""


def exercise(window: MainWindow) -> int:
    """Use the window as the admin would; 0 when everything answered, else 1 and why."""
    try:
        said = _use(window)
    except (_FailedError, SopappError) as error:
        _say(sys.stderr, f"Gagal: {error}")
        return 1
    _say(sys.stdout, said)
    return 0


def tell_failures(shown: Sequence[str]) -> int:
    """Say what the program wanted to tell its user meanwhile; 1 when there was something."""
    for text in shown:
        _say(sys.stderr, f"Gagal: {text}")
    return 1 if shown else 0


def _use(window: MainWindow) -> str:
    app = window.context.app
    window.board()
    QApplication.processEvents()
    if not window.isVisible() or not window.grab().width():
        raise _FailedError("jendela tidak tampil")
    cards = app.board.load().cards
    if not cards:
        raise _FailedError("papan kosong")
    fresh = next((c for c in cards if c.lane is LaneCode.ADMIN_PPID and c.stage == 1), None)
    if fresh is None:
        raise _FailedError("berkas contoh di tahap 1 tidak ada di papan")
    nota_dinas = _make_nota_dinas(app, fresh.berkas_id)
    window.berkas(fresh.berkas_id)
    nota_pages = _preview(window, nota_dinas)
    keputusan = _make_keputusan(app, fresh.berkas_id)
    window.berkas(fresh.berkas_id)
    keputusan_pages = _preview(window, keputusan)
    window.berkas(fresh.berkas_id, SURAT)
    QApplication.processEvents()
    window.board()
    QApplication.processEvents()
    return (
        f"Baik: papan menampilkan {len(cards)} berkas; Nota Dinas {nota_pages} halaman, "
        f"Keputusan {keputusan_pages} halaman."
    )


def _make_nota_dinas(app: App, berkas_id: int) -> int:
    app.permintaan.choose_units(berkas_id, [app.unit_kerja.list()[0].id])
    (surat_id,) = app.penyusunan.permintaan(berkas_id, per_unit=True)
    app.surat.number_all(berkas_id, app.clock.today())
    return surat_id


def _make_keputusan(app: App, berkas_id: int) -> int:
    """Bring the berkas to stage 3 with the least that its stages ask for."""
    from sopapp.documents.build import build

    for surat in app.surat.list(berkas_id):
        app.surat.keep(surat.id, build(app.surat.compose(surat.id)), "uji diri")
    app.berkas.advance(berkas_id)
    app.berkas.advance(berkas_id)
    for permintaan in app.permintaan.list(berkas_id):
        app.permintaan.answer(permintaan.id, Jawaban.NIHIL, app.clock.today())
    while (card := app.board.card(berkas_id)) is not None and card.stage < _PENETAPAN:
        app.berkas.advance(berkas_id)
    return app.keputusan.draft(berkas_id)


def _preview(window: MainWindow, surat_id: int) -> int:
    """Show the letter in the program's own preview; the number of its pages."""
    from ui.preview.preview_dialog import PreviewDialog
    from ui.preview.preview_item import letter_item

    app = window.context.app
    dialog = PreviewDialog(window.context, [letter_item(app, app.surat.get(surat_id))], window)
    dialog.show()
    waited = QElapsedTimer()
    waited.start()
    while not dialog.preview.page_count:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
        if waited.elapsed() > _PATIENCE:
            raise _FailedError(f"pratinjau tidak muncul: {dialog.preview.message}")
    pages = dialog.preview.page_count
    dialog.close()
    return pages


def _say(stream: TextIO | None, text: str) -> None:
    if stream is not None:  # a windowed Windows build has no streams
        print(text, file=stream)
