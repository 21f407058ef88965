"""Nomor surat: the code and the pattern, with the numbers that come of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.naskah import JenisNaskah
from sopapp.services.letter_settings import check_naskah
from ui.first_start.step import Step
from ui.settings.naskah_nomor import NomorSection, keadaan
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.setting_inputs import line
from ui.widgets.form import FormPanel
from ui.widgets.narrow import narrow
from ui.widgets.tab_order import tab_by_layout

if TYPE_CHECKING:
    from ui.context import UiContext

_WIDTH = 110  # letters
_NOTA_DINAS = tuple(jenis for jenis in JenisNaskah if jenis.nota_dinas)


class NomorStep(Step):
    """Stored for every kind of Nota Dinas that had the pattern shown here."""

    name = "nomor"
    head = "Nomor surat"
    lead = (
        "Pola nomor Nota Dinas menurut kebiasaan kantor. Nomor surat pertama dapat diketik sendiri "
        "ketika diberikan; yang berikutnya melanjutkan."
    )

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.klasifikasi = line(self._on_code)
        form = FormPanel()
        form.add_row(
            "kode", "&Kode klasifikasi", self.klasifikasi,
            "Untuk {klasifikasi} dalam pola, misalnya 500.12; tanyakan kepada Tata Usaha. Tidak "
            "dipakai? Hapus {klasifikasi} dari pola.",
        )  # fmt: skip
        self.section = NomorSection(JenisNaskah.NOTA_DINAS, brief=form)
        self.form = form
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(narrow(inner, self.fontMetrics().averageCharWidth() * _WIDTH))
        layout.addStretch(1)
        tab_by_layout(inner)
        self._stored = ("", "")
        self._fill()

    @property
    def edited(self) -> bool:
        """Whether code or pattern differ from what is stored."""
        return self._typed() != self._stored

    def load(self) -> None:
        """See Step."""
        if self.edited:
            self.section.know(keadaan(self.context.app))
            self._on_code()
        else:
            self._fill()

    def store(self) -> None:
        """See Step."""
        if not self.edited:
            return
        setting = self.context.app.setting
        code, pattern = self._typed()
        refuse_undrawable({"kode": code, "pola": pattern})
        umum = setting.letters()._replace(klasifikasi=code)
        before = setting.naskah(JenisNaskah.NOTA_DINAS).pola
        kinds = [jenis for jenis in _NOTA_DINAS if setting.naskah(jenis).pola == before]
        for jenis in kinds:
            check_naskah(jenis, setting.naskah(jenis)._replace(pola=pattern), umum)
        setting.save(umum)
        for jenis in kinds:
            setting.save_naskah(jenis, setting.naskah(jenis)._replace(pola=pattern))
        self._fill()

    def lead_widget(self) -> QWidget:
        """See Step."""
        return self.klasifikasi

    def draft(self) -> dict[str, Any] | None:
        """See Step."""
        if not self.edited:
            return None
        code, pattern = self._typed()
        return {"klasifikasi": code, "pola": pattern}

    def restore(self, draft: dict[str, Any]) -> None:
        """See Step."""
        self.klasifikasi.setText(str(draft.get("klasifikasi", "")))
        self.section.pola.setText(str(draft.get("pola", "")))

    def hear(self, changes: Changes) -> None:
        """See Step."""
        if changes.touches(Kind.SETTING, Kind.INSTANSI):
            self.load()

    def _typed(self) -> tuple[str, str]:
        return self.klasifikasi.text().strip(), self.section.pola.text().strip()

    def _fill(self) -> None:
        app = self.context.app
        around = keadaan(app)
        self.section.show_group(app.setting.naskah(JenisNaskah.NOTA_DINAS), around)
        self.klasifikasi.setText(around.umum.klasifikasi)
        self._stored = self._typed()

    def _on_code(self) -> None:
        if hasattr(self, "section"):
            self.section.use_code(self.klasifikasi.text().strip())
