"""The Buku Ekspedisi: letters handed over, and those that wait to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sopapp.documents.list_content import BarisEkspedisi, BukuEkspedisi
from sopapp.domain.agenda import AgendaRow
from sopapp.domain.changes import Kind
from sopapp.domain.ekspedisi import BarisSerah, SerahTerima
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.ribuan import ribuan
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import hari_tanggal
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, stored_day
from sopapp.services.agenda import AgendaService
from sopapp.services.checked_input import checked_input
from sopapp.services.ekspedisi_penerima import handed_to, recipients_of, still_waiting
from sopapp.services.office_parts import OfficeParts

_LONGEST = 300


@checked_input()
class EkspedisiService:
    """Reads and writes hand-overs; the letters themselves stay as they are."""

    def __init__(self, store: Store, parts: OfficeParts, agenda: AgendaService) -> None:
        self._store = store
        self._parts = parts
        self._agenda = agenda

    # Reading

    def of_day(self, day: date) -> tuple[BarisSerah, ...]:
        """What was handed over on a day, then the letters of that day that wait still."""
        given = tables.Ekspedisi.dikirim == day.isoformat()
        waiting = tables.Surat.tanggal == day.isoformat()
        return self._lines(given, waiting)

    def of_berkas(self, berkas_id: int) -> tuple[BarisSerah, ...]:
        """The hand-overs of a berkas' letters, then its letters that wait still."""
        letters = tables.Surat.select(tables.Surat.id).where(tables.Surat.berkas == berkas_id)
        return self._lines(tables.Ekspedisi.surat.in_(letters), tables.Surat.berkas == berkas_id)

    def days(self) -> tuple[date, ...]:
        """The days on which something was handed over, newest first."""
        rows = tables.Ekspedisi.select(tables.Ekspedisi.dikirim).distinct()
        return tuple(sorted((day_of(row.dikirim) for row in rows), reverse=True))

    def recipients(self, surat_id: int) -> tuple[str, ...]:
        """To whom a letter goes: each unit of a Nota Dinas for several, else as addressed.

        Empty for one that stays in the office (a Berita Acara). Raises NotFoundError for a letter
        that is not in the book of numbers.
        """
        return recipients_of((self._agenda.row(surat_id),))[surat_id]

    def awaiting(self, surat_id: int) -> tuple[str, ...]:
        """Those of its recipients that a letter was not handed to yet; NotFoundError as above."""
        return still_waiting(self.recipients(surat_id), handed_to((surat_id,)).get(surat_id, []))

    # Writing

    def record(self, letters: Sequence[tuple[int, SerahTerima]]) -> tuple[int, ...]:
        """Record hand-overs in one go: (letter, hand-over) pairs; gives their ids.

        A letter with several recipients has a pair for each. Raises DomainError by field.
        """
        if not letters:
            raise DomainError("Pilih surat yang diserahkan.")
        checked = [(self._deliverable(surat_id), self._checked(each)) for surat_id, each in letters]
        berkas = {row.berkas_id for row, _each in checked}
        with self._store.write(
            "ekspedisi.catat", Kind.SURAT, berkas_id=berkas.pop() if len(berkas) == 1 else None
        ) as entry:
            made = tuple(
                tables.Ekspedisi.create(surat=row.id, **_columns(each)).id for row, each in checked
            )
            row, first = checked[0]
            several = len(checked) > 1
            what = f"{len(checked)} surat" if several else _named(row.jenis, row.nomor, first)
            entry.say(
                f"Serah terima {what} dicatat, tanggal {tanggal_text(first.dikirim)}.",
                sesudah={"serah_terima": [_told(row.nomor, each) for row, each in checked]},
            )
        return made

    def edit(self, ekspedisi_id: int, new: SerahTerima) -> None:
        """Correct a hand-over, or add who took it. Raises DomainError by field."""
        row = self._row(ekspedisi_id)
        before, after = _value(row), self._checked(new)
        if before == after:
            return
        with self._store.write(
            "ekspedisi.ubah", Kind.SURAT, berkas_id=row.surat.berkas_id
        ) as entry:
            tables.Ekspedisi.update(**_columns(after)).where(
                tables.Ekspedisi.id == ekspedisi_id
            ).execute()
            entry.say(
                f"Serah terima Nomor {row.surat.nomor} diubah.",
                sebelum=_told(row.surat.nomor, before),
                sesudah=_told(row.surat.nomor, after),
            )

    def receive(self, ekspedisi_ids: Sequence[int], diterima: date, penerima: str) -> None:
        """Record who took several letters, in one go. Raises DomainError by field."""
        rows = [self._row(each) for each in ekspedisi_ids]
        if not rows:
            raise DomainError("Pilih surat yang diterima.")
        if not penerima.strip():
            raise DomainError("Nama penerima belum diisi.", field="penerima")
        after = [
            self._checked(replace(_value(row), diterima=diterima, penerima=penerima))
            for row in rows
        ]  # fmt: skip
        with self._store.write("ekspedisi.terima", Kind.SURAT) as entry:
            for row, each in zip(rows, after, strict=True):
                tables.Ekspedisi.update(**_columns(each)).where(
                    tables.Ekspedisi.id == row.id
                ).execute()
            entry.say(
                f"Penerimaan {len(rows)} surat{_taker(rows, after[0])} dicatat, tanggal "
                f"{tanggal_text(diterima)}.",
                sesudah={
                    "serah_terima": [
                        _told(row.surat.nomor, each) for row, each in zip(rows, after, strict=True)
                    ]
                },
            )

    def remove(self, ekspedisi_id: int) -> None:
        """Take a hand-over out of the book that was recorded by mistake."""
        row = self._row(ekspedisi_id)
        with self._store.write(
            "ekspedisi.hapus", Kind.SURAT, berkas_id=row.surat.berkas_id
        ) as entry:
            tables.Ekspedisi.delete().where(tables.Ekspedisi.id == ekspedisi_id).execute()
            entry.say(
                f"Serah terima {_named(row.surat.jenis, row.surat.nomor, _value(row))} dihapus "
                "dari buku.",
                sebelum=_told(row.surat.nomor, _value(row)),
            )

    # The book as a paper

    def compose(self, *, day: date | None = None, berkas_id: int | None = None) -> BukuEkspedisi:
        """The book of a berkas, else of a day (today without one).

        Letters that wait are in it with room for the receiver's name, day and initials.
        Raises DomainError while the office has no name, NotFoundError without such a berkas.
        """
        if berkas_id is not None:
            lines, words = self.of_berkas(berkas_id), self._berkas_title(berkas_id)
        else:
            day = day or self._parts.today()
            lines, words = self.of_day(day), hari_tanggal(day)
        return BukuEkspedisi(
            kop=self._parts.kop(),
            page=self._parts.page(),
            judul="Buku Ekspedisi",
            keterangan=words,
            baris=tuple(
                BarisEkspedisi(
                    tanggal=line.dikirim or day,
                    nomor=line.nomor,
                    tujuan=line.kepada,
                    perihal=line.perihal,
                    diterima=line.diterima,
                    penerima=line.penerima,
                )
                for line in lines
            ),
            tanggal_cetak=self._parts.today(),
        )

    # Parts

    def _lines(self, given: Any, waiting: Any) -> tuple[BarisSerah, ...]:
        """Hand-overs by a condition, then the recipients of letters that have none yet."""
        rows = list(
            tables.Ekspedisi.select()
            .where(given)
            .order_by(tables.Ekspedisi.dikirim, tables.Ekspedisi.id)
        )
        letters = [
            row.id
            for row in tables.Surat.select(tables.Surat.id)
            .where(
                waiting
                & tables.Surat.nomor.is_null(False)
                & (tables.Surat.batal == "")
                & (tables.Surat.jenis != JenisSurat.LAIN.value)
            )
            .order_by(tables.Surat.tanggal, tables.Surat.deret, tables.Surat.urut, tables.Surat.id)
        ]
        book = {
            row.id: row
            for row in self._agenda.rows_of([*dict.fromkeys(r.surat_id for r in rows), *letters])
        }
        return (*_given(rows, book), *self._waiting([book[each] for each in letters]))

    def _waiting(self, letters: Sequence[AgendaRow]) -> Iterable[BarisSerah]:
        recipients, handed = recipients_of(letters), handed_to([row.id for row in letters])
        for row in letters:
            for kepada in still_waiting(recipients[row.id], handed.get(row.id, [])):
                yield BarisSerah(
                    None, row.id, row.berkas_id, row.nomor, row.tanggal, row.perihal, kepada
                )

    def _deliverable(self, surat_id: int) -> AgendaRow:
        """The letter's line. Raises DomainError for one that cannot be handed over."""
        rows = self._agenda.rows_of((surat_id,))
        if not rows:
            raise DomainError("Surat ini belum bernomor, jadi belum dapat diserahkan.")
        if rows[0].batal:
            raise DomainError(f"Surat Nomor {rows[0].nomor} BATAL, jadi tidak diserahkan.")
        return rows[0]

    def _checked(self, given: SerahTerima) -> SerahTerima:
        kepada, penerima = " ".join(given.kepada.split()), " ".join(given.penerima.split())
        if not kepada:
            raise DomainError("Tujuan penyerahan belum diisi.", field="kepada")
        for field, text in (("kepada", kepada), ("penerima", penerima)):
            if len(text) > _LONGEST:
                length = ribuan(len(text))
                msg = f"Terlalu panjang ({length} huruf); paling banyak {ribuan(_LONGEST)}."
                raise DomainError(msg, field=field)
        if given.diterima is not None and given.diterima < given.dikirim:
            msg = "Surat tidak dapat diterima sebelum dikirim. Periksa kedua tanggalnya."
            raise DomainError(msg, field="diterima")
        if given.diterima is not None and given.diterima > self._parts.today():
            raise DomainError("Tanggal terima belum tiba.", field="diterima")
        if penerima and given.diterima is None:
            raise DomainError("Isi juga tanggal terimanya.", field="diterima")
        return SerahTerima(kepada, given.dikirim, given.diterima, penerima)

    def _row(self, ekspedisi_id: int) -> Any:
        row = (
            tables.Ekspedisi.select(tables.Ekspedisi, tables.Surat)
            .join(tables.Surat)
            .where(tables.Ekspedisi.id == ekspedisi_id)
            .first()
        )
        if row is None:
            raise NotFoundError("Catatan serah terima itu tidak ada lagi.")
        return row

    def _berkas_title(self, berkas_id: int) -> str:
        row = tables.Berkas.get_or_none(tables.Berkas.id == berkas_id)
        if row is None:
            raise NotFoundError("Berkas itu tidak ada.")
        return str(row.judul)


def _given(rows: Iterable[Any], book: Mapping[int, AgendaRow]) -> Iterable[BarisSerah]:
    for row in rows:
        # A number may be taken back from a Keputusan that was handed over: no line without one.
        letter = book.get(row.surat_id)
        if letter is None:
            continue
        yield BarisSerah(
            row.id, letter.id, letter.berkas_id, letter.nomor, letter.tanggal, letter.perihal,
            row.kepada, day_of(row.dikirim), stored_day(row.diterima), row.penerima,
        )  # fmt: skip


def _value(row: Any) -> SerahTerima:
    return SerahTerima(row.kepada, day_of(row.dikirim), stored_day(row.diterima), row.penerima)


def _named(jenis: str, nomor: str, given: SerahTerima) -> str:
    """The letter and to whom it went, for riwayat, which never names an applicant."""
    to = "" if jenis == JenisSurat.PENOLAKAN else f" kepada {given.kepada}"
    return f"Nomor {nomor}{to}"


def _taker(rows: Sequence[Any], given: SerahTerima) -> str:
    """Who took the letters, for riwayat; of a refusal it may be the applicant himself."""
    personal = any(row.surat.jenis == JenisSurat.PENOLAKAN.value for row in rows)
    return "" if personal else f" oleh {given.penerima}"


def _columns(given: SerahTerima) -> dict[str, str | None]:
    return {
        "kepada": given.kepada,
        "dikirim": given.dikirim.isoformat(),
        "diterima": given.diterima.isoformat() if given.diterima else None,
        "penerima": given.penerima,
    }


def _told(nomor: str, given: SerahTerima) -> dict[str, object]:
    return {
        "nomor": nomor,
        "kepada": given.kepada,
        "dikirim": given.dikirim,
        "diterima": given.diterima,
        "penerima": given.penerima,
    }
