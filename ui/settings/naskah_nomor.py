"""How the numbers of one kind of letter are made, with the next numbers as they would be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import BLANK, NumberPattern
from sopapp.services.letter_settings import LetterSettings, NaskahSettings
from ui.settings.setting_inputs import choice, choose, line, offered
from ui.theme import scale_letters
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from sopapp.app import App

_CHIPS = (
    ("Kode sifat", "{sifat}"),
    ("Klasifikasi", "{klasifikasi}"),
    ("Nomor urut", "{urut}"),
    ("Singkatan instansi", "{unit}"),
    ("Bulan romawi", "{bulan_romawi}"),
    ("Bulan angka", "{bulan}"),
    ("Tahun", "{tahun}"),
)
_CHIPS_IN_ROW = 4
_URUT = re.compile(r"\{urut(?::(\d))?\}")
_WIDTHS = {
    "7, tanpa nol di depan": 1,
    "07, dua angka": 2,
    "007, tiga angka": 3,
    "0007, empat angka": 4,
}
_ROOM = "_" * len(BLANK)
"""Room for a pen, as it can be seen on screen."""


@dataclass(frozen=True, slots=True)
class Keadaan:
    """What the number depends on beside this kind: the office, the day, the other kinds.

    `deret` are the sequences by kind; `terpakai` gives the highest place of a sequence in a year.
    """

    umum: LetterSettings
    unit: str
    hari: date
    deret: Mapping[JenisNaskah, str]
    terpakai: Callable[[str, int], int]


def keadaan(app: App) -> Keadaan:
    """The office as it is now."""
    numbered = [jenis for jenis in JenisNaskah if jenis.bernomor]
    return Keadaan(
        umum=app.setting.letters(),
        unit=app.instansi.get().singkatan,
        hari=app.clock.today(),
        deret={jenis: app.setting.naskah(jenis).deret for jenis in numbered},
        terpakai=lambda deret, year: max(app.nomor.places(deret, year), default=0),
    )


class NomorSection(QWidget):
    """Pattern, sequence and codes at the top, the numbers that come of them below."""

    changed = Signal()

    def __init__(
        self, jenis: JenisNaskah, parent: QWidget | None = None, *, brief: FormPanel | None = None
    ) -> None:
        """With `brief` only the pattern is shown, below the rows that this form has already."""
        super().__init__(parent)
        self._jenis = jenis
        self._keadaan: Keadaan | None = None
        told = self._tell
        self.pola = line(told)
        self.lebar_urut = choice(_WIDTHS, self._pad)
        self.lebar_urut.setToolTip("Nol di depan nomor urut, misalnya 007")
        self.deret = offered((), told)
        self.together = TonedLabel("", "muted", scale=0.92)
        self.klasifikasi = line(told)
        self.kode_sifat = line(told)
        self.form = FormPanel() if brief is None else brief
        self._build(self.form)
        for key in ("deret", "klasifikasi", "kode_sifat") if brief is not None else ():
            self.form.set_row_visible(key, False)
        self.samples: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addSpacing(8)
        layout.addLayout(self._sample_grid())
        layout.addStretch(1)

    def know(self, keadaan: Keadaan) -> None:
        """Something around this kind changed; the inputs stay."""
        self._keadaan = keadaan
        self._follow()

    def use_code(self, klasifikasi: str) -> None:
        """Show the numbers as they would be with this common code."""
        if self._keadaan is not None:
            umum = self._keadaan.umum._replace(klasifikasi=klasifikasi)
            self.know(replace(self._keadaan, umum=umum))

    def put_into(self, group: NaskahSettings) -> NaskahSettings:
        """The settings with what is typed here."""
        return group._replace(
            pola=self.pola.text().strip(),
            deret=self._sequence(),
            klasifikasi=self.klasifikasi.text().strip(),
            kode_sifat=self.kode_sifat.text().strip(),
        )

    def show_group(self, group: NaskahSettings, keadaan: Keadaan) -> None:
        """Fill the inputs."""
        self._keadaan = None  # what is half filled is not counted
        known = dict.fromkeys((*keadaan.deret.values(), group.deret))
        self.deret.clear()
        self.deret.addItems(list(known))
        self.deret.setCurrentText(group.deret)
        self.pola.setText(group.pola)
        self.klasifikasi.setText(group.klasifikasi)
        self.klasifikasi.setPlaceholderText(
            f"{keadaan.umum.klasifikasi} (dari Umum)" if keadaan.umum.klasifikasi else ""
        )
        self.kode_sifat.setText(group.kode_sifat)
        self.know(keadaan)

    def _build(self, form: FormPanel) -> None:
        form.add_row(
            "pola", "&Pola nomor", self._pattern_row(),
            "Ketik atau pilih bagiannya; tanda dan kata lain dicetak apa adanya.",
        )  # fmt: skip
        form.add_row("lebar_urut", "No&mor urut ditulis", self.lebar_urut)
        sequence = FieldGroup()
        column = QVBoxLayout(sequence)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.deret)
        column.addWidget(self.together)
        sequence.lead = self.deret
        form.add_row("deret", "De&ret nomor", sequence)
        self.deret.setAccessibleName("Deret nomor")
        form.add_row(
            "klasifikasi", "K&lasifikasi", self.klasifikasi, "Kosong: kode klasifikasi pada Umum."
        )
        form.add_row(
            "kode_sifat", "Kode si&fat", self.kode_sifat,
            "Menggantikan {sifat} dalam pola, misalnya B untuk biasa.",
        )  # fmt: skip

    def _pattern_row(self) -> FieldGroup:
        row = FieldGroup()
        box = QVBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.pola)
        self.pola.setAccessibleName("Pola nomor")
        self.pola.setToolTip("Bagian dalam { } diganti; tanda dan kata lain dicetak apa adanya")
        for number, (words, token) in enumerate(_CHIPS):
            chip = QToolButton(row)
            chip.setText(words)
            chip.setToolTip(f"Sisipkan {token}")
            chip.setAccessibleName(f"Sisipkan {words.lower()}")
            scale_letters(chip, 0.92)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _on=False, token=token: self._insert(token))
            if number % _CHIPS_IN_ROW == 0:
                chips = QHBoxLayout()
                chips.setSpacing(4)
                chips.addStretch(1)
                box.addLayout(chips)
            chips.insertWidget(chips.count() - 1, chip)
        row.lead = self.pola
        return row

    def _sample_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        title = TonedLabel("Nomor yang dihasilkan", bold=True, wrap=False)
        grid.addWidget(title, 0, 0, 1, 2)
        for row, (key, words) in enumerate(
            (
                ("berikut", "Nomor berikutnya"),
                ("kosong", "Ditulis tangan"),
                ("sisipan", "Sisipan"),
                ("tahun_baru", "Awal tahun depan"),
            ),
            start=1,
        ):
            caption = TonedLabel(words, "muted", wrap=False)
            shown = QLabel()  # the number as it is, to be copied
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setWordWrap(True)
            shown.setAccessibleName(words)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            caption.setBuddy(shown)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row, 1)
            self.samples[key] = shown
        self.trouble = TonedLabel("", "danger")
        self.trouble.hide()
        grid.addWidget(self.trouble, row + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _insert(self, token: str) -> None:
        if token == "{urut}" and (held := _URUT.search(self.pola.text())):
            # There is one running number in a number: the present one is shown.
            self.pola.setFocus()
            self.pola.setSelection(held.start(), held.end() - held.start())
            return
        self.pola.insert(token)
        self.pola.setFocus()

    def _pad(self) -> None:
        """Write the chosen width of the running number into the pattern."""
        width = self.lebar_urut.currentData()
        token = "{urut}" if width == 1 else f"{{urut:{width}}}"
        text = _URUT.sub(token, self.pola.text(), count=1)
        if text != self.pola.text():
            self.pola.setText(text)

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        held = _URUT.search(self.pola.text())
        self.lebar_urut.setEnabled(held is not None)
        if held is not None:
            blocked = self.lebar_urut.blockSignals(True)
            choose(self.lebar_urut, int(held[1] or 1))
            self.lebar_urut.blockSignals(blocked)
        if self._keadaan is not None:
            self.together.setText(self._who_counts_together(self._keadaan))
            self._show_numbers(self._keadaan)

    def _sequence(self) -> str:
        """The sequence as the other kinds write it: no second one for the sake of a capital."""
        typed = " ".join(self.deret.currentText().split())
        if self._keadaan is None:
            return typed
        others = (d for jenis, d in self._keadaan.deret.items() if jenis is not self._jenis)
        return next((one for one in others if one.casefold() == typed.casefold()), typed)

    def _who_counts_together(self, keadaan: Keadaan) -> str:
        own = self._sequence()
        others = [
            jenis.label
            for jenis, deret in keadaan.deret.items()
            if deret == own and jenis is not self._jenis
        ]
        if not own:
            return "Jenis surat dengan deret yang sama dihitung bersama."
        if not others:
            return "Hanya jenis ini yang memakai deret ini; mulai dari 1 setiap tahun."
        return f"Dihitung bersama {', '.join(others)}; mulai dari 1 setiap tahun."

    def _show_numbers(self, keadaan: Keadaan) -> None:
        group = self.put_into(NaskahSettings())
        klasifikasi = group.klasifikasi or keadaan.umum.klasifikasi
        pattern = NumberPattern(group.pola, klasifikasi, keadaan.unit, group.kode_sifat)
        problem = ""
        try:
            pattern.check()
        except DomainError as error:
            problem = str(error)
            texts = dict.fromkeys(self.samples, "–")
        else:
            day, new_year = keadaan.hari, date(keadaan.hari.year + 1, 1, 2)
            last = keadaan.terpakai(group.deret, day.year)
            suffix = keadaan.umum.sisipan.suffix(1)
            texts = {
                "berikut": pattern.text(last + 1, day),
                "kosong": pattern.text(None, day).replace(BLANK, _ROOM),
                "sisipan": pattern.text(max(last, 1), day, suffix),
                "tahun_baru": pattern.text(
                    keadaan.terpakai(group.deret, new_year.year) + 1, new_year
                ),
            }
            problem = _lacking(pattern)
        for key, text in texts.items():
            self.samples[key].setText(text)
        self.trouble.setText(problem)
        self.trouble.setVisible(bool(problem))


def _lacking(pattern: NumberPattern) -> str:
    """What stands in the pattern and has no words yet."""
    for token, value, words in (
        ("{klasifikasi}", pattern.klasifikasi, "Kode klasifikasi belum diisi."),
        ("{unit}", pattern.unit, "Singkatan instansi belum diisi pada bagian Instansi."),
        ("{sifat}", pattern.sifat, "Kode sifat belum diisi."),
    ):
        if token in pattern.pola and not value:
            return words
    return ""
