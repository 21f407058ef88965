"""What every change of a letter asks first, and what it writes down beside itself."""

from __future__ import annotations

import dataclasses
from typing import Any

from sopapp.domain import panduan
from sopapp.domain.errors import DomainError
from sopapp.domain.sop import STAGE_NUMBER, StageKind
from sopapp.domain.surat import Isi, JenisSurat, Surat
from sopapp.domain.uji import IsiBeritaAcara
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day, utc_text
from sopapp.persistence.surat_isi import isi_to_json
from sopapp.persistence.uji_isi import berita_acara_to_json
from sopapp.services.berkas import BerkasService
from sopapp.services.composer import Composer
from sopapp.services.letter_rows import keep_correction, letter_name, newest_print
from sopapp.services.surat_reader import SuratReader

_AFTER_TESTS = (
    StageKind.VALIDASI,
    StageKind.PENETAPAN,
    StageKind.PEMUTAKHIRAN,
    StageKind.DOKUMENTASI,
)
_STAGES: dict[JenisSurat, tuple[StageKind, ...]] = {
    JenisSurat.NOTA_DINAS: (StageKind.PERMINTAAN,),
    JenisSurat.PENGINGAT: (StageKind.PERMINTAAN,),
    JenisSurat.PENGEMBALIAN: (StageKind.VALIDASI,),
    JenisSurat.PENGANTAR: (StageKind.PENETAPAN,),
    JenisSurat.KEPUTUSAN: (StageKind.PENETAPAN,),
    # Often printed again, or numbered, after the berkas has moved on.
    JenisSurat.BERITA_ACARA: _AFTER_TESTS,
}
"""In which stages a letter may still be written; a letter without a berkas has none."""


class SuratAccess:
    """Finds the letters that may be changed; `store` and `composer` are those of all letters."""

    def __init__(self, store: Store, berkas: BerkasService, composer: Composer) -> None:
        self.store = store
        self.berkas = berkas
        self.composer = composer
        self.reader = SuratReader(composer)

    # Which letters may be touched

    def open(self, surat_id: int) -> Any:
        """A letter that is neither signed nor void. Raises DomainError."""
        row = self.reader.row(surat_id)
        if row.ditandatangani:
            msg = f"{letter_name(row)} sudah ditandatangani, jadi tidak dapat diubah."
            raise DomainError(msg, topic=panduan.SURAT_TERKUNCI)
        if row.batal:
            raise DomainError(
                f"{letter_name(row)} sudah BATAL, jadi tidak dapat diubah.",
                topic=panduan.NOMOR_SEKALI_PAKAI,
            )
        return row

    def changeable(self, surat_id: int) -> Any:
        """An open letter in a stage in which it is written. Raises DomainError."""
        row = self.open(surat_id)
        self.require_stage(row)
        return row

    def require_stage(self, row: Any) -> None:
        """Raise DomainError unless the berkas of a letter stands where it is written."""
        if row.berkas_id is not None:
            self.berkas.require_stage(row.berkas_id, *_STAGES[JenisSurat(row.jenis)])

    def may_write(self, surat: Surat) -> bool:
        """Whether the stage of its berkas lets the letter's words and prints be changed."""
        if surat.berkas_id is None:
            return True
        card = self.berkas.get(surat.berkas_id).card
        stages = {STAGE_NUMBER[kind] for kind in _STAGES[surat.jenis]}
        return card is not None and card.stage in stages

    # What is written beside a change

    def reason(self, row: Any, alasan: str, field: str) -> str:
        """The reason tidied. Raises DomainError when one is needed and none was given."""
        alasan = " ".join(alasan.split())
        if not alasan and newest_print(row.id) is not None:
            msg = "Surat ini sudah dicetak. Tuliskan alasan perubahannya."
            raise DomainError(msg, field=field, topic=panduan.ALASAN_SESUDAH_CETAK)
        return alasan

    def correct(self, row: Any, alasan: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Keep what a printed letter said before and after; call inside a write."""
        if newest_print(row.id) is not None:
            keep_correction(row.id, alasan, before, after, utc_text(self.store.clock.now()))

    def words_to_keep(self, row: Any) -> str | None:
        """The words as they stand, to be stored with a void letter; None when none can be made."""
        if row.isi is not None:
            return str(row.isi)
        try:
            isi = self.composer.isi(row)
        except DomainError:  # nobody signs any more; that must not keep a letter from being void
            return None
        return stored_words(isi)

    def describe(self, surat_id: int) -> None:
        """Write what the agenda says of a letter; call inside a write."""
        row = self.reader.row(surat_id)
        line = self.composer.book(row, stored_day(row.tanggal))
        tables.Surat.update(**dataclasses.asdict(line)).where(tables.Surat.id == surat_id).execute()


def stored_words(isi: Isi) -> str:
    """Words as the column `isi` holds them."""
    return berita_acara_to_json(isi) if isinstance(isi, IsiBeritaAcara) else isi_to_json(isi)
