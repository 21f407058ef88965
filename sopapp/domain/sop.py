"""The SOP as the program knows it: sheet, lanes, stages and their ordered steps."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sopapp.domain.errors import unreadable


class LaneCode(StrEnum):
    """The four pelaksana; their printed names are data of the SOP."""

    PPID_PEMBANTU = "ppid_pembantu"
    UNIT_KERJA = "unit_kerja"
    ATASAN_PPID_PEMBANTU = "atasan_ppid_pembantu"
    ADMIN_PPID = "admin_ppid"


class StageKind(StrEnum):
    """What a stage is about, which decides the panel that serves it."""

    PERMINTAAN = "permintaan"
    VALIDASI = "validasi"
    PENETAPAN = "penetapan"
    PEMUTAKHIRAN = "pemutakhiran"
    DOKUMENTASI = "dokumentasi"


class Lane(NamedTuple):
    """A pelaksana of the SOP, in the sheet's order."""

    code: LaneCode
    name: str


class Step(NamedTuple):
    """One act inside a stage.

    `needs` are requirement keys that must hold before the step is left; `only_if`
    is a condition key without which the step is passed over.
    """

    lane: LaneCode
    activity: str
    needs: tuple[str, ...] = ()
    only_if: str | None = None


class Stage(NamedTuple):
    """One row of the SOP; `hari_kerja` is its length in working days."""

    number: int
    kind: StageKind
    short_name: str
    name: str
    kelengkapan: str
    hari_kerja: int
    output: str
    keterangan: str
    steps: tuple[Step, ...]

    def step(self, index: int) -> Step:
        """The step at `index` (0-based). Raises EnvironmentProblem for one that there is not."""
        if not 0 <= index < len(self.steps):
            raise unreadable("posisi berkas")
        return self.steps[index]


class DasarHukum(NamedTuple):
    """A regulation: `teks` as the sheet prints it, `kutipan` as a Keputusan cites it."""

    teks: str
    kutipan: str


class SopHead(NamedTuple):
    """The head of the SOP sheet; empty text means blank on the sheet."""

    pemerintah: str
    instansi: str
    nomor: str
    tanggal_pembuatan: date | None
    tanggal_revisi: date | None
    tanggal_efektif: date | None
    disahkan_jabatan: str
    disahkan_nama: str
    disahkan_nip: str
    nama: str
    pengawas: str
    kontak: str
    peralatan: str


class Sop(NamedTuple):
    """A whole SOP; immutable, so a running berkas keeps the one it started on."""

    head: SopHead
    dasar_hukum: tuple[DasarHukum, ...]
    keterkaitan: tuple[str, ...]
    peringatan: tuple[str, ...]
    pencatatan: tuple[str, ...]
    lanes: tuple[Lane, ...]
    stages: tuple[Stage, ...]

    def stage(self, number: int) -> Stage:
        """The stage with this printed number (1-based).

        Raises EnvironmentProblem for a number that only another program can have written.
        """
        if not 1 <= number <= len(self.stages):
            raise unreadable("posisi berkas")
        return self.stages[number - 1]

    def lane_name(self, code: LaneCode) -> str:
        """The printed name of a lane."""
        return next(lane.name for lane in self.lanes if lane.code == code)

    @property
    def total_hari_kerja(self) -> int:
        """Total waktu of the sheet, in working days."""
        return sum(stage.hari_kerja for stage in self.stages)


STAGE_NUMBER = {kind: number for number, kind in enumerate(StageKind, 1)}
"""The printed number of each kind of stage."""
