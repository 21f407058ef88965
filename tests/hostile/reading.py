"""How what was stored is read back, and everything that reads the records at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from sopapp.app import App
from sopapp.domain.agenda import AgendaFilter
from sopapp.domain.daftar_terbuka import FormatEkspor
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.naskah import JenisNaskah
from sopapp.spreadsheet.unit_form import write_form

TODAY = date(2026, 11, 23)
_CONFIRMS = frozenset({"alasan", "reason", "catatan", "keterangan", "sisipan"})
"""Parameters that go into riwayat or only now and then into the record itself."""

Reader = Callable[[App, Mapping[str, Any], Any], Any]

READERS: dict[str, Reader] = {
    "unit_kerja.add": lambda app, given, new: _by_id(app.unit_kerja.list(), new),
    "unit_kerja.add_all": lambda app, given, new: app.unit_kerja.list(),
    "unit_kerja.edit": lambda app, given, new: _by_id(app.unit_kerja.list(), given["unit_id"]),
    "instansi.save": lambda app, given, new: app.instansi.get(),
    "berkas.create": lambda app, given, new: app.berkas.get(new),
    "berkas.rename": lambda app, given, new: app.berkas.get(given["berkas_id"]),
    "katalog.add_law": lambda app, given, new: app.katalog.laws(),
    "katalog.edit_law": lambda app, given, new: app.katalog.laws(),
    "usulan.add": lambda app, given, new: (
        app.usulan.get(new),
        # What is left as it is, or opened, says what the entry says.
        given["isi"] if given["jenis"] in (JenisUsulan.TETAP, JenisUsulan.BUKA) else None,
    ),
    "usulan.edit": lambda app, given, new: app.usulan.get(given["usulan_id"]),
    "usulan.mended": lambda app, given, new: app.usulan.get(given["usulan_id"]),
    "permohonan.add": lambda app, given, new: app.permohonan.get(new),
    "permohonan.edit": lambda app, given, new: app.permohonan.get(given["permohonan_id"]),
    "surat.edit": lambda app, given, new: app.surat.get(given["surat_id"]),
    "uji.record": lambda app, given, new: (
        app.uji.list(given["usulan_id"])[0], app.usulan.get(given["usulan_id"])
    ),
    "uji.set_berita_acara": lambda app, given, new: app.uji.berita_acara(given["berkas_id"]),
    "dokumentasi.publish": lambda app, given, new: app.dokumentasi.publications(given["berkas_id"]),
    "libur.save": lambda app, given, new: app.libur.list(),
    "dik.set_note": lambda app, given, new: _note_of(app, given["entri_id"]),
    "nomor_luar.record": lambda app, given, new: app.nomor_luar.get(new),
}  # fmt: skip


def _by_id(values: Any, wanted: int) -> Any:
    return next(each for each in values if each.id == wanted)


def _note_of(app: App, entri_id: int) -> Any:
    """Also of an entry that is no longer in the register, which no list shows."""
    from sopapp.persistence import tables

    return app.dik.entry(entri_id) or tables.DikEntri.get_by_id(entri_id).catatan


def lost(given: Mapping[str, Any], read: Any) -> list[str]:
    """The texts that were given and are not in what was read, however they were tidied."""
    kept = {_core(text) for text in _texts(read)}
    return [
        text
        for name, value in given.items()
        if name not in _CONFIRMS
        for text in _texts(value)
        if _core(text) and _core(text) not in kept
    ]


def _core(text: str) -> str:
    """What is left of a text when nothing but space and invisible signs may go."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _texts(each)


def sweep(app: App, rng: Random) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Calls that read all there is, and a few papers of what happens to be stored."""
    yield "papan", app.board.load
    yield "daftar", app.dik.current
    yield "riwayat", app.riwayat.list
    yield "agenda", lambda: app.agenda.rows(AgendaFilter(2026))
    yield "ekspedisi", lambda: app.ekspedisi.days()
    yield "permohonan", app.permohonan.list
    yield "cari", lambda: app.dik_search.find("data <b> \x00 \ud800 " + "kata" * 9)
    yield "hari ini", lambda: [
        app.board.due(3), app.hari_ini.mendesak(), app.hari_ini.units(), app.hari_ini.letters(9),
        app.hari_ini.requests(),
    ]  # fmt: skip
    yield "kalender", lambda: app.kalender.month(2026, rng.randrange(1, 13))
    yield "temukan", app.finder.prepare
    yield "kinerja", lambda: _paper(app.kinerja.compose(app.kinerja.of(2026)))
    yield "profil", app.profil.now
    yield "bukti", lambda: app.bukti_monev.plan(2026, _no_register())
    yield "instansi", app.instansi.get
    yield "laws", app.katalog.laws
    berkas = [row.id for row in app.berkas.list()]
    for berkas_id in berkas[:40]:
        yield "berkas", lambda berkas_id=berkas_id: app.berkas.get(berkas_id)
        yield "usulan", lambda berkas_id=berkas_id: app.usulan.list(berkas_id)
        yield "mirip", lambda berkas_id=berkas_id: app.kemiripan.in_berkas(berkas_id)
        yield "permintaan", lambda berkas_id=berkas_id: app.permintaan.list(berkas_id)
    letters = [row[0] for row in app._database.execute_sql("SELECT id FROM surat").fetchall()]
    for berkas_id in berkas[:40]:
        yield "surat berkas", lambda berkas_id=berkas_id: app.surat.list(berkas_id)
    for surat_id in rng.sample(letters, min(3, len(letters))):
        yield "surat", lambda surat_id=surat_id: _paper(app.surat.compose(surat_id))
    form = rng.choice([each for each in FormatEkspor if each is not FormatEkspor.PDF])
    yield "ekspor", lambda: app.ekspor.write(app.ekspor.value(TODAY), form)
    jenis = rng.choice(list(JenisNaskah))
    yield "templat", lambda: app.templat.get(jenis)
    yield "buku agenda", lambda: _paper(app.agenda.compose(AgendaFilter(2026)))
    if berkas:
        chosen = rng.choice(berkas)
        yield (
            "formulir",
            lambda: write_form(app.formulir.value(chosen, app.unit_kerja.list()[0].id)),
        )
        yield "arsip", lambda: _safe_names(app, chosen)


def _no_register() -> Any:
    from sopapp.documents.list_content import KolomCetak, TabelCetak
    from sopapp.documents.paper_parts import PageSetup

    return TabelCetak(PageSetup(), "Dinas", "Register", "", (KolomCetak("No.", 1),), ())


def _paper(letter: Any) -> None:
    from sopapp.documents.build import build

    pdf = build(letter)
    if not pdf.startswith(b"%PDF-"):
        raise AssertionError("bukan PDF")


def _safe_names(app: App, berkas_id: int) -> None:
    from sopapp.services.bundle_files import bundle_files
    from sopapp.services.file_names import file_name
    from tests.hostile.names import unsafe

    for file in bundle_files(berkas_id, app.attachments):
        if said := unsafe(file_name(file.title, file.suffix)):
            raise AssertionError(said)
    if said := unsafe(Path(f"{app.berkas.get(berkas_id).id}.zip").name):
        raise AssertionError(said)
