"""Riwayat handed out: as sheets to print or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sopapp.domain.riwayat import RiwayatFilter
from sopapp.domain.tanggal import tanggal
from sopapp.services.letter_parts import full_name
from ui import errors
from ui.widgets.wait_cursor import wait_cursor
from ui.written_files import EXCEL

if TYPE_CHECKING:
    from sopapp.documents.list_content import TabelCetak
    from sopapp.domain.progress import Progress
    from ui.context import UiContext
    from ui.progress.file_work import FileWork


def print_riwayat(context: UiContext, wanted: RiwayatFilter, parent: QWidget) -> None:
    """Show the rows of a filter as sheets, to print or save."""
    from ui.preview.preview_dialog import PreviewDialog
    from ui.preview.preview_item import PreviewItem, file_name

    def source() -> Callable[[], TabelCetak]:
        from sopapp.documents.printable import printable_tabel

        with wait_cursor():
            book = _book(context, wanted)
        return lambda: printable_tabel(book())

    day, what = context.app.clock.today(), "Riwayat per"
    item = PreviewItem(
        title=f"{what} {tanggal(day)}", file_name=file_name(what, day.isoformat()), source=source
    )
    PreviewDialog(context, [item], parent.window()).open()


def export_riwayat(
    context: UiContext, wanted: RiwayatFilter, parent: QWidget, to: FileWork
) -> None:
    """Ask where to, then write the rows of a filter as a workbook."""
    app, prompts = context.app, context.prompts
    name = f"Riwayat {app.clock.today().isoformat()}.xlsx"
    path = prompts.save_file(parent, "Ekspor riwayat", name, EXCEL)
    if path is None:
        return
    with errors.guard(parent, prompts) as outcome, wait_cursor():
        book = _book(context, wanted)
    if outcome.ok:
        to.write("Menulis riwayat…", path, partial(_workbook, book))


def _workbook(book: Callable[[], TabelCetak], progress: Progress) -> bytes:
    from sopapp.publication.tabel_xlsx import TabelExcel, write_table

    sheets = book()
    table = TabelExcel(
        lembar="Riwayat",
        instansi=sheets.instansi,
        judul=sheets.judul,
        keterangan=f"{sheets.keterangan} {sheets.kaki}".strip(),
        kolom=tuple((column.judul, column.bobot) for column in sheets.kolom),
        baris=sheets.baris,
        ditulis=sheets.tanggal_cetak,
    )
    return write_table(table, progress)


def _book(context: UiContext, wanted: RiwayatFilter) -> Callable[[], TabelCetak]:
    """What the records say, read now; its sheets are put together when it is called."""
    from sopapp.services.riwayat_book import filter_words, printed_book

    app = context.app
    titles = app.riwayat.titles()
    berkas = titles.get(wanted.berkas_id, "") if wanted.berkas_id is not None else ""
    record = app.riwayat.about(wanted.catatan).nama if wanted.catatan is not None else ""
    return partial(
        printed_book,
        app.riwayat.rows(wanted),
        filter_words(wanted, berkas, record),
        titles,
        app.riwayat.end(),
        app.setting.letters().page(),
        full_name(app.instansi.get()),
        app.clock.today(),
    )
