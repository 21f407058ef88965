"""Recording numbers that were used outside the program, one or a range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from sopapp.domain.agenda import running_numbers
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.services.nomor_luar import CatatanLuar
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from ui.context import UiContext

_HINT = (
    "Nomor yang dipakai surat lain, misalnya dari Tata Usaha atau SRIKANDI, dicatat di sini "
    "supaya program tidak mengusulkannya lagi."
)


class OutsideDialog(FormDialog):
    """A number as it was given, or running numbers of a sequence ("12 sampai 20")."""

    topic = "surat#nomor-di-luar-program"

    def __init__(
        self, context: UiContext, parent: QWidget | None, surat_id: int | None = None
    ) -> None:
        title = "Catat nomor di luar program" if surat_id is None else "Ubah catatan nomor"
        super().__init__(context, parent, title, "&Simpan", hint=_HINT)
        self._id = surat_id
        self._proposed = ""
        self.seperti = QComboBox()
        for words, kind in _sequences(context):
            self.seperti.addItem(words, kind)
        self.tanggal = DateEdit(context.app.clock.today())
        self.beberapa = QCheckBox("Bebe&rapa nomor urut sekaligus")
        self.urut = QLineEdit()
        self.urut.setPlaceholderText("12 sampai 20")
        self.nomor = QLineEdit()
        self.sisipan = QLineEdit()
        self.perihal, self.tujuan = QLineEdit(), QLineEdit()
        self.penanda_tangan, self.keterangan = QLineEdit(), QLineEdit()
        self._lay_out()
        if surat_id is None:
            self._follow()
        else:
            self._show(surat_id)
        self.seperti.currentIndexChanged.connect(lambda _index: self._follow())
        self.tanggal.dateChanged.connect(lambda _day: self._follow())
        self.beberapa.toggled.connect(self._on_several)
        self.on_save(self._store)
        self.watch(self._typed)

    def _lay_out(self) -> None:
        form = self.form
        form.add_row("seperti", "&Deret nomor", self.seperti)
        form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        form.add_row("beberapa", "", self.beberapa)
        self.beberapa.setAccessibleName("Beberapa nomor urut sekaligus")
        form.add_row("urut", "Nomor &urut", self.urut, "Misalnya 12 sampai 20, atau 4, 7, 9.")
        form.add_row(
            "nomor",
            "&Nomor",
            self.nomor,
            said="Nomor lengkap yang tercetak pada surat.",
        )
        form.add_row(
            "sisipan",
            "Alasan s&isipan",
            self.sisipan,
            "Hanya untuk nomor seperti 005.01 atau 005.A.",
        )
        form.add_row(
            "perihal",
            "&Perihal",
            self.perihal,
            said="Pokok surat, seperti di buku agenda.",
        )
        form.add_row(
            "tujuan",
            "&Kepada",
            self.tujuan,
            said="Penerima surat.",
        )
        form.add_row(
            "penanda_tangan",
            "Penanda tan&gan",
            self.penanda_tangan,
            said="Nama atau jabatan yang menandatangani; boleh kosong.",
        )
        form.add_row(
            "keterangan",
            "K&eterangan",
            self.keterangan,
            said="Catatan untuk buku agenda; boleh kosong.",
        )
        form.set_row_visible("urut", False)
        form.set_row_visible("beberapa", self._id is None)

    def _show(self, surat_id: int) -> None:
        number, noted = self.context.app.nomor_luar.get(surat_id)
        like = _first_alike(self.context, noted.seperti)
        self.seperti.setCurrentIndex(max(self.seperti.findData(like), 0))
        self.tanggal.set_day(number.tanggal)
        self.nomor.setText(number.nomor)
        self.sisipan.setText(number.sisipan)
        self.perihal.setText(noted.perihal)
        self.tujuan.setText(noted.tujuan)
        self.penanda_tangan.setText(noted.penanda_tangan)
        self.keterangan.setText(noted.keterangan)

    def _on_several(self, on: bool) -> None:
        self.form.set_row_visible("urut", on)
        for field in ("nomor", "sisipan"):
            self.form.set_row_visible(field, not on)
        (self.urut if on else self.nomor).setFocus()

    def _follow(self) -> None:
        """Propose the next number until one is typed."""
        if self._id is not None or self.nomor.text() != self._proposed:
            return
        self.form.clear_errors()
        self.error.say("")
        try:
            self._proposed = self.context.app.nomor.propose(self._kind, self.tanggal.day())
        except DomainError as error:
            self._proposed = ""
            self.show_error(error)
        self.nomor.setText(self._proposed)

    @property
    def _kind(self) -> JenisNaskah:
        return JenisNaskah(self.seperti.currentData())

    def _typed(self) -> tuple[object, ...]:
        texts = (
            self.urut, self.nomor, self.sisipan, self.perihal, self.tujuan, self.penanda_tangan,
            self.keterangan,
        )  # fmt: skip
        return (
            self.seperti.currentIndex(), self.tanggal.day(), self.beberapa.isChecked(),
            *(field.text() for field in texts),
        )  # fmt: skip

    def _store(self) -> None:
        service, day = self.context.app.nomor_luar, self.tanggal.day()
        noted = CatatanLuar(
            seperti=self._kind,
            perihal=self.perihal.text(),
            tujuan=self.tujuan.text(),
            penanda_tangan=self.penanda_tangan.text(),
            keterangan=self.keterangan.text(),
        )
        if self.beberapa.isChecked():
            service.record_range(running_numbers(self.urut.text()), day, noted)
            return
        number = Penomoran(self.nomor.text(), day, self.sisipan.text())
        if self._id is None:
            service.record(number, noted)
        else:
            service.edit(self._id, number, noted)


def _sequences(context: UiContext) -> Iterator[tuple[str, JenisNaskah]]:
    """Each sequence once; kinds that count together but write the number otherwise stand apart."""
    first: dict[str, JenisNaskah] = {}
    for kind in JenisNaskah:
        if not kind.bernomor or _first_alike(context, kind) is not kind:
            continue
        deret = context.app.setting.naskah(kind).deret
        yield (f"{deret} ({kind.label})" if deret in first else deret), kind
        first.setdefault(deret, kind)


def _first_alike(context: UiContext, kind: JenisNaskah) -> JenisNaskah:
    """The first kind whose numbers count and look as those of `kind`."""

    def form(each: JenisNaskah) -> tuple[str, ...]:
        group = context.app.setting.naskah(each)
        return group.deret, group.pola, group.klasifikasi, group.kode_sifat

    wanted = form(kind)
    return next(each for each in JenisNaskah if each.bernomor and form(each) == wanted)
