"""The texts of the letters: TOML files with named fields that an office may change.

A file holds texts and lists of texts. A field stands in braces, `{tahun}`; a plain brace is
written twice. An item of a list may be a table with `teks` and `bila`: it is left out while
the field that `bila` names is empty. Every mistake is told with the file and the place.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sopapp.domain.errors import DomainError

# What each file must hold: texts and lists of texts.
_TEXTS = {
    "nota_dinas_permintaan": ("hal", "sifat", "lampiran", "body"),
    "keputusan_dik": ("tentang", "judul_daftar"),
    "daftar_publik": ("judul",),
    "lembar_uji": ("judul", "pengantar", "pasal_18_ayat_1", "pasal_18_ayat_2", "penutup"),
    "berita_acara": ("judul",),
}
_LISTS = {
    "nota_dinas_permintaan": ("tembusan",),
    "keputusan_dik": ("menimbang", "memperhatikan", "diktum", "tembusan"),
    "daftar_publik": ("catatan",),
    "lembar_uji": (),
    "berita_acara": ("pembuka", "penutup"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a list; printed only when the field `when` is not empty ("" = always)."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A template file that was read and checked."""

    file: Path
    texts: Mapping[str, str]
    lists: Mapping[str, tuple[Item, ...]]

    def text(self, key: str, fields: Mapping[str, str]) -> str:
        """Fill the text `key`. Raises DomainError for a field that is not in `fields`."""
        return fill(self.texts[key], fields, where=f"{self.file.name}, bagian {key}")

    def items(self, key: str, fields: Mapping[str, str]) -> tuple[str, ...]:
        """Fill the list `key`, without the items whose field `bila` is empty."""
        filled = []
        for number, item in enumerate(self.lists[key], start=1):
            where = f"{self.file.name}, bagian {key} butir {number}"
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
        message = f"Templat surat {file} tidak dapat dibaca. Kembalikan berkas itu."
        raise DomainError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"Templat surat {file} tidak dapat dipahami: {error}. Perbaiki berkas itu."
        raise DomainError(message) from error
    known = {*_TEXTS[name], *_LISTS[name]}
    if unknown := sorted(parts.keys() - known):
        expected = ", ".join(sorted(known))
        message = f"{file}: bagian “{unknown[0]}” tidak dikenal. Yang dikenal: {expected}."
        raise DomainError(message)
    return Template(
        file=file,
        texts={key: _text(parts, key, file) for key in _TEXTS[name]},
        lists={key: _list(parts, key, file) for key in _LISTS[name]},
    )


def _text(parts: Mapping[str, object], key: str, file: Path) -> str:
    value = parts.get(key)
    if not isinstance(value, str):
        message = f"{file}: bagian “{key}” harus ada dan berupa teks dalam tanda petik."
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
