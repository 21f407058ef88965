"""Pejabat: who signs what, in which capacity and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import (
    SIGNING_ROLES,
    Kepegawaian,
    Pejabat,
    PejabatInput,
    StatusPejabat,
    peringatan_mandat,
)
from sopapp.domain.peringatan_pejabat import peringatan
from sopapp.domain.riwayat import JenisCatatan
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import tanggal_pendek
from ui.settings.pangkat import PangkatField
from ui.settings.record_tab import RecordTab
from ui.settings.signature_preview import SignaturePreview
from ui.settings.warned_field import WarnedField
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import FormPanel
from ui.widgets.optional_date import OptionalDate
from ui.widgets.rows_model import Column, RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext

_JABATAN_HINT = (
    "Lengkap dengan provinsinya, misalnya “Kepala Dinas … Provinsi …”; tanpa “Plt.” atau “Plh.”. "
    "Huruf kapital pada surat dibuat program."
)
_MANDATE_HINT = "Jabatan lengkap, misalnya “Kepala Dinas … Provinsi …”, tanpa “a.n.”."
_THROUGH_HINT = "Bila mandat diteruskan, misalnya “Sekretaris”; boleh kosong."


class PejabatTab(RecordTab):
    """Officials; a past term is ended, not overwritten."""

    kinds = (Kind.PEJABAT, Kind.SOP)
    printed = ("nama", "nip", "pangkat", "jabatan", "selaku", "atas_nama", "melalui")
    record_kind = JenisCatatan.PEJABAT
    new_title = "Pejabat baru"
    edit_title = "Pejabat terpilih"
    remove_question = (
        "Hapus pejabat “{}”? Surat yang sudah dicetak tidak berubah. Bila masa jabatannya "
        "berakhir, lebih baik isi “berlaku sampai”."
    )

    def __init__(self, context: UiContext) -> None:
        self._today = context.app.clock.today()
        self._listed: tuple[Pejabat, ...] = ()
        self._roles = {lane.code: lane.name for lane in context.app.sop.current().lanes}
        columns: tuple[Column[Pejabat], ...] = (
            Column("Nama", lambda row: row.data.nama, 34),
            Column("Peran", lambda row: self._role_words(row.data.peran), 22),
            Column("Berlaku", _term, 28),
            Column("Jabatan", _post, 34),
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
        self.nip, self.atas_nama, self.melalui = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.ranks = PangkatField(self)
        self.pangkat, self.golongan = self.ranks.pangkat, self.ranks.golongan
        self.kepegawaian = self._combo({each.label: each for each in Kepegawaian})
        self.status = self._combo({status.label: status for status in StatusPejabat})
        self.peran = self._combo({name: code for code, name in self._roles.items()})
        self.peran.addItem("Lainnya (tidak menandatangani)", None)
        self.mandate = QCheckBox("&Menandatangani atas nama pejabat lain", self)
        self.dari = DateEdit(self._today, self)
        self.sampai = OptionalDate("Masih menjabat", self._today, "Berlaku sampai", self)
        self.warned = {
            "nip": WarnedField(self.nip, "NIP", self),
            "pangkat": WarnedField(self.ranks, "Pangkat", self, repair="Pi&sahkan"),
            "jabatan": WarnedField(self.jabatan, "Jabatan", self),
            "atas_nama": WarnedField(self.atas_nama, "Pemberi mandat", self),
            "berlaku_dari": WarnedField(self.dari, "Berlaku dari", self),
            "berlaku_sampai": WarnedField(self.sampai, "Berlaku sampai", self),
        }
        form.add_row("nama", "&Nama dan gelar", self.nama)
        form.add_row("kepegawaian", "&Kepegawaian", self.kepegawaian)
        form.add_row("nip", "N&IP", self.warned["nip"])
        form.add_row("pangkat", "Pan&gkat", self.warned["pangkat"])
        form.add_row("jabatan", "&Jabatan", self.warned["jabatan"], _JABATAN_HINT)
        form.add_row("status", "St&atus", self.status)
        form.add_row("peran", "P&eran", self.peran, "Baris pada papan yang diwakilinya.")
        form.add_row("selaku", "Se&laku", self.selaku, "Misalnya “PPID Pembantu”; boleh kosong.")
        form.add_row("mandat", "", self.mandate)
        form.add_row("atas_nama", "Pembe&ri mandat (a.n.)", self.warned["atas_nama"], _MANDATE_HINT)
        form.add_row("melalui", "Melalui (u.&b.)", self.melalui, _THROUGH_HINT)
        form.add_row("berlaku_dari", "Berlaku &dari", self.warned["berlaku_dari"])
        form.add_row("berlaku_sampai", "Berlaku sam&pai", self.warned["berlaku_sampai"])
        self._listen()

    def _listen(self) -> None:
        texts = (self.nama, self.nip, self.jabatan, self.selaku, self.atas_nama, self.melalui)
        for edit in texts:
            edit.textChanged.connect(self._on_input)
        for combo in (self.kepegawaian, self.status, self.peran):
            combo.currentIndexChanged.connect(self._on_input)
        self.ranks.changed.connect(self._on_input)
        self.warned["pangkat"].button.clicked.connect(self.ranks.split)
        self.mandate.toggled.connect(self._on_mandate)
        self.dari.dateChanged.connect(self._on_input)
        self.sampai.changed.connect(self._on_input)

    def below_table(self) -> tuple[QWidget, ...]:
        """The block as it stands under a letter."""
        self.preview = SignaturePreview(self)
        return (self.preview,)

    def records(self) -> tuple[Pejabat, ...]:
        """Signers first, then by name; who is out of office last."""

        def place(row: Pejabat) -> tuple[bool, bool, str]:
            return (
                not row.in_office(self._today),
                row.data.peran not in SIGNING_ROLES,
                row.data.nama,
            )

        self._listed = tuple(sorted(self.context.app.pejabat.list(), key=place))
        return self._listed

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
            atas_nama=self.atas_nama.text().strip() if self.mandate.isChecked() else "",
            melalui=self.melalui.text().strip() if self.mandate.isChecked() else "",
            kepegawaian=Kepegawaian(self.kepegawaian.currentData()),
        )

    def show_value(self, value: PejabatInput) -> None:
        """Fill the form."""
        self.nama.setText(value.nama)
        self.kepegawaian.setCurrentIndex(self.kepegawaian.findData(value.kepegawaian))
        self.nip.setText(value.nip)
        self.ranks.show_words(value.pangkat, value.golongan)
        self.jabatan.setText(value.jabatan)
        self.status.setCurrentIndex(self.status.findData(value.status))
        self.peran.setCurrentIndex(self.peran.findData(value.peran))
        self.selaku.setText(value.selaku)
        self.atas_nama.setText(value.atas_nama)
        self.melalui.setText(value.melalui)
        self.mandate.setChecked(bool(value.atas_nama))
        self._show_mandate()
        self.dari.set_day(value.berlaku_dari)
        self.sampai.set_day(value.berlaku_sampai)
        self._follow()

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

    def _role_words(self, peran: LaneCode | None) -> str:
        return "Lainnya" if peran is None else self._roles.get(peran, "")

    def _on_mandate(self, _checked: bool) -> None:
        self._show_mandate()
        self._on_input()

    def _show_mandate(self) -> None:
        for key in ("atas_nama", "melalui"):
            self.form.set_row_visible(key, self.mandate.isChecked())

    def _on_input(self, *_args: object) -> None:
        if not self._filling:
            self._follow()
        self.touch()

    def _follow(self) -> None:
        """Draw the block and say what looks wrong, as it is typed."""
        value = self.value()
        self.preview.show_official(value)
        said: dict[str, list[str]] = {key: [] for key in self.warned}
        for each in peringatan(value, self._others()) if self._typed(value) else ():
            said[each.field].append(each.teks)
        mandate = peringatan_mandat(value)
        if mandate and value.peran is self._decider():
            said["atas_nama"].append(mandate)
        for key, field in self.warned.items():
            repairable = key == "pangkat" and bool(said[key]) and self.ranks.splits
            field.set_warning("\n".join(said[key]), repairable=repairable)

    def _typed(self, value: PejabatInput) -> bool:
        """Whether there is an official to judge; a blank form is not two holders of a post."""
        return self.editing is not None or bool(value.nama or value.jabatan or value.nip)

    def _others(self) -> list[PejabatInput]:
        return [row.data for row in self._listed if row.id != self.editing]

    def _decider(self) -> LaneCode:
        return self.context.app.setting.naskah(JenisNaskah.KEPUTUSAN).signer


def _post(row: Pejabat) -> str:
    words = row.data.status.prefix + row.data.jabatan
    return f"{words} (a.n. {row.data.atas_nama})" if row.data.atas_nama else words


def _term(row: Pejabat) -> str:
    start, end = row.data.berlaku_dari, row.data.berlaku_sampai
    if end is None:
        return f"sejak {tanggal_pendek(start)}"
    return f"{tanggal_pendek(start)} – {tanggal_pendek(end)}"
