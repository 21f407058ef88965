"""Everything on paper that a stage needs, in the order in which it is handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sopapp.domain.berkas import BerkasDetail
from sopapp.domain.dik import Putusan
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import IsiNotaDinas, JenisSurat, Surat
from ui.berkas.salinan import salinan_item
from ui.berkas.uji_papers import berita_acara_item, lembar_item
from ui.preview.preview_item import PreviewItem, file_name, letter_item

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.services.usulan import Usulan


@dataclass(frozen=True, slots=True)
class Undrafted:
    """A letter that the stage calls for and that nobody drafted yet."""

    words: str
    draft: Callable[[], object]


@dataclass(frozen=True, slots=True)
class StagePapers:
    """What can be printed now, and what is lacking among it."""

    items: tuple[PreviewItem, ...]
    undrafted: tuple[Undrafted, ...] = ()


@dataclass(frozen=True, slots=True)
class _Look:
    """A berkas as seen from one of its stages."""

    app: App
    detail: BerkasDetail
    stage: int
    letters: tuple[Surat, ...]
    """Those that are not void."""

    @property
    def berkas_id(self) -> int:
        return self.detail.id

    @property
    def over(self) -> bool:
        """Whether the papers of the stage are settled."""
        return self.detail.card is None or self.detail.card.stage > self.stage

    @property
    def here(self) -> bool:
        """Whether the stage's work can be done now."""
        return self.detail.card is not None and self.detail.card.stage == self.stage

    def of(self, *kinds: JenisSurat) -> Iterator[Surat]:
        """Letters of these kinds that still want a signature; all of a stage that is over."""
        for kind in kinds:
            for surat in self.letters:
                if surat.jenis is kind and (self.over or not surat.ditandatangani):
                    yield surat

    def item(self, surat: Surat) -> PreviewItem:
        """A letter, told apart from those of another kind to the same unit."""
        kind = surat.jenis.panjang
        title, label = kind, kind
        if surat.unit_nama:
            title = f"{kind} – {surat.unit_nama}"
            label = f"{surat.unit_nama}\n{kind}"  # a narrow list would cut one of them
        return replace(letter_item(self.app, surat, settled=self.over), title=title, label=label)


def stage_papers(app: App, detail: BerkasDetail, stage: int) -> StagePapers:
    """The papers of a stage: what waits for a signature, collated; nothing void."""
    letters = tuple(surat for surat in app.surat.list(detail.id) if not surat.batal)
    look = _Look(app, detail, stage, letters)
    makers = {
        StageKind.PERMINTAAN: _requests,
        StageKind.VALIDASI: _tests,
        StageKind.PENETAPAN: _decision,
        StageKind.PEMUTAKHIRAN: _copies,
        StageKind.DOKUMENTASI: _publication,
    }
    return makers[detail.sop.stage(stage).kind](look)


def _requests(look: _Look) -> StagePapers:
    """The Nota Dinas in the units' order, then reminders of units that have not answered."""
    asked = look.app.permintaan.list(look.berkas_id)
    order = list(dict.fromkeys(each.surat_id for each in asked))
    waiting = {each.unit.id for each in asked if each.jawaban is None}
    requests = {surat.id: surat for surat in look.of(JenisSurat.NOTA_DINAS)}
    reminders = [
        surat
        for surat in look.of(JenisSurat.PENGINGAT)
        if look.over or surat.unit_id in waiting
    ]  # fmt: skip
    found = [requests[surat_id] for surat_id in order if surat_id in requests]
    return StagePapers(tuple(look.item(surat) for surat in (*found, *reminders)))


def _tests(look: _Look) -> StagePapers:
    """The sheet of each test, the Berita Acara, and what goes back to units."""
    usulan = look.app.usulan.list(look.berkas_id)
    items = [*_sheets(look, usulan), *_berita_acara(look, usulan)]
    items += [look.item(surat) for surat in look.of(JenisSurat.PENGEMBALIAN)]
    undrafted = tuple(_pengembalian(look, each) for each in unsent_units(look.letters, usulan))
    return StagePapers(tuple(items), undrafted if look.here else ())


def _decision(look: _Look) -> StagePapers:
    """Pengantar and Keputusan, and those papers of the tests that nobody printed yet."""
    items = [look.item(surat) for surat in look.of(JenisSurat.PENGANTAR, JenisSurat.KEPUTUSAN)]
    drafts = [surat for surat in look.letters if surat.jenis is JenisSurat.KEPUTUSAN]
    lacking = not any(surat.jenis is JenisSurat.PENGANTAR for surat in look.letters)
    undrafted: tuple[Undrafted, ...] = ()
    if look.here and drafts:
        if drafts[0].ditandatangani:
            items.append(salinan_item(look.app, drafts[0]))
        elif lacking:
            undrafted = (_pengantar(look),)
        items += _unprinted(look)
    return StagePapers(tuple(items), undrafted)


def _copies(look: _Look) -> StagePapers:
    """The Salinan, which goes to the tembusan."""
    signed = [s for s in look.letters if s.jenis is JenisSurat.KEPUTUSAN and s.ditandatangani]
    return StagePapers(tuple(salinan_item(look.app, surat) for surat in signed))


def _publication(look: _Look) -> StagePapers:
    """The list as it is published, and the Salinan."""
    listed = list_item(look.app, look.detail, here=look.here)
    return StagePapers((*((listed,) if listed else ()), *_copies(look).items))


def list_item(app: App, detail: BerkasDetail, *, here: bool) -> PreviewItem | None:
    """The list for publication: the kept one, else the one that is kept by printing it."""
    name = file_name("Daftar Informasi yang Dikecualikan", str(detail.tahun))
    kept = app.dokumentasi.list_pdf(detail.id)
    if kept is not None:
        return PreviewItem("Daftar untuk diumumkan", name, lambda: kept)
    if not here or not app.dik.applied(detail.id):
        return None
    return PreviewItem(
        "Daftar untuk diumumkan",
        name,
        lambda: app.dokumentasi.compose_list(detail.id),
        keep=lambda pdf, _how: app.dokumentasi.keep_list(detail.id, pdf),
    )


def unsent_units(letters: tuple[Surat, ...], usulan: tuple[Usulan, ...]) -> tuple[Usulan, ...]:
    """A returned usulan of each unit that no letter tells it of yet."""
    sent = [surat for surat in letters if surat.jenis is JenisSurat.PENGEMBALIAN]
    found: dict[int, Usulan] = {}
    for each in usulan:
        if each.putusan is Putusan.DIKEMBALIKAN and not any(_tells(s, each) for s in sent):
            found.setdefault(each.unit.id, each)
    return tuple(found.values())


def _tells(surat: Surat, usulan: Usulan) -> bool:
    """Whether a letter sends this usulan back; an open one names all that are returned."""
    if surat.batal or surat.unit_id != usulan.unit.id:
        return False
    if not surat.ditandatangani:
        return True
    title = " ".join(usulan.isi.judul().split())
    return isinstance(surat.isi, IsiNotaDinas) and title in surat.isi.body.replace("\\*", "*")


def _pengembalian(look: _Look, usulan: Usulan) -> Undrafted:
    unit = usulan.unit
    return Undrafted(
        f"Nota Dinas pengembalian usulan untuk {unit.nama}",
        lambda: look.app.penyusunan.pengembalian(look.berkas_id, unit.id),
    )


def _pengantar(look: _Look) -> Undrafted:
    return Undrafted(
        "Nota Dinas pengantar rancangan Keputusan",
        lambda: look.app.penyusunan.pengantar(look.berkas_id),
    )


def _sheets(look: _Look, usulan: tuple[Usulan, ...]) -> Iterator[PreviewItem]:
    for each in usulan:
        if each.uji is not None:
            item = lembar_item(look.app, each, final=look.detail.card is None)
            yield replace(item, label=f"{item.label or item.title}\nLembar Uji")


def _berita_acara(look: _Look, usulan: tuple[Usulan, ...]) -> Iterator[PreviewItem]:
    if any(each.uji is not None and each.uji.berlaku for each in usulan):
        yield berita_acara_item(look.app, look.berkas_id, final=look.detail.card is None)


def _unprinted(look: _Look) -> Iterator[PreviewItem]:
    """What stage 2 should have printed: the Keputusan rests on it."""
    usulan = look.app.usulan.list(look.berkas_id)
    kept = {paper.usulan_id for paper in look.app.uji.kept(look.berkas_id) if paper.usulan_id}
    yield from _sheets(look, tuple(each for each in usulan if each.id not in kept))
    minutes = [s for s in look.letters if s.jenis is JenisSurat.BERITA_ACARA]
    if not any(surat.cetakan for surat in minutes):
        yield from _berita_acara(look, usulan)
