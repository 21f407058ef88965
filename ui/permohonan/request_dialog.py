"""Recording a request, or changing it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.permohonan import Permohonan, PermohonanInput
from ui.context import UiContext
from ui.permohonan.due_preview import DuePreview
from ui.permohonan.entry_chooser import EntryChooser
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog
from ui.widgets.growing_text import GrowingText


class RequestDialog(FormDialog):
    """The form of a request; `saved_id` is the request once it is stored."""

    topic = "permohonan-ditolak#mencatat-permohonan"

    def __init__(
        self, context: UiContext, parent: QWidget | None, permohonan: Permohonan | None = None
    ) -> None:
        title = "Permohonan yang ditolak" if permohonan is None else "Ubah permohonan"
        super().__init__(context, parent, title, "&Simpan", scroll=True)
        self._before = permohonan
        self.saved_id: int | None = None
        data = permohonan.data if permohonan else _blank(context)
        self.nomor = QLineEdit(data.nomor_pendaftaran)
        self.diterima = DateEdit(data.diterima)
        self.due = DuePreview(context.app)
        self.nama = QLineEdit(data.nama)
        self.alamat = GrowingText(data.alamat, least=2, most=4)
        self.kontak = QLineEdit(data.kontak)
        self.rincian = GrowingText(data.rincian, least=2, most=8)
        self.chooser = EntryChooser(context.app, data.entri_ids)
        self.ditolak = GrowingText(data.ditolak, least=1, most=6)
        self.perpanjangan = GrowingText(data.perpanjangan, least=1, most=4)
        self.catatan = GrowingText(data.catatan, least=1, most=6)
        self.alasan = QLineEdit()
        self._add_rows(extended=bool(data.perpanjangan))
        self.diterima.dateChanged.connect(self._follow)
        self.perpanjangan.textChanged.connect(self._follow)
        self._follow()
        self.on_save(self._store)
        self.watch(self._typed)
        self.open_at(QSize(820, 800))
        self.nomor.setFocus()

    def _add_rows(self, *, extended: bool) -> None:
        form = self.form
        form.add_row(
            "nomor_pendaftaran", "&Nomor pendaftaran", self.nomor,
            "Seperti pada formulir dan buku register permohonan.",
        )  # fmt: skip
        form.add_row("diterima", "&Diterima tanggal", self.diterima)
        form.add_row("tenggat", "Paling lambat dijawab", self.due)
        form.add_row(
            "nama",
            "Nama &pemohon",
            self.nama,
            said="Seperti pada formulir permohonan.",
        )
        form.add_row(
            "alamat",
            "&Alamat",
            self.alamat,
            said="Alamat pemohon yang tercetak dalam surat.",
        )
        form.add_row(
            "kontak",
            "Nomor &telepon/pos-el",
            self.kontak,
            said="Boleh kosong.",
        )
        form.add_row(
            "rincian",
            "&Informasi yang diminta",
            self.rincian,
            said="Rincian informasi seperti pada formulir permohonan.",
        )
        form.add_row(
            "entri_ids", "Dasar di da&ftar", self.chooser,
            "Dasar hukum, konsekuensi, dan nomor urut dalam surat diambil dari sini.",
        )  # fmt: skip
        form.add_row(
            "ditolak", "Ba&gian yang ditolak", self.ditolak,
            "Kosongkan bila seluruhnya ditolak.",
        )  # fmt: skip
        form.add_row(
            "perpanjangan", "Alasan perpan&jangan", self.perpanjangan,
            "Hapus bila waktu menjawab tidak jadi diperpanjang.",
        )  # fmt: skip
        form.set_row_visible("perpanjangan", extended)
        form.add_row("catatan", "&Catatan internal", self.catatan, "Tidak dicetak dalam surat.")
        form.add_row(
            "alasan", "Alasan pe&rubahan", self.alasan,
            "Surat penolakannya sudah dicetak; versi lama tetap tersimpan.",
        )  # fmt: skip
        form.set_row_visible("alasan", self._printed)

    @property
    def _printed(self) -> bool:
        before = self._before
        if before is None or before.surat is None:
            return False
        return bool(self.context.app.surat.get(before.surat.id).cetakan)

    def _typed(self) -> PermohonanInput:
        return PermohonanInput(
            nomor_pendaftaran=self.nomor.text(),
            diterima=self.diterima.day(),
            nama=self.nama.text(),
            alamat=self.alamat.text(),
            kontak=self.kontak.text(),
            rincian=self.rincian.text(),
            entri_ids=self.chooser.entri_ids,
            ditolak=self.ditolak.text(),
            perpanjangan=self.perpanjangan.text(),
            catatan=self.catatan.text(),
        )

    def _follow(self) -> None:
        self.due.show_day(self.diterima.day(), diperpanjang=bool(self.perpanjangan.text()))

    def _store(self) -> None:
        requests = self.context.app.permohonan
        if self._before is None:
            self.saved_id = requests.add(self._typed())
        else:
            requests.edit(self._before.id, self._typed(), self.alasan.text())
            self.saved_id = self._before.id


def _blank(context: UiContext) -> PermohonanInput:
    return PermohonanInput("", context.app.clock.today(), "", "", "", "")
