"""One usulan read in full, with its verdict, its tests, what it lacks and what it repeats."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.domain.kemiripan import Mirip
from sopapp.domain.tanggal import tanggal, tanggal_pendek
from sopapp.domain.uji import Kesimpulan, Uji
from sopapp.services.usulan import Usulan
from ui.berkas.gaps_notice import GapsNotice
from ui.widgets.detail_pane import DetailPane
from ui.widgets.link_button import LinkButton
from ui.widgets.slim_scroll_bar import frameless
from ui.widgets.toned import Notice

_TONES = {Putusan.DIKECUALIKAN: "ok", Putusan.TERBUKA: "accent", Putusan.DIKEMBALIKAN: "warn"}
_MOST_SIMILAR = 3
_LEAST_LINES = 9
"""Of the content, before the whole view scrolls."""


class UsulanView(QScrollArea):
    """Verdict above, content and tests below; gaps stand between them, must and warning apart."""

    similar_asked = Signal(object)
    """A `Mirip` that the user wants to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = Notice("accent")
        self.test = Notice("warn")
        self.must = GapsNotice("danger")
        self.warning = GapsNotice("warn")
        self.similar = Notice("warn")
        self.similar_links: list[LinkButton] = []
        self.pane = DetailPane("Isi usulan")
        self.pane.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        frameless(self, sideways=False)
        inner = QWidget()
        self.setWidget(inner)
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for part in (self.verdict, self.test, self.must, self.warning, self.similar):
            box.addWidget(part)
        box.addWidget(self.pane, 1)

    def show_usulan(
        self,
        usulan: Usulan | None,
        tests: Sequence[Uji] = (),
        similar: Sequence[Mirip] = (),
        hint: str = "",
    ) -> None:
        """Show it with its tests (newest first) and the titles near its own, or `hint` alone."""
        for notice in (self.verdict, self.test):
            notice.say("")
        self._show_similar(similar if usulan else ())
        self.pane.show_pairs(_pairs(usulan, tests) if usulan else ())
        weighed = usulan is not None and not (
            usulan.putusan is Putusan.TERBUKA or usulan.jenis is JenisUsulan.BUKA
        )  # what an open entry says need not persuade anybody
        gaps = usulan.kekurangan if usulan and weighed else ()
        self.must.show_gaps(
            "Belum dapat dikecualikan:", (g for g in gaps if not g.warning), "danger", list_=True
        )
        self.warning.show_gaps(
            "Peringatan, tidak menghalangi:", (g for g in gaps if g.warning), "warn", list_=True
        )
        if usulan is None:
            self.test.say(hint, "accent")
            return
        if usulan.putusan is not None:
            note = f" Catatan: {usulan.catatan}" if usulan.catatan else ""
            self.verdict.say(f"{usulan.putusan.label}.{note}", _TONES[usulan.putusan])
        if usulan.uji is not None and not usulan.uji.berlaku:
            day = tanggal(usulan.uji.uji.tanggal)
            self.test.say(f"Isi berubah sesudah diuji pada {day}: uji ulang.", "warn")

    def _show_similar(self, similar: Sequence[Mirip]) -> None:
        for link in self.similar_links:
            self.similar.body.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.similar_links = []
        shown = similar[:_MOST_SIMILAR]
        more = len(similar) - len(shown)
        words = f" dan {more} lain" if more else ""
        self.similar.say(f"Mirip dengan yang sudah ada{words}:" if shown else "", "warn")
        for number, one in enumerate(shown, 1):
            link = LinkButton(similar_words(one).replace("&", "&&"), "warn")
            link.setToolTip(f"Bandingkan: {similar_words(one)}")
            link.setAccessibleName(f"Bandingkan dengan kemiripan {number}: {similar_words(one)}")
            link.followed.connect(lambda one=one: self.similar_asked.emit(one))
            self.similar.body.addWidget(link)
            self.similar_links.append(link)


def similar_words(one: Mirip) -> str:
    """How a near title is named."""
    place = "sudah di daftar" if one.tempat == "daftar" else "usulan lain dalam berkas ini"
    return f"“{one.informasi}” ({one.unit_nama}, {place})"


def isi_pairs(isi: IsiDik) -> list[tuple[str, str]]:
    """The content as label and text."""
    return [
        ("Informasi", isi.informasi),
        ("Bagian", isi.bagian),
        ("Dasar hukum", "\n".join(dasar.teks() for dasar in isi.dasar) or "–"),
        ("Bila dibuka", isi.konsekuensi_dibuka or "–"),
        ("Bila ditutup", isi.manfaat_ditutup or "–"),
        ("Jangka waktu", (isi.jangka.teks() if isi.jangka else "") or "–"),
        ("Bentuk", isi.bentuk),
    ]


def _pairs(usulan: Usulan, tests: Sequence[Uji]) -> list[tuple[str, str]]:
    own = [("Unit kerja", usulan.unit.nama), ("Jenis", usulan.jenis.label)]
    return [*own, *isi_pairs(usulan.isi), *_test_pairs(tests)]


def _test_pairs(tests: Sequence[Uji]) -> list[tuple[str, str]]:
    """The test that counts in full, those before it in a line each."""
    if not tests:
        return []
    last = tests[0].uji
    conclusion = last.kesimpulan.label
    if last.kesimpulan is Kesimpulan.SEBAGIAN and tests[0].isi.bagian:
        conclusion += f": {tests[0].isi.bagian}"
    stale = "" if tests[0].berlaku else " (isi berubah sesudah diuji)"
    people = (f"{one.nama} ({one.jabatan})" if one.jabatan else one.nama for one in last.peserta)
    before = (f"{tanggal_pendek(t.uji.tanggal)}: {t.uji.kesimpulan.label}" for t in tests[1:])
    return [
        ("Uji konsekuensi", f"{tanggal(last.tanggal)}, {last.tempat}{stale}"),
        ("Kesimpulan", conclusion),
        ("Alasan", last.alasan),
        ("Peserta", "\n".join(people)),
        ("Uji sebelumnya", "\n".join(before)),
    ]
