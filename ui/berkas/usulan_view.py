"""One usulan read in full, with what it lacks and its verdict."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.services.usulan import Usulan
from ui.berkas.toned import Notice
from ui.widgets.detail_pane import DetailPane

_TONES = {Putusan.DIKECUALIKAN: "ok", Putusan.TERBUKA: "accent", Putusan.DIKEMBALIKAN: "warn"}


class UsulanView(QWidget):
    """Verdict above, content below; gaps stand between them, must and warning apart."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = Notice("accent")
        self.must = Notice("danger")
        self.warning = Notice("warn")
        self.pane = DetailPane("Isi usulan")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for part in (self.verdict, self.must, self.warning):
            box.addWidget(part)
        box.addWidget(self.pane, 1)

    def show_usulan(self, usulan: Usulan | None) -> None:
        """Show it, or nothing."""
        for notice in (self.verdict, self.must, self.warning):
            notice.say("")
        self.pane.show_pairs(_pairs(usulan) if usulan else ())
        if usulan is None:
            return
        if usulan.putusan is not None:
            note = f" Catatan: {usulan.catatan}" if usulan.catatan else ""
            self.verdict.say(f"{usulan.putusan.label}.{note}", _TONES[usulan.putusan])
        if usulan.putusan is Putusan.TERBUKA or usulan.jenis is JenisUsulan.BUKA:
            return  # what an open entry says need not persuade anybody
        must = [lack.text for lack in usulan.kekurangan if not lack.warning]
        warnings = [lack.text for lack in usulan.kekurangan if lack.warning]
        if must:
            self.must.say("Belum dapat dikecualikan: " + " ".join(must), "danger")
        if warnings:
            self.warning.say("Perlu diperhatikan: " + " ".join(warnings), "warn")


def isi_pairs(isi: IsiDik) -> list[tuple[str, str]]:
    """The content as label and text."""
    return [
        ("Informasi", isi.informasi),
        ("Dasar hukum", "\n".join(dasar.teks() for dasar in isi.dasar) or "–"),
        ("Bila dibuka", isi.konsekuensi_dibuka or "–"),
        ("Bila ditutup", isi.manfaat_ditutup or "–"),
        ("Jangka waktu", (isi.jangka.teks() if isi.jangka else "") or "–"),
        ("Bentuk", isi.bentuk),
    ]


def _pairs(usulan: Usulan) -> list[tuple[str, str]]:
    return [("Unit kerja", usulan.unit.nama), ("Jenis", usulan.jenis.label), *isi_pairs(usulan.isi)]
