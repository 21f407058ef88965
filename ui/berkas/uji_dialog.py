"""A uji konsekuensi: at the left what is tested, at the right what was weighed and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSplitter, QTabWidget, QWidget

from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.kekurangan import Kekurangan, kekurangan, must_mend
from sopapp.domain.uji import IsiUji, Kesimpulan, Peserta, kekurangan_uji
from sopapp.services.usulan import Usulan
from ui.berkas.gaps_notice import GapsNotice
from ui.berkas.isi_form import CONTENT, IsiForm
from ui.berkas.uji_peserta import PesertaEditor
from ui.berkas.uji_weighing import WeighingForm
from ui.context import UiContext
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import FormPanel
from ui.widgets.form_dialog import FormDialog
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.tab_bar import TabBar
from ui.widgets.toned import TonedLabel, column

_SIZE = QSize(1360, 860)
_NARROW = 1120
"""Below this width content and weighing stand in tabs instead of side by side; pixels."""
_LACKING = "Belum dapat disimpan; perlu dilengkapi:"
_FIELDS = (
    *(field for field in CONTENT if field != "bagian"),
    "kepentingan_publik", "kepatutan", "pasal_18", "persetujuan", "kesimpulan", "bagian", "alasan",
    "tanggal", "tempat", "peserta",
)  # fmt: skip
"""All fields in the order of the eye."""


class _Lacking(DomainError):
    """Several gaps at once, each for its own field."""

    def __init__(self, gaps: tuple[Kekurangan, ...]) -> None:
        super().__init__(" ".join(gap.text for gap in gaps), field=gaps[0].field)
        self.gaps = gaps


class UjiDialog(FormDialog):
    """Records a test of one usulan; the verdict follows its conclusion."""

    topic = "uji-konsekuensi"

    def __init__(self, context: UiContext, parent: QWidget | None, usulan: Usulan) -> None:
        super().__init__(context, parent, "Uji konsekuensi", "&Simpan uji", scroll=True)
        self._usulan = usulan
        self.content = IsiForm(context, usulan.isi, self)
        self.weighing = WeighingForm(usulan, self.content, self)
        self.isi_panel, self.session_panel = FormPanel(), FormPanel()
        self.must, self.warning = GapsNotice("warn"), GapsNotice("accent")
        self._session_inputs()
        self._arrange(side_by_side=self.room().width() >= _NARROW)
        self._prefill()
        for source in (self.content, self.weighing):
            source.changed.connect(self._tell)
        self._tell()
        for panel in self._panels:
            panel.mended.connect(self._retell_lacking)
        self.on_save(self._record)
        self.watch(self._snapshot_of_all)
        self.open_at(_SIZE)

    # -- parts ------------------------------------------------------------------------------

    def _session_inputs(self) -> None:
        self.tanggal = DateEdit(self.context.app.clock.today())
        self.tempat = QLineEdit()
        self.tempat.setPlaceholderText("Misalnya Ruang Rapat PPID")
        before = self._last_people()
        self.peserta = PesertaEditor(self.context, lambda: before)
        form = self.session_panel
        form.add_row("tanggal", "&Tanggal", self.tanggal)
        form.add_row("tempat", "Temp&at", self.tempat)
        form.add_row("peserta", "Peserta", self.peserta, "Yang hadir dan menandatangani.")

    def _arrange(self, *, side_by_side: bool) -> None:
        self.content.add_to(self.isi_panel, bagian=False)
        self.isi_panel.add_row("kekurangan", "", self.must)
        self.weighing.add_to(self.form)
        self.form.add_row("peringatan", "", self.warning)
        assert self.scroll_area is not None
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._weighing_page: QWidget = self.scroll_area
        self._box.replaceWidget(self._weighing_page, self._split)
        self._box.setStretchFactor(self._split, 1)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TabBar("Bagian uji"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._weighing_page, "&Pertimbangan dan kesimpulan")
        self._session_page: QWidget = _scrolled(self.session_panel)
        self.tabs.addTab(self._session_page, "Waktu dan pese&rta")
        about = f"{self._usulan.unit.nama} · usulan {self._usulan.jenis.label.lower()}"
        self._content_page = QWidget()
        content = column(TonedLabel(f"Isi yang diuji: {about}", "muted"), _scrolled(self.isi_panel))
        self._content_page.setLayout(content)
        content.setContentsMargins(0, 4, 8, 0)
        if side_by_side:
            self._split.addWidget(self._content_page)
        else:
            self.tabs.insertTab(0, self._content_page, "Isi yan&g diuji")
        self._split.addWidget(self.tabs)
        self._split.setSizes([620, 640] if side_by_side else [1])

    def _prefill(self) -> None:
        """From the last tests; answers of another usulan are never taken over."""
        start, own = self.context.app.uji.prefill(self._usulan.id), self._usulan.uji is not None
        weighing = self.weighing
        self.tabs.setCurrentWidget(self._weighing_page)
        if self._usulan.jenis is JenisUsulan.BUKA:
            weighing.kesimpulan.set_value(Kesimpulan.TERBUKA)
        if start is None:
            self.tabs.setCurrentWidget(self._session_page)
            self.tempat.setFocus()
            return
        self.tanggal.set_day(start.tanggal)
        self.tempat.setText(start.tempat)
        self.peserta.set_value(start.peserta)
        weighing.kepentingan_publik.setPlainText(start.kepentingan_publik)
        weighing.kepatutan.setPlainText(start.kepatutan)
        weighing.alasan.setPlainText(start.alasan)
        if own:
            weighing.pasal_18.set_value(start.pasal_18)
            weighing.persetujuan.set_value(start.persetujuan)
            weighing.kesimpulan.set_value(start.kesimpulan)
        weighing.kepentingan_publik.setFocus()

    def _last_people(self) -> tuple[Peserta, ...]:
        """The participants of the berkas' last test of another usulan."""
        tests = (
            usulan.uji
            for usulan in self.context.app.usulan.list(self._usulan.berkas_id)
            if usulan.uji is not None and usulan.id != self._usulan.id
        )
        last = max(tests, key=lambda test: test.id, default=None)
        return last.uji.peserta if last else ()

    # -- values -------------------------------------------------------------------------------

    def isi(self) -> IsiDik:
        """The content that is tested, with the excluded part when only a part is."""
        isi = self.content.value()
        return replace(isi, bagian=self.weighing.bagian(isi))

    def uji(self) -> IsiUji:
        """The test as typed; without a conclusion as if it opened."""
        weighing = self.weighing
        return IsiUji(
            tanggal=self.tanggal.day(),
            tempat=" ".join(self.tempat.text().split()),
            kepentingan_publik=weighing.kepentingan_publik.text(),
            kepatutan=weighing.kepatutan.text(),
            pasal_18=weighing.pasal_18.value(),
            persetujuan=weighing.persetujuan.value() if weighing.needs_consent() else None,
            kesimpulan=weighing.kesimpulan.value() or Kesimpulan.TERBUKA,
            alasan=weighing.alasan.text(),
            peserta=self.peserta.value(),
        )

    def _snapshot_of_all(self) -> tuple[object, ...]:
        session = (self.tanggal.day(), self.tempat.text(), self.peserta.value())
        return (self.content.value(), self.weighing.snapshot(), *session)

    def _excludes(self) -> bool:
        chosen = self.weighing.kesimpulan.value()
        return chosen is not None and chosen.putusan is Putusan.DIKECUALIKAN

    def _tell(self) -> None:
        """Say while typing what the content lacks and what is only pointed out."""
        isi = self.isi()
        gaps = kekurangan(isi) if self.weighing.kesimpulan.value() is not Kesimpulan.TERBUKA else ()
        must = tuple(gap for gap in gaps if not gap.warning)
        self.must.show_gaps("Perlu dilengkapi sebelum dikecualikan:", must, "warn", list_=True)
        self.isi_panel.set_row_visible("kekurangan", bool(must))
        pointed = [gap for gap in gaps if gap.warning]
        if self._excludes():
            pointed += [gap for gap in kekurangan_uji(isi, self.uji()) if gap.warning]
        head = "Hanya peringatan, tidak menghalangi:"
        self.warning.show_gaps(head, pointed, "accent", list_=True)
        self.form.set_row_visible("peringatan", bool(pointed))
        if self.scroll_area is not None:
            _keep_wide(self.scroll_area)

    # -- saving -------------------------------------------------------------------------------

    def submit(self) -> None:
        """Save and close, or stay with every gap at its field."""
        for panel in (self.isi_panel, self.session_panel):
            panel.clear_errors()
        super().submit()

    def _record(self) -> None:
        isi, uji = self.isi(), self.uji()
        gaps = tuple(self._gaps(isi, uji))
        if gaps:
            raise _Lacking(gaps)
        self.context.app.uji.record(self._usulan.id, uji, isi)

    def _gaps(self, isi: IsiDik, uji: IsiUji) -> Iterable[Kekurangan]:
        """All that keeps the test from being stored."""
        if self._excludes():
            yield from must_mend(isi)
        elif not isi.informasi.strip():
            yield Kekurangan("informasi", "Informasi yang diuji belum disebut.")
        if self.weighing.kesimpulan.value() is None:
            if uji.pasal_18 is None:
                yield Kekurangan("pasal_18", "Jawab dahulu pertanyaan Pasal 18 ayat (1).")
            yield Kekurangan("kesimpulan", "Pilih kesimpulan uji konsekuensi.")
        yield from (gap for gap in kekurangan_uji(isi, uji) if not gap.warning)

    def show_error(self, error: SopappError) -> None:
        """Each gap under its field; the keyboard goes to the first."""
        gaps = error.gaps if isinstance(error, _Lacking) else ()
        if not gaps and isinstance(error, DomainError) and error.field:
            gaps = (Kekurangan(error.field, str(error)),)
        fields = sorted({gap.field for gap in gaps}, key=_place_of)
        if not fields or any(self._panel_of(field) is None for field in fields):
            super().show_error(error)
            return
        if isinstance(error, _Lacking):
            self.error.say(self._summary(fields), "danger")
        for field in fields:
            words = " ".join(gap.text for gap in gaps if gap.field == field)
            panel = self._panel_of(field)
            if panel is not None:
                panel.show_error(field, words)
        self._go_to(fields[0])

    def _summary(self, fields: Iterable[str]) -> str:
        places = {self.isi_panel: "isi yang diuji", self.form: "pertimbangan dan kesimpulan",
                  self.session_panel: "waktu dan peserta"}  # fmt: skip
        counts: dict[str, int] = {}
        for field in fields:
            place = places[self._panel_of(field) or self.form]
            counts[place] = counts.get(place, 0) + 1
        words = ", ".join(f"{count} isian pada {place}" for place, count in counts.items())
        return f"{_LACKING} {words}."

    def _panel_of(self, field: str) -> FormPanel | None:
        return next((panel for panel in self._panels if panel.has_field(field)), None)

    @property
    def _panels(self) -> tuple[FormPanel, ...]:
        return self.isi_panel, self.form, self.session_panel

    def _retell_lacking(self) -> None:
        """What was lacking when it was to be saved grows shorter as it is filled in."""
        if self.error.text.startswith(_LACKING):
            left = [field for panel in self._panels for field in panel.errors]
            self.error.say(self._summary(left) if left else "")

    def _go_to(self, field: str) -> None:
        """Bring a field into sight and give it the keyboard."""
        panel = self._panel_of(field)
        if panel is None:
            return
        pages = {self.isi_panel: self._content_page, self.session_panel: self._session_page}
        page = pages.get(panel, self._weighing_page)
        if self.tabs.indexOf(page) >= 0:
            self.tabs.setCurrentWidget(page)
        widget = panel.widget(field)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        area = panel.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            self._box.activate()
            area.ensureWidgetVisible(widget)


def _place_of(field: str) -> int:
    return _FIELDS.index(field) if field in _FIELDS else len(_FIELDS)


def _scrolled(form: FormPanel) -> QScrollArea:
    """The form at the top of an area that scrolls up and down only."""
    area = QScrollArea()
    frameless(area, sideways=False)
    inner = QWidget()
    box = column(form)
    box.setContentsMargins(0, 4, 10, 0)
    box.addStretch(1)
    inner.setLayout(box)
    area.setWidget(inner)
    _keep_wide(area)
    return area


def _keep_wide(area: QScrollArea) -> None:
    """Never narrower than what is in it, since it does not scroll sideways."""
    bar = area.verticalScrollBar().sizeHint().width()
    inner = area.widget()
    assert inner is not None
    area.setMinimumWidth(inner.minimumSizeHint().width() + bar)
