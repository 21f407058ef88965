"""Penolakan: requests that are refused, when each must be answered, and its letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.riwayat import JenisCatatan
from ui import errors
from ui.lists.riwayat_action import offer_riwayat
from ui.permohonan.due_preview import explain_due
from ui.permohonan.letter_work import LetterWork
from ui.permohonan.request_detail import detail_pairs
from ui.permohonan.request_filter import RequestFilter
from ui.permohonan.request_row import RequestRow
from ui.permohonan.request_table import RequestModel, RequestTable
from ui.progress.file_work import FileWork
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button
from ui.widgets.list_stack import ListStack
from ui.widgets.menu_button import give_menu
from ui.widgets.panes import panes
from ui.widgets.tab_order import tab_by_layout
from ui.written_files import EXCEL

if TYPE_CHECKING:
    from sopapp.documents.list_content import TabelCetak
    from ui.context import UiContext
    from ui.permohonan.request_dialog import RequestDialog

_KINDS = (
    Kind.PERMOHONAN, Kind.SURAT, Kind.DIK, Kind.LIBUR, Kind.SETTING, Kind.UNIT_KERJA,
)  # fmt: skip


class PermohonanPage(QWidget):
    """The register with what can be done for the request chosen, read in full below."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._today = context.app.clock.today()
        self._stale = False
        self._total = 0
        self.filter_bar = RequestFilter(context.app.permohonan.years, self)
        self.model = RequestModel(self)
        self.table = RequestTable(self.model, self)
        self.detail = DetailPane("Rincian permohonan", self)
        self.detail.hide()
        self.letter = LetterWork(context, self)
        self.empty = EmptyState("letter", "", "", "", self)
        self.stack = ListStack(self.model, self._content(), self.empty, self)
        self._buttons()
        self._arrange()
        self._connect()
        self.reload()

    def _content(self) -> QSplitter:
        return panes(self.table, self.detail, share=(380, 230), grow=(1, 0), upright=True)

    def _buttons(self) -> None:
        self.add_button = button("&Tambah…", self.add, "add")
        self.edit_button = button("&Ubah…", self.edit, "edit")
        self.letter_button = button("&Surat penolakan", lambda: None, "letter")
        give_menu(self.letter_button, self.letter)
        self.extend_button = button("Per&panjang…", self.extend, "calendar")
        self.why_button = button(
            "&Mengapa tanggal ini?", self.explain, "info",
            tip="Hitungan hari kerja sampai tenggat, hari demi hari",
        )  # fmt: skip
        self.cancel_button = button("&Batalkan…", self.cancel, "cancel")
        history = offer_riwayat(
            self.table, self._context, JenisCatatan.PERMOHONAN, "Riwayat permohonan…"
        )
        self.history_button = button(
            "Ri&wayat…", history, "history", tip="Riwayat permohonan ini dan suratnya (Ctrl+H)"
        )
        self._export = FileWork(self._context, self)
        self._export.told.connect(partial(errors.say_below, self))
        self.export_button = button(
            "&Ekspor Excel…", self.export, "save",
            tip="Simpan permohonan yang ditampilkan; memuat data pribadi, tidak untuk diumumkan",
        )  # fmt: skip
        self.print_button = button(
            "&Cetak register…", self.print, "print",
            tip="Cetak permohonan yang ditampilkan; memuat data pribadi, tidak untuk diumumkan",
        )  # fmt: skip

    def _arrange(self) -> None:
        left = (self.add_button, self.edit_button, self.letter_button, self.extend_button,
                self.why_button, self.cancel_button)  # fmt: skip
        right = (self.history_button, self.export_button, self.print_button)
        acts = FoldingRow(left, right, spacing=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter_bar)
        layout.addWidget(acts)
        layout.addWidget(self.stack, 1)
        tab_by_layout(self)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self.reload)
        self.table.chosen.connect(self._show_detail)
        self.table.opened.connect(self._open)
        self.empty.activated.connect(self._on_empty)
        self._context.hub.changed.connect(self._on_changed)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def filter(self) -> QWidget:
        """The field that Ctrl+F reaches."""
        return self.filter_bar.search

    @property
    def chosen(self) -> RequestRow | None:
        """The row chosen."""
        found: RequestRow | None = self.table.current
        return found

    def reload(self) -> None:
        """Read the requests anew; the one chosen stays chosen."""
        requests = self._context.app.permohonan
        self._stale = False
        self._today = self._context.app.clock.today()
        found = requests.list(**self.filter_bar.value())
        self._total = len(found) if self.filter_bar.empty else len(requests.list())
        self.model.set_rows(RequestRow(each, requests.due(each)) for each in found)
        self._say_empty()
        self.filter_bar.setVisible(bool(self._total))
        self._show_detail(self.chosen)

    def count_words(self) -> str:
        """How many requests are shown, and how many of them are late."""
        if not self._total:
            return ""
        shown = self.model.rowCount()
        numbers = f"{shown} dari {self._total}" if shown != self._total else str(shown)
        late = sum(
            row.tenggat is not None and row.tenggat.terlambat and row.permohonan.berjalan
            for row in map(self.model.row, range(shown))
        )
        return f"{numbers} permohonan" + (f", {late} lewat tenggat" if late else "")

    def show_request(self, permohonan_id: int) -> None:
        """Choose a request, in the register without filters."""
        if not self.table.choose(permohonan_id):
            self.filter_bar.clear()
            self.table.choose(permohonan_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed, or became late, while another page was in front."""
        super().showEvent(event)
        if self._stale or self._today != self._context.app.clock.today():
            self.reload()

    def _say_empty(self) -> None:
        if self._total:
            self.empty.say(
                "Tidak ada yang cocok",
                "Ubah kata yang dicari atau lepaskan saringan.",
                "Hapus semua saringan",
            )
        else:
            self.empty.say(
                "Belum ada permohonan yang ditolak",
                "Catat permohonan atas informasi yang dikecualikan, lalu susun surat penolakannya "
                "dengan dasar dari daftar.",
                "Catat permohonan…",
            )

    def _show_detail(self, row: RequestRow | None) -> None:
        self.detail.setVisible(row is not None)
        for control in (self.print_button, self.export_button):
            control.setEnabled(bool(self.model.rowCount()))
        request = row.permohonan if row else None
        self.letter.show_request(request)
        running = request is not None and request.berjalan
        for control in (self.edit_button, self.cancel_button):
            control.setEnabled(running)
        self.letter_button.setEnabled(
            request is not None and (running or request.surat is not None)
        )
        self.extend_button.setEnabled(
            request is not None and running and not request.data.perpanjangan
        )
        self.history_button.setEnabled(row is not None)
        self.why_button.setEnabled(row is not None and row.tenggat is not None)
        if row is not None:
            self.detail.show_pairs(detail_pairs(self._context.app, row))

    # -- acts -----------------------------------------------------------------------------

    def add(self) -> None:
        """Record a request."""
        self._open_form(None)

    def edit(self) -> None:
        """Change the request chosen."""
        if self.chosen is not None:
            self._open_form(self.chosen)

    def extend(self) -> None:
        """Take the seven working days more."""
        from ui.permohonan.extend_dialog import ExtendDialog

        if self.chosen is not None:
            ExtendDialog(self._context, self.window(), self.chosen.permohonan).open()

    def explain(self) -> None:
        """Show why it is due on its day."""
        row = self.chosen
        if row is not None and row.tenggat is not None:
            what = f"Waktu menjawab permohonan {row.permohonan.data.nomor_pendaftaran}"
            explain_due(self._context.app, what, row.tenggat, self.window())

    def cancel(self) -> None:
        """Take the request chosen back, with a reason."""
        row = self.chosen
        if row is None:
            return
        letter = " Surat yang sudah disusun ikut batal." if row.permohonan.surat else ""
        reason = self._context.prompts.ask_text(
            self, "Batalkan permohonan",
            f"Mengapa permohonan {row.permohonan.data.nomor_pendaftaran} dibatalkan?{letter}",
            multiline=True, yes="Batalkan permohonan", no="Tidak jadi",
        )  # fmt: skip
        if reason:
            with errors.guard(self, self._context.prompts):
                self._context.app.permohonan.cancel(row.permohonan.id, reason)

    def print(self) -> None:
        """Show the register as sheets, to print or save."""
        from ui.permohonan.print_register import JUDUL
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem, file_name

        item = PreviewItem(
            title=JUDUL,
            file_name=file_name(JUDUL, self._today.isoformat()),
            source=self._sheets,
            note="Memuat data pribadi pemohon: jangan diumumkan.",
        )
        PreviewDialog(self._context, [item], self.window()).open()

    def export(self) -> None:
        """Write the register as a workbook where the user says."""
        from sopapp.publication.tabel_xlsx import write_table
        from ui.permohonan.print_register import JUDUL, workbook

        prompts = self._context.prompts
        with errors.guard(self, prompts) as outcome:
            table = workbook(self._register())
        if not outcome.ok:
            return
        name = f"{JUDUL} {self._today.isoformat()}.xlsx"
        path = prompts.save_file(self, "Ekspor register", name, EXCEL)
        if path is not None:
            self._export.write("Menulis register…", path, partial(write_table, table))

    def _sheets(self) -> TabelCetak:
        from sopapp.documents.printable import printable_tabel

        return printable_tabel(self._register())

    def _register(self) -> TabelCetak:
        from ui.permohonan.print_register import printed_register

        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        words = self.filter_bar.words()
        told = f"{len(rows)} permohonan" + (f"; disaring: {words}." if words else ".")
        return printed_register(self._context.app, rows, told)

    # -- answers ------------------------------------------------------------------------------

    def _open_form(self, row: RequestRow | None) -> None:
        from ui.permohonan.request_dialog import RequestDialog

        dialog = RequestDialog(self._context, self.window(), row.permohonan if row else None)
        dialog.finished.connect(partial(self._on_form, dialog))
        dialog.open()

    def _on_form(self, dialog: RequestDialog, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and dialog.saved_id is not None:
            self.show_request(dialog.saved_id)

    def _open(self, row: RequestRow) -> None:
        if row.permohonan.berjalan:
            self._open_form(row)
        elif row.permohonan.surat is not None:
            self.letter.preview()

    def _on_empty(self) -> None:
        if self._total:
            self.filter_bar.clear()
        else:
            self.add()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_KINDS):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
