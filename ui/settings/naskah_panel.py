"""The settings of one kind of paper: number, paper, wordings and texts, each on a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sopapp.documents.templates import Item
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.services.contoh_kertas import Pilihan
from sopapp.services.letter_settings import BAWAAN, NaskahSettings, check_naskah
from ui.errors import guard
from ui.settings.form_book import FormBook
from ui.settings.naskah_kata import KataSection, fields_of
from ui.settings.naskah_kertas import KertasInputs
from ui.settings.naskah_nomor import NomorSection, keadaan
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.scrolled_page import ScrolledPage
from ui.settings.settings_tab import SettingsTab
from ui.settings.templat_editor import TemplatEditor
from ui.widgets.form import FormPanel
from ui.widgets.menu_button import give_menu
from ui.widgets.tab_bar import TabBar
from ui.widgets.tab_order import tab_by_layout
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from sopapp.domain.sop import LaneCode
    from ui.context import UiContext
    from ui.widgets.fields import Fields

_PRINTED = ("pola", "klasifikasi", "kode_sifat", "label_yth")
"""Settings whose words stand in letters."""


@dataclass(frozen=True, slots=True)
class NaskahValue:
    """The settings of a kind and its texts."""

    settings: NaskahSettings
    texts: dict[str, str]
    lists: dict[str, tuple[Item, ...]]


class NaskahPanel(SettingsTab):
    """Only the pages and fields that have an effect on the kind are there."""

    form: FormBook

    def __init__(self, context: UiContext, jenis: JenisNaskah) -> None:
        super().__init__(context)
        self.jenis = jenis
        self._base = context.app.setting.naskah(jenis)
        self.bar = TabBar(f"Bagian pengaturan {jenis.label}")
        self.pages = QStackedWidget()
        self._sections: list[QWidget] = []
        self.form = FormBook(self._reveal)
        self.nomor: NomorSection | None = None
        self.kertas: KertasInputs | None = None
        self.kata: KataSection | None = None
        self.teks: TemplatEditor | None = None
        self._build()
        self.bar.currentChanged.connect(self._on_page)

    # -- what a tab of the settings does ------------------------------------------------------

    def load(self) -> NaskahValue:
        """The stored settings, and the texts that hold."""
        app = self.context.app
        settings = app.setting.naskah(self.jenis)
        if not self.jenis.templat:
            return NaskahValue(settings, {}, {})
        template = app.templat.get(self.jenis)
        return NaskahValue(settings, dict(template.texts), dict(template.lists))

    def value(self) -> NaskahValue:
        """The settings and texts as chosen."""
        settings = self._base
        for section in (self.nomor, self.kertas, self.kata):
            if section is not None:
                settings = section.put_into(settings)
        if self.teks is None:
            return NaskahValue(settings, {}, {})
        return NaskahValue(settings, self.teks.texts(), self.teks.lists())

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - a NaskahValue
        """Fill every page."""
        self._base = value.settings
        if self.nomor is not None:
            self.nomor.show_group(value.settings, keadaan(self.context.app))
        if self.kertas is not None:
            self.kertas.show_group(value.settings)
        if self.kata is not None:
            self.kata.show_group(value.settings, self._holders())
        if self.teks is not None:
            self.teks.show_parts(value.texts, value.lists)
        self._tell_defaults()

    def store(self, value: Any) -> None:  # noqa: ANN401 - a NaskahValue
        """Save settings and texts; neither when one of them cannot be."""
        app = self.context.app
        check_naskah(self.jenis, value.settings, app.setting.letters())
        if self.teks is not None:
            app.templat.draft(self.jenis, value.texts, value.lists)
        refuse_undrawable(_printed(value))
        app.setting.save_naskah(self.jenis, value.settings)
        if self.teks is not None:
            app.templat.save(self.jenis, value.texts, value.lists)

    def touch(self, *args: object) -> None:
        """What stands at a field may be mended now."""
        if not self._filling:
            self._tell_defaults()
        super().touch(*args)

    # -- for the picture ----------------------------------------------------------------------

    def pilihan(self, *, sudah_lewat: bool = False) -> Pilihan:
        """What is chosen now, for a sample. Raises DomainError for what cannot be."""
        app, value = self.context.app, self.value()
        umum = app.setting.letters()
        check_naskah(self.jenis, value.settings, umum)
        if self.teks is None:
            return Pilihan(umum, value.settings, None)
        for problem in app.templat.problems(self.jenis, value.texts, value.lists):
            label = self.teks.parts[problem.bagian].bagian.label
            raise DomainError(f"{label}: {problem.pesan}", field=problem.bagian)
        template = app.templat.draft(self.jenis, value.texts, value.lists)
        original = None
        if self.jenis is JenisNaskah.SALINAN:
            keputusan = JenisNaskah.KEPUTUSAN
            original = Pilihan(umum, app.setting.naskah(keputusan), app.templat.get(keputusan))
        return Pilihan(umum, value.settings, template, sudah_lewat, original)

    @property
    def wants_late(self) -> bool:
        """Whether the text after the due date is the one that is typed in."""
        return self.teks is not None and self.teks.part == "body_sesudah"

    # -- going back ---------------------------------------------------------------------------

    def reset_settings(self) -> None:
        """Back to the settings that came with the program, after a question."""
        self._ask_and(
            f"Pengaturan {self.jenis.label} kembali ke bawaan: nomor, kertas, huruf, kata-kata, "
            "penanda tangan, dan rangkap. Teksnya tidak berubah.",
            lambda: self.context.app.setting.reset_naskah(self.jenis),
        )

    def reset_texts(self) -> None:
        """Back to the texts that came with the program, after a question."""
        self._ask_and(
            f"Semua teks {self.jenis.label} kembali ke bawaan. Surat yang belum ditandatangani "
            "dan belum disunting mengikuti teks bawaan; yang sudah ditandatangani tidak berubah.",
            lambda: self.context.app.templat.reset(self.jenis),
        )

    def _ask_and(self, text: str, act: Callable[[], None]) -> None:
        if self.edited:
            text += " Perubahan yang belum disimpan di halaman ini ikut hilang."
        if not self.context.prompts.confirm(
            self, "Kembali ke bawaan?", text, "&Kembalikan ke bawaan"
        ):
            return
        with guard(self, self.context.prompts) as outcome:
            act()
        if outcome.ok:
            self.reload()

    # -- parts --------------------------------------------------------------------------------

    def _build(self) -> None:
        app, jenis = self.context.app, self.jenis
        if jenis.bernomor:
            self.nomor = NomorSection(jenis)
            self._add("Nomor", self.nomor, self.nomor.form)
            self.nomor.changed.connect(self.touch)
        if jenis is not JenisNaskah.SALINAN:  # a copy looks like what it copies
            self.kertas = KertasInputs(jenis, FormPanel(), self)
            self._add("Kertas && huruf", self.kertas.form, self.kertas)
            self.kertas.changed.connect(self.touch)
        if fields := fields_of(jenis):
            roles = {lane.name: lane.code for lane in app.sop.current().lanes}
            self.kata = KataSection(jenis, roles, self._holders())
            title = "Penanda tangan" if fields == ("signer",) else "Kata && penanda tangan"
            self._add(title, self.kata, self.kata.form)
            self.kata.changed.connect(self.touch)
        if jenis.templat:
            self.teks = TemplatEditor(
                app.templat.parts(jenis), app.templat.fields(jenis),
                lambda texts, lists: app.templat.problems(jenis, texts, lists),
            )  # fmt: skip
            self.teks.changed.connect(self.touch)
            self.teks.part_changed.connect(self.edited_changed)
            self._add("Teks", self.teks, self.teks)
        head = QHBoxLayout()
        head.addWidget(TonedLabel(jenis.label, bold=True, scale=1.15, wrap=False), 1)
        head.addWidget(self._make_reset())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.bar.setVisible(self.bar.count() > 1)

    def _add(self, title: str, section: QWidget, fields: Fields) -> None:
        self.bar.addTab(title)
        self.pages.addWidget(ScrolledPage(section))
        self._sections.append(section)
        self.form.add(section, fields)

    def inputs(self) -> list[QWidget]:
        """What Tab goes through, in order; also tells Qt so."""
        found: list[QWidget] = [self.reset_button, self.bar]
        for section in self._sections:
            found += tab_by_layout(section)
        for one, following in pairwise(found):
            QWidget.setTabOrder(one, following)
        return found

    def _make_reset(self) -> QPushButton:
        self.reset_button = QPushButton("Kembali ke bawaan")
        self.reset_button.setAccessibleName(f"Kembali ke bawaan, {self.jenis.label}")
        menu = QMenu(self.reset_button)
        self.settings_action: QAction = menu.addAction("&Pengaturan ke bawaan…")
        self.settings_action.triggered.connect(self.reset_settings)
        self.texts_action: QAction = menu.addAction("&Teks ke bawaan…")
        self.texts_action.triggered.connect(self.reset_texts)
        self.texts_action.setVisible(bool(self.jenis.templat))
        give_menu(self.reset_button, menu)
        return self.reset_button

    def _tell_defaults(self) -> None:
        """Only what differs from what the program came with can go back to it."""
        app = self.context.app
        differs = app.setting.naskah(self.jenis) != BAWAAN[self.jenis]
        own = app.templat.own(self.jenis)
        self.settings_action.setEnabled(differs)
        self.texts_action.setEnabled(own)
        self.reset_button.setEnabled(differs or own)

    def _reveal(self, section: QWidget) -> None:
        self.bar.setCurrentIndex(self._sections.index(section))

    def _on_page(self, index: int) -> None:
        self.pages.setCurrentIndex(index)

    def _holders(self) -> dict[LaneCode, str]:
        """Who holds each role today."""
        app, found = self.context.app, {}
        for lane in app.sop.current().lanes:
            holder = app.pejabat.signer(lane.code, app.clock.today())
            if holder is not None:
                found[lane.code] = f"{holder.data.nama}, {holder.data.jabatan}"
        return found


def _printed(value: NaskahValue) -> dict[str, str]:
    """Whatever of it letters print, by field."""
    settings = value.settings
    words = {name: getattr(settings, name) for name in _PRINTED}
    lists = {key: "\n".join(item.text for item in items) for key, items in value.lists.items()}
    return words | value.texts | lists
