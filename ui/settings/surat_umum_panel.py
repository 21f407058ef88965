"""What holds for all papers that have no setting of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import BentukSisipan
from sopapp.services.contoh_kertas import Pilihan
from sopapp.services.letter_settings import LetterSettings, check_letters
from ui.settings.form_book import FormBook
from ui.settings.naskah_kertas import KertasInputs
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.scrolled_page import ScrolledPage
from ui.settings.setting_inputs import choice, choose, line, offered
from ui.settings.settings_tab import SettingsTab
from ui.widgets.form import FormPanel
from ui.widgets.tab_order import tab_by_layout
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_SIFAT = ("Biasa", "Segera", "Sangat Segera", "Terbatas", "Rahasia", "Sangat Rahasia")


class SuratUmumPanel(SettingsTab):
    """Codes and words at the top, paper and type below."""

    form: FormBook
    wants_late = False
    jenis = JenisNaskah.NOTA_DINAS
    """The kind whose picture shows these settings."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.klasifikasi = line(self.touch)
        self.sifat = offered(_SIFAT, self.touch)
        forms = {f"{form.label} ({form.value})": form for form in BentukSisipan}
        self.sisipan = choice(forms, self.touch)
        self.words = FormPanel()
        self.words.add_row(
            "klasifikasi", "K&lasifikasi", self.klasifikasi,
            "Kode untuk {klasifikasi} dalam nomor surat, misalnya 500.12.",
        )  # fmt: skip
        self.words.add_row(
            "sifat", "Si&fat surat", self.sifat,
            "Untuk Nota Dinas yang teksnya tidak menyebut sifat.",
        )  # fmt: skip
        self.words.add_row(
            "sisipan", "Nomor sisi&pan", self.sisipan,
            "Nomor untuk surat yang bertanggal lebih dahulu, tanpa memajukan nomor urut.",
        )  # fmt: skip
        self.kertas = KertasInputs(None, self.words, self)
        self.kertas.changed.connect(self.touch)
        # Rows of the codes are found by their own names, rows of the paper by its settings'.
        self.form = FormBook(lambda _page: None)
        self.form.add(self.words, self.words)
        self.form.add(self.words, self.kertas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(TonedLabel("Umum", bold=True, scale=1.15, wrap=False))
        layout.addWidget(
            TonedLabel(
                "Berlaku untuk semua naskah yang tidak mempunyai pengaturan tersendiri.", "muted"
            )
        )
        layout.addWidget(ScrolledPage(self.words), 1)

    def load(self) -> LetterSettings:
        """The stored settings."""
        return self.context.app.setting.letters()

    def value(self) -> LetterSettings:
        """The settings as chosen."""
        return self.kertas.put_into(
            LetterSettings(
                sifat=self.sifat.currentText().strip(),
                klasifikasi=self.klasifikasi.text().strip(),
                sisipan=BentukSisipan(self.sisipan.currentData()),
            )
        )

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - LetterSettings
        """Fill the form."""
        self.klasifikasi.setText(value.klasifikasi)
        self.sifat.setCurrentText(value.sifat)
        choose(self.sisipan, value.sisipan)
        self.kertas.show_group(value)

    def store(self, value: Any) -> None:  # noqa: ANN401 - LetterSettings
        """Save."""
        refuse_undrawable({"klasifikasi": value.klasifikasi, "sifat": value.sifat})
        self.context.app.setting.save(value)

    def pilihan(self, *, sudah_lewat: bool = False) -> Pilihan:
        """The request with these settings. Raises DomainError for what cannot be."""
        app, umum = self.context.app, self.value()
        check_letters(umum)
        naskah = app.setting.naskah(self.jenis)
        return Pilihan(umum, naskah, app.templat.get(self.jenis), sudah_lewat)

    def inputs(self) -> list[QWidget]:
        """What Tab goes through, in order; also tells Qt so."""
        return tab_by_layout(self.words)
