"""One row of the list that an office has when it starts: an old list is taken as it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Container

from sopapp.domain.dik import JangkaWaktu, JenisJangka, JenisUsulan
from sopapp.domain.impor import BarisImpor, BarisLembar, CatatanSel, Kolom, StatusBaris
from sopapp.services.impor_isi import IsiTerbaca, lacks, past, read_isi
from sopapp.services.impor_keadaan import Keadaan
from sopapp.services.impor_kembar import Kembar


class PenilaiAwal:
    """Judges the rows of the first version of the register.

    Gaps only warn; what would be lost (words that are not understood) has to be mended.
    """

    def __init__(self, now: Keadaan, kolom: Container[Kolom], kembar: Kembar) -> None:
        self._now = now
        self._kolom = kolom
        self._kembar = kembar

    def judge(self, row: BarisLembar) -> BarisImpor:
        """The row as an entry."""
        if not any(row.sel(each).strip() for each in Kolom if each is not Kolom.UNIT):
            return BarisImpor(row, StatusBaris.TIDAK_BERUBAH, alasan="Baris ini kosong.")
        notes: list[CatatanSel] = []
        unit_id = self._unit(row, notes)
        content = _period_as_event(row, read_isi(row, self._kolom, None))
        notes += content.catatan
        if content.isi.informasi:
            gaps = lacks(content.isi, content.catatan, warn=True)
            # Old lists have no such column; telling so in every row would bury what matters.
            without = () if Kolom.BENTUK in self._kolom else (Kolom.BENTUK,)
            notes += [gap for gap in gaps if gap.kolom not in without]
        else:
            notes += [
                lack
                for lack in lacks(content.isi, content.catatan)
                if lack.kolom is Kolom.INFORMASI
            ]
        notes += past(content.isi, self._now.today, warn=True)
        twin = self._kembar.same_title(row)
        if twin is not None:
            text = f"Informasi ini sama dengan baris {twin}."
            hint = "Keluarkan salah satu bila memang terulang."
            notes.append(CatatanSel(Kolom.INFORMASI, text, hint, warning=True))
        bad = any(not note.warning for note in notes)
        return BarisImpor(
            lembar=row,
            status=StatusBaris.PERLU_DIPERBAIKI if bad else StatusBaris.SIAP,
            catatan=tuple(notes),
            jenis=JenisUsulan.BARU,
            isi=content.isi,
            unit_id=unit_id,
        )

    def _unit(self, row: BarisLembar, notes: list[CatatanSel]) -> int | None:
        text = row.sel(Kolom.UNIT).strip()
        if not text and self._now.unit_id is not None:
            return self._now.unit_id
        unit_id = self._now.unit_of(text) if text else None
        if unit_id is None:
            told = f"Unit kerja “{text}” tidak dikenal." if text else "Unit kerja belum disebut."
            notes.append(CatatanSel(Kolom.UNIT, told, self._now.units_like(text)))
        return unit_id


def _period_as_event(row: BarisLembar, content: IsiTerbaca) -> IsiTerbaca:
    """A period that cannot be counted stays as the words that the old list has."""
    text = " ".join(row.sel(Kolom.JANGKA).split())
    unread = [note for note in content.catatan if note.kolom is Kolom.JANGKA]
    if not unread or content.isi.jangka is not None or not text:
        return content
    jangka = JangkaWaktu(JenisJangka.PERISTIWA, peristiwa=text)
    notes = tuple(
        dataclasses.replace(note, text=f"{note.text} Disimpan sebagai kata-kata.", warning=True)
        if note in unread
        else note
        for note in content.catatan
    )
    return IsiTerbaca(dataclasses.replace(content.isi, jangka=jangka), notes, content.berubah)
