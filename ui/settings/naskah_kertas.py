"""Paper, margins and type, of all papers or of one kind."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout

from sopapp.documents.paper_parts import PAPERS, FontFamily
from sopapp.domain.naskah import JenisNaskah
from sopapp.services.letter_settings import PAPER_LAIN, LetterSettings, NaskahSettings
from ui.settings.setting_inputs import (
    check,
    choice,
    choose,
    in_a_row,
    length,
    sides,
    sides_row,
)
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.toned import TonedLabel

_FONTS = {
    "Arial (dari program)": FontFamily.ARIAL,
    "Bookman (dari program)": FontFamily.BOOKMAN,
    "Arial milik komputer": FontFamily.ARIAL_PC,
    "Bookman Old Style milik komputer": FontFamily.BOOKMAN_PC,
}
_STANDS_IN = {FontFamily.ARIAL_PC: "Arial", FontFamily.BOOKMAN_PC: "Bookman"}
_PAPER_ROWS = ("paper", "ukuran", "top")
_OWN_SIZE = ("lebar", "tinggi")
_G = TypeVar("_G", LetterSettings, NaskahSettings)


def installed(family: FontFamily) -> bool:
    """Whether this PC has the family; loaded late: the PC's folders are walked once."""
    from sopapp.documents.fonts import installed as has

    return has(family)


class KertasInputs(QObject):
    """Rows in a form; without a kind those of all papers, which have no own and no Lampiran."""

    changed = Signal()

    def __init__(self, jenis: JenisNaskah | None, form: FormPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._own = jenis is not None
        self._lampiran = jenis is JenisNaskah.KEPUTUSAN
        told = self._tell
        self.kertas_sendiri = check("Kertas dan margin &tersendiri", told)
        papers = {
            f"{paper.name} ({paper.width:g} × {paper.height:g} mm)": name
            for name, paper in PAPERS.items()
        }
        self.paper = choice(papers | {"Ukuran lain": PAPER_LAIN}, told)
        self.lebar = length(140, 330, 1, " mm", told)
        self.tinggi = length(180, 500, 1, " mm", told)
        self.sides = sides(told)
        self.font = choice(_FONTS, told)
        self.about_font = TonedLabel("", "muted", scale=0.92)
        self.size = length(9, 14, 0.5, " pt", told)
        self.lampiran_mendatar = check("Lampiran &mendatar", told)
        self.lampiran_sendiri = check("Margin Lampiran ters&endiri", told)
        self.lampiran_sides = sides(told)
        self.form = form
        self._build(form)

    def put_into(self, group: _G) -> _G:
        """The settings with what is chosen here."""
        paper = {side: spin.value() for side, spin in self.sides.items()} | {
            "paper": self.paper.currentData(),
            "lebar": self.lebar.value(),
            "tinggi": self.tinggi.value(),
        }
        group = group._replace(font=str(self.font.currentData()), size=self.size.value(), **paper)
        if isinstance(group, NaskahSettings):
            group = group._replace(kertas_sendiri=self.kertas_sendiri.isChecked())
        if self._lampiran and isinstance(group, NaskahSettings):
            margins: dict[str, Any] = {
                f"lampiran_{side}": spin.value() for side, spin in self.lampiran_sides.items()
            }
            group = group._replace(
                lampiran_mendatar=self.lampiran_mendatar.isChecked(),
                lampiran_sendiri=self.lampiran_sendiri.isChecked(),
                **margins,
            )
        return group

    def show_group(self, group: LetterSettings | NaskahSettings) -> None:
        """Fill the inputs."""
        choose(self.paper, group.paper)
        choose(self.font, group.font)
        self.lebar.setValue(group.lebar)
        self.tinggi.setValue(group.tinggi)
        self.size.setValue(group.size)
        for side, spin in self.sides.items():
            spin.setValue(getattr(group, side))
        if isinstance(group, NaskahSettings):
            self.kertas_sendiri.setChecked(group.kertas_sendiri)
            self.lampiran_mendatar.setChecked(group.lampiran_mendatar)
            self.lampiran_sendiri.setChecked(group.lampiran_sendiri)
            for side, spin in self.lampiran_sides.items():
                spin.setValue(getattr(group, f"lampiran_{side}"))
        self.follow()

    def follow(self) -> None:
        """Show the rows that count now, and where the letters' type comes from."""
        shown = not self._own or self.kertas_sendiri.isChecked()
        for key in _PAPER_ROWS:
            self.form.set_row_visible(key, shown)
        other = self.paper.currentData() == PAPER_LAIN
        self.form.set_row_visible("ukuran", shown and other)
        if self._lampiran:
            self.form.set_row_visible("lampiran_top", self.lampiran_sendiri.isChecked())
        self.about_font.setText(self._about_font())

    # Fields by the names of the settings: those of one row lead to it.

    def has_field(self, field: str) -> bool:
        """Whether a setting of that name is chosen here."""
        return self.form.has_field(self._row(field))

    def show_error(self, field: str, text: str) -> None:
        """Say it at the row."""
        self.form.show_error(self._row(field), text)

    def clear_errors(self) -> None:
        """Take all errors away."""
        self.form.clear_errors()

    def error_text(self, field: str) -> str:
        """What is said at the row."""
        return self.form.error_text(self._row(field))

    def _row(self, field: str) -> str:
        if field in _OWN_SIZE:
            # A named paper cannot be wrong; its size can only be that of the margins.
            return "ukuran" if self.paper.currentData() == PAPER_LAIN else "paper"
        if field.startswith("lampiran_") and field.removeprefix("lampiran_") in self.sides:
            return "lampiran_top"
        return "top" if field in self.sides else field

    def _build(self, form: FormPanel) -> None:
        if self._own:
            form.add_row(
                "kertas_sendiri", "", self.kertas_sendiri,
                "Tanpa ini berlaku kertas dan margin pada Umum.",
            )  # fmt: skip
        form.add_row("paper", "K&ertas", self.paper)
        size = in_a_row({"Lebar": self.lebar, "Tinggi": self.tinggi}, "Kertas")
        form.add_row("ukuran", "Ukuran", size, "Kertas tegak; lebar tidak melebihi tinggi.")
        form.add_row("top", "Margin", sides_row(self.sides, "Margin"))
        form.add_row("font", "Jenis &huruf", _with_remark(self.font, self.about_font))
        form.add_row("size", "U&kuran huruf", self.size)
        if self._lampiran:
            form.add_row("lampiran_mendatar", "", self.lampiran_mendatar)
            form.add_row("lampiran_sendiri", "", self.lampiran_sendiri)
            row = sides_row(self.lampiran_sides, "Margin Lampiran")
            form.add_row("lampiran_top", "Margin Lampiran", row)

    def _about_font(self) -> str:
        family = FontFamily(self.font.currentData() or FontFamily.ARIAL)
        stand_in = _STANDS_IN.get(family)
        if stand_in is None:
            return "Huruf dari program: sama di setiap komputer."
        if installed(family):
            return "Terpasang di komputer ini."
        return (
            f"Tidak terpasang di komputer ini; dipakai {stand_in} dari program, yang lebar "
            "hurufnya sama."
        )

    def _tell(self) -> None:
        self.follow()
        self.changed.emit()


def _with_remark(combo: QComboBox, remark: QLabel) -> FieldGroup:
    """A choice with a remark below that changes with it."""
    group = FieldGroup()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(combo)
    column.addWidget(remark)
    group.lead = combo
    combo.setAccessibleName("Jenis huruf")
    return group
