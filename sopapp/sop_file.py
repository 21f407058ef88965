"""Reads an SOP file (TOML) and checks it, so that a slip is told with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from sopapp import paths
from sopapp.checked_toml import Checks, Table, load_toml
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.sop import DasarHukum, Lane, LaneCode, Sop, SopHead, Stage, StageKind, Step
from sopapp.domain.sop_vocabulary import CONDITION_KEYS, REQUIREMENT_KEYS

BUNDLED_NAME: Final = "pemutakhiran-dik.toml"
_LONGEST_STAGE: Final = 365
_NIP_DIGITS: Final = 18


def bundled_sop_path() -> Path:
    """Return the path of the SOP file shipped with the program."""
    return paths.RESOURCES / "sop" / BUNDLED_NAME


def bundled_sop_text() -> str:
    """Return the text of the SOP file shipped with the program.

    Raises EnvironmentProblem when it is missing or unreadable.
    """
    path = bundled_sop_path()
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(
            f"File SOP bawaan {path} tidak dapat dibaca ({error}). Pasang ulang program ini."
        ) from error


def parse_sop(text: str, name: str) -> Sop:
    """Build the SOP that `text` describes; `name` is the file's name for messages.

    Raises DomainError naming the file and, for each slip, the field and what is expected;
    its `field` is the first field at fault.
    """
    shown = f"SOP {name}"
    checks = Checks(shown)
    sop = _read_sop(Table(load_toml(text, shown), "", checks))
    checks.raise_if_any()
    return sop


def _read_sop(root: Table) -> Sop:
    root.only(
        "kepala", "dasar_hukum", "keterkaitan", "peringatan", "pencatatan", "pelaksana", "tahap"
    )
    return Sop(
        head=_read_head(root.table("kepala")),
        dasar_hukum=tuple(map(_read_law, root.tables("dasar_hukum", "dasar_hukum"))),
        keterkaitan=root.texts("keterkaitan"),
        peringatan=root.texts("peringatan"),
        pencatatan=root.texts("pencatatan"),
        lanes=_read_lanes(root),
        stages=_read_stages(root),
    )


def _read_head(table: Table) -> SopHead:
    table.only(*SopHead._fields)
    nip = table.text("disahkan_nip", blank=True)
    if nip and len(re.sub(r"[ .]", "", nip)) != _NIP_DIGITS:
        table.wrong("disahkan_nip", f'harus {_NIP_DIGITS} angka atau "", bukan "{nip}"')
    return SopHead(
        pemerintah=table.text("pemerintah"),
        instansi=table.text("instansi"),
        nomor=table.text("nomor", blank=True),
        tanggal_pembuatan=table.date("tanggal_pembuatan"),
        tanggal_revisi=table.date("tanggal_revisi"),
        tanggal_efektif=table.date("tanggal_efektif"),
        disahkan_jabatan=table.text("disahkan_jabatan"),
        disahkan_nama=table.text("disahkan_nama", blank=True),
        disahkan_nip=nip,
        nama=table.text("nama"),
        pengawas=table.text("pengawas", blank=True),
        kontak=table.text("kontak", blank=True),
        peralatan=table.text("peralatan", blank=True),
    )


def _read_law(table: Table) -> DasarHukum:
    table.only("teks", "kutipan")
    return DasarHukum(table.text("teks"), table.text("kutipan"))


def _read_lanes(root: Table) -> tuple[Lane, ...]:
    codes = [code.value for code in LaneCode]
    lanes: list[Lane] = []
    for table in root.tables("pelaksana", "pelaksana"):
        table.only("kode", "nama")
        code, name = table.word("kode", codes), table.text("nama")
        if any(lane.code == code for lane in lanes):
            table.wrong("kode", f'"{code}" sudah dipakai; tiap kode muncul tepat satu kali')
        elif code:
            lanes.append(Lane(LaneCode(code), name))
    missing = [code for code in codes if all(lane.code != code for lane in lanes)]
    if missing:
        root.wrong("pelaksana", f"kode {', '.join(missing)} belum ada; keempatnya harus ada")
    return tuple(lanes)


def _read_stages(root: Table) -> tuple[Stage, ...]:
    tables = root.tables("tahap", "tahap")
    kinds = list(StageKind)
    if tables and len(tables) != len(kinds):
        root.wrong("tahap", f"harus tepat {len(kinds)} tahap, bukan {len(tables)}")
    return tuple(
        _read_stage(table, number, kind)
        for number, (table, kind) in enumerate(zip(tables, kinds, strict=False), 1)
    )


def _read_stage(table: Table, number: int, kind: StageKind) -> Stage:
    table.only(
        "nomor", "jenis", "ringkas", "nama", "kelengkapan", "hari_kerja", "output", "keterangan",
        "langkah",
    )  # fmt: skip
    table.number("nomor", number, number)
    table.word("jenis", [kind.value])
    return Stage(
        number=number,
        kind=kind,
        short_name=table.text("ringkas"),
        name=table.text("nama"),
        kelengkapan=table.text("kelengkapan"),
        hari_kerja=table.number("hari_kerja", 1, _LONGEST_STAGE),
        output=table.text("output"),
        keterangan=table.text("keterangan", blank=True),
        steps=tuple(map(_read_step, table.tables("langkah", "tahap.langkah"))),
    )


def _read_step(table: Table) -> Step:
    table.only("pelaksana", "kegiatan", "syarat", "bila")
    lane = table.word("pelaksana", [code.value for code in LaneCode])
    return Step(
        lane=LaneCode(lane) if lane else LaneCode.ADMIN_PPID,
        activity=table.text("kegiatan"),
        needs=table.words("syarat", REQUIREMENT_KEYS),
        only_if=table.optional_word("bila", CONDITION_KEYS),
    )
