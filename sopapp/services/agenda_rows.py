"""Lines of the number book: which letters a filter wants, and what the book says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sopapp.domain.agenda import AgendaFilter, AgendaRow, KeadaanAgenda, Uraian
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.surat import JenisSurat, status_of
from sopapp.persistence.stored_time import day_of, stored_day
from sopapp.services.office_parts import OfficeParts

Describe = Callable[[int], Uraian]
"""What a letter says, composed: for one that was numbered before the book kept words."""

# What the words of a search are looked for in; the words of a letter itself only while the book
# has none of its own.
_TEXTS = """
SELECT s.id, s.jenis, s.nomor || char(10) || s.perihal || char(10) || s.tujuan || char(10) ||
    s.penanda_tangan || char(10) || s.klasifikasi || char(10) || s.lampiran || char(10) ||
    s.sisipan || char(10) || s.batal || char(10) || coalesce(u.nama, '') || char(10) ||
    CASE WHEN s.isi IS NOT NULL AND (s.jenis = 'lain' OR s.perihal = '') THEN s.isi ELSE '' END
FROM surat s LEFT JOIN unit_kerja u ON u.id = s.unit_id
WHERE s.nomor IS NOT NULL AND s.tanggal BETWEEN ? AND ?
"""
_BASES_KEPT = 8
_STATES = {
    KeadaanAgenda.BATAL: "s.batal <> ''",
    KeadaanAgenda.SISIPAN: "s.sisipan <> ''",
    # A letter to nobody is never handed over; before the book kept words, `tujuan` says nothing.
    KeadaanAgenda.BELUM_DIKIRIM: (
        "s.batal = '' AND s.jenis NOT IN ('lain', 'berita_acara') "
        "AND (s.tujuan <> '' OR s.perihal = '') "
        "AND NOT EXISTS (SELECT 1 FROM ekspedisi e WHERE e.surat_id = s.id)"
    ),
    KeadaanAgenda.BELUM_DIPINDAI: (
        "s.batal = '' AND s.jenis <> 'lain' "
        "AND NOT EXISTS (SELECT 1 FROM pindaian p WHERE p.surat_id = s.id)"
    ),
}
_ROWS = """
SELECT s.id, s.berkas_id, s.jenis, u.nama, s.deret, s.urut, s.nomor, s.tanggal,
    s.sisipan, s.klasifikasi, s.perihal, s.tujuan, s.lampiran, s.penanda_tangan, s.ditandatangani,
    s.perlu_cetak, s.batal,
    (SELECT min(e.dikirim) FROM ekspedisi e WHERE e.surat_id = s.id),
    EXISTS (SELECT 1 FROM pindaian p WHERE p.surat_id = s.id),
    EXISTS (SELECT 1 FROM cetakan c WHERE c.surat_id = s.id),
    (SELECT lama.nomor FROM surat lama WHERE lama.id = s.mengganti_id),
    CASE WHEN s.jenis = 'lain' THEN json_extract(s.isi, '$.keterangan') END
FROM surat s LEFT JOIN unit_kerja u ON u.id = s.unit_id
WHERE s.id IN ({marks})
"""


class AgendaReader:
    """Reads the book; changes nothing."""

    def __init__(self, database: Any, parts: OfficeParts, describe: Describe) -> None:
        self._database = database
        self._parts = parts
        self._describe = describe
        self._state = -1
        self._bases: dict[AgendaFilter, tuple[int, ...]] = {}
        self._texts: dict[int, dict[int, str]] = {}
        self._replaced: dict[int, str] | None = None

    def ids(self, wanted: AgendaFilter) -> tuple[int, ...]:
        """The letters that the filter wants, in the order of the book.

        What was found without words is kept until something is written, so that typing only
        looks through texts.
        """
        self._forget_when_changed()
        words = wanted.text.casefold().split()
        plain = replace(wanted, text="")
        base = self._bases.get(plain)
        if base is None:
            while len(self._bases) >= _BASES_KEPT:
                del self._bases[next(iter(self._bases))]
            base = self._bases[plain] = self._base(plain)
        if not words:
            return base
        texts, found = self.texts(wanted.year), base
        for word in words:
            found = tuple([each for each in found if word in texts[each]])
        return found

    def texts(self, year: int) -> Mapping[int, str]:
        """What words are looked for in, by letter."""
        self._forget_when_changed()
        if year not in self._texts:
            names = {kind.value: kind.panjang for kind in JenisSurat}
            rows = self._database.execute_sql(_TEXTS, _span(year)).fetchall()
            self._texts[year] = {
                surat_id: f"{text}\n{names[jenis]}".casefold() for surat_id, jenis, text in rows
            }
        return self._texts[year]

    def _forget_when_changed(self) -> None:
        """Only this program writes the file, so its own count of changes tells."""
        state = self._database.connection().total_changes
        if state != self._state:
            self._state = state
            self._bases.clear()
            self._texts.clear()
            self._replaced = None

    def _replacements(self) -> Mapping[int, str]:
        """The number that stands for each letter that was replaced."""
        self._forget_when_changed()
        if self._replaced is None:
            rows = self._database.execute_sql(
                "SELECT mengganti_id, nomor FROM surat "
                "WHERE mengganti_id IS NOT NULL AND nomor IS NOT NULL ORDER BY id"
            )
            self._replaced = dict(rows.fetchall())
        return self._replaced

    def _base(self, wanted: AgendaFilter) -> tuple[int, ...]:
        conditions = ["s.nomor IS NOT NULL", "s.tanggal BETWEEN ? AND ?"]
        values: list[object] = [*_span(wanted.year)]
        if wanted.jenis is not None:
            conditions.append("s.jenis = ?")
            values.append(wanted.jenis.value)
        if wanted.deret is not None:
            conditions.append("s.deret = ?")
            values.append(wanted.deret)
        if wanted.unit_id is not None:
            # A Nota Dinas for several units belongs to each of them.
            conditions.append(
                "(s.unit_id = ? OR s.id IN (SELECT surat_id FROM permintaan WHERE unit_id = ?))"
            )
            values += [wanted.unit_id, wanted.unit_id]
        if wanted.keadaan is not None:
            conditions.append(_STATES[wanted.keadaan])
        order = "s.tanggal, s.deret, s.urut, s.id"
        if wanted.deret is not None:
            order = "s.urut IS NULL, s.urut, s.tanggal, s.id"
        rows = self._database.execute_sql(
            f"SELECT s.id FROM surat s WHERE {' AND '.join(conditions)} ORDER BY {order}",
            tuple(values),
        )
        return tuple(surat_id for (surat_id,) in rows.fetchall())

    def rows(self, ids: Sequence[int]) -> Iterator[AgendaRow]:
        """What the book says of these letters, in any order."""
        sql = _ROWS.format(marks=", ".join("?" * len(ids)))
        for row in self._database.execute_sql(sql, tuple(ids)).fetchall():
            yield self._row(row)

    def _row(self, row: Any) -> AgendaRow:
        (surat_id, berkas_id, jenis, unit_nama, deret, urut, nomor, day, sisipan, klasifikasi,
         perihal, tujuan, lampiran, signer, signed, stale, batal, sent, scanned, printed,
         replaces, catatan) = row  # fmt: skip
        kind = JenisSurat(jenis)
        if not perihal and kind is not JenisSurat.LAIN:
            said = self._said(surat_id, kind, unit_nama or "")
            perihal, tujuan = said.perihal, tujuan or said.tujuan
            lampiran = lampiran or said.lampiran
        return AgendaRow(
            id=surat_id,
            berkas_id=berkas_id,
            jenis=kind,
            deret=deret,
            urut=urut if urut is not None else self.place(kind, nomor, sisipan=bool(sisipan)),
            nomor=nomor,
            tanggal=day_of(day),
            dikirim=stored_day(sent),
            tujuan=tujuan,
            perihal=perihal,
            klasifikasi=klasifikasi,
            lampiran=lampiran,
            penanda_tangan=signer,
            status=status_of(
                bernomor=True,
                dicetak=bool(printed) and not stale,
                ditandatangani=bool(signed),
                dipindai=bool(scanned),
                batal=bool(batal),
            ),
            dipindai=bool(scanned),
            sisipan=sisipan,
            batal=batal,
            mengganti=replaces or "",
            diganti=self._replacements().get(surat_id, "") if batal else "",
            catatan=catatan or "",
        )

    def place(self, jenis: JenisSurat, nomor: str, *, sisipan: bool = False) -> int | None:
        """The running number of a letter of before the book, told by its form alone."""
        if jenis is JenisSurat.LAIN:
            return None
        try:
            pattern = self._parts.pattern(JenisNaskah(jenis.value))
        except DomainError:  # the pattern lacks a part; the number is a number all the same
            return None
        return pattern.urut_of(nomor, sisipan=sisipan)

    def _said(self, surat_id: int, jenis: JenisSurat, unit_nama: str) -> Uraian:
        """What an old letter says, or at least what kind it is and for which unit."""
        try:
            return self._describe(surat_id)
        except DomainError:  # no signer or no office yet: the line is shown all the same
            return Uraian(jenis.panjang, unit_nama)


def _span(year: int) -> tuple[str, str]:
    return f"{year:04d}-01-01", f"{year:04d}-12-31"
