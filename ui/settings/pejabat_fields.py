"""The inputs of one official, for any form: all of them, or those that a first letter needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from sopapp.domain.pejabat import (
    Kepegawaian,
    PejabatInput,
    StatusPejabat,
    peringatan_mandat,
)
from sopapp.domain.peringatan_pejabat import peringatan
from sopapp.domain.sop import LaneCode
from ui.settings.pangkat import PangkatField
from ui.settings.warned_field import WarnedField
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import FormPanel
from ui.widgets.optional_date import OptionalDate

_JABATAN_HINT = (
    "Lengkap dengan provinsinya, misalnya “Kepala Dinas … Provinsi …”; tanpa “Plt.” atau “Plh.”. "
    "Huruf kapital pada surat dibuat program."
)
_MANDATE_HINT = "Jabatan lengkap, misalnya “Kepala Dinas … Provinsi …”, tanpa “a.n.”."
_THROUGH_HINT = "Bila mandat diteruskan, misalnya “Sekretaris”; boleh kosong."
_LATER = (
    "kepegawaian", "status", "peran", "selaku", "mandat", "atas_nama", "melalui",
    "berlaku_dari", "berlaku_sampai",
)  # fmt: skip


class PejabatFields(QObject):
    """Adds its rows to a form; `changed` when anything was typed or chosen.

    With `brief` what is not needed for a first letter is there but not shown. `named` tells
    this official from another one on the same page.
    """

    changed = Signal()

    def __init__(
        self,
        form: FormPanel,
        roles: Mapping[LaneCode, str],
        today: date,
        *,
        brief: bool = False,
        named: str = "",
    ) -> None:
        super().__init__(form)
        self._form = form
        self._brief = brief
        self.nama, self.jabatan, self.selaku = QLineEdit(form), QLineEdit(form), QLineEdit(form)
        self.nip, self.atas_nama, self.melalui = QLineEdit(form), QLineEdit(form), QLineEdit(form)
        self.ranks = PangkatField(form)
        self.pangkat, self.golongan = self.ranks.pangkat, self.ranks.golongan
        self.kepegawaian = _combo({each.label: each for each in Kepegawaian}, form)
        self.status = _combo({status.label: status for status in StatusPejabat}, form)
        self.peran = _combo({name: code for code, name in roles.items()}, form)
        self.peran.addItem("Lainnya (tidak menandatangani)", None)
        self.mandate = QCheckBox("&Menandatangani atas nama pejabat lain", form)
        self.dari = DateEdit(today, form)
        self.sampai = OptionalDate("Masih menjabat", today, "Berlaku sampai", form)
        self.warned = {
            "nip": WarnedField(self.nip, "NIP", form),
            "pangkat": WarnedField(self.ranks, "Pangkat", form, repair="Pi&sahkan"),
            "jabatan": WarnedField(self.jabatan, "Jabatan", form),
            "atas_nama": WarnedField(self.atas_nama, "Pemberi mandat", form),
            "berlaku_dari": WarnedField(self.dari, "Berlaku dari", form),
            "berlaku_sampai": WarnedField(self.sampai, "Berlaku sampai", form),
        }
        for field, words in (
            (self.nama, "Lengkap dengan gelar, seperti dicetak di bawah tanda tangan"),
            (self.nip, "18 angka, dengan atau tanpa spasi; boleh kosong"),
            (self.pangkat, "Dicetak di antara nama dan NIP; boleh kosong"),
            (self.golongan, "Tidak dicetak; mengikuti pangkat yang dipilih"),
            (self.kepegawaian, "Menentukan yang dicetak di bawah nama"),
            (self.status, "Plt. dan Plh. dicetak di depan jabatan"),
        ):
            field.setToolTip(words)
        self._add_rows(form)
        if named:
            self._name_apart(form, named)
        self._listen()

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
        """Fill the inputs."""
        self.nama.setText(value.nama)
        self.kepegawaian.setCurrentIndex(self.kepegawaian.findData(value.kepegawaian))
        self.nip.setText(value.nip)
        self.ranks.show_words(value.pangkat, value.golongan)
        self.jabatan.setText(value.jabatan)
        self.jabatan.setCursorPosition(0)  # a long one is read from its beginning
        self.status.setCurrentIndex(self.status.findData(value.status))
        self.peran.setCurrentIndex(self.peran.findData(value.peran))
        self.selaku.setText(value.selaku)
        self.atas_nama.setText(value.atas_nama)
        self.melalui.setText(value.melalui)
        self.mandate.setChecked(bool(value.atas_nama))
        self._show_mandate()
        self.dari.set_day(value.berlaku_dari)
        self.sampai.set_day(value.berlaku_sampai)

    def warn(self, others: Sequence[PejabatInput], decider: LaneCode, *, judge: bool) -> None:
        """Say at the fields what looks wrong beside `others`; `judge` False takes that away.

        `decider` is the role that signs a Keputusan.
        """
        value = self.value()
        said: dict[str, list[str]] = {key: [] for key in self.warned}
        for each in peringatan(value, others) if judge else ():
            said[each.field].append(each.teks)
        mandate = peringatan_mandat(value)
        if mandate and value.peran is decider:
            said["atas_nama"].append(mandate)
        for key, field in self.warned.items():
            repairable = key == "pangkat" and bool(said[key]) and self.ranks.splits
            field.set_warning("\n".join(said[key]), repairable=repairable)

    def _add_rows(self, form: FormPanel) -> None:
        """Name to term, in the order of a signature block's questions."""
        form.add_row("nama", "&Nama dan gelar", self.nama)
        form.add_row("kepegawaian", "&Kepegawaian", self.kepegawaian)
        form.add_row("nip", "N&IP", self.warned["nip"])
        form.add_row("pangkat", "Pan&gkat", self.warned["pangkat"])
        hint = _JABATAN_HINT
        form.add_row("jabatan", "&Jabatan", self.warned["jabatan"], hint)
        form.add_row("status", "St&atus", self.status)
        form.add_row(
            "peran",
            "P&eran",
            self.peran,
            "Baris pada papan; surat mencari penanda tangannya menurut peran ini.",
        )
        form.add_row("selaku", "Se&laku", self.selaku, "Misalnya “PPID Pembantu”; boleh kosong.")
        form.add_row("mandat", "", self.mandate)
        form.add_row("atas_nama", "Pembe&ri mandat (a.n.)", self.warned["atas_nama"], _MANDATE_HINT)
        form.add_row("melalui", "Melalui (u.&b.)", self.melalui, _THROUGH_HINT)
        form.add_row("berlaku_dari", "Berlaku &dari", self.warned["berlaku_dari"])
        form.add_row("berlaku_sampai", "Berlaku sam&pai", self.warned["berlaku_sampai"])
        for key in _LATER if self._brief else ():
            form.set_row_visible(key, False)

    def _name_apart(self, form: FormPanel, named: str) -> None:
        """Two forms on a page share no letter, and a screen reader tells them apart."""
        for caption in form.findChildren(QLabel):
            if caption.buddy() is not None:
                caption.setText(caption.text().replace("&", ""))
        for part in (self.nama, self.nip, self.jabatan, self.pangkat, self.golongan):
            part.setAccessibleName(f"{part.accessibleName()}, {named}")

    def _listen(self) -> None:
        texts = (self.nama, self.nip, self.jabatan, self.selaku, self.atas_nama, self.melalui)
        for edit in texts:
            edit.textChanged.connect(self._tell)
        for combo in (self.kepegawaian, self.status, self.peran):
            combo.currentIndexChanged.connect(self._tell)
        self.ranks.changed.connect(self._tell)
        self.warned["pangkat"].button.clicked.connect(self.ranks.split)
        self.mandate.toggled.connect(self._on_mandate)
        self.dari.dateChanged.connect(self._tell)
        self.sampai.changed.connect(self._tell)

    def _tell(self, *_args: object) -> None:
        self.changed.emit()

    def _on_mandate(self, _checked: bool) -> None:
        self._show_mandate()
        self.changed.emit()

    def _show_mandate(self) -> None:
        for key in ("atas_nama", "melalui") if not self._brief else ():
            self._form.set_row_visible(key, self.mandate.isChecked())


def _combo(choices: Mapping[str, object], parent: FormPanel) -> QComboBox:
    combo = QComboBox(parent)
    for words, data in choices.items():
        combo.addItem(words, data)
    return combo
