"""The Salinan of a signed Keputusan: a copy that somebody vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from sopapp.domain.surat import IsiKeputusan, Surat
from ui.berkas.stage_panel import StagePanel
from ui.preview.preview_item import PreviewItem, file_name
from ui.widgets.icon_button import button

if TYPE_CHECKING:
    from sopapp.app import App


def salinan_item(app: App, keputusan: Surat) -> PreviewItem:
    """The copy as it is made today, one for each of the tembusan; kept when it is printed."""
    berkas_id = keputusan.berkas_id
    assert berkas_id is not None
    isi = keputusan.isi
    copies = max(len(isi.tembusan), 1) if isinstance(isi, IsiKeputusan) else 1
    return PreviewItem(
        title="Salinan Keputusan",
        file_name=file_name("Salinan Keputusan", keputusan.nomor),
        source=lambda: app.keputusan.plan_salinan(berkas_id),
        keep=lambda pdf, _how: app.keputusan.keep_salinan(berkas_id, pdf),
        copies=copies,
        copies_note=f"{copies} tembusan" if copies > 1 else "",
    )


def signed_keputusan(app: App, berkas_id: int) -> Surat | None:
    """The Keputusan of a berkas once it is signed."""
    surat_id = app.keputusan.find(berkas_id)
    surat = None if surat_id is None else app.surat.get(surat_id)
    return surat if surat is not None and surat.ditandatangani else None


def salinan_button(panel: StagePanel) -> QPushButton:
    """A button that previews the Salinan of the panel's berkas."""

    def show() -> None:
        from ui.preview.preview_dialog import PreviewDialog

        surat = signed_keputusan(panel.app, panel.berkas_id)
        if surat is not None:
            item = salinan_item(panel.app, surat)
            panel.show_dialog(PreviewDialog(panel.context, [item], panel))

    tip = "Salinan Keputusan yang sah, untuk tembusan dan yang memerlukan"
    return button("Sali&nan Keputusan…", lambda: panel.act(show), "document", tip=tip)
