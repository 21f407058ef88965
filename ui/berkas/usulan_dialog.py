"""Entering or changing a usulan."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from sopapp.domain.dik import EntriDik, IsiDik, JenisUsulan, kekurangan
from sopapp.domain.errors import DomainError
from ui.berkas.dasar_editor import DasarEditor
from ui.berkas.form_dialog import FormDialog
from ui.berkas.growing_text import GrowingText
from ui.berkas.jangka_editor import JangkaEditor
from ui.berkas.toned import Notice, TonedLabel
from ui.context import UiContext

if TYPE_CHECKING:
    from sopapp.services.usulan import Usulan

_JENIS = (
    (JenisUsulan.BARU, "Baru – belum ada di daftar"),
    (JenisUsulan.UBAH, "Ubah – isi yang ada di daftar berubah"),
    (JenisUsulan.TETAP, "Tetap – tetap dikecualikan seperti di daftar"),
    (JenisUsulan.BUKA, "Dibuka kembali – tidak lagi dikecualikan"),
)
_CONTENT = ("informasi", "dasar", "konsekuensi_dibuka", "manfaat_ditutup", "jangka", "bentuk")
_BENTUK = ("", "Cetak", "Digital", "Cetak dan digital")
_COPIED = frozenset({JenisUsulan.TETAP, JenisUsulan.BUKA})
"""Kinds whose content is the entry's own."""


class Mode(Enum):
    """What is done with the form."""

    ADD = auto()
    EDIT = auto()
    MEND = auto()


class UsulanDialog(FormDialog):
    """The form of a usulan; what it lacks to be excluded is listed while typing."""

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
        self._entries = {entry.id: entry for entry in context.app.dik.current()}
        self._make_inputs(usulan.isi if usulan else IsiDik(""))
        self._arrange(unit_id)
        self._connect()
        self._fit()
        self.on_save(self._store)
        self.watch(lambda: (self.jenis.currentIndex(), self.entri.currentData(), self.isi()))
        self.resize(860, 640)
        (self.informasi if usulan or unit_id else self.unit).setFocus()

    def isi(self) -> IsiDik:
        """What the form says."""
        return IsiDik(
            informasi=self.informasi.text(),
            dasar=self.dasar.value(),
            konsekuensi_dibuka=self.konsekuensi.text(),
            manfaat_ditutup=self.manfaat.text(),
            jangka=self.jangka.value(),
            bentuk=self.bentuk.currentText().strip(),
        )

    # -- parts ------------------------------------------------------------------------------

    def _make_inputs(self, isi: IsiDik) -> None:
        self.unit = QComboBox()
        _take_the_room_there_is(self.unit)
        self.jenis = QComboBox()
        for kind, label in _JENIS:
            self.jenis.addItem(label, kind)
        self.entri = _SearchBox("Ketik untuk mencari di daftar…")
        self.informasi = GrowingText(isi.informasi, least=2, most=8)
        self.dasar = DasarEditor(isi.dasar)
        self.konsekuensi = GrowingText(isi.konsekuensi_dibuka, least=2, most=8)
        self.manfaat = GrowingText(isi.manfaat_ditutup, least=2, most=8)
        self.jangka = JangkaEditor(isi.jangka, self.context.app.clock.today())
        self.bentuk = QComboBox()
        self.bentuk.setEditable(True)
        self.bentuk.addItems(_BENTUK)
        self.bentuk.setCurrentText(isi.bentuk)
        self.lacking = Notice("warn")

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
        form.add_row("informasi", "&Informasi", self.informasi)
        form.add_row(
            "dasar", "Dasar &hukum", self.dasar, "Pasal 17 UU Nomor 14 Tahun 2008 dan UU lain."
        )
        form.add_row("konsekuensi_dibuka", "&Konsekuensi bila dibuka", self.konsekuensi)
        form.add_row("manfaat_ditutup", "&Manfaat bila ditutup", self.manfaat)
        form.add_row("jangka", "Jangka &waktu", self.jangka)
        form.add_row("bentuk", "B&entuk informasi", self.bentuk)
        form.add_row("kekurangan", "", self.lacking)
        if self._mode is Mode.ADD:
            for unit in self.context.app.unit_kerja.list(active_only=True):
                self.unit.addItem(unit.nama, unit.id)
            self.unit.setCurrentIndex(max(self.unit.findData(unit_id), 0) if unit_id else -1)
            self.unit.setPlaceholderText("Pilih unit kerja…")
            self._offer_entries()

    def _connect(self) -> None:
        self.jenis.currentIndexChanged.connect(lambda _i: self._fit())
        self.unit.currentIndexChanged.connect(lambda _i: self._offer_entries())
        self.entri.currentIndexChanged.connect(lambda _i: self._take_entry())
        for text in (self.informasi, self.konsekuensi, self.manfaat):
            text.textChanged.connect(self._tell_lacking)
        self.dasar.changed.connect(self._tell_lacking)
        self.jangka.changed.connect(self._tell_lacking)

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
        for field in _CONTENT:
            self.form.set_row_visible(field, shown)
        self._take_entry()
        self._tell_lacking()

    def _offer_entries(self) -> None:
        """The register's entries, those of the chosen unit first."""
        unit_id = self.unit.currentData()
        entries = sorted(self._entries.values(), key=lambda entry: entry.unit_id != unit_id)
        self.entri.offer([(f"{e.isi.informasi} ({e.unit_nama})", e.id) for e in entries])

    def _take_entry(self) -> None:
        """A change begins from what the register says; nothing typed is overwritten."""
        entry: EntriDik | None = self._entries.get(self.entri.currentData())
        if self._mode is not Mode.ADD or entry is None or self._kind() is not JenisUsulan.UBAH:
            return
        others = [e.isi for e in self._entries.values()]
        if self.isi() != IsiDik("") and self.isi() not in others:
            return
        isi = entry.isi
        self.informasi.setPlainText(isi.informasi)
        self.dasar.set_value(isi.dasar)
        self.konsekuensi.setPlainText(isi.konsekuensi_dibuka)
        self.manfaat.setPlainText(isi.manfaat_ditutup)
        self.jangka.set_value(isi.jangka)
        self.bentuk.setCurrentText(isi.bentuk)

    def _tell_lacking(self) -> None:
        kind = self._kind()
        content = kind in (JenisUsulan.BARU, JenisUsulan.UBAH) or self._mode is not Mode.ADD
        touched = self.isi() != IsiDik("")
        found = kekurangan(self.isi()) if content and touched else ()
        lines = [f"• {lack.text}" for lack in found]
        if any(not lack.warning for lack in found):
            lines.insert(0, "Dapat disimpan sekarang; sebelum dikecualikan perlu dilengkapi:")
        elif found:
            lines.insert(0, "Perlu diperhatikan:")
        self.form.set_row_visible("kekurangan", bool(lines))
        self.lacking.say("\n".join(lines), "warn")

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


class _SearchBox(QComboBox):
    """A choice among many, found by any part of its words."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.lineEdit().setPlaceholderText(hint)
        _take_the_room_there_is(self)
        completer = self.completer()
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def offer(self, options: list[tuple[str, int]]) -> None:
        """Show these options; the choice stays when it is among them."""
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        for text, value in options:
            self.addItem(text, value)
        self.setCurrentIndex(self.findData(kept) if kept is not None else -1)
        if self.currentIndex() < 0:
            self.clearEditText()
        self.blockSignals(False)

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> int | None:
        """Qt: the value whose words stand in the field; None for other words."""
        text, at = self.currentText(), self.currentIndex()
        if self.itemText(at) != text:  # typed, not picked; entries may share their words
            at = self.findText(text, Qt.MatchFlag.MatchExactly)
        return self.itemData(at, role) if at >= 0 else None
