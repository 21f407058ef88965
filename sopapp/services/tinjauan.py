"""Entries near or past the end of their period, brought up in a berkas; nothing ends by itself."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from sopapp.domain.dik import EntriDik, JangkaWaktu, JenisUsulan, StatusJangka, status_jangka
from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import tanggal
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService
from sopapp.services.setting import SettingService
from sopapp.services.usulan import UsulanService


@dataclass(frozen=True, slots=True)
class Tinjauan:
    """An entry to look at; `usulan_id` tells that this berkas speaks of it already."""

    entri: EntriDik
    status: StatusJangka
    usulan_id: int | None


@checked_input()
class TinjauanService:
    """Lists what ends and proposes what the admin chooses for it."""

    def __init__(
        self, store: Store, dik: DikService, usulan: UsulanService, setting: SettingService
    ) -> None:
        self._store = store
        self._dik = dik
        self._usulan = usulan
        self._setting = setting

    def list(self, berkas_id: int) -> tuple[Tinjauan, ...]:
        """Entries whose period ended or ends within the setting, the earliest first.

        PP 61/2010: what is past its period becomes public, but PPID sets that.
        """
        today = self._store.clock.today()
        ahead = self._setting.register().batas_hari
        spoken = {
            row.entri_id: row.id
            for row in tables.Usulan.select(tables.Usulan.id, tables.Usulan.entri).where(
                (tables.Usulan.berkas == berkas_id) & tables.Usulan.entri.is_null(False)
            )
        }
        return tuple(
            Tinjauan(entry, status_jangka(entry.berakhir, today, ahead), spoken.get(entry.id))
            for entry in self._dik.expiring(today, ahead)
        )

    def propose_open(self, berkas_id: int, entri_id: int) -> int:
        """Propose that the entry is opened again; the usulan's id. Raises DomainError."""
        entry = self._entry(entri_id)
        return self._usulan.add(
            berkas_id, entry.unit_id, JenisUsulan.BUKA, entry.isi, entri_id=entri_id
        )

    def propose_extension(self, berkas_id: int, entri_id: int, jangka: JangkaWaktu) -> int:
        """Propose a new period, which needs a new test; the usulan's id.

        The period counts from the new Keputusan. Raises DomainError by field when it is empty,
        no longer than the present one, or past.
        """
        entry = self._entry(entri_id)
        if not jangka.teks().strip():
            raise DomainError("Jangka waktu yang baru belum diisi.", field="jangka")
        ends = jangka.berakhir(self._store.clock.today())
        if ends is not None and ends <= self._store.clock.today():
            msg = f"Jangka waktu yang baru sudah berakhir pada {tanggal(ends)}."
            raise DomainError(msg, field="jangka")
        if ends is not None and entry.berakhir is not None and ends <= entry.berakhir:
            msg = (
                f"Jangka waktu yang baru berakhir {tanggal(ends)}, tidak lebih lama daripada yang "
                f"sekarang ({tanggal(entry.berakhir)})."
            )
            raise DomainError(msg, field="jangka")
        isi = dataclasses.replace(entry.isi, jangka=jangka)
        return self._usulan.add(berkas_id, entry.unit_id, JenisUsulan.UBAH, isi, entri_id=entri_id)

    def _entry(self, entri_id: int) -> EntriDik:
        found = self._dik.entry(entri_id)
        if found is None:
            raise DomainError("Informasi itu tidak ada lagi di daftar.")
        return found
