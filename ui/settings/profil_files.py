"""A profil instansi saved to a file of the user's choice, or read from one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopapp.domain.errors import DomainError
from sopapp.domain.nama_file import nama_aman
from sopapp.services.profil_file import SUFFIX
from ui.errors import guard
from ui.settings.refuse_undrawable import refuse_undrawable

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from sopapp.services.profil_isi import Profil
    from ui.context import UiContext

_FILTERS = f"Profil instansi (*{SUFFIX});;Semua (*)"


def save_profil(context: UiContext, parent: QWidget) -> Path | None:
    """Ask where and write; the file, or None."""
    app = context.app
    name = app.instansi.get().singkatan or app.instansi.get().nama
    suggested = nama_aman(f"Profil {name}".strip(), SUFFIX)
    path = context.prompts.save_file(parent, "Simpan profil instansi", suggested, _FILTERS)
    if path is None:
        return None
    with guard(parent, context.prompts) as outcome:
        app.profil.save(path)
    return path if outcome.ok else None


def ask_profil(context: UiContext, parent: QWidget) -> Profil | None:
    """Ask for a file and read it; None when there is none, or it cannot be used."""
    path = context.prompts.open_file(parent, "Muat profil instansi", _FILTERS)
    return None if path is None else read_profil_file(context, parent, path)


def read_profil_file(context: UiContext, parent: QWidget, path: Path) -> Profil | None:
    """The profil in a file; what is wrong with it is told whole."""
    found = None
    with guard(parent, context.prompts):
        try:
            found = context.app.profil.read(path)
            for place, words in _printed(found):
                try:
                    refuse_undrawable({"": words})
                except DomainError as error:
                    raise DomainError(f"{place}: {error}") from error
        except DomainError as error:
            found = None
            context.prompts.report(
                parent,
                "Profil tidak dapat dimuat",
                "Pengaturan kantor tidak berubah. Yang salah pada file itu:",
                str(error),
                "&Salin rincian",
            )
    return found


def _printed(profil: Profil) -> Iterator[tuple[str, str]]:
    """What of it letters print, each with its place."""
    if (office := profil.instansi) is not None:
        words = (office.pemerintah, office.nama, office.singkatan, office.kota, *office.alamat)
        yield "Instansi", " ".join(words)
    for unit in profil.unit_kerja:
        yield f"Unit kerja {unit.kode}", f"{unit.nama} {unit.pimpinan}"
    for each in profil.pejabat:
        words = (each.nama, each.nip, each.pangkat, each.jabatan, each.selaku, each.atas_nama)
        yield f"Pejabat {each.nama}", " ".join((*words, each.melalui))
    if profil.surat is not None:
        yield "Surat", f"{profil.surat.umum.klasifikasi} {profil.surat.umum.sifat}"
        for jenis, group in profil.surat.naskah.items():
            parts = (group.pola, group.klasifikasi, group.kode_sifat, group.label_yth)
            yield jenis.label, " ".join(parts)
    for jenis, texts in profil.templat.items():
        yield f"Teks {jenis.label}", str(dict(texts)).replace("\\n", " ")
