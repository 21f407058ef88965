"""Puts the four Nota Dinas together: permintaan, pengingat, pengembalian, pengantar."""

from __future__ import annotations

from datetime import date
from typing import Any

from sopapp.documents.bilangan import bilangan
from sopapp.documents.content import NotaDinas
from sopapp.documents.rich_text import literal
from sopapp.domain.kapital import as_name
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import StageKind
from sopapp.domain.surat import IsiNotaDinas
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json as usulan_from_json
from sopapp.persistence.stored_time import stored_day
from sopapp.persistence.surat_isi import isi_from_json
from sopapp.services.keputusan_composer import KeputusanComposer
from sopapp.services.letter_fields import LetterFields
from sopapp.services.letter_parts import from_line, signature_block
from sopapp.services.letter_rows import keputusan_row
from sopapp.services.office_parts import OfficeParts

_MOST_IN_HEADER = 5
"""More recipients than this stand on a second sheet."""
_RETURNED = "dikembalikan"


class NotaDinasComposer:
    """Makes the value that the builder draws, from records, settings and template."""

    def __init__(
        self, parts: OfficeParts, fields: LetterFields, keputusan: KeputusanComposer
    ) -> None:
        self._parts = parts
        self._fields = fields
        self._keputusan = keputusan

    def compose(self, surat: Any, nomor: str | None, day: date | None) -> NotaDinas:
        """The letter of a `surat` row with its own or the given number and date."""
        jenis = JenisNaskah(surat.jenis)
        settings = self._parts.settings(jenis)
        isi = self.isi(surat, day)
        official = self._parts.official(jenis, day, surat.berkas.sop_id)
        return NotaDinas(
            kop=self._parts.kop(),
            page=self._parts.page(jenis),
            label_yth=settings.label_yth,
            yth=isi.yth,
            dari=from_line(official),
            tembusan=isi.tembusan,
            tanggal=day,
            nomor=nomor or self._parts.blank_number(jenis, day),
            sifat=isi.sifat,
            lampiran=isi.lampiran,
            hal=isi.hal,
            body=isi.body,
            signer=signature_block(official),
            daftar_penerima=isi.daftar_penerima,
            gaya=settings.gaya(),
        )

    def isi(self, surat: Any, day: date | None = None) -> IsiNotaDinas:
        """The admin's words, or the template's while nothing was edited."""
        if surat.isi is not None:
            return isi_from_json(surat.isi, IsiNotaDinas)
        jenis = JenisNaskah(surat.jenis)
        template = self._parts.template(jenis)
        fields = self._fields.of(surat, day) | self._own_fields(jenis, surat, day)
        body = "body"
        if jenis is JenisNaskah.PENGINGAT:
            body = "body_sesudah" if fields["terlambat"] else "body_sebelum"
        recipients = self._recipients(jenis, surat, day)
        listed = len(recipients) > _MOST_IN_HEADER
        # What records say is printed as it stands, never read as bold or italic. The points to
        # mend are escaped one by one.
        plain = {key: literal(text) for key, text in fields.items()}
        plain["daftar_perbaikan"] = fields["daftar_perbaikan"]
        return IsiNotaDinas(
            yth=("(daftar terlampir)",) if listed else recipients,
            tembusan=template.items("tembusan", fields),
            sifat=template.text("sifat", fields) or self._parts.common().sifat,
            # Not lembar: many units take more than one.
            lampiran=f"{bilangan(1)} berkas" if listed else template.text("lampiran", fields),
            hal=template.text("hal", fields),
            body=template.text(body, plain),
            daftar_penerima=recipients if listed else (),
        )

    def _own_fields(self, jenis: JenisNaskah, surat: Any, day: date | None) -> dict[str, str]:
        """The fields of one kind; those of the others are empty."""
        fields = dict.fromkeys(
            (
                "nomor_rujukan", "tanggal_rujukan", "terlambat", "sisa", "daftar_perbaikan",
                "tenggat_perbaikan", "tentang", "jumlah", "jumlah_huruf",
            ),
            "",
        )  # fmt: skip
        match jenis:
            case JenisNaskah.PENGINGAT:
                fields |= self._reminder(surat, day)
            case JenisNaskah.PENGEMBALIAN:
                fields["daftar_perbaikan"] = _to_mend(surat.berkas_id, surat.unit_id)
                fields["tenggat_perbaikan"] = tanggal_text(self._mend_until(surat, day))
            case JenisNaskah.PENGANTAR:
                draft = keputusan_row(surat.berkas_id)
                if draft is not None:
                    count = len(self._keputusan.rows(surat.berkas_id))
                    fields["tentang"] = self._keputusan.isi(draft, day).tentang
                    fields["jumlah"] = str(count)
                    fields["jumlah_huruf"] = bilangan(count)
        return fields

    def _mend_until(self, surat: Any, day: date | None) -> date:
        """The stage's last day, or the working day after a letter that leaves later."""
        day = self._parts.letter_day(surat, day)
        due = self._fields.due(surat.berkas, StageKind.VALIDASI)
        return due if day <= due else self._fields.calendar().add(day, 1)

    def _reminder(self, surat: Any, day: date | None) -> dict[str, str]:
        """Which letter is cited, and how many working days lie between the due date and `day`."""
        first = surat.rujukan
        day = self._parts.letter_day(surat, day)
        dated = stored_day(first.tanggal) if first is not None else None
        due = self._fields.answer_until(surat.berkas, dated or day)
        calendar = self._fields.calendar()
        # A day off behind the due date counts as the working day that follows it.
        late = max(1, calendar.count(due, day)) if day > due else 0
        left = calendar.count(day, due) if day < due else 0
        return {
            "nomor_rujukan": (first.nomor or "") if first is not None else "",
            "tanggal_rujukan": tanggal_text(dated) if dated else "",
            "terlambat": bilangan(late) if late else "",
            "sisa": bilangan(left) if left else "",
        }

    def _recipients(self, jenis: JenisNaskah, surat: Any, day: date | None) -> tuple[str, ...]:
        if jenis is JenisNaskah.PENGANTAR:
            official = self._parts.official(JenisNaskah.KEPUTUSAN, day, surat.berkas.sop_id)
            return (f"{official.status.prefix}{as_name(official.jabatan)}",)
        if jenis is not JenisNaskah.NOTA_DINAS:
            return (surat.unit.pimpinan,)
        query = (
            tables.UnitKerja.select(tables.UnitKerja.pimpinan)
            .join(tables.Permintaan)
            .where(tables.Permintaan.surat == surat.id)
            .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
        )
        return tuple(row.pimpinan for row in query)


def _to_mend(berkas_id: int, unit_id: int) -> str:
    """The usulan that were sent back with what is to be mended, as points."""
    rows = (
        tables.Usulan.select()
        .where(
            (tables.Usulan.berkas == berkas_id)
            & (tables.Usulan.unit == unit_id)
            & (tables.Usulan.putusan == _RETURNED)
        )
        .order_by(tables.Usulan.id)
    )
    points = []
    for number, row in enumerate(rows, start=1):
        title = literal(" ".join(usulan_from_json(row.isi).judul().split()))
        note = literal(" ".join(row.catatan.split())).rstrip(".;")
        points.append(f"{number}. {title}: {note};" if note else f"{number}. {title};")
    text = "\n".join(points)
    return f"{text[:-1]}." if text else ""
