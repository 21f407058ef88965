"""What a row of riwayat changed, in words instead of keys and codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sopapp.domain.dik import DasarPengecualian, JangkaWaktu, JenisJangka
from sopapp.domain.riwayat_labels import CODES, LABELS
from sopapp.domain.tanggal import tanggal

Names = Mapping[str, Mapping[int, str]]
"""What numbers of records stand for, by the key that holds them."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EMPTY = "kosong"
_MOST = 12  # parts of a list that are told one by one
_LONGEST = 1500  # letters of one value


def label(key: str) -> str:
    """The words for a key; an unknown key reads with spaces and a capital."""
    words = key.replace("_", " ")
    return LABELS.get(key, words[:1].upper() + words[1:])


def value_words(value: Any, key: str = "", names: Names | None = None) -> str:  # noqa: ANN401 - whatever JSON holds
    """A stored value as a person reads it; `key` is what it stood under."""
    if value is None or value in ("", [], {}):
        return _EMPTY
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, str):
        return CODES.get(key, {}).get(value) or _day_words(value) or _shortened(value)
    if isinstance(value, int) and names and key in names:
        return names[key].get(value, f"nomor {value} (sudah dihapus)")
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, Mapping):
        return _mapping_words(value, key, names)
    if isinstance(value, list):
        return _list_words(value, key, names)
    return str(value)


def difference(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, names: Names | None = None
) -> tuple[tuple[str, str], ...]:
    """Pairs of label and `old → new`.

    Keys that stayed the same are left out, and empty ones that only one side has.
    """
    old, new = before or {}, after or {}
    pairs = []
    for key in dict.fromkeys((*old, *new)):
        if key in old and key in new:
            if old[key] != new[key] and (moved := _moved(key, old[key], new[key])):
                pairs.append((label(key), moved))
            elif old[key] != new[key]:
                was, now = (value_words(each[key], key, names) for each in (old, new))
                pairs.append((label(key), f"{was}  →  {now}"))
            continue
        words = value_words(new[key] if key in new else old[key], key, names)
        if words != _EMPTY:
            pairs.append((label(key), words if key in new else f"{words} (sebelumnya)"))
    return tuple(pairs)


def _moved(key: str, old: Any, new: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Due dates that moved, each on a line of its own; empty for anything else."""
    if key != "tenggat" or not (isinstance(old, list) and isinstance(new, list)):
        return ""
    lines = [
        f"{value_words(was, key)}  →  {value_words(now.get(key))}"
        for was, now in zip(old, new, strict=False)
        if isinstance(was, Mapping) and isinstance(now, Mapping)
    ]
    if len(lines) > _MOST:
        lines[_MOST:] = [f"… dan {len(lines) - _MOST} lainnya"]
    return "\n".join(lines)


def _mapping_words(value: Mapping[str, Any], key: str, names: Names | None) -> str:
    if key == "dasar" and value.get("huruf"):
        return DasarPengecualian(
            str(value["huruf"]), value.get("angka"), value.get("undang_undang") or "",
            value.get("pasal") or "",
        ).teks()  # fmt: skip
    if key == "jangka":
        return _period_words(value)
    if key == "tenggat" and "tenggat" in value:
        return f"{value.get('nama', '')}: {value_words(value['tenggat'])}"
    if key == "peserta":
        role = f" ({value['jabatan']})" if value.get("jabatan") else ""
        return f"{value.get('nama', '')}{role}"
    codes = CODES.get(key, {})
    told = (
        (codes.get(name) or label(name), value_words(part, name, names))
        for name, part in value.items()
    )
    parts = [f"{title}: {words}" for title, words in told if words != _EMPTY]
    return "; ".join(parts).replace("\n", "; ") or _EMPTY


def _list_words(value: list[Any], key: str, names: Names | None) -> str:
    parts = [value_words(part, key, names) for part in value[:_MOST]]
    if len(value) > _MOST:
        parts.append(f"… dan {len(value) - _MOST} lainnya")
    # Whole records stand one below the other.
    return ("\n" if any(isinstance(part, Mapping) for part in value) else "; ").join(parts)


def _period_words(value: Mapping[str, Any]) -> str:
    try:
        jenis = JenisJangka(value["jenis"])
        until = date.fromisoformat(value["sampai"]) if value.get("sampai") else None
    except (KeyError, ValueError, TypeError):  # another program's words
        return _EMPTY
    words = JangkaWaktu(jenis, value.get("bulan"), until, value.get("peristiwa") or "").teks()
    return words or _EMPTY


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def _day_words(text: str) -> str:
    """A stored day as letters write it; empty for any other text."""
    if not _ISO_DAY.fullmatch(text):
        return ""
    try:
        return tanggal(date.fromisoformat(text))
    except ValueError:  # looks like a day and is none
        return ""
