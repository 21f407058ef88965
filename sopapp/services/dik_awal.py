"""The first version of the register: the list that the office has when it starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.dik import IsiDik, Perubahan
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.dik_index import index_versions
from sopapp.persistence.isi import isi_as_dict, isi_to_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.services.attachments import AttachmentService, TakenFile
from sopapp.services.checked_input import checked_input
from sopapp.services.dik_rows import keep_unit_names
from sopapp.services.letter_rows import mark_keputusan_stale, signed_and_waiting

_STEP = 500


@checked_input(trusted=("rows",))
class DikAwalService:
    """Brings the present list in, with the number and date of its Keputusan."""

    def __init__(self, store: Store, attachments: AttachmentService) -> None:
        self._store = store
        self._attachments = attachments

    def possible(self) -> bool:
        """Whether no Keputusan has made a version yet."""
        return not tables.DikTerbitan.select().exists()

    def require_possible(self) -> None:
        """Raise DomainError once a Keputusan has made a version."""
        if not self.possible():
            msg = (
                "Daftar sudah berisi. Daftar awal hanya dapat dimasukkan sebelum Keputusan pertama."
            )
            raise DomainError(msg, topic=panduan.DAFTAR_AWAL)

    def bring_in(
        self,
        nomor: str,
        tanggal: date,
        rows: Sequence[tuple[int, IsiDik]],
        scan: Path | None = None,
        sheet: Path | None = None,
        progress: Progress = no_progress,
    ) -> int:
        """Store the first version (unit and content of each entry); its id.

        `scan` is the old Keputusan and `sheet` the file the rows came from, both kept. All in
        one write; `progress(done, total)` may raise to stop it. Raises DomainError by field: no
        number, a date ahead, no rows, a register that has begun, or one that a signed Keputusan
        is about to begin.
        """
        nomor = " ".join(nomor.split())
        self._require_fit(nomor, tanggal, rows)
        kept = self._attachments.take(scan) if scan is not None else None
        source = self._attachments.take(sheet) if sheet is not None else None
        with self._store.write("dik.awal", Kind.DIK, Kind.SURAT, Kind.ATTACHMENT) as entry:
            terbitan = tables.DikTerbitan.create(
                nomor=nomor,
                tanggal=tanggal.isoformat(),
                attachment=self._record(kept),
                diterapkan=utc_text(self._store.clock.now()),
            )
            self._insert(terbitan.id, rows, progress)
            keep_unit_names(terbitan.id)
            index_versions(self._store.database, terbitan.id)
            progress(len(rows), len(rows))
            if source is not None:
                tables.Impor.create(
                    attachment=self._record(source),
                    ringkasan=f"Daftar awal: {ribuan(len(rows))} informasi.",
                    waktu=utc_text(self._store.clock.now()),
                )
            mark_keputusan_stale()
            entry.say(
                f"Daftar awal dimasukkan: {ribuan(len(rows))} informasi menurut Keputusan "
                f"Nomor {nomor} tanggal {tanggal_text(tanggal)}.",
                sesudah={
                    "nomor": nomor,
                    "tanggal": tanggal,
                    **({"file": source.nama, "sha256": source.sha256} if source else {}),
                    **({"pindaian": kept.nama, "pindaian_sha256": kept.sha256} if kept else {}),
                    "isi": [{"unit": unit, **isi_as_dict(isi)} for unit, isi in rows],
                },
            )
        return int(terbitan.id)

    def _require_fit(self, nomor: str, tanggal: date, rows: Sequence[tuple[int, IsiDik]]) -> None:
        self.require_possible()
        _refuse_beside_signed()
        if not nomor:
            raise DomainError("Nomor Keputusan belum diisi.", field="nomor")
        if tanggal > self._store.clock.today():
            raise DomainError("Tanggal Keputusan tidak boleh di masa depan.", field="tanggal")
        if not rows:
            raise DomainError("Tidak ada informasi yang dimasukkan.", field="baris")

    def _insert(
        self, terbitan_id: int, rows: Sequence[tuple[int, IsiDik]], progress: Progress
    ) -> None:
        connection = self._store.database.connection()
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM dik_entri").fetchone()
        ids = range(last + 1, last + 1 + len(rows))
        connection.executemany("INSERT INTO dik_entri (id) VALUES (?)", ((each,) for each in ids))
        for first in range(0, len(rows), _STEP):
            progress(first, len(rows))
            connection.executemany(
                "INSERT INTO dik_versi (entri_id, terbitan_id, perubahan, unit_id, isi)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    (entri, terbitan_id, Perubahan.TAMBAH.value, unit, isi_to_json(isi))
                    for entri, (unit, isi) in zip(
                        ids[first : first + _STEP], rows[first : first + _STEP], strict=True
                    )
                ),
            )

    def _record(self, taken: TakenFile | None) -> int | None:
        return None if taken is None else self._attachments.record(taken)


def _refuse_beside_signed() -> None:
    """A Keputusan signed before this list is there has a Lampiran without it.

    Brought into the register after it, the Keputusan would also be the older of the two.
    """
    waiting = signed_and_waiting()
    if waiting is not None:
        msg = (
            f"Keputusan Nomor {waiting.nomor} (berkas “{waiting.berkas.judul}”) sudah "
            "ditandatangani tanpa daftar awal ini. Batalkan dahulu pencatatan nomornya di tahap 3, "
            "masukkan daftar awal, lalu cetak dan catat lagi Keputusan itu."
        )
        raise DomainError(msg)
