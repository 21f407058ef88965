"""Stage 5: the list is written and published, the archive bundle is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from sopapp.domain.berkas import BerkasDetail, StatusBerkas
from sopapp.domain.changes import Kind
from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Progress
from sopapp.domain.sop import StageKind
from sopapp.domain.tanggal import tanggal_pendek
from sopapp.services.bundle import BundlePlan
from sopapp.services.dokumentasi import Publikasi
from ui.berkas.list_export import ListExport
from ui.berkas.panels.pemutakhiran_panel import size_text
from ui.berkas.publication_dialog import PublicationDialog
from ui.berkas.salinan import salinan_button, signed_keputusan
from ui.berkas.stage_panel import Made, StagePanel
from ui.berkas.stage_print import print_stage_button
from ui.berkas.step_card import CardColumn, StepCard
from ui.context import UiContext
from ui.in_turns import InTurns
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_item import PreviewItem, file_name, pdf_of
from ui.progress.file_work import FileWork
from ui.progress.long_work import LongWork
from ui.progress.running import stoppable
from ui.tasks import Latest
from ui.widgets.data_table import DataTable
from ui.widgets.icon_button import button
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import TonedLabel, row

_COLUMNS: tuple[Column[Publikasi], ...] = (
    Column("Tempat", lambda p: p.tempat, 26, grows=True),
    Column("Tanggal", lambda p: tanggal_pendek(p.tanggal), 16),
    Column("Tautan", lambda p: p.tautan, 20, grows=True),
)


class DokumentasiPanel(StagePanel):
    """Three acts at the left, the list as it is published at the right."""

    stage_kind = StageKind.DOKUMENTASI
    kinds = frozenset({Kind.PUBLIKASI, Kind.ATTACHMENT, Kind.DIK, Kind.SURAT})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.preview = PdfPreview()
        self._work = LongWork(context.tasks, self)
        self._copy = FileWork(context, self)
        self._copy.told.connect(lambda words: self.bundle_card.say(words, done=True))
        self._applied = False
        self._latest = Latest(context.tasks, self, self._show_pdf, self._show_failure)
        self._composing = InTurns(self, lambda: None, self._show_failure)
        self.divide(self._cards(), self.preview, (440, 700))
        self.leads = (self.write_button, self.preview_button)

    def _cards(self) -> QWidget:
        self.list_card = StepCard(1, "Daftar untuk diumumkan")
        self.write_button = button("&Buat daftar (PDF)", self.write_list, "document")
        self.preview_button = button("&Pratinjau dan cetak…", self.preview_list, "print")
        self.list_card.add_buttons(self.write_button, self.preview_button)
        self.export = ListExport(self)
        self.export.told.connect(self._tell_export)
        self.export_note = TonedLabel(tone="ok")
        self.export_note.hide()
        self.list_card.body.addWidget(self.export_note)
        self.salinan_button = salinan_button(self)
        self.print_all_button = print_stage_button(self, 5, "Cetak se&mua…")
        self.list_card.box.addLayout(row(self.export.button, self.print_all_button, None))
        self.list_card.box.addLayout(row(self.salinan_button, None))
        self.publish_card = StepCard(2, "Pengumuman")
        self.model = RowsModel(_COLUMNS, key=lambda p: p.id, parent=self)
        self.table = DataTable(self.model, "Pengumuman", lines=2, sortable=False)
        self.table.setFixedHeight(self.fontMetrics().height() * 7)
        self.table.chosen.connect(lambda _row: self._enable())
        self.publish_card.body.addWidget(self.table)
        self.publish_button = button("&Catat pengumuman…", self.publish, "publish")
        self.unpublish_button = button("&Hapus catatan", self.unpublish)
        self.publish_card.add_buttons(self.publish_button, self.unpublish_button)
        self.bundle_card = StepCard(3, "Bundel arsip")
        self.bundle_button = button("Buat b&undel", self.write_bundle, "archive")
        self.copy_button = button("&Simpan salinan…", self.save_bundle, "save")
        self.bundle_card.add_buttons(self.bundle_button, self.copy_button)
        return CardColumn(self.list_card, self.publish_card, self.bundle_card)

    def menders(self, key: str) -> tuple[QWidget, ...]:
        """Buat daftar, Catat pengumuman, or Buat bundel."""
        return {
            "daftar_ditulis": (self.write_button,),
            "daftar_diumumkan": (self.publish_button,),
            "arsip_dibuat": (self.bundle_button,),
        }.get(key, ())

    # -- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew."""
        service = self.app.dokumentasi
        listed = self._kept_list()
        self._applied = self.app.dik.applied(self.berkas_id)
        publications = service.publications(self.berkas_id)
        bundle = service.bundle(self.berkas_id)
        self.list_card.say(
            "Daftar sudah dibuat dan disimpan." if listed
            else "Daftar dibuat dari isi daftar sesudah Keputusan.", done=bool(listed),
        )  # fmt: skip
        self.write_button.setText("&Buat ulang" if listed else "&Buat daftar (PDF)")
        self.model.set_rows(publications)
        if self.table.current is None and publications:
            self.table.choose(publications[0].id)
        self.table.setVisible(bool(publications))
        self.publish_card.say(
            "" if publications else "Catat di mana dan kapan daftar diumumkan.",
            done=bool(publications),
        )
        current = self.detail is not None and self.detail.facts.archived
        if bundle is None:
            told = "Surat, pindaian, daftar, riwayat, dan sidik file dalam satu ZIP."
        elif current:
            told = f"{bundle.nama} · {size_text(bundle.ukuran)}"
        else:
            told = "Ada yang berubah sesudah bundel dibuat; buat ulang."
        self.bundle_card.say(told, done=current)
        self.bundle_button.setText("Buat &ulang" if bundle else "Buat b&undel")
        self.copy_button.setEnabled(bundle is not None)
        self._enable()
        self._draw_preview(listed)

    def load(self, detail: BerkasDetail) -> None:
        """Show this berkas; what was written for another is no longer told."""
        if self.detail is not None and self.detail.id != detail.id:
            self._tell_export("")
        super().load(detail)

    def _tell_export(self, words: str) -> None:
        self.export_note.say(words)
        self.export_note.setVisible(bool(words))

    def _enable(self) -> None:
        free = self.here and not self.read_only
        listed = self.list_card.done
        for each in (self.write_button, self.publish_button, self.bundle_button):
            each.setEnabled(free)
        self.bundle_button.setEnabled(listed and (free or self._came_late))
        self.preview_button.setEnabled(listed)
        self.export.button.setEnabled(self._applied)
        signed = signed_keputusan(self.app, self.berkas_id) is not None
        self.salinan_button.setVisible(signed)
        self.print_all_button.setEnabled(signed or listed)
        self.unpublish_button.setVisible(self.publish_card.done)
        self.unpublish_button.setEnabled(free and self.table.current is not None)

    @property
    def _came_late(self) -> bool:
        """Whether a letter changed after the berkas was finished, so that the bundle lacks it."""
        detail = self.detail
        return (
            detail is not None
            and detail.status is StatusBerkas.SELESAI
            and not detail.facts.archived
        )

    def _kept_list(self) -> bytes | None:
        kept: list[bytes | None] = [None]

        def read() -> None:
            kept[0] = self.app.dokumentasi.list_pdf(self.berkas_id)

        self.act(read)
        return kept[0]

    def _draw_preview(self, listed: bytes | None) -> None:
        self._composing.give_up()
        if listed is not None:
            self._latest.cancel()
            self.preview.show_pdf(listed, keep_place=True)
            return
        if not self._applied:
            self._latest.cancel()
            self.preview.show_message(
                "Daftar tampil di sini setelah diselaraskan dengan Keputusan di tahap 4."
            )
            return
        self.preview.show_message("Menyiapkan daftar…")
        try:
            self._composing.begin(self._compose())
        except SopappError as error:
            self._show_failure(error)

    def _compose(self) -> Iterator[None]:
        """Compose the list; a long one is read a part a turn before."""
        service = self.app.dokumentasi
        self._latest.cancel()
        yield from service.prepare_list(self.berkas_id)
        self._latest.request_long(partial(pdf_of, service.compose_list(self.berkas_id)))

    def _show_pdf(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf, keep_place=True)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, SopappError):
            self.preview.show_message(f"Daftar belum dapat dibuat.\n\n{error}")
        else:
            self.failed(error)

    # -- acts ---------------------------------------------------------------------------------

    def write_list(self) -> None:
        """Build the list in a worker and keep it."""
        if self._work.going:
            return
        service, berkas_id = self.app.dokumentasi, self.berkas_id
        letter = self.work_through("Membaca daftar", partial(service.compose_list, berkas_id))
        if letter is not None:
            self._make(
                "Membuat daftar", partial(pdf_of, letter),
                lambda pdf: service.keep_list(berkas_id, pdf), self.list_card,
            )  # fmt: skip

    def _make(
        self,
        words: str,
        make: Callable[[Progress], Made],
        keep: Callable[[Made], object],
        card: StepCard,
    ) -> None:
        """Make a paper in a worker and keep it; one that is stopped is not kept."""

        def done(made: Made) -> None:
            if not self.act(lambda: keep(made)):
                self.refresh()

        def failed(error: Exception) -> None:
            self.refresh()
            self.failed(error)

        def stopped() -> None:
            self.refresh()
            card.say("Dibatalkan. Tidak ada yang berubah.", done=card.done)

        if self._work.start(words, stoppable(make), done, failed, stopped, leaves_nothing=True):
            for each in (self.write_button, self.bundle_button):
                # The one pressed keeps the keyboard: else Qt hands it to the button beside it,
                # and a second Enter presses that.
                each.setEnabled(each.hasFocus())
            card.say(f"{words}…", done=False)

    def preview_list(self) -> None:
        """Preview the kept list; it prints and saves as those very bytes."""
        from ui.preview.preview_dialog import PreviewDialog

        pdf = self._kept_list()
        if pdf is not None and self.detail is not None:
            name = file_name("Daftar Informasi yang Dikecualikan", str(self.detail.tahun))
            item = PreviewItem("Daftar untuk diumumkan", name, lambda: pdf)
            self.show_dialog(PreviewDialog(self.context, [item], self))

    def publish(self) -> None:
        """Ask where and when the list was published."""
        self.show_dialog(PublicationDialog(self.context, self, self.berkas_id))

    def unpublish(self) -> None:
        """Take the chosen record out, after a question."""
        chosen: Publikasi | None = self.table.current
        if chosen is not None and self.context.prompts.confirm(
            self, "Hapus catatan pengumuman?", f"Catatan pengumuman di {chosen.tempat} dihapus.",
            "&Hapus catatan",
        ):  # fmt: skip
            self.act(lambda: self.app.dokumentasi.unpublish(chosen.id))

    def write_bundle(self) -> None:
        """Write the bundle in a worker and keep it."""
        if self._work.going:
            return
        service, made = self.app.dokumentasi, list[BundlePlan]()
        if self.act(lambda: made.append(service.plan_bundle(self.berkas_id))):
            (plan,) = made
            pack, keep = partial(service.pack_bundle, plan), partial(service.keep_bundle, plan)
            self._make("Membuat bundel arsip", pack, keep, self.bundle_card)

    def save_bundle(self) -> None:
        """Write a copy of the bundle where the user says."""
        bundle = self.app.dokumentasi.bundle(self.berkas_id)
        if bundle is None:
            return
        path = self.context.prompts.save_file(
            self, "Simpan salinan bundel", bundle.nama, "Arsip ZIP (*.zip)"
        )
        if path is not None:
            read = self.app.attachments.reader(bundle.id)
            self._copy.write("Menyimpan salinan…", path, lambda _progress: read())
