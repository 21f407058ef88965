"""Riwayat handed out: as sheets to print or as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sopapp.domain.riwayat import RiwayatFilter
from ui import errors
from ui.register.wait_cursor import wait_cursor

if TYPE_CHECKING:
    from sopapp.documents.list_content import TabelCetak
    from ui.context import UiContext


def print_riwayat(context: UiContext, wanted: RiwayatFilter, parent: QWidget) -> None:
    """Show the rows of a filter as sheets, to print or save."""
    from ui.preview.preview_dialog import PreviewDialog
    from ui.preview.preview_item import PreviewItem, file_name

    def sheets() -> TabelCetak:
        from sopapp.documents.printable import printable_tabel

        with wait_cursor():
            return printable_tabel(_book(context, wanted))

    title = f"Riwayat per {context.app.clock.today().isoformat()}"
    item = PreviewItem(title=title, file_name=file_name(title), source=sheets)
    PreviewDialog(context, [item], parent.window()).open()


def export_riwayat(context: UiContext, wanted: RiwayatFilter, parent: QWidget) -> None:
    """Ask where to, then write the rows of a filter as a workbook."""
    from sopapp.publication.tabel_xlsx import TabelExcel, write_table
    from sopapp.saved_file import save_file

    app, prompts = context.app, context.prompts
    name = f"Riwayat {app.clock.today().isoformat()}.xlsx"
    path = prompts.save_file(parent, "Ekspor riwayat", name, "Lembar kerja Excel (*.xlsx)")
    if path is None:
        return
    with errors.guard(parent, prompts), wait_cursor():
        book = _book(context, wanted)

    def work() -> None:
        table = TabelExcel(
            lembar="Riwayat",
            instansi=book.instansi,
            judul=book.judul,
            keterangan=f"{book.keterangan} {book.kaki}".strip(),
            kolom=tuple((column.judul, column.bobot) for column in book.kolom),
            baris=book.baris,
            ditulis=book.tanggal_cetak,
        )
        save_file(path, write_table(table))

    context.tasks.run(
        work, lambda _done: None, lambda error: errors.show(parent, prompts, error), owner=parent
    )


def _book(context: UiContext, wanted: RiwayatFilter) -> TabelCetak:
    from sopapp.services.riwayat_book import filter_words, printed_book

    app = context.app
    titles = app.riwayat.titles()
    berkas = titles.get(wanted.berkas_id, "") if wanted.berkas_id is not None else ""
    record = app.riwayat.about(wanted.catatan).nama if wanted.catatan is not None else ""
    return printed_book(
        app.riwayat.rows(wanted),
        filter_words(wanted, berkas, record),
        titles,
        app.riwayat.end(),
        app.setting.letters().page(),
        app.instansi.get().nama,
        app.clock.today(),
    )
