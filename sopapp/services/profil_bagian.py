"""The parts of a profil's JSON, each as the values of its service; slips are noted."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from sopapp.checked_toml import Checks
from sopapp.documents.picture_check import refuse_broken_logo
from sopapp.domain.errors import DomainError
from sopapp.domain.katalog import kunci_kutipan
from sopapp.domain.nama_file import nama_asal
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from sopapp.services.instansi import Instansi, checked_instansi
from sopapp.services.katalog import LONGEST
from sopapp.services.letter_settings import BAWAAN, LetterSettings
from sopapp.services.pejabat import checked_pejabat
from sopapp.services.profil_baca import Objek
from sopapp.services.profil_isi import BagianProfil, Kerja, Logo, Peraturan, Surat
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import (
    WorkSettings,
    checked_group,
    checked_letters,
    checked_naskah,
)
from sopapp.services.sop import LARGEST
from sopapp.services.unit_kerja import UnitKerjaInput, checked_unit

_LARGEST_LOGO = 8_000_000
_MOST = 1000
_MOST_LINES = 12
_YEARS = (1900, 2199)
_PART = re.compile("[a-z0-9_]{1,60}")
"""How the name of a part of a template looks."""


def read_instansi(top: Objek) -> Instansi | None:
    """The office."""
    if BagianProfil.INSTANSI not in top:
        return None
    own = top.objek(BagianProfil.INSTANSI, "instansi")
    own.hanya("pemerintah", "nama", "singkatan", "alamat", "kota", "logo")
    lines = own.teks_banyak("alamat", _MOST_LINES)
    instansi = Instansi(
        pemerintah=own.teks("pemerintah"),
        nama=own.teks("nama"),
        singkatan=own.teks("singkatan"),
        alamat=lines,
        kota=own.teks("kota"),
    )
    try:
        return checked_instansi(instansi)
    except DomainError as error:
        own.salah(error.field or "nama", str(error))
        return None


def read_logo(top: Objek) -> Logo | None:
    """The logo, a picture that can be printed."""
    if BagianProfil.INSTANSI not in top:
        return None
    own = Objek(top.apa_adanya(BagianProfil.INSTANSI) or {}, "instansi", Checks(""))
    if own.apa_adanya("logo") is None:
        return None
    logo = Objek(own.apa_adanya("logo"), "instansi, logo", top.checks)
    logo.hanya("nama", "isi")
    nama, isi = nama_asal(logo.teks("nama")), logo.apa_adanya("isi")
    try:
        data = base64.b64decode(isi if isinstance(isi, str) else "", validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data or len(data) > _LARGEST_LOGO:
        logo.salah("isi", "bukan gambar yang utuh, atau lebih besar dari 8 MB")
        return None
    try:
        refuse_broken_logo(data, nama)
    except DomainError as error:
        logo.salah("isi", str(error))
        return None
    return Logo(nama, data)


def read_units(top: Objek) -> tuple[UnitKerjaInput, ...]:
    """The units, each code once."""
    found: list[UnitKerjaInput] = []
    seen: set[str] = set()
    for each in top.objek_banyak(BagianProfil.UNIT_KERJA, "unit kerja", _MOST):
        each.hanya("kode", "nama", "pimpinan", "aktif")
        active = each.tanda("aktif", True)
        try:
            unit = checked_unit(
                UnitKerjaInput(each.teks("kode"), each.teks("nama"), each.teks("pimpinan"), active)
            )
        except DomainError as error:
            each.salah(error.field or "nama", str(error))
            continue
        if unit.kode.casefold() in seen:
            each.salah("kode", f"kode {unit.kode} tertulis dua kali")
        seen.add(unit.kode.casefold())
        found.append(unit)
    return tuple(found)


def read_officials(top: Objek) -> tuple[PejabatInput, ...]:
    """The officials."""
    found: list[PejabatInput] = []
    texts = (
        "nama", "jabatan", "nip", "pangkat", "golongan", "selaku", "atas_nama", "melalui",
    )  # fmt: skip
    for each in top.objek_banyak(BagianProfil.PEJABAT, "pejabat", _MOST):
        each.hanya(*(field.name for field in fields(PejabatInput)))
        words = {key: each.teks(key) for key in texts}
        start, end = _day(each, "berlaku_dari"), _day(each, "berlaku_sampai")
        if start is None:
            if each.apa_adanya("berlaku_dari") in (None, ""):
                each.salah("berlaku_dari", "belum diisi")
            continue
        role = each.apa_adanya("peran")
        data = PejabatInput(
            **words,
            peran=None if role is None else each.pilihan("peran", LaneCode.PPID_PEMBANTU),
            berlaku_dari=start,
            berlaku_sampai=end,
            status=each.pilihan("status", StatusPejabat.DEFINITIF),
            kepegawaian=each.pilihan("kepegawaian", Kepegawaian.PNS),
        )
        try:
            found.append(checked_pejabat(data))
        except DomainError as error:
            each.salah(error.field or "nama", str(error))
    return tuple(found)


def _day(each: Objek, key: str) -> date | None:
    value = each.apa_adanya(key)
    if value is None or value == "":
        return None
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is None or not _YEARS[0] <= day.year <= _YEARS[1]:
        each.salah(key, "harus tanggal seperti 2026-11-23")
        return None
    return day


def read_letters(top: Objek) -> Surat | None:
    """The settings of all papers and of each kind."""
    if BagianProfil.SURAT not in top:
        return None
    own = top.objek(BagianProfil.SURAT, "surat")
    own.hanya("umum", "naskah")
    common = own.objek("umum", "surat, umum")
    umum = common.kelompok(LetterSettings())
    try:
        umum = checked_letters(umum)
    except DomainError as error:
        common.salah(error.field or "umum", str(error))
        umum = LetterSettings()
    kinds = own.objek("naskah", "surat, naskah")
    kinds.hanya(*(jenis.value for jenis in JenisNaskah))
    naskah = {}
    for jenis in JenisNaskah:
        if jenis.value not in kinds:
            continue
        one = kinds.objek(jenis.value, f"surat, {jenis.label}")
        try:
            naskah[jenis] = checked_naskah(jenis, one.kelompok(BAWAAN[jenis]), umum)
        except DomainError as error:
            one.salah(error.field or "pola", str(error))
    return Surat(umum, naskah)


def read_templates(top: Objek) -> Mapping[JenisNaskah, Mapping[str, Any]]:
    """The office's own words; which parts there are is looked at later."""
    if BagianProfil.TEKS not in top:
        return {}
    own = top.objek(BagianProfil.TEKS, "templat")
    known = [jenis for jenis in JenisNaskah if jenis.templat]
    own.hanya(*(jenis.value for jenis in known))
    found: dict[JenisNaskah, dict[str, Any]] = {}
    for jenis in known:
        if jenis.value not in own:
            continue
        one = own.objek(jenis.value, f"teks {jenis.label}")
        for key in one.kunci():
            if not _PART.fullmatch(key):
                one.tak_dikenal(key)
        parts = {key: _part(one, key) for key in one.kunci()}
        if parts:
            found[jenis] = parts
    return found


def _part(one: Objek, key: str) -> Any:
    """A text, or a list of texts and of texts with a condition."""
    value = one.apa_adanya(key)
    if isinstance(value, str):
        return one.teks(key)
    items: list[Any] = []
    for nomor, item in enumerate(one.daftar(key, _MOST), 1):
        place = f"{one.tempat}, {key} butir {nomor}"
        part = Objek({"teks": item} if isinstance(item, str) else item, place, one.checks)
        part.hanya("teks", "bila")
        if isinstance(item, str):
            items.append(part.teks("teks"))
        else:
            items.append({"teks": part.teks("teks"), "bila": part.teks("bila")})
    return items


def read_laws(top: Objek) -> tuple[Peraturan, ...]:
    """The office's own laws."""
    found = []
    for each in top.objek_banyak(BagianProfil.KATALOG, "peraturan", _MOST):
        each.hanya("kutipan", "singkatan")
        law = Peraturan(*(" ".join(each.teks(key).split()) for key in ("kutipan", "singkatan")))
        if not kunci_kutipan(law.kutipan):
            each.salah("kutipan", "belum diisi")
        for key, most in LONGEST.items():
            if len(getattr(law, key)) > most:
                each.salah(key, f"terlalu panjang; paling banyak {most} huruf")
        found.append(law)
    return tuple(found)


def read_work(top: Objek) -> Kerja | None:
    """Working days, and how far ahead the register looks."""
    if BagianProfil.KERJA not in top:
        return None
    own = top.objek(BagianProfil.KERJA, "hari kerja")
    own.hanya("hari_kerja", "daftar")
    work = own.objek("hari_kerja", "hari kerja").kelompok(WorkSettings())
    register = own.objek("daftar", "batas peringatan").kelompok(RegisterSettings())
    for group in (work, register):
        try:
            checked_group(group)
        except DomainError as error:
            own.salah(error.field or "hari_kerja", str(error))
    return Kerja(work, register)


def read_sop(top: Objek) -> tuple[str, str] | None:
    """File name and text of the SOP; it is parsed later."""
    if BagianProfil.SOP not in top:
        return None
    own = top.objek(BagianProfil.SOP, "SOP")
    own.hanya("nama", "isi")
    isi = own.apa_adanya("isi")
    if not isinstance(isi, str) or not isi.strip() or len(isi) > LARGEST:
        own.salah("isi", "harus teks SOP")
        return None
    if any("\ud800" <= letter <= "\udfff" for letter in isi):
        own.salah("isi", "memuat tanda rusak; minta salinan yang utuh")
        return None
    return nama_asal(own.teks("nama")), isi
