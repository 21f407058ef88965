"""The papers of tests as they are previewed, printed and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sopapp.domain.surat import JenisSurat, Surat
from sopapp.services.usulan import Usulan
from ui.preview.preview_item import PreviewItem, file_name, letter_item

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
        source=lambda: _kept(app, usulan, final) or app.uji.compose_lembar(usulan.id),
        keep=None if final else lambda pdf, _how: app.uji.keep_lembar(usulan.id, pdf),
        note=_STALE if stale else "",
        label=usulan.isi.informasi,
    )


def berita_acara_letter(app: App, berkas_id: int) -> Surat | None:
    """The letter that the Berita Acara is, once it has a head or was printed."""
    return next(
        (
            surat
            for surat in app.surat.list(berkas_id)
            if surat.jenis is JenisSurat.BERITA_ACARA and not surat.batal
        ),
        None,
    )


def berita_acara_item(app: App, berkas_id: int, *, final: bool) -> PreviewItem:
    """The Berita Acara of all tests that stand in a berkas."""
    title = "Berita Acara Uji Konsekuensi"
    surat = berita_acara_letter(app, berkas_id)
    if surat is not None:
        item = letter_item(app, surat, settled=final)
        return replace(item, title=title, file_name=file_name(title, surat.nomor), label=title)
    return PreviewItem(
        title=title,
        file_name=file_name(title),
        source=lambda: app.uji.compose_berita_acara(berkas_id),
        keep=None if final else lambda pdf, _how: app.uji.keep_berita_acara(berkas_id, pdf),
        note="Belum bernomor: tempat nomor dibiarkan kosong.",
    )


def _kept(app: App, usulan: Usulan, final: bool) -> bytes | None:
    """The sheet that was printed last, of a berkas that is over."""
    if not final:
        return None
    for paper in app.uji.kept(usulan.berkas_id):
        if paper.usulan_id == usulan.id:
            return app.attachments.read(paper.attachment.id)
    return None
