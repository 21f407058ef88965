"""Puts the refusal of a request together from the request, the register and its Keputusan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sopapp.documents.bilangan import bilangan
from sopapp.documents.content import Penolakan
from sopapp.documents.rich_text import literal
from sopapp.domain import panduan
from sopapp.domain.dik import EntriDik
from sopapp.domain.errors import DomainError
from sopapp.domain.kutipan import in_full
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.permohonan import HARI_KEBERATAN, EntriDiminta
from sopapp.domain.surat import IsiPenolakan
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json as entri_from_json
from sopapp.persistence.stored_time import day_of
from sopapp.persistence.surat_isi import isi_from_json
from sopapp.services.dik import DikService
from sopapp.services.kept_sheets import kept_sheets
from sopapp.services.office_parts import OfficeParts

_JENIS = JenisNaskah.PENOLAKAN
_UU_KIP = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
_Listed = tuple[int, EntriDik]
"""An entry with its row in the Lampiran."""


class PenolakanComposer:
    """Makes the value that the builder draws, for a `surat` row of a request."""

    def __init__(self, parts: OfficeParts, dik: DikService) -> None:
        self._parts = parts
        self._dik = dik

    def compose(self, surat: Any, nomor: str | None, day: date | None) -> Penolakan:
        """The letter with its own or the given number and date.

        Raises DomainError when the office or the signer is not filled in, and for a letter
        that may still change when its entries are not in force on its day.
        """
        request = surat.permohonan
        if not surat.ditandatangani and not surat.batal:
            self.check(entri_ids_of(request.id), self._parts.letter_day(surat, day))
        isi = self.isi(surat, day)
        template = self._parts.template(_JENIS)
        fields = self._fields(surat, day)
        plain = _plain(fields)
        return Penolakan(
            kop=self._parts.kop(),
            page=self._parts.page(_JENIS),
            judul=template.text("judul", fields),
            nomor=nomor or self._parts.blank_number(_JENIS, day),
            nomor_pendaftaran=request.nomor_pendaftaran,
            pembuka=isi.pembuka,
            pemohon=(
                ("Nama", request.nama),
                ("Alamat", request.alamat),
                ("Nomor telepon/pos-el", request.kontak),
            ),
            rincian=isi.rincian,
            pengantar_putusan=template.text("pengantar_putusan", plain),
            putusan=isi.putusan,
            pengantar_alasan=template.text("pengantar_alasan", plain),
            alasan=isi.alasan,
            pengantar_konsekuensi=template.text("pengantar_konsekuensi", plain),
            konsekuensi=isi.konsekuensi,
            pengantar_pernyataan=template.text("pengantar_pernyataan", plain),
            pernyataan=isi.pernyataan,
            keberatan=isi.keberatan,
            catatan=isi.catatan,
            kota=self._parts.kota(),
            tanggal=day,
            signer=self._parts.signer(_JENIS, day),
            lampiran=isi.lampiran,
            gaya=self._parts.settings(_JENIS).gaya(),
        )

    def isi(self, surat: Any, day: date | None = None) -> IsiPenolakan:
        """The admin's words, or the template's with the grounds that the register gives.

        Entries that are not in the list of that day are left out; `compose` tells of them.
        """
        if surat.isi is not None:
            return isi_from_json(surat.isi, IsiPenolakan)
        request = surat.permohonan
        template = self._parts.template(_JENIS)
        fields = self._fields(surat, day)
        plain = _plain(fields)
        partly = "_sebagian" if request.ditolak else ""
        listed = self._listed(entri_ids_of(request.id), self._parts.letter_day(surat, day))
        return IsiPenolakan(
            pembuka=template.text("pembuka", plain),
            rincian=request.rincian,
            putusan=template.text(f"putusan{partly}", fields),
            alasan=_grounds(listed, fields["keputusan"]),
            konsekuensi=_consequences(listed),
            pernyataan=template.text(f"pernyataan{partly}", fields),
            keberatan=template.text("keberatan", plain),
            catatan=template.items("catatan", plain),
            lampiran=template.items("lampiran", fields),
        )

    def book(self, surat: Any) -> tuple[str, str]:
        """What the agenda says the letter is about, and to whom it goes.

        The name stands here only, in what stays in the office: riwayat never names applicants.
        """
        request = surat.permohonan
        perihal = f"Penolakan permohonan informasi Nomor Pendaftaran {request.nomor_pendaftaran}"
        return perihal, str(request.nama)

    def check(self, entri_ids: Sequence[int], day: date) -> None:
        """Raise DomainError unless there are entries and all are in force on `day`."""
        if not entri_ids:
            msg = (
                "Informasi yang ditolak belum dipilih dari daftar. Pilih sekurang-kurangnya satu "
                "informasi; tanpa itu penolakan tidak mempunyai dasar."
            )
            raise DomainError(msg, field="entri_ids", topic=panduan.PENOLAKAN)
        stopping = [each.halangan for each in self.entries(entri_ids, day) if each.halangan]
        if stopping:
            msg = " ".join((*stopping, "Permohonan ini tidak dapat ditolak dengan dasar itu."))
            raise DomainError(msg, field="entri_ids", topic=panduan.PENOLAKAN)

    def entries(self, entri_ids: Sequence[int], day: date) -> tuple[EntriDiminta, ...]:
        """The entries as the list of `day` has them, in the order given; unknown ids are left out.

        One whose period has ended is open (PP 61/2010), though a Keputusan has yet to say so.
        """
        listed = {entri.id: (row, entri) for row, entri in self._listed(entri_ids, day)}
        found = []
        for entri_id in entri_ids:
            if entri_id in listed:
                found.append(_in_list(*listed[entri_id], day))
            elif gone := _last_words(entri_id, day):
                found.append(gone)
        return tuple(found)

    def versions(self, entri_ids: Sequence[int], day: date) -> dict[int, tuple[int, str]]:
        """Change in force (`DikVersi`) and title of those entries that the list of `day` has."""
        return {
            entri.id: (entri.versi_id, entri.isi.judul())
            for _row, entri in self._listed(entri_ids, day)
        }

    # Parts

    def _listed(self, entri_ids: Sequence[int], day: date) -> tuple[_Listed, ...]:
        """Those of the entries that the list in force on `day` holds, in the order given."""
        daftar = self._dik.as_of(day)
        rows = {daftar.bare_places[at][0]: at for at in daftar.find(set(entri_ids))}
        return tuple((rows[one] + 1, daftar[rows[one]]) for one in entri_ids if one in rows)

    def _fields(self, surat: Any, day: date | None) -> dict[str, str]:
        request = surat.permohonan
        when = self._parts.letter_day(surat, day)
        ids = entri_ids_of(request.id)
        listed = self._listed(ids, when)
        keputusan = self._keputusan(listed)
        kept = kept_sheets({entri.id: entri.versi_id for _row, entri in listed}, when)
        return {
            **self._parts.fields(when.year),
            "nomor_pendaftaran": request.nomor_pendaftaran,
            "tanggal_permohonan": tanggal_text(day_of(request.diterima)),
            "bagian": request.ditolak,
            "perpanjangan": request.perpanjangan,
            "keputusan": keputusan,
            "nomor_urut": _joined([str(row) for row, _entri in listed]),
            "atasan": self._parts.decider(when),
            "hari_keberatan": bilangan(HARI_KEBERATAN),
            "lembar_uji": bilangan(len(kept)) if kept else "",
            "keputusan_terlampir": keputusan if len(kept) < len(listed) else "",
        }

    def _keputusan(self, listed: Sequence[_Listed]) -> str:
        """`Keputusan Kepala ... Nomor ... tanggal ...` whose Lampiran lists the entries."""
        if not listed:
            return ""
        entri = listed[0][1]
        day = entri.keputusan_tanggal
        return (
            f"Keputusan {self._parts.decider(day)} Nomor {entri.keputusan_nomor} "
            f"tanggal {tanggal_text(day)}"
        )


def _plain(fields: dict[str, str]) -> dict[str, str]:
    """What records say is printed as it stands, never read as bold or italic."""
    return {key: literal(text) for key, text in fields.items()}


def entri_ids_of(permohonan_id: int) -> tuple[int, ...]:
    """The entries that a request asked for, in the order they were chosen."""
    rows = (
        tables.PermohonanEntri.select(tables.PermohonanEntri.entri)
        .where(tables.PermohonanEntri.permohonan == permohonan_id)
        .order_by(tables.PermohonanEntri.urutan)
    )
    return tuple(row.entri_id for row in rows)


def _in_list(row: int, entri: EntriDik, day: date) -> EntriDiminta:
    judul = entri.isi.judul()
    halangan = ""
    if entri.berakhir is not None and entri.berakhir < day:
        halangan = (
            f"Jangka waktu pengecualian “{judul}” berakhir {tanggal_text(entri.berakhir)}, jadi "
            "informasi itu terbuka."
        )
    return EntriDiminta(entri.id, judul, entri.unit_nama, entri.isi.bagian, row, halangan)


def _last_words(entri_id: int, day: date) -> EntriDiminta | None:
    """An entry that the list of `day` lacks, by what was last said of it; None if never."""
    newest = (
        tables.DikVersi.select(tables.DikVersi, tables.UnitKerja)
        .join(tables.UnitKerja)
        .where(tables.DikVersi.entri == entri_id)
        .order_by(tables.DikVersi.terbitan.desc())
        .first()
    )
    if newest is None:
        return None
    isi = entri_from_json(newest.isi)
    judul = isi.judul()
    halangan = f"“{judul}” tidak ada di daftar yang berlaku pada {tanggal_text(day)}."
    return EntriDiminta(entri_id, judul, newest.unit.nama, isi.bagian, None, halangan)


def _grounds(listed: Sequence[_Listed], keputusan: str) -> tuple[str, ...]:
    """Pasal 17 with its points, articles of other laws, the Keputusan with the rows; each once.

    Ticked grounds are printed as they stand, without bold or italics.
    """
    own, others = [], []
    for _row, entri in listed:
        for dasar in entri.isi.dasar:
            angka = f" angka {dasar.angka}" if dasar.angka else ""
            own.append(f"huruf {dasar.huruf}{angka}")
            others.append(in_full(" ".join(f"{dasar.pasal} {dasar.undang_undang}".split())))
    pasal = f"Pasal 17 {_joined([*dict.fromkeys(own)])} {_UU_KIP}" if own else ""
    rows = [f"nomor urut {row} ({entri.isi.judul()})" for row, entri in listed]
    listing = f"{keputusan}, Lampiran {_joined(rows)}" if listed else ""
    found = dict.fromkeys((pasal, *others, listing))
    return tuple(text for text in found if text)


def _consequences(listed: Sequence[_Listed]) -> tuple[str, ...]:
    """What opening each entry would do; several entries are told apart by their titles."""
    several = len(listed) > 1
    texts = []
    for _row, entri in listed:
        text = entri.isi.konsekuensi_dibuka.strip()
        if text:
            texts.append(literal(f"{entri.isi.judul()}: {text}" if several else text))
    return tuple(texts)


def _joined(words: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"
