"""The texts of the papers: those that came with the program, and the office's own in their place.

Only the parts that differ are the office's own; the others follow the program. A letter that is
not signed yet is put together from the template each time, so it follows a change by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sopapp.documents.templates import (
    Item,
    Template,
    list_parts,
    load_template,
    text_parts,
)
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.templat import BAGIAN, ISIAN, Bagian, Bentuk, Isian
from sopapp.persistence import tables
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input
from sopapp.services.templat_salah import wrong, wrong_lines

Texts = Mapping[str, str]
Lists = Mapping[str, Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Masalah:
    """What is wrong with a template: in which part, in which item of a list (from 1), and what."""

    bagian: str
    butir: int | None
    pesan: str


@checked_input()
class TemplatService:
    """Reads and changes the texts of each kind of paper."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._memory = ReadMemory(store, Kind.SETTING)
        self._shipped: dict[str, tuple[int, Template]] = {}
        self._merged: dict[str, tuple[Template, str, Template]] = {}

    def get(self, jenis: JenisNaskah) -> Template:
        """The texts that hold: the office's own over those of the program.

        Read again only when they changed. Raises DomainError for a damaged file, and for the SOP
        sheet, which has no template.
        """
        name = _name(jenis)
        shipped = self.bawaan(jenis)
        own = self._memory.get(name, lambda: _stored(name))
        if own is None:
            return shipped
        known = self._merged.get(name)
        if known is None or known[0] is not shipped or known[1] != own:
            known = (shipped, own, _over(shipped, json.loads(own), jenis))
            self._merged[name] = known
        return known[2]

    def bawaan(self, jenis: JenisNaskah) -> Template:
        """The texts that came with the program; read again only when the file changed."""
        name = _name(jenis)
        path = self._folder / f"{name}.toml"
        changed = path.stat().st_mtime_ns if path.exists() else 0
        known = self._shipped.get(name)
        if known is None or known[0] != changed:
            known = (changed, load_template(name, self._folder))
            self._shipped[name] = known
        return known[1]

    def own(self, jenis: JenisNaskah) -> bool:
        """Whether the office has words of its own for this kind."""
        return bool(jenis.templat) and _stored(jenis.templat) is not None

    def own_parts(self, jenis: JenisNaskah) -> dict[str, Any]:
        """The office's own words of this kind by part: a text, or a list of items."""
        return _differing(_plain(self.get(jenis)), _plain(self.bawaan(jenis)))

    def checked_parts(self, jenis: JenisNaskah, own: Mapping[str, Any]) -> dict[str, Any]:
        """These parts over those that hold, tidied, as `own_parts` would give them once stored.

        Raises DomainError(field) for a part that there is not or that is of another form, or
        that `save` would refuse.
        """
        known = {part.kunci: part.bentuk for part in self.parts(jenis)}
        for key, value in own.items():
            if key not in known:
                raise DomainError(f"Bagian “{key}” tidak dikenal.", field=key)
            if isinstance(value, str) == (known[key] is Bentuk.DAFTAR):
                wanted = "daftar" if known[key] is Bentuk.DAFTAR else "teks"
                raise DomainError(f"Bagian “{key}” harus {wanted}.", field=key)
        merged = _over(self.get(jenis), own, jenis)
        now = _plain(self.draft(jenis, merged.texts, merged.lists))
        return _differing(now, _plain(self.bawaan(jenis)))

    def parts(self, jenis: JenisNaskah) -> tuple[Bagian, ...]:
        """The parts in the order in which the paper prints them; none for the SOP sheet."""
        return BAGIAN.get(jenis.templat, ())

    def fields(self, jenis: JenisNaskah) -> tuple[Isian, ...]:
        """Every field that the texts of this kind may name."""
        return ISIAN.get(jenis.templat, ())

    def problems(self, jenis: JenisNaskah, texts: Texts, lists: Lists) -> tuple[Masalah, ...]:
        """All that would be refused, in the order of the parts."""
        fields = [isian.nama for isian in self.fields(jenis)]
        found: list[Masalah] = []
        for bagian in self.parts(jenis):
            if bagian.bentuk is Bentuk.DAFTAR:
                items = [item for item in lists.get(bagian.kunci, ()) if item.text.strip()]
                written = bool(items)
                for number, item in enumerate(items, start=1):
                    found += [
                        Masalah(bagian.kunci, number, f"Butir {number}: {message}")
                        for message in wrong(item.text, fields, item.when)
                    ]
            else:
                text = texts.get(bagian.kunci, "")
                written = bool(text.strip())
                found += [
                    Masalah(bagian.kunci, None, message) for message in wrong_lines(text, fields)
                ]
            if bagian.wajib and not written:
                message = f"{bagian.label} tidak boleh kosong."
                found.append(Masalah(bagian.kunci, None, message))
        return tuple(found)

    def draft(self, jenis: JenisNaskah, texts: Texts, lists: Lists) -> Template:
        """These texts as a template, unsaved. Raises DomainError(field) for what is wrong."""
        for problem in self.problems(jenis, texts, lists):
            raise DomainError(problem.pesan, field=problem.bagian)
        return _tidied(jenis, texts, lists)

    def save(self, jenis: JenisNaskah, texts: Texts, lists: Lists) -> None:
        """Make these the office's own texts; letters that are not signed yet follow.

        Raises DomainError whose field is the part for an unknown field (with the likely one),
        braces without their partner, and a required part without words.
        """
        template = self.draft(jenis, texts, lists)
        before, shipped = self.get(jenis), self.bawaan(jenis)
        was, now, original = _plain(before), _plain(template), _plain(shipped)
        if was == now:
            return
        own = _differing(now, original)
        changed = [key for key in now if now[key] != was[key]]
        with self._store.write("templat", Kind.SETTING) as entry:
            put_templat(jenis, own)
            entry.say(
                f"Templat {jenis.label} diubah.",
                sebelum={key: was[key] for key in changed},
                sesudah={key: now[key] for key in changed},
            )

    def reset(self, jenis: JenisNaskah) -> None:
        """Go back to the texts that came with the program."""
        if not self.own(jenis):
            return
        own = _stored(jenis.templat)
        with self._store.write("templat.bawaan", Kind.SETTING) as entry:
            put_templat(jenis, {})
            entry.say(
                f"Templat {jenis.label} dikembalikan ke bawaan.",
                sebelum=json.loads(own or "{}"),
            )


def _name(jenis: JenisNaskah) -> str:
    if not jenis.templat:
        raise DomainError(f"{jenis.label} tidak memakai templat.")
    return jenis.templat


def _stored(name: str) -> str | None:
    row = tables.Templat.get_or_none(tables.Templat.nama == name)
    return None if row is None else str(row.isi)


def put_templat(jenis: JenisNaskah, own: Mapping[str, Any]) -> None:
    """Store the parts that are the office's own; none of them takes the row away.

    Call inside a write.
    """
    if own:
        isi = json.dumps(own, ensure_ascii=False)
        tables.Templat.replace(nama=jenis.templat, isi=isi).execute()
    else:
        tables.Templat.delete().where(tables.Templat.nama == jenis.templat).execute()


def _over(shipped: Template, own: Mapping[str, Any], jenis: JenisNaskah) -> Template:
    """The office's parts over the program's; parts that there are no longer are passed over."""
    return Template(
        source=f"Templat {jenis.label}",
        texts={key: str(own.get(key, text)) for key, text in shipped.texts.items()},
        lists={
            key: tuple(map(_item, own[key])) if key in own else items
            for key, items in shipped.lists.items()
        },
    )


def _item(value: str | Mapping[str, str]) -> Item:
    return Item(value) if isinstance(value, str) else Item(value["teks"], value["bila"])


def _plain(template: Template) -> dict[str, Any]:
    """A template as the JSON that is stored."""
    return {
        **template.texts,
        **{
            key: [{"teks": i.text, "bila": i.when} if i.when else i.text for i in items]
            for key, items in template.lists.items()
        },
    }


def _differing(now: Mapping[str, Any], original: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that are not what they were originally."""
    return {key: value for key, value in now.items() if value != original[key]}


def _tidied(jenis: JenisNaskah, texts: Texts, lists: Lists) -> Template:
    """The parts without spaces around them, line ends of other systems and empty items."""
    name = _name(jenis)
    return Template(
        source=f"Templat {jenis.label}",
        texts={
            part.kunci: _clean(texts.get(part.kunci, ""), one_line=part.bentuk is Bentuk.BARIS)
            for part in text_parts(name)
        },
        lists={
            part.kunci: tuple(
                Item(_clean(item.text), item.when)
                for item in lists.get(part.kunci, ())
                if item.text.strip()
            )
            for part in list_parts(name)
        },
    )


def _clean(text: str, *, one_line: bool = False) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").strip()
    return " ".join(text.split()) if one_line else text
