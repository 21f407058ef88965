"""The texts of the letters: TOML files with named fields that an office may change.

A file holds texts and lists of texts (`sopapp.domain.templat` says which). A field stands in
braces, `{tahun}`; a plain brace is written twice. An item of a list may be a table with `teks`
and `bila`: it is left out while the field that `bila` names is empty. Every mistake is told
with the template and the place.

A value is set in as it is. In a part that is `bertanda` an asterisk of a value would be read as
a mark: who fills one escapes the values first.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sopapp.domain.errors import DomainError
from sopapp.domain.templat import BAGIAN, Bagian, Bentuk


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a list; printed only when the field `when` is not empty ("" = always)."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read and checked; `source` names it in what is said about it."""

    source: str
    texts: Mapping[str, str]
    lists: Mapping[str, tuple[Item, ...]]

    def text(self, key: str, fields: Mapping[str, str]) -> str:
        """Fill the text `key`. Raises DomainError for a field that is not in `fields`."""
        return fill(self.texts[key], fields, where=f"{self.source}, bagian {key}")

    def items(self, key: str, fields: Mapping[str, str]) -> tuple[str, ...]:
        """Fill the list `key`, without the items whose field `bila` is empty."""
        filled = []
        for number, item in enumerate(self.lists[key], start=1):
            where = f"{self.source}, bagian {key} butir {number}"
            if item.when and not _field(item.when, fields, where).strip():
                continue
            filled.append(fill(item.text, fields, where=where))
        return tuple(filled)


def load_template(name: str, folder: Path) -> Template:
    """Read `folder/name.toml` and check that its parts are there and of the right kind.

    Raises DomainError naming the file and what is wrong in it.
    """
    file = folder / f"{name}.toml"
    try:
        parts = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"Templat surat {file} tidak dapat dibaca. Kembalikan file itu."
        raise DomainError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"Templat surat {file} tidak dapat dipahami: {error}. Perbaiki file itu."
        raise DomainError(message) from error
    known = {bagian.kunci for bagian in BAGIAN[name]}
    if unknown := sorted(parts.keys() - known):
        expected = ", ".join(sorted(known))
        message = f"{file}: bagian “{unknown[0]}” tidak dikenal. Yang dikenal: {expected}."
        raise DomainError(message)
    return Template(
        source=file.name,
        texts={b.kunci: _text(parts, b.kunci, file) for b in text_parts(name)},
        lists={b.kunci: _list(parts, b.kunci, file) for b in list_parts(name)},
    )


def text_parts(name: str) -> tuple[Bagian, ...]:
    """The parts of a template that are one text."""
    return tuple(bagian for bagian in BAGIAN[name] if bagian.bentuk is not Bentuk.DAFTAR)


def list_parts(name: str) -> tuple[Bagian, ...]:
    """The parts of a template that are lists of texts."""
    return tuple(bagian for bagian in BAGIAN[name] if bagian.bentuk is Bentuk.DAFTAR)


def _text(parts: Mapping[str, object], key: str, file: Path) -> str:
    value = parts.get(key)
    if not isinstance(value, str):
        message = f"{file}: bagian “{key}” harus ada dan berupa teks di antara tanda kutip."
        raise DomainError(message)
    return value.strip()


def _list(parts: Mapping[str, object], key: str, file: Path) -> tuple[Item, ...]:
    value = parts.get(key)
    if not isinstance(value, list):
        message = f"{file}: bagian “{key}” harus ada dan berupa daftar teks dalam [ ]."
        raise DomainError(message)
    return tuple(
        _item(item, f"{file}: bagian “{key}” butir {number}")
        for number, item in enumerate(value, start=1)
    )


def _item(value: object, where: str) -> Item:
    if isinstance(value, str):
        return Item(value.strip())
    if isinstance(value, dict) and value.keys() <= {"teks", "bila"}:
        text, when = value.get("teks"), value.get("bila", "")
        if isinstance(text, str) and isinstance(when, str):
            return Item(text.strip(), when)
    message = f"{where} harus berupa teks, atau teks = ... dengan bila = ... (nama isian)."
    raise DomainError(message)


def fill(text: str, fields: Mapping[str, str], *, where: str = "templat surat") -> str:
    """Put the values of `fields` into `text`; a value is never read as a template itself.

    Raises DomainError naming `where` and the field, for an unknown field or a lone brace.
    """
    filled: list[str] = []
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError as error:
        message = f"{where}: kurung kurawal tidak berpasangan. Tulis {{{{ untuk kurung biasa."
        raise DomainError(message) from error
    for literal, name, spec, conversion in parsed:
        filled.append(literal)
        if name is None:
            continue
        if spec or conversion:
            message = f"{where}: isian {{{name}}} tidak boleh memuat “:” atau “!”."
            raise DomainError(message)
        filled.append(_field(name, fields, where))
    return "".join(filled)


def _field(name: str, fields: Mapping[str, str], where: str) -> str:
    if name not in fields:
        known = ", ".join(sorted(fields))
        message = f"{where}: isian {{{name}}} tidak dikenal. Isian yang tersedia: {known}."
        raise DomainError(message)
    return fields[name]
