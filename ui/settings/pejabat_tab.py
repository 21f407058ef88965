"""Pejabat: who signs what, in which capacity and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.pejabat import Pejabat, PejabatInput, StatusPejabat, nip_problem
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import tanggal_pendek
from ui.settings.pangkat import PANGKAT, golongan_of
from ui.settings.record_tab import RecordTab
from ui.settings.signature_preview import SignaturePreview
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.optional_date import OptionalDate
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.warned_line_edit import WarnedLineEdit

if TYPE_CHECKING:
    from ui.context import UiContext

_JABATAN_HINT = (
    "Lengkap dengan provinsinya, misalnya “Kepala Dinas … Provinsi …”; tanpa “Plt.” atau “Plh.”. "
    "Huruf kapital pada surat dibuat program."
)
_SIGNERS = (LaneCode.PPID_PEMBANTU, LaneCode.ATASAN_PPID_PEMBANTU)


class PejabatTab(RecordTab):
    """Officials; a past term is ended, not overwritten."""

    kinds = (Kind.PEJABAT, Kind.SOP)
    new_title = "Pejabat baru"
    edit_title = "Pejabat terpilih"
    remove_question = (
        "Hapus pejabat “{}”? Surat yang sudah dicetak tidak berubah. Bila masa jabatannya "
        "berakhir, lebih baik isi “berlaku sampai”."
    )

    def __init__(self, context: UiContext) -> None:
        self._today = context.app.clock.today()
        self._roles = {lane.code: lane.name for lane in context.app.sop.current().lanes}
        columns: tuple[Column[Pejabat], ...] = (
            Column("Nama", lambda row: row.data.nama, 34),
            Column("Peran", lambda row: self._role_words(row.data.peran), 22),
            Column("Berlaku", _term, 28),
            Column("Jabatan", lambda row: row.data.status.prefix + row.data.jabatan, 34),
        )
        model = RowsModel(
            columns,
            key=lambda row: row.id,
            muted=lambda row: not row.in_office(self._today),
        )
        super().__init__(context, model, "Pejabat")

    def build_form(self, form: FormPanel) -> None:
        """Name to term, in the order of a signature block's questions."""
        self.nama, self.jabatan, self.selaku = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.nip = WarnedLineEdit(nip_problem, self)
        self.status = self._combo({status.label: status for status in StatusPejabat})
        self.peran = self._combo({name: code for code, name in self._roles.items()})
        self.peran.addItem("Lainnya (tidak menandatangani)", None)
        self.dari = DateEdit(self._today, self)
        self.sampai = OptionalDate("Masih menjabat", self._today, "Berlaku sampai", self)
        form.add_row("nama", "&Nama dan gelar", self.nama)
        form.add_row("nip", "N&IP", self.nip)
        form.add_row("pangkat", "Pan&gkat", self._pangkat_row())
        form.add_row("jabatan", "&Jabatan", self.jabatan, _JABATAN_HINT)
        form.add_row("status", "St&atus", self.status)
        form.add_row("peran", "P&eran", self.peran, "Baris pada papan yang diwakilinya.")
        form.add_row("selaku", "Se&laku", self.selaku, "Misalnya “PPID Pembantu”; boleh kosong.")
        form.add_row("berlaku_dari", "Berlaku &dari", self.dari)
        form.add_row("berlaku_sampai", "Berlaku sam&pai", self.sampai)
        self.nip.text_changed.connect(self._on_input)
        for edit in (self.nama, self.jabatan, self.selaku):
            edit.textChanged.connect(self._on_input)
        for combo in (self.status, self.peran):
            combo.currentIndexChanged.connect(self._on_input)
        self.dari.dateChanged.connect(self._on_input)
        self.sampai.changed.connect(self._on_input)

    def below_table(self) -> tuple[QWidget, ...]:
        """The block as it stands under a letter."""
        self.preview = SignaturePreview(self)
        return (self.preview,)

    def records(self) -> tuple[Pejabat, ...]:
        """Signers first, then by name; who is out of office last."""

        def place(row: Pejabat) -> tuple[bool, bool, str]:
            return (not row.in_office(self._today), row.data.peran not in _SIGNERS, row.data.nama)

        return tuple(sorted(self.context.app.pejabat.list(), key=place))

    def blank(self) -> PejabatInput:
        """A PPID Pembantu from today."""
        return PejabatInput("", "", LaneCode.PPID_PEMBANTU, self._today)

    def input_of(self, record: Pejabat) -> PejabatInput:
        """The official's data."""
        return record.data

    def name_of(self, record: Pejabat) -> str:
        """The official's name."""
        return record.data.nama

    def value(self) -> PejabatInput:
        """The official as typed."""
        role = self.peran.currentData()  # Qt hands enum members back as plain text
        return PejabatInput(
            nama=self.nama.text().strip(),
            jabatan=self.jabatan.text().strip(),
            peran=LaneCode(role) if role else None,
            berlaku_dari=self.dari.day(),
            berlaku_sampai=self.sampai.day(),
            status=StatusPejabat(self.status.currentData()),
            nip=self.nip.text().strip(),
            pangkat=self.pangkat.currentText().strip(),
            golongan=self.golongan.currentText().strip(),
            selaku=self.selaku.text().strip(),
        )

    def show_value(self, value: PejabatInput) -> None:
        """Fill the form."""
        self.nama.setText(value.nama)
        self.nip.set_text(value.nip)
        self.pangkat.setCurrentText(value.pangkat)
        self.golongan.setCurrentText(value.golongan)
        self.jabatan.setText(value.jabatan)
        self.status.setCurrentIndex(self.status.findData(value.status))
        self.peran.setCurrentIndex(self.peran.findData(value.peran))
        self.selaku.setText(value.selaku)
        self.dari.set_day(value.berlaku_dari)
        self.sampai.set_day(value.berlaku_sampai)
        self.preview.show_official(self.value())

    def first_field(self) -> QWidget:
        """The name."""
        return self.nama

    def add(self, value: PejabatInput) -> int:
        """Store a new official."""
        return self.context.app.pejabat.add(value)

    def edit(self, record_id: int, value: PejabatInput) -> None:
        """Store a changed official."""
        self.context.app.pejabat.edit(record_id, value)

    def remove(self, record_id: int) -> None:
        """Remove an official."""
        self.context.app.pejabat.remove(record_id)

    def _combo(self, choices: dict[str, object]) -> QComboBox:
        combo = QComboBox(self)
        for words, data in choices.items():
            combo.addItem(words, data)
        return combo

    def _pangkat_row(self) -> QWidget:
        row = FieldGroup(self)
        self.pangkat, self.golongan = QComboBox(row), QComboBox(row)
        for combo, items, name in (
            (self.pangkat, PANGKAT.values(), "Pangkat"),
            (self.golongan, PANGKAT, "Golongan"),
        ):
            combo.setEditable(True)
            combo.addItem("")
            combo.addItems(list(items))
            combo.setAccessibleName(name)
            combo.setMaxVisibleItems(18)
            combo.currentTextChanged.connect(self._on_input)
        self.pangkat.textActivated.connect(
            lambda text: self.golongan.setCurrentText(golongan_of(text))
        )
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pangkat, 3)
        layout.addWidget(self.golongan, 1)
        row.lead = self.pangkat
        return row

    def _role_words(self, peran: LaneCode | None) -> str:
        return "Lainnya" if peran is None else self._roles.get(peran, "")

    def _on_input(self, *_args: object) -> None:
        if not self._filling:
            self.preview.show_official(self.value())
        self.touch()


def _term(row: Pejabat) -> str:
    start, end = row.data.berlaku_dari, row.data.berlaku_sampai
    if end is None:
        return f"sejak {tanggal_pendek(start)}"
    return f"{tanggal_pendek(start)} – {tanggal_pendek(end)}"
