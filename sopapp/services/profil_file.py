"""The file of a profil instansi (`.sopprofil`): JSON, read without trust.

It may come by mail from another office: what is no profil, a newer one, a huge one and each
wrong value is told in a sentence with its place, before anything is changed.
"""

from __future__ import annotations

import base64
import json
import stat
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.checked_toml import Checks
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DomainError
from sopapp.domain.nama_file import nama_asal
from sopapp.services.instansi import Instansi
from sopapp.services.pejabat import pejabat_columns
from sopapp.services.profil_baca import Objek
from sopapp.services.profil_bagian import (
    read_instansi,
    read_laws,
    read_letters,
    read_logo,
    read_officials,
    read_sop,
    read_templates,
    read_units,
    read_work,
)
from sopapp.services.profil_isi import BagianProfil, Profil

SUFFIX = ".sopprofil"
FORMAT = 1
_KIND = "profil-instansi"
_HEAD = ("jenis", "format", "disimpan")
_LARGEST = 20_000_000
"""Bytes: the logo is at most eight million, the rest some hundred thousand."""
_ZIP = b"PK\x03\x04"


def profil_bytes(profil: Profil, day: date) -> bytes:
    """The file's content."""
    value: dict[str, Any] = {
        "jenis": _KIND, "format": FORMAT, "disimpan": day.isoformat(),
    }  # fmt: skip
    if profil.instansi is not None:
        words = {name: getattr(profil.instansi, name) for name in _names(Instansi) - {"logo_id"}}
        value[BagianProfil.INSTANSI] = words
        if profil.logo is not None:
            isi = base64.b64encode(profil.logo.data).decode("ascii")
            words["logo"] = {"nama": profil.logo.nama, "isi": isi}
    if profil.unit_kerja:
        value[BagianProfil.UNIT_KERJA] = [asdict(unit) for unit in profil.unit_kerja]
    if profil.pejabat:
        value[BagianProfil.PEJABAT] = [pejabat_columns(each) for each in profil.pejabat]
    if profil.surat is not None:
        value[BagianProfil.SURAT] = {
            "umum": profil.surat.umum._asdict(),
            "naskah": {jenis.value: each._asdict() for jenis, each in profil.surat.naskah.items()},
        }
    if profil.templat:
        value[BagianProfil.TEKS] = {
            jenis.value: dict(parts) for jenis, parts in profil.templat.items()
        }
    if profil.katalog:
        value[BagianProfil.KATALOG] = [asdict(law) for law in profil.katalog]
    if profil.kerja is not None:
        value[BagianProfil.KERJA] = {
            "hari_kerja": profil.kerja.hari_kerja._asdict(),
            "daftar": profil.kerja.daftar._asdict(),
        }
    if profil.sop is not None:
        value[BagianProfil.SOP] = {"nama": profil.sop[0], "isi": profil.sop[1]}
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def read_profil(path: Path) -> Profil:
    """The profil in a file, its values looked over one by one.

    Templates and the SOP are only looked at as JSON here. Raises DomainError.
    """
    nama = nama_asal(path.name)
    root = _root(_data(path, nama), nama)
    checks = Checks(nama)
    top = Objek(root, "profil", checks)
    top.hanya(*_HEAD, *BagianProfil)
    profil = Profil(
        instansi=read_instansi(top),
        logo=read_logo(top),
        unit_kerja=read_units(top),
        pejabat=read_officials(top),
        surat=read_letters(top),
        templat=read_templates(top),
        katalog=read_laws(top),
        kerja=read_work(top),
        sop=read_sop(top),
    )
    checks.raise_if_any()
    if profil == Profil():
        raise DomainError(f"“{nama}” tidak memuat pengaturan apa pun. Minta profil yang berisi.")
    return profil


def _names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def _data(path: Path, nama: str) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a folder, a pipe or a device
            raise DomainError(f"“{nama}” bukan file profil instansi. Pilih file {SUFFIX}.")
        if about.st_size > _LARGEST:
            raise DomainError(_no_profil(nama, "terlalu besar untuk profil instansi"))
        with path.open("rb") as handle:
            data = handle.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        why = why_refused(error) if isinstance(error, OSError) else "nama filenya tidak sah"
        msg = f"File “{nama}” tidak dapat dibaca ({why}). Periksa tempatnya, lalu pilih lagi."
        raise DomainError(msg) from error
    if len(data) > _LARGEST:
        raise DomainError(_no_profil(nama, "terlalu besar untuk profil instansi"))
    return data


def _root(data: bytes, nama: str) -> dict[str, object]:
    if data.startswith(_ZIP):
        msg = (
            f"“{nama}” bukan profil instansi. File cadangan (.sopdik) dipulihkan di Pengaturan, "
            "bagian Cadangan."
        )
        raise DomainError(msg)
    try:
        root = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except (ValueError, RecursionError) as error:
        raise DomainError(_no_profil(nama, "bukan profil instansi, atau terpotong")) from error
    if not isinstance(root, dict) or root.get("jenis") != _KIND:
        raise DomainError(_no_profil(nama, "bukan profil instansi"))
    number = root.get("format")
    if type(number) is not int or number < 1:
        raise DomainError(_no_profil(nama, "tidak menyebut versi formatnya"))
    if number > FORMAT:
        msg = (
            f"“{nama}” dibuat oleh versi program yang lebih baru. Pasang program versi terbaru, "
            "lalu muat lagi."
        )
        raise DomainError(msg)
    return root


def _no_profil(nama: str, why: str) -> str:
    return f"“{nama}” {why}. Pilih file {SUFFIX}, atau minta salinan yang utuh."


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(name)
