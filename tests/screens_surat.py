"""The settings and dialogs of letters, for tests.screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from sopapp.domain.berkas import StatusBerkas
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.permohonan import StatusPermohonan
from sopapp.domain.surat import JenisSurat, Surat

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.main_window import MainWindow

_KINDS = (
    JenisNaskah.NOTA_DINAS, JenisNaskah.PENGINGAT, JenisNaskah.KEPUTUSAN, JenisNaskah.SALINAN,
    JenisNaskah.PENOLAKAN, JenisNaskah.BERITA_ACARA, JenisNaskah.SOP,
)  # fmt: skip


def letter_settings(window: MainWindow) -> Iterator[str]:
    """Show every page of some kinds, one after the other; gives their names."""
    tab = window.page("settings").tab
    for jenis in _KINDS:
        panel = tab.open_jenis(jenis)
        for page in range(panel.bar.count()):
            panel.bar.setCurrentIndex(page)
            title = panel.bar.tabText(page).replace("&", "").split()[0].lower()
            yield f"{jenis.value}-{title}"


def letter_dialogs(app: App, window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Each dialog, open while its picture is taken."""
    for name, dialog in _dialogs(app, window):
        dialog.show()
        yield name, dialog
        dialog.hide()
        dialog.deleteLater()


def _dialogs(app: App, window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    from tests.ui.preview.fakes import OFFICE, FakePrinters
    from ui.berkas.letter_editor import LetterEditor
    from ui.permohonan.extend_dialog import ExtendDialog
    from ui.permohonan.request_dialog import RequestDialog
    from ui.preview.built_pdf import measure
    from ui.preview.preview_dialog import PreviewDialog
    from ui.preview.preview_item import letter_item
    from ui.preview.print_dialog import PrintDialog
    from ui.preview.print_job import Part
    from ui.preview.printer_memory import PrinterMemory
    from ui.surat.hand_over_dialog import HandOverDialog
    from ui.surat.letter_number_dialog import LetterNumberDialog
    from ui.surat.letter_sign_dialog import LetterSignDialog
    from ui.surat.outside_dialog import OutsideDialog
    from ui.surat.versions_dialog import VersionsDialog

    context = window.context
    asking = _asking(app)
    reminder = next(each for each in asking if each.jenis is JenisSurat.PENGINGAT and each.nomor)
    draft = next(each for each in asking if not each.nomor)
    asked = [each for each in asking if each.jenis is JenisSurat.NOTA_DINAS]
    done, *_ = app.berkas.list(StatusBerkas.SELESAI)
    keputusan = next(s for s in app.surat.list(done.id) if s.jenis is JenisSurat.KEPUTUSAN)
    refused, *_ = app.permohonan.list(status=StatusPermohonan.DISUSUN)

    yield "nomor", LetterNumberDialog(context, window, draft)
    between = LetterNumberDialog(context, window, reminder)
    between.sisipan.setChecked(True)
    yield "nomor-sisipan", between
    yield "tanda-tangan", LetterSignDialog(context, window, reminder)
    yield "cetakan", VersionsDialog(context, keputusan, window)
    yield "serah-terima", HandOverDialog(context, window, [each.id for each in asked[:3]])
    yield "nomor-luar", OutsideDialog(context, window)
    yield "permohonan", RequestDialog(context, window, refused)
    waiting, *_ = app.permohonan.list(status=StatusPermohonan.TERBUKA)
    yield "permohonan-perpanjang", ExtendDialog(context, window, waiting)
    yield "teks-nota-dinas", LetterEditor(context, draft.id, window)
    yield "teks-penolakan", LetterEditor(context, refused.surat.id, window)
    yield "pratinjau-satu", PreviewDialog(context, [letter_item(app, reminder)], window)
    items = [letter_item(app, each) for each in asked]
    yield "pratinjau-semua", PreviewDialog(context, items, window)
    pdf = app.surat.kept(keputusan.id)
    parts = [Part("Keputusan", pdf, measure(pdf), 1)]
    printers = FakePrinters(app.data / "cetak.pdf", OFFICE)
    yield (
        "cetak",
        PrintDialog(
            window, parts, printers, PrinterMemory(app.data), copies=2, note="1 asli, 1 tembusan"
        ),
    )


def _asking(app: App) -> tuple[Surat, ...]:
    """The letters of the berkas that waits for answers, after a draft of a reminder."""
    berkas_id = next(
        card.berkas_id
        for card in app.board.load().cards
        if card.stage == 1 and app.surat.list(card.berkas_id)
    )
    app.penyusunan.pengingat(berkas_id)
    return app.surat.list(berkas_id)
