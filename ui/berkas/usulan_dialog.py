"""Entering or changing a usulan."""

from __future__ import annotations

from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QWidget

from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.domain.errors import DomainError
from sopapp.domain.kekurangan import kekurangan
from ui.berkas.entry_box import EntryBox
from ui.berkas.gaps_notice import GapsNotice, show_gaps
from ui.berkas.isi_form import CONTENT, IsiForm
from ui.context import UiContext
from ui.widgets.form_dialog import FormDialog
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from sopapp.domain.daftar import Daftar
    from sopapp.services.usulan import Usulan

_JENIS = (
    (JenisUsulan.BARU, "Baru – belum ada di daftar"),
    (JenisUsulan.UBAH, "Ubah – isi yang ada di daftar berubah"),
    (JenisUsulan.TETAP, "Tetap – tetap dikecualikan seperti di daftar"),
    (JenisUsulan.BUKA, "Dibuka kembali – tidak lagi dikecualikan"),
)
_COPIED = frozenset({JenisUsulan.TETAP, JenisUsulan.BUKA})
"""Kinds whose content is the entry's own."""


class Mode(Enum):
    """What is done with the form."""

    ADD = auto()
    EDIT = auto()
    MEND = auto()


class UsulanDialog(FormDialog):
    """The form of a usulan; what it lacks to be excluded is listed while typing."""

    topic = "tahap-2-validasi#mencatat-usulan"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        berkas_id: int,
        *,
        unit_id: int | None = None,
        usulan: Usulan | None = None,
        mode: Mode = Mode.ADD,
    ) -> None:
        title = {Mode.ADD: "Tambah usulan", Mode.EDIT: "Ubah usulan",
                 Mode.MEND: "Perbaikan dari unit kerja"}[mode]  # fmt: skip
        super().__init__(context, parent, title, "&Simpan usulan", scroll=True)
        self._berkas_id = berkas_id
        self._usulan = usulan
        self._mode = mode
        self._taken = IsiDik("")
        """What was taken over from an entry last."""
        self._make_inputs(usulan.isi if usulan else IsiDik(""))
        self._arrange(unit_id)
        self._connect()
        self._fit()
        self.on_save(self._store)
        self.watch(lambda: (self.jenis.currentIndex(), self.entri.currentData(), self.isi()))
        self.open_at(QSize(860, 680))
        (self.informasi if usulan or unit_id else self.unit).setFocus()

    @cached_property
    def _register(self) -> Daftar:
        """The register, asked for only when a usulan about one of its entries is entered."""
        return self.context.app.dik.current()

    def isi(self) -> IsiDik:
        """What the form says."""
        return self._content.value()

    # -- parts ------------------------------------------------------------------------------

    def _make_inputs(self, isi: IsiDik) -> None:
        self.unit = QComboBox()
        _take_the_room_there_is(self.unit)
        self.jenis = QComboBox()
        for kind, label in _JENIS:
            self.jenis.addItem(label, kind)
        self.entri = EntryBox(self.context.app.dik, "Ketik untuk mencari di daftar…")
        content = self._content = IsiForm(self.context, isi, self)
        self.informasi, self.bagian, self.dasar = content.informasi, content.bagian, content.dasar
        self.konsekuensi, self.manfaat = content.konsekuensi, content.manfaat
        self.jangka, self.bentuk = content.jangka, content.bentuk
        self.lacking = GapsNotice("warn")
        self.warning = GapsNotice("accent")

    def _arrange(self, unit_id: int | None) -> None:
        form = self.form
        if self._mode is not Mode.ADD and self._usulan is not None:
            about = TonedLabel(f"{self._usulan.unit.nama} · {self._usulan.jenis.label}", bold=True)
            form.add_row("tentang", "Usulan", about)
            if self._usulan.catatan:
                form.add_row("catatan", "Catatan PPID", TonedLabel(self._usulan.catatan, "warn"))
        form.add_row("unit", "&Unit kerja", self.unit)
        form.add_row("jenis", "&Jenis", self.jenis)
        form.add_row("entri", "Informasi &di daftar", self.entri)
        self._content.add_to(form)
        form.add_row("kekurangan", "", self.lacking)
        form.add_row("peringatan", "", self.warning)
        if self._mode is Mode.ADD:
            for unit in self.context.app.unit_kerja.list(active_only=True):
                self.unit.addItem(unit.nama, unit.id)
            self.unit.setCurrentIndex(max(self.unit.findData(unit_id), 0) if unit_id else -1)
            self.unit.setPlaceholderText("Pilih unit kerja…")

    def _connect(self) -> None:
        self.jenis.currentIndexChanged.connect(lambda _i: self._fit())
        self.unit.currentIndexChanged.connect(lambda _i: self._offer_entries())
        self.entri.currentIndexChanged.connect(lambda _i: self._take_entry())
        self._content.changed.connect(self._tell_lacking)

    # -- behaviour ---------------------------------------------------------------------------

    def _kind(self) -> JenisUsulan:
        if self._usulan:
            return self._usulan.jenis
        return JenisUsulan(self.jenis.currentData())  # Qt hands a StrEnum back as plain text

    def _fit(self) -> None:
        adding, kind = self._mode is Mode.ADD, self._kind()
        for field in ("unit", "jenis"):
            self.form.set_row_visible(field, adding)
        self.form.set_row_visible("entri", adding and kind is not JenisUsulan.BARU)
        shown = not (adding and kind in _COPIED)
        for field in CONTENT:
            self.form.set_row_visible(field, shown)
        self._offer_entries()
        self._take_entry()
        self._tell_lacking()

    def _offer_entries(self) -> None:
        """The register's entries, those of the chosen unit first."""
        if self._mode is not Mode.ADD or self._kind() is JenisUsulan.BARU:
            return
        self.entri.offer(self._register, self.unit.currentData())

    def _take_entry(self) -> None:
        """A change begins from what the register says; nothing typed is overwritten."""
        if self._mode is not Mode.ADD or self._kind() is not JenisUsulan.UBAH:
            return
        found = self._register.find((self.entri.currentData(),))
        if not found or self.isi() not in (IsiDik(""), self._taken):
            return
        self._taken = self._register[found[0]].isi
        self._content.set_value(self._taken)
        self._taken = self.isi()

    def _tell_lacking(self) -> None:
        kind = self._kind()
        content = kind in (JenisUsulan.BARU, JenisUsulan.UBAH) or self._mode is not Mode.ADD
        touched = self.isi() != IsiDik("")
        found = kekurangan(self.isi()) if content and touched else ()
        show_gaps(self.lacking, self.warning, found)
        self.form.set_row_visible("kekurangan", bool(self.lacking.text))
        self.form.set_row_visible("peringatan", bool(self.warning.text))

    def _store(self) -> None:
        service, isi = self.context.app.usulan, self.isi()
        if self._usulan is not None and self._mode is Mode.MEND:
            service.mended(self._usulan.id, isi)
        elif self._usulan is not None:
            service.edit(self._usulan.id, isi)
        else:
            if self.unit.currentData() is None:
                raise DomainError("Pilih unit kerja yang mengusulkan.", field="unit")
            service.add(
                self._berkas_id, self.unit.currentData(), self._kind(), isi, self._chosen_entry()
            )

    def _chosen_entry(self) -> int | None:
        if self._kind() is JenisUsulan.BARU:
            return None
        return self.entri.currentData()


def _take_the_room_there_is(box: QComboBox) -> None:
    """Long words in its list do not make the box wider than the form."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(30)
