"""Sheets that come back from the units, checked row by row and taken in whole or not at all."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from sopapp.domain import panduan
from sopapp.domain.errors import DomainError
from sopapp.domain.impor import (
    BarisImpor,
    BarisLembar,
    HasilPeriksa,
    Kolom,
    KonteksPeriksa,
    StatusBaris,
)
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.ribuan import ribuan
from sopapp.persistence.store import Store
from sopapp.services.attachments import AttachmentService, TakenFile
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.collector_pause import paused_collector
from sopapp.services.dik import DikService
from sopapp.services.dik_awal import DikAwalService
from sopapp.services.impor_absent import absent_remark
from sopapp.services.impor_keadaan import Keadaan, fingerprint, read_keadaan
from sopapp.services.impor_kembar import Kembar
from sopapp.services.impor_simpan import store_rows
from sopapp.services.impor_ulang import PemeriksaUlang, penilai
from sopapp.services.setting import SettingService
from sopapp.services.usulan import TAKES_USULAN

Check = Callable[[Path, Progress], HasilPeriksa]
"""Reads and judges a file without the records, so that it may run in a worker."""
_STEP = 256
_CHANGED = (
    "Daftar, berkas, atau unit kerja berubah sejak lembar ini diperiksa. Periksa lembarnya sekali "
    "lagi; belum ada yang disimpan."
)


@checked_input(trusted=("hasil",))
class ImporService:
    """Checks sheets and stores what they propose."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        dik: DikService,
        awal: DikAwalService,
        attachments: AttachmentService,
        setting: SettingService,
    ) -> None:
        self._store = store
        self._berkas = berkas
        self._dik = dik
        self._awal = awal
        self._attachments = attachments
        self._setting = setting
        self._ulang = PemeriksaUlang()

    def prepare(self, berkas_id: int, unit_id: int | None) -> Check:
        """Read what the records say; the check that this gives reads none and may run elsewhere.

        `unit_id` None takes each row's unit from the sheet. Raises DomainError for the wrong
        stage and for a unit that said nihil.
        """
        self._berkas.require_stage(berkas_id, *TAKES_USULAN)
        now = self._now(berkas_id, unit_id)
        if unit_id in now.nihil:
            msg = f"Jawaban {now.units[unit_id]} tercatat nihil. Ubah dahulu jawabannya."
            raise DomainError(msg, field="unit", topic=panduan.JAWABAN_NIHIL)
        return partial(_check, now, berkas_id)

    def prepare_first(self, unit_id: int | None = None) -> Check:
        """Like `prepare`, for the list that the office has: every row is to be an entry.

        A row that names no unit belongs to `unit_id`.
        """
        self._awal.require_possible()
        return partial(_check, self._now(None, unit_id), None)

    def check(
        self,
        path: Path,
        berkas_id: int,
        unit_id: int | None,
        progress: Progress = no_progress,
    ) -> HasilPeriksa:
        """Read a sheet and judge each row; nothing is stored.

        `progress(done, total)` may raise Cancelled. Raises DomainError as `prepare` does, and
        for a file that cannot be read.
        """
        return self.prepare(berkas_id, unit_id)(path, progress)

    def recheck(
        self,
        hasil: HasilPeriksa,
        nomor: int,
        nilai: Mapping[Kolom, str],
        berkas_id: int | None = None,
        unit_id: int | None = None,
    ) -> HasilPeriksa:
        """The result with row `nomor` typed anew; other rows change where they meet it.

        `berkas_id` and `unit_id` are those of the check, whose result knows them already.
        """
        konteks = _konteks(hasil)
        _refuse_other(konteks, berkas_id or konteks.berkas_id, unit_id or konteks.unit_id)
        rows = tuple(
            BarisLembar(row.nomor, dict(nilai)) if row.nomor == nomor else row
            for row in hasil.lembar.baris
        )
        return self._again(hasil, rows, {nomor})

    def drop(self, hasil: HasilPeriksa, nomor: int) -> HasilPeriksa:
        """The result without row `nomor`, which is then not stored."""
        rows = tuple(row for row in hasil.lembar.baris if row.nomor != nomor)
        return self._again(hasil, rows, {nomor})

    def store(
        self,
        berkas_id: int,
        unit_id: int | None,
        hasil: HasilPeriksa,
        path: Path,
        progress: Progress = no_progress,
    ) -> int:
        """Store every row that is ready, all in one write; how many usulan that made or changed.

        The file is kept with it. Raises DomainError while a row is to be mended, when the file
        or the records changed since the check, and for the wrong stage; Cancelled passes
        through, and then nothing is stored.
        """
        self._berkas.require_stage(berkas_id, *TAKES_USULAN)
        konteks = _konteks(hasil)
        _refuse_other(konteks, berkas_id, unit_id)
        ready = _ready(hasil)
        if not ready:
            self._refuse_changed(konteks)
            return 0
        taken = self._take(path, konteks)
        self._ulang.forget()
        with paused_collector(), store_rows(self._store, berkas_id) as simpan:
            # Inside the write nobody else can change anything any more.
            self._refuse_changed(konteks)
            simpan.rows(ready, progress)
            simpan.file(unit_id, hasil, self._attachments.record(taken), taken)
        return len(ready)

    def store_first(
        self,
        nomor: str,
        tanggal: date,
        hasil: HasilPeriksa,
        path: Path,
        scan: Path | None = None,
        progress: Progress = no_progress,
    ) -> int:
        """Store the ready rows as the first version of the register; its id.

        `nomor` and `tanggal` are those of the Keputusan that set it, `scan` its scan. Raises
        DomainError as `store` does; Cancelled passes through, and then nothing is stored.
        """
        self._awal.require_possible()
        konteks = _konteks(hasil)
        if konteks.berkas_id is not None:
            raise DomainError("Lembar ini diperiksa untuk sebuah berkas, bukan untuk daftar awal.")
        ready = _ready(hasil)
        self._refuse_changed(konteks)
        self._take(path, konteks)
        rows = [
            (row.unit_id, row.isi)
            for row in ready
            if row.unit_id is not None and row.isi is not None
        ]
        self._ulang.forget()
        return self._awal.bring_in(nomor, tanggal, rows, scan=scan, sheet=path, progress=progress)

    # Judging

    def _now(self, berkas_id: int | None, unit_id: int | None) -> Keadaan:
        ahead = self._setting.register().batas_hari
        return read_keadaan(self._store, self._dik.current(), berkas_id, unit_id, ahead)

    def _again(
        self, hasil: HasilPeriksa, rows: tuple[BarisLembar, ...], touched: set[int]
    ) -> HasilPeriksa:
        konteks = _konteks(hasil)
        now = self._now(konteks.berkas_id, konteks.unit_id)
        return self._ulang.again(hasil, konteks, rows, touched, now)

    # Refusing

    def _refuse_changed(self, konteks: KonteksPeriksa) -> None:
        if fingerprint(self._store, konteks.berkas_id) != konteks.sidik_data:
            raise DomainError(_CHANGED, topic=panduan.LEMBAR_IMPOR)

    def _take(self, path: Path, konteks: KonteksPeriksa) -> TakenFile:
        taken = self._attachments.take(path)
        if taken.sha256 != konteks.sidik_file:
            raise DomainError(
                f"File “{path.name}” berubah sejak diperiksa. Periksa lagi; "
                "belum ada yang disimpan."
            )
        return taken


def _check(
    now: Keadaan, berkas_id: int | None, path: Path, progress: Progress = no_progress
) -> HasilPeriksa:
    """Read and judge with what was read of the records before."""
    from sopapp.spreadsheet.sheet import read_sheet

    lembar = read_sheet(path, progress)
    konteks = KonteksPeriksa(berkas_id, now.unit_id, _digest(path), now.sidik)
    judge = penilai(lembar, now, konteks, Kembar(lembar.baris, now)).judge
    rows = []
    for done, row in enumerate(lembar.baris):
        if done % _STEP == 0:
            progress(done, len(lembar.baris))
        rows.append(judge(row))
    remarks = (*absent_remark(rows, lembar.kolom, now), *lembar.keterangan)
    lembar = dataclasses.replace(lembar, keterangan=remarks)
    return HasilPeriksa(lembar, tuple(rows), konteks)


def _konteks(hasil: HasilPeriksa) -> KonteksPeriksa:
    if hasil.konteks is None:
        raise DomainError("Lembar ini belum diperiksa.")
    return hasil.konteks


def _refuse_other(konteks: KonteksPeriksa, berkas_id: int | None, unit_id: int | None) -> None:
    if (konteks.berkas_id, konteks.unit_id) != (berkas_id, unit_id):
        raise DomainError("Lembar ini diperiksa untuk berkas atau unit kerja lain. Periksa lagi.")


def _ready(hasil: HasilPeriksa) -> list[BarisImpor]:
    """The rows to store. Raises DomainError while one is to be mended."""
    bad = [row.lembar.nomor for row in hasil.baris if row.status is StatusBaris.PERLU_DIPERBAIKI]
    if bad:
        shown = ", ".join(map(str, bad[:5])) + (", …" if len(bad) > 5 else "")
        msg = (
            f"{ribuan(len(bad))} baris masih perlu diperbaiki (baris {shown}). Perbaiki atau "
            "keluarkan baris itu; belum ada yang disimpan."
        )
        raise DomainError(msg, topic=panduan.LEMBAR_IMPOR)
    ready = [row for row in hasil.baris if row.status is StatusBaris.SIAP]
    named = [row.entri_id for row in ready if row.entri_id is not None]
    if len(set(named)) != len(named):
        raise DomainError("Dua baris menyebut informasi yang sama. Periksa lembarnya sekali lagi.")
    return ready


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError as error:
        msg = f"File “{path.name}” tidak dapat dibaca. Tutup program yang memakainya."
        raise DomainError(msg) from error
