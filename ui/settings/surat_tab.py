"""Surat: paper, type, labels, number patterns and signers of the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sopapp.documents.content import PAPERS, FontFamily
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.numbering import NumberPattern
from sopapp.domain.sop import LaneCode
from sopapp.services.setting import LetterSettings
from ui.settings.page_preview import PagePreview
from ui.settings.settings_tab import SettingsTab
from ui.theme import scaled_font
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.page_head import mute

if TYPE_CHECKING:
    from ui.context import UiContext

_FONTS = {"Arial (Liberation Sans)": FontFamily.ARIAL, "Bookman": FontFamily.BOOKMAN}
_SIFAT = ("Biasa", "Segera", "Sangat Segera", "Terbatas", "Rahasia", "Sangat Rahasia")
_SAMPLE_NUMBER = 7
_SIDES = (("top", "Atas"), ("bottom", "Bawah"), ("left", "Kiri"), ("right", "Kanan"))


class SuratTab(SettingsTab):
    """Form at the left; the sheet and two sample numbers at the right."""

    kinds = (Kind.SETTING, Kind.INSTANSI, Kind.SOP)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.form = FormPanel(self)
        self._build_inputs()
        self._build_form(self.form)
        self.page = PagePreview(self)
        self.nota_dinas_sample = self._sample("Contoh nomor Nota Dinas")
        self.keputusan_sample = self._sample("Contoh nomor Keputusan")
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(_head("Kertas dan margin", self))
        right.addSpacing(4)
        right.addWidget(self.page)
        right.addSpacing(18)
        right.addWidget(_head("Contoh nomor", self))
        for title, label in (
            ("Nota Dinas", self.nota_dinas_sample),
            ("Keputusan", self.keputusan_sample),
        ):
            caption = QLabel(title, self)
            mute(caption)
            right.addWidget(caption)
            right.addWidget(label)
            right.addSpacing(10)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(32)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)

    def load(self) -> LetterSettings:
        """The stored settings."""
        return self.context.app.setting.letters()

    def value(self) -> LetterSettings:
        """The settings as chosen."""
        return LetterSettings(
            paper=self.paper.currentData(),
            **{side: spin.value() for side, spin in self.sides.items()},
            nota_dinas_font=str(self.nota_dinas_font.currentData()),
            nota_dinas_size=self.nota_dinas_size.value(),
            keputusan_font=str(self.keputusan_font.currentData()),
            keputusan_size=self.keputusan_size.value(),
            label_yth=self.label_yth.currentText().strip(),
            sifat=self.sifat.currentText().strip(),
            selaku_line=self.selaku_line.isChecked(),
            klasifikasi=self.klasifikasi.text().strip(),
            nota_dinas_pola=self.nota_dinas_pola.text().strip(),
            keputusan_pola=self.keputusan_pola.text().strip(),
            nota_dinas_signer=LaneCode(self.nota_dinas_signer.currentData()),
            keputusan_signer=LaneCode(self.keputusan_signer.currentData()),
        )

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - LetterSettings
        """Fill the form."""
        for combo, data in (
            (self.paper, value.paper),
            (self.nota_dinas_font, value.nota_dinas_font),
            (self.keputusan_font, value.keputusan_font),
            (self.nota_dinas_signer, value.nota_dinas_signer),
            (self.keputusan_signer, value.keputusan_signer),
        ):
            combo.setCurrentIndex(combo.findData(data))
        for side, spin in self.sides.items():
            spin.setValue(getattr(value, side))
        self.nota_dinas_size.setValue(value.nota_dinas_size)
        self.keputusan_size.setValue(value.keputusan_size)
        self.label_yth.setCurrentText(value.label_yth)
        self.sifat.setCurrentText(value.sifat)
        self.selaku_line.setChecked(value.selaku_line)
        self.klasifikasi.setText(value.klasifikasi)
        self.nota_dinas_pola.setText(value.nota_dinas_pola)
        self.keputusan_pola.setText(value.keputusan_pola)
        self._draw()

    def store(self, value: Any) -> None:  # noqa: ANN401 - LetterSettings
        """Save; what is wrong with any side is shown under the row of all four."""
        try:
            self.context.app.setting.save(value)
        except DomainError as error:
            if error.field in self.sides:
                raise DomainError(str(error), field="top") from error
            raise

    def touch(self, *args: object) -> None:
        """Draw anew, then tell."""
        if not self._filling:
            self._draw()
        super().touch(*args)

    def _build_inputs(self) -> None:
        roles = {lane.name: lane.code for lane in self.context.app.sop.current().lanes}
        papers = {
            f"{paper.name} ({paper.width:g} × {paper.height:g} mm)": name
            for name, paper in PAPERS.items()
        }
        self.paper = self._combo(papers)
        self.nota_dinas_font = self._combo(_FONTS)
        self.keputusan_font = self._combo(_FONTS)
        self.nota_dinas_signer = self._combo(roles)
        self.keputusan_signer = self._combo(roles)
        self.sides = {side: self._spin(5, 80, 1, " mm") for side, _label in _SIDES}
        self.nota_dinas_size = self._spin(9, 14, 0.5, " pt")
        self.keputusan_size = self._spin(9, 14, 0.5, " pt")
        self.label_yth = self._editable(("Yth.", "Kepada"))
        self.sifat = self._editable(_SIFAT)
        self.selaku_line = QCheckBox("Tulis “SELAKU …” di bawah judul Keputusan", self)
        self.selaku_line.toggled.connect(self.touch)
        self.klasifikasi, self.nota_dinas_pola, self.keputusan_pola = (
            QLineEdit(self),
            QLineEdit(self),
            QLineEdit(self),
        )
        for edit in (self.klasifikasi, self.nota_dinas_pola, self.keputusan_pola):
            edit.textChanged.connect(self.touch)

    def _build_form(self, form: FormPanel) -> None:
        form.add_row("klasifikasi", "K&lasifikasi", self.klasifikasi, "Misalnya 500.12.")
        form.add_row("nota_dinas_pola", "Nomor Nota &Dinas", self.nota_dinas_pola)
        form.add_row(
            "keputusan_pola",
            "Nomor &Keputusan",
            self.keputusan_pola,
            "Bagian: {klasifikasi} {urut} {unit} {bulan_romawi} {bulan} {tahun}; "
            "{urut:3} menjadi 007.",
        )
        form.add_row("nota_dinas_signer", "&Penanda tangan Nota Dinas", self.nota_dinas_signer)
        form.add_row("keputusan_signer", "Pena&nda tangan Keputusan", self.keputusan_signer)
        form.add_row("selaku_line", "", self.selaku_line)
        form.add_row("label_yth", "Sebutan pene&rima", self.label_yth)
        form.add_row("sifat", "Si&fat surat", self.sifat)
        form.add_row("paper", "K&ertas", self.paper)
        form.add_row("top", "&Margin", self._sides_row())
        for key, label, font, size in (
            ("nota_dinas_size", "Fon Nota Dinas", self.nota_dinas_font, self.nota_dinas_size),
            ("keputusan_size", "Fon Keputusan", self.keputusan_font, self.keputusan_size),
        ):
            font.setAccessibleName(label)
            size.setAccessibleName(f"Ukuran huruf, {label}")
            form.add_row(key, label, self._pair(font, size))

    def _sides_row(self) -> QWidget:
        row = FieldGroup(self)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (side, words) in enumerate(_SIDES):
            caption = QLabel(words, row)
            caption.setBuddy(self.sides[side])
            self.sides[side].setAccessibleName(f"Margin {words.lower()}")
            grid.addWidget(caption, 0, number)
            grid.addWidget(self.sides[side], 1, number)
        row.lead = self.sides["top"]
        return row

    def _pair(self, font: QComboBox, size: QDoubleSpinBox) -> QWidget:
        row = FieldGroup(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(font, 2)
        layout.addWidget(size, 1)
        row.lead = font
        return row

    def _combo(self, choices: dict[str, Any]) -> QComboBox:
        combo = QComboBox(self)
        for words, data in choices.items():
            combo.addItem(words, data)
        combo.currentIndexChanged.connect(self.touch)
        return combo

    def _editable(self, choices: tuple[str, ...]) -> QComboBox:
        combo = QComboBox(self)
        combo.setEditable(True)
        combo.addItems(choices)
        combo.currentTextChanged.connect(self.touch)
        return combo

    def _spin(self, low: float, high: float, step: float, unit: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        spin.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        spin.setRange(low, high)
        spin.setSingleStep(step)
        spin.setDecimals(1)
        spin.setSuffix(unit)
        spin.valueChanged.connect(self.touch)
        return spin

    def _sample(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAccessibleName(name)
        label.setFont(scaled_font(self.font(), 1.1))
        return label

    def _draw(self) -> None:
        self.page.show_page(
            PAPERS[self.paper.currentData()],
            {side: spin.value() for side, spin in self.sides.items()},
        )
        unit = self.context.app.instansi.get().singkatan or "UNIT"
        for label, pola in (
            (self.nota_dinas_sample, self.nota_dinas_pola),
            (self.keputusan_sample, self.keputusan_pola),
        ):
            pattern = NumberPattern(pola.text().strip(), self.klasifikasi.text().strip(), unit)
            try:
                pattern.check()
            except DomainError as error:
                label.setText(str(error))
            else:
                label.setText(pattern.text(_SAMPLE_NUMBER, self.context.app.clock.today()))


def _head(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setFont(scaled_font(parent.font(), 1.05, bold=True))
    return label
