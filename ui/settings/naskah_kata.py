"""Wordings of one kind of paper, who signs it and how many sheets of it there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import LaneCode
from sopapp.services.letter_settings import NaskahSettings
from ui.settings.setting_inputs import check, choice, choose, count, in_a_row, offered
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.toned import TonedLabel

_MOST_SHEETS = 20
_SHEETS = {"rangkap_penerima": "Tiap penerima", "rangkap_tembusan": "Tiap tembusan",
           "rangkap_arsip": "Arsip"}  # fmt: skip
_SIGNER_HINTS = {
    JenisNaskah.LEMBAR_UJI: "Yang menetapkan hasil uji, juga pada Berita Acara.",
    JenisNaskah.SALINAN: "Yang mengesahkan bahwa salinan sesuai dengan aslinya.",
    JenisNaskah.SOP: "Dipakai apabila SOP tidak menyebut nama pengesah.",
}


def fields_of(jenis: JenisNaskah) -> tuple[str, ...]:
    """The settings of this section that have an effect on a kind of paper."""
    fields: list[str] = []
    # A Berita Acara is signed by those who sign the sheets; a list by nobody.
    if jenis not in (JenisNaskah.BERITA_ACARA, JenisNaskah.DAFTAR):
        fields.append("signer")
    if jenis.nota_dinas:
        fields += ["label_yth", "label_kapital", "nomor_di_judul"]
    if jenis is JenisNaskah.KEPUTUSAN:
        fields += ["diktum_pertama", "label_kapital", "selaku_line"]
    if jenis.bernomor:
        fields += list(_SHEETS)
    return tuple(fields)


_Input = QCheckBox | QComboBox | QSpinBox


class KataSection(QWidget):
    """Only what has an effect on the kind is shown."""

    changed = Signal()

    def __init__(
        self,
        jenis: JenisNaskah,
        roles: Mapping[str, LaneCode],
        holders: Mapping[LaneCode, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jenis = jenis
        self._fields = fields_of(jenis)
        self._roles = roles
        self._holders = holders
        self.inputs: dict[str, _Input] = {}
        self.holder = TonedLabel("", "muted", scale=0.92)
        self.form = FormPanel()
        self._build(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def put_into(self, group: NaskahSettings) -> NaskahSettings:
        """The settings with what is chosen here."""
        return group._replace(**{key: self._value(key) for key in self._fields})

    def show_group(self, group: NaskahSettings, holders: Mapping[LaneCode, str]) -> None:
        """Fill the inputs."""
        self._holders = holders
        for key in self._fields:
            _show(self.inputs[key], getattr(group, key))
        self._follow()

    def _build(self, form: FormPanel) -> None:
        told = self._tell
        capitals = "Huruf kapital: MENIMBANG, MENGINGAT" if self._jenis is JenisNaskah.KEPUTUSAN \
            else "Huruf kapital: YTH., DARI, HAL"  # fmt: skip
        for key in self._fields:
            match key:
                case "signer":
                    self._add_signer(form)
                case "label_yth":
                    self.inputs[key] = offered(("Yth.", "Kepada"), told)
                    form.add_row(key, "Se&butan penerima", self.inputs[key])
                case "label_kapital":
                    self._add(form, key, check(capitals, told))
                case "nomor_di_judul":
                    self._add(form, key, check("Nomor di bawah judul NOTA DINAS", told))
                case "selaku_line":
                    self._add(form, key, check("Baris “SELAKU …” di bawah judul", told))
                case "diktum_pertama":
                    forms = {"KESATU, KEDUA, KETIGA": False, "PERTAMA, KEDUA, KETIGA": True}
                    self.inputs[key] = choice(forms, told)
                    form.add_row(key, "Sebutan di&ktum", self.inputs[key])
                case "rangkap_penerima":
                    self._add_sheets(form)

    def _add(self, form: FormPanel, key: str, box: QCheckBox) -> None:
        self.inputs[key] = box
        form.add_row(key, "", box)
        box.setAccessibleName(box.text())

    def _add_signer(self, form: FormPanel) -> None:
        combo = choice(self._roles, self._tell)
        group = FieldGroup()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(combo)
        column.addWidget(self.holder)
        group.lead = combo
        self.inputs["signer"] = combo
        form.add_row("signer", "Pe&nanda tangan", group, _SIGNER_HINTS.get(self._jenis, ""))
        combo.setAccessibleName("Penanda tangan")

    def _add_sheets(self, form: FormPanel) -> None:
        spins = {key: count(_MOST_SHEETS, self._tell) for key in _SHEETS}
        self.inputs |= spins
        row = in_a_row({words: spins[key] for key, words in _SHEETS.items()}, "Rangkap")
        form.add_row("rangkap_penerima", "Banyak ran&gkap", row,
                     "Lembar yang dicetak sekali jalan; sekurang-kurangnya satu.")  # fmt: skip

    def _value(self, key: str) -> Any:  # noqa: ANN401 - of whichever setting
        widget = self.inputs[key]
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, QComboBox):
            if widget.isEditable():
                return widget.currentText().strip()
            data = widget.currentData()
            return LaneCode(data) if key == "signer" else data
        return widget.value()

    def _follow(self) -> None:
        combo = self.inputs.get("signer")
        if isinstance(combo, QComboBox) and combo.currentData() is not None:
            name = self._holders.get(LaneCode(combo.currentData()), "")
            text = f"Sekarang: {name}." if name else "Belum ada pejabat dengan peran ini."
            self.holder.setText(text)

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()


def _show(widget: _Input, value: Any) -> None:  # noqa: ANN401 - of whichever setting
    if isinstance(widget, QCheckBox):
        widget.setChecked(value)
    elif isinstance(widget, QComboBox):
        if widget.isEditable():
            widget.setCurrentText(value)
        else:
            choose(widget, value)
    else:
        widget.setValue(value)
