"""Loads what a first click would wait for, a little at a time once the window is painted."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QObject, QTimer

log = logging.getLogger(__name__)

PIECES = (
    "ui.board.card_delegate",
    "ui.board.board_page",
    "ui.board.board_tools",
    "ui.board.board_filter_bar",
    "ui.board.board_detail",
    "sopapp.documents.list_content",
    "sopapp.documents.content",
    "sopapp.services.usulan",
    "ui.preview.preview_item",
    "ui.widgets.form_dialog",
    "ui.berkas.berkas_page",
    "ui.berkas.draft_list",
    "ui.berkas.panels.permintaan_panel",
    "ui.berkas.panels.validasi_panel",
    "ui.berkas.panels.penetapan_panel",
    "sopapp.services.riwayat",
    "sopapp.services.office_parts",
    "sopapp.services.bundle",
    "ui.berkas.panels.dokumentasi_panel",
    "ui.berkas.panels.pemutakhiran_panel",
    "ui.berkas.letter_section",
    "ui.preview.print_job",
    "ui.preview.preview_dialog",
    "ui.berkas.letter_editor",
    "ui.berkas.history_view",
    "sopapp.services.kemiripan",
    "sopapp.services.keputusan",
    "sopapp.services.dik_search",
    "sopapp.services.dik_awal",
    "ui.register.register_actions",
    "ui.register.register_page",
    "sopapp.domain.agenda",
    "sopapp.services.agenda",
    "num2words",
    "sopapp.services.composer",
    "sopapp.services.surat",
    "ui.surat.outside_dialog",
    "ui.surat.surat_page",
    "sopapp.services.ekspedisi",
    "ui.surat.ekspedisi_tab",
    "sopapp.services.permohonan",
    "ui.permohonan.permohonan_page",
    "sopapp.domain.kalender",
    "ui.calendar.office_day_dialog",
    "ui.calendar.calendar_page",
    "sopapp.domain.kinerja_kata",
    "sopapp.services.kinerja",
    "ui.report.report_view",
    "ui.report.report_page",
    "sopapp.domain.find_shelf",
    "ui.finder.finder_dialog",
    "sopapp.services.finder",
    "sopapp.services.entri_history",
    "ui.berkas.usulan_dialog",
    "sopapp.services.katalog",
    "ui.lists.archive_page",
    "ui.lists.riwayat_page",
    "ui.settings.settings_page",
    "ui.settings.instansi_tab",
    "ui.settings.unit_kerja_tab",
    "ui.settings.pejabat_tab",
    "ui.settings.libur_tab",
    "ui.settings.templat_editor",
    "sopapp.services.lembar_sop",
    "ui.settings.surat_tab",
    "ui.settings.katalog_tab",
    "ui.settings.sop_tab",
    "ui.settings.kunci_tab",
    "ui.settings.cadangan_tab",
    "ui.settings.umum_tab",
    "ui.guide.guide_window",
)
"""The pages, the likeliest first; each large one after what takes long of it."""

_AFTER = 600  # milliseconds: what the page in front reads goes first
_PAUSE = 10  # milliseconds between two pieces: a click or key comes in between


class WarmUp(QObject):
    """Loads one piece a turn, on the GUI thread since Qt's own modules ask for that.

    `then` is called once everything is loaded.
    """

    def __init__(self, parent: QObject, then: Callable[[], None] | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self._left: deque[Callable[[], None]] = deque(
            [know_classes, *(partial(load, name) for name in PIECES)]
        )
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._next)

    @property
    def done(self) -> bool:
        """Whether everything is loaded."""
        return not self._left

    def start(self) -> None:
        """Begin in a moment."""
        self._turn.start(_AFTER)

    def _next(self) -> None:
        self._left.popleft()()
        if self._left:
            self._turn.start(_PAUSE)
        elif self._then is not None:
            self._then()


def know_classes() -> None:
    """Have PySide make its classes of Qt's own objects, some hundred with their enumerations.

    It does that all at once, for the first object that is of a class which Qt alone knows:
    otherwise when the first table is opened, or the first long work begins.
    """
    application = QCoreApplication.instance()
    assert application is not None
    application.children()


def load(name: str) -> None:
    """Import a piece; a fault in it is told by the click that needs it."""
    try:
        import_module(name)
    except Exception as error:
        log.warning("Not loaded ahead of its use: %s", name, exc_info=error)
