"""The papers of tests as they are previewed, printed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopapp.documents.content import Letter
from sopapp.services.usulan import Usulan
from ui.preview.preview_item import PreviewItem, file_name

if TYPE_CHECKING:
    from sopapp.app import App

_STALE = "Isi usulan berubah sesudah diuji; lembar ini memuat isi yang diuji."


def lembar_item(app: App, usulan: Usulan, *, final: bool) -> PreviewItem:
    """The sheet of a usulan's last test; nothing more is kept of a `final` berkas."""
    title = f"Lembar Uji Konsekuensi – {usulan.isi.informasi}"
    stale = usulan.uji is not None and not usulan.uji.berlaku
    return PreviewItem(
        title=title,
        file_name=file_name("Lembar Uji Konsekuensi", usulan.isi.informasi[:60]),
        source=lambda: (
            _kept(app, usulan.berkas_id, usulan.id, final) or app.uji.compose_lembar(usulan.id)
        ),
        keep=None if final else lambda pdf, _how: app.uji.keep_lembar(usulan.id, pdf),
        note=_STALE if stale else "",
        label=usulan.isi.informasi,
    )


def berita_acara_item(app: App, berkas_id: int, *, final: bool) -> PreviewItem:
    """The Berita Acara of all tests that stand in a berkas."""
    nomor = app.uji.berita_acara(berkas_id).nomor
    return PreviewItem(
        title="Berita Acara Uji Konsekuensi",
        file_name=file_name("Berita Acara Uji Konsekuensi", nomor),
        source=lambda: (
            _kept(app, berkas_id, None, final) or app.uji.compose_berita_acara(berkas_id)
        ),
        keep=None if final else lambda pdf, _how: app.uji.keep_berita_acara(berkas_id, pdf),
        note="" if nomor else "Belum bernomor: tempat nomor dibiarkan kosong.",
    )


def _kept(app: App, berkas_id: int, usulan_id: int | None, final: bool) -> Letter | bytes | None:
    """The bytes that were printed last, of a berkas that is over."""
    if not final:
        return None
    wanted = "berita_acara" if usulan_id is None else "lembar_uji"
    for paper in app.uji.kept(berkas_id):
        if paper.jenis == wanted and paper.usulan_id == usulan_id:
            return app.attachments.read(paper.attachment.id)
    return None
