"""Stage 4: the scan is attached and the register brought in line with the Keputusan."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.dik import Perubahan
from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import StageKind
from ui.berkas.draft_list import DraftList
from ui.berkas.salinan import salinan_button, signed_keputusan
from ui.berkas.stage_panel import StagePanel
from ui.berkas.step_card import CardColumn, StepCard
from ui.context import UiContext
from ui.widgets.file_field import scan_field
from ui.widgets.icon_button import button
from ui.widgets.toned import TonedLabel, column, heading


class PemutakhiranPanel(StagePanel):
    """Two acts at the left, what they change in the register at the right."""

    stage_kind = StageKind.PEMUTAKHIRAN
    shows_list = True
    kinds = frozenset({Kind.SURAT, Kind.ATTACHMENT, Kind.DIK, Kind.USULAN})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.changes = DraftList("Perubahan pada daftar")
        right = QWidget()
        right.setLayout(column(heading("Perubahan pada daftar"), self.changes, spacing=4))
        self.divide(self._cards(), right, (360, 780))
        self.leads = (self.scan_field, self.changes.table)

    def _cards(self) -> QWidget:
        self.scan_card = StepCard(1, "Pindaian Keputusan")
        self.scan_field = scan_field(self.context.prompts, "Pilih pindaian Keputusan")
        self.scan_field.changed.connect(self._take_scan)
        self.checksum = TonedLabel(tone="muted", scale=0.9)
        self.checksum.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.scan_card.body.addWidget(self.checksum)
        self.scan_card.body.addWidget(self.scan_field)
        self.view_button = button("Li&hat pindaian", self.view_scan, "open")
        self.salinan_button = salinan_button(self)
        self.scan_card.add_buttons(self.view_button, self.salinan_button)
        self.apply_card = StepCard(2, "Selaraskan daftar")
        self.apply_button = button("&Terapkan ke daftar…", self.apply, "register")
        self.register_button = button("Buka &daftar", self.context.navigate.register)
        self.apply_card.add_buttons(self.apply_button, self.register_button)
        return CardColumn(self.scan_card, self.apply_card)

    def menders(self, key: str) -> tuple[QWidget, ...]:
        """The field for the scan, or Terapkan."""
        return {
            "keputusan_dipindai": (self.scan_field.button,),
            "register_diselaraskan": (self.apply_button,),
        }.get(key, ())

    # -- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew."""
        free = self.here and not self.read_only
        scan = self.app.dokumentasi.scan(self.berkas_id)
        applied = self.app.dik.applied(self.berkas_id)
        if scan is None:
            self.scan_card.say(
                "Lampirkan Keputusan yang ditandatangani (PDF, JPG, atau PNG).", done=False
            )
        else:
            self.scan_card.say(f"{scan.nama} · {size_text(scan.ukuran)}", done=True)
        self.checksum.setText(f"SHA-256 {_grouped(scan.sha256)}" if scan else "")
        self.checksum.setVisible(scan is not None)
        self.view_button.setVisible(scan is not None)
        self.salinan_button.setVisible(signed_keputusan(self.app, self.berkas_id) is not None)
        self.scan_field.setEnabled(free)
        self.scan_field.invite(
            "Ganti: pilih atau seret ke sini." if scan else "Pilih atau seret ke sini."
        )
        self.scan_field.setVisible(free)
        rows = self.app.keputusan.rows(self.berkas_id)
        if applied:
            words = "Daftar sudah sesuai dengan Keputusan."
        elif len(rows):
            words = "Periksa perubahan di sebelah kanan, lalu terapkan."
        else:
            words = "Perubahan tampil di sebelah kanan setelah ada usulan yang dikecualikan."
        self.apply_card.say(words, done=applied)
        self.apply_button.setVisible(not applied)
        self.apply_button.setEnabled(free)
        self.register_button.setVisible(applied)
        self.changes.show_rows(rows, applied=applied)

    # -- acts ---------------------------------------------------------------------------------

    def _take_scan(self) -> None:
        path = self.scan_field.path
        if path is None:
            return
        self.attach(path)
        self.scan_field.set_path(None)

    def attach(self, path: Path) -> None:
        """Keep a scan."""
        attach = partial(self.app.dokumentasi.attach_scan, self.berkas_id, path)
        self.work_through("Menyimpan pindaian", attach)

    def view_scan(self) -> None:
        """Show the kept scan: a PDF in the preview, a picture in its own window."""
        from ui.berkas.scan_dialog import open_scan

        scan = self.app.dokumentasi.scan(self.berkas_id)
        if scan is not None:
            self.act(lambda: open_scan(self.context, scan, self))

    def apply(self) -> None:
        """Bring the register in line, after showing the count of what changes."""
        rows = self.app.keputusan.rows(self.berkas_id)
        count = rows.counts()
        text = (
            f"{ribuan(count[Perubahan.TAMBAH])} informasi ditambahkan, "
            f"{ribuan(count[Perubahan.UBAH])} diubah, {ribuan(count[Perubahan.CABUT])} dibuka "
            f"kembali, {ribuan(count[Perubahan.TETAP])} tetap.\n\n"
            "Sesudah diterapkan, berkas ini tidak dapat lagi dikembalikan ke tahap sebelumnya."
        )
        if self.context.prompts.confirm(self, "Terapkan ke daftar?", text, "&Terapkan"):
            self.work_through("Menerapkan ke daftar", partial(self.app.dik.apply, self.berkas_id))


def size_text(count: int) -> str:
    """A size in bytes as people say it, e.g. `1,4 MB`."""
    if count < 1024:
        return f"{count} byte"
    value, unit = (count / 1024, "KB") if count < 1024**2 else (count / 1024**2, "MB")
    return f"{value:.1f} {unit}".replace(".", ",")


def _grouped(checksum: str) -> str:
    """A checksum in groups of eight, so that it wraps and can be read aloud."""
    return " ".join(checksum[i : i + 8] for i in range(0, len(checksum), 8))
