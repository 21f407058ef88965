"""The weighing of a test: public interest, propriety, Pasal 18, conclusion and reason."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.domain.uji import HURUF_PERSETUJUAN, PASAL_18, Kesimpulan
from sopapp.services.usulan import BUKA_TETAP_DIKECUALIKAN, Usulan
from ui.berkas.isi_form import IsiForm
from ui.berkas.uji_choice import Choice
from ui.widgets.form import FormPanel
from ui.widgets.growing_text import GrowingText
from ui.widgets.toned import Notice

_PASAL_18 = "Apakah termasuk salah satu yang tidak dapat dikecualikan ini?\n" + "\n".join(
    f"{letter}. {words}" for letter, words in zip("abcdefg", PASAL_18, strict=True)
)
_PERSETUJUAN = (
    "Apakah yang rahasianya diungkap memberi persetujuan tertulis, atau pengungkapan berkaitan "
    "dengan posisi seseorang dalam jabatan publik? Bila ya, huruf g dan h tidak berlaku."
)
_FORCED = "Termasuk Pasal 18 ayat (1), jadi kesimpulannya Terbuka."


class WeighingForm(QObject):
    """The inputs; nothing is answered before it is asked. `changed` follows every key."""

    changed = Signal()

    def __init__(self, usulan: Usulan, content: IsiForm, parent: QObject) -> None:
        super().__init__(parent)
        self._content = content
        self._opens = usulan.jenis is JenisUsulan.BUKA
        self._forced = False
        self.kepentingan_publik = GrowingText(least=2, most=8)
        self.kepatutan = GrowingText(least=2, most=8)
        self.pasal_18 = Choice((("Ya, termasuk", True), ("Tidak termasuk", False)), _PASAL_18)
        self.persetujuan = Choice((("Ya, ada", True), ("Tidak ada", False)), _PERSETUJUAN)
        self.kesimpulan = Choice([(each.label, each) for each in Kesimpulan])
        self.forced = Notice("accent")
        self.alasan = GrowingText(least=2, most=8)
        self.form: FormPanel | None = None
        for text in (self.kepentingan_publik, self.kepatutan, self.alasan):
            text.textChanged.connect(self.changed)
        for choice in (self.pasal_18, self.persetujuan, self.kesimpulan):
            choice.changed.connect(self._follow)
        content.dasar.changed.connect(self._follow)

    def add_to(self, form: FormPanel) -> None:
        """Add the rows in the order in which a test goes."""
        self.form = form
        for field, label, widget, hint in (
            ("kepentingan_publik", "Kepenti&ngan publik", self.kepentingan_publik,
             "Apa yang didapat publik bila dibuka, ditimbang dengan kerugiannya."),
            ("kepatutan", "Kepa&tutan", self.kepatutan,
             "Kesusilaan dan kepatutan membuka atau menutupnya."),
        ):  # fmt: skip
            form.add_row(field, label, widget, hint)
        form.add_row("pasal_18", "Pasal &18 ayat (1)", self.pasal_18)
        form.add_row("persetujuan", "Pasal 18 ayat (&2)", self.persetujuan)
        form.add_row("kesimpulan", "Kesimp&ulan", self.kesimpulan)
        form.add_row("dipaksa", "", self.forced)
        self._content.add_bagian(form, "Bagian yang &dikecualikan", "")
        form.add_row("alasan", "&Alasan", self.alasan, "Mengapa kesimpulan itu yang diambil.")
        self._follow()

    def needs_consent(self) -> bool:
        """Whether a ground is g or h, so that Pasal 18 ayat (2) has to be asked."""
        return bool({dasar.huruf for dasar in self._content.dasar.value()} & HURUF_PERSETUJUAN)

    def bagian(self, isi: IsiDik) -> str:
        """The excluded part; what is excluded as a whole has none."""
        return "" if self.kesimpulan.value() is Kesimpulan.SELURUHNYA else isi.bagian

    def snapshot(self) -> tuple[object, ...]:
        """Everything that was answered."""
        return (
            self.kepentingan_publik.text(),
            self.kepatutan.text(),
            self.pasal_18.value(),
            self.persetujuan.value(),
            self.kesimpulan.value(),
            self.alasan.text(),
        )

    def _follow(self) -> None:
        """Pasal 18 decides; rows that do not belong to the answer go."""
        if self.form is None:
            return
        forced = self.pasal_18.value() is True
        if forced != self._forced:
            self._forced = forced
            self.kesimpulan.set_value(Kesimpulan.TERBUKA if forced or self._opens else None)
        for excluding in (Kesimpulan.SELURUHNYA, Kesimpulan.SEBAGIAN):
            self.kesimpulan.allow(excluding, not forced and not self._opens)
        self.form.set_row_visible("persetujuan", self.needs_consent())
        self.form.set_row_visible("bagian", self.kesimpulan.value() is Kesimpulan.SEBAGIAN)
        self.form.set_row_visible("dipaksa", forced or self._opens)
        self.forced.say(_FORCED if forced else BUKA_TETAP_DIKECUALIKAN if self._opens else "")
        self.changed.emit()
