"""One row of a sheet judged against the records: ready, to be mended, or unchanged."""

from __future__ import annotations

from collections.abc import Container, Iterable
from difflib import get_close_matches
from functools import lru_cache

from sopapp.domain.dik import EntriDik, IsiDik, JenisJangka, JenisUsulan
from sopapp.domain.formulir import entri_id_of, kode, setara
from sopapp.domain.impor import BarisImpor, BarisLembar, CatatanSel, Kolom, StatusBaris
from sopapp.domain.tanggal import tanggal
from sopapp.services.impor_isi import IsiTerbaca, lacks, past, read_isi
from sopapp.services.impor_keadaan import Keadaan, UsulanAda, title, unit_key
from sopapp.services.impor_kembar import Kembar

_KATA = {
    JenisUsulan.BARU: ("baru", "usulan baru", "tambah", "tambahan", "penambahan", "new"),
    JenisUsulan.TETAP: ("tetap", "tidak berubah", "tidak ada perubahan", "lanjut"),
    JenisUsulan.UBAH: ("ubah", "diubah", "berubah", "perubahan", "perbaikan", "revisi"),
    JenisUsulan.BUKA: (
        "dibuka kembali", "dibuka", "buka", "buka kembali", "hapus", "dihapus", "cabut", "dicabut",
        "terbuka",
    ),
}  # fmt: skip
_JENIS = {word: jenis for jenis, words in _KATA.items() for word in words}
_FOR_NEW = (None, JenisUsulan.BARU)
_CONTENT = tuple(each for each in Kolom if each not in (Kolom.USULAN, Kolom.UNIT))


class PenilaiBaris:
    """Judges the rows of a sheet of usulan; `kolom` are the columns that the sheet has."""

    def __init__(self, now: Keadaan, kolom: Container[Kolom], kembar: Kembar) -> None:
        self._now = now
        self._kolom = kolom
        self._kembar = kembar

    def judge(self, row: BarisLembar) -> BarisImpor:
        """What the row would store, or why it cannot."""
        if not row.sel(Kolom.INFORMASI) and not any(row.sel(each).strip() for each in _CONTENT):
            return BarisImpor(row, StatusBaris.TIDAK_BERUBAH, alasan="Baris ini kosong.")
        notes: list[CatatanSel] = []
        unit_id = self._unit(row, notes)
        entry = self._entry(row, unit_id, notes)
        if entry is not None:
            unit_id = entry.unit_id
        if unit_id is None:
            notes += self._unit_missing(row)
        elif unit_id in self._now.nihil:
            name = self._now.units[unit_id]
            text = f"Jawaban {name} tercatat nihil."
            notes.append(CatatanSel(Kolom.UNIT, text, "Ubah dahulu jawabannya di tahap 1."))
        jenis, unknown = _jenis(row.sel(Kolom.USULAN))
        if unknown is not None:
            notes.append(unknown)
        if entry is not None or jenis not in _FOR_NEW:
            _refuse_contradiction(jenis, entry, notes)
        content = read_isi(row, self._kolom, entry.isi if entry else None)
        if entry is not None:
            return self._of_entry(row, entry, jenis, content, notes)
        return self._of_new(row, unit_id, content, notes)

    # A present entry

    def _of_entry(
        self,
        row: BarisLembar,
        entry: EntriDik,
        jenis: JenisUsulan | None,
        content: IsiTerbaca,
        notes: list[CatatanSel],
    ) -> BarisImpor:
        if jenis is JenisUsulan.BUKA:
            return self._ready(row, jenis, entry.isi, entry, notes)
        if content.isi == entry.isi and not content.catatan:
            if jenis is JenisUsulan.UBAH and self._begins_anew(entry):
                return self._ready(row, jenis, entry.isi, entry, notes)
            return self._unchanged(row, entry, jenis, notes)
        notes += content.catatan
        notes += lacks(content.isi, content.catatan)
        notes += past(content.isi, self._now.today)
        if jenis is not JenisUsulan.UBAH:
            said = f"Ditulis “{row.sel(Kolom.USULAN).strip()}”" if jenis else "Usulan kosong"
            cells = ", ".join(each.label.casefold() for each in content.berubah)
            text = f"{said}, tetapi isinya berubah ({cells}); diperlakukan sebagai “ubah”."
            notes.append(CatatanSel(Kolom.USULAN, text, "Periksa perubahannya.", warning=True))
        if Kolom.INFORMASI in content.berubah:
            self._refuse_title_twin(row, notes)
        return self._ready(row, JenisUsulan.UBAH, content.isi, entry, notes)

    def _begins_anew(self, entry: EntriDik) -> bool:
        """Whether the same duration, set once more, extends an entry that is at its end."""
        jangka = entry.isi.jangka
        return (
            jangka is not None and jangka.jenis is JenisJangka.DURASI and self._now.ends_soon(entry)
        )

    def _unchanged(
        self,
        row: BarisLembar,
        entry: EntriDik,
        jenis: JenisUsulan | None,
        notes: list[CatatanSel],
    ) -> BarisImpor:
        if jenis is JenisUsulan.TETAP and self._now.ends_soon(entry) and entry.berakhir:
            word = "berakhir" if entry.berakhir >= self._now.today else "sudah berakhir"
            text = f"Jangka waktu {word} pada {tanggal(entry.berakhir)}, jadi tidak cukup “tetap”."
            hint = "Tulis “ubah” dengan jangka waktu yang baru, atau “dibuka kembali”."
            notes.append(CatatanSel(Kolom.USULAN, text, hint))
        reason = "Sama dengan yang ada di daftar."
        if jenis is JenisUsulan.UBAH:
            reason = "Ditulis “ubah”, tetapi isinya sama dengan yang ada di daftar."
        status = _status(notes, StatusBaris.TIDAK_BERUBAH)
        return BarisImpor(
            row, status, tuple(notes), JenisUsulan.TETAP, entry.isi, entry.id, entry.unit_id, reason
        )

    # Something new

    def _of_new(
        self,
        row: BarisLembar,
        unit_id: int | None,
        content: IsiTerbaca,
        notes: list[CatatanSel],
    ) -> BarisImpor:
        notes += content.catatan
        notes += lacks(content.isi, content.catatan)
        notes += past(content.isi, self._now.today)
        self._refuse_title_twin(row, notes)
        return self._ready(row, JenisUsulan.BARU, content.isi, None, notes, unit_id)

    def _refuse_title_twin(self, row: BarisLembar, notes: list[CatatanSel]) -> None:
        twin = self._kembar.same_title(row)
        if twin is not None:
            text = f"Informasi ini sama dengan baris {twin}."
            hint = "Bedakan judulnya, atau keluarkan baris ini."
            notes.append(CatatanSel(Kolom.INFORMASI, text, hint))

    def _ready(
        self,
        row: BarisLembar,
        jenis: JenisUsulan,
        isi: IsiDik,
        entry: EntriDik | None,
        notes: list[CatatanSel],
        unit_id: int | None = None,
    ) -> BarisImpor:
        """The row as it would be stored, beside what the berkas has of it already."""
        unit_id = entry.unit_id if entry is not None else unit_id
        known: UsulanAda | None = None
        if entry is not None:
            known = self._now.usulan_of.get(entry.id)
        elif unit_id is not None and self._now.usulan_titled:
            known = self._now.usulan_like(unit_id, isi)
        alasan, ready = "", StatusBaris.SIAP
        if known is not None and (known.isi, known.jenis) == (isi, jenis):
            alasan, ready = "Sudah ada di berkas ini.", StatusBaris.TIDAK_BERUBAH
        elif known is not None and known.judged:
            text = "Berkas ini sudah mempunyai usulan tentang informasi ini, dan sudah diputus."
            hint = "Tarik putusannya dahulu di tahap 2, atau keluarkan baris ini."
            notes.append(CatatanSel(Kolom.INFORMASI, text, hint))
        elif known is not None:
            text = f"Mengganti usulan yang ada ({known.jenis.label.casefold()})."
            notes.append(CatatanSel(Kolom.INFORMASI, text, warning=True))
        return BarisImpor(
            lembar=row,
            status=_status(notes, ready),
            catatan=tuple(notes),
            jenis=jenis,
            isi=isi,
            entri_id=entry.id if entry is not None else None,
            unit_id=unit_id,
            alasan=alasan,
            usulan_id=known.id if known is not None else None,
        )

    # Which unit and which entry

    def _unit(self, row: BarisLembar, notes: list[CatatanSel]) -> int | None:
        given = self._now.unit_id
        text = row.sel(Kolom.UNIT)
        named = self._now.unit_of(text) if text else None
        if given is None:
            return named
        if named is not None and named != given:
            told = f"Baris ini menyebut {self._now.units[named]}, bukan {self._now.units[given]}."
            hint = f"Kosongkan, atau tulis “{self._now.units[given]}”."
            notes.append(CatatanSel(Kolom.UNIT, told, hint))
        return given

    def _unit_missing(self, row: BarisLembar) -> list[CatatanSel]:
        text = row.sel(Kolom.UNIT).strip()
        told = f"Unit kerja “{text}” tidak dikenal." if text else "Unit kerja belum disebut."
        return [CatatanSel(Kolom.UNIT, told, self._now.units_like(text))]

    def _entry(
        self, row: BarisLembar, unit_id: int | None, notes: list[CatatanSel]
    ) -> EntriDik | None:
        code = row.sel(Kolom.KODE).strip()
        like = self._titled(row, unit_id) if self._now.by_title else []
        if code:
            return self._coded(row, code, like, unit_id, notes)
        if not like:
            return None
        if len(like) > 1:
            codes = "” atau “".join(kode(each) for each in like)
            text = "Beberapa informasi di daftar berjudul sama."
            notes.append(CatatanSel(Kolom.KODE, text, f"Tulis kodenya: “{codes}”."))
            return None
        twin = self._kembar.same_code(row, like[0]) or self._kembar.same_name(row)
        if twin is not None:
            text = f"Informasi ini sudah disebut di baris {twin} ({kode(like[0])})."
            notes.append(CatatanSel(Kolom.INFORMASI, text, "Keluarkan salah satu barisnya."))
        else:
            text = f"Kode kosong; judulnya sama dengan {kode(like[0])}."
            hint = f"Tulis “{kode(like[0])}” bila memang informasi itu."
            notes.append(CatatanSel(Kolom.KODE, text, hint, warning=True))
        return self._now.entri[like[0]]

    def _titled(self, row: BarisLembar, unit_id: int | None) -> list[int]:
        """The present entries of the unit with the row's title."""
        if unit_id is None:
            return []
        return self._now.by_title.get((unit_id, title(row.sel(Kolom.INFORMASI))), [])

    def _coded(
        self,
        row: BarisLembar,
        code: str,
        like: list[int],
        unit_id: int | None,
        notes: list[CatatanSel],
    ) -> EntriDik | None:
        entri_id = entri_id_of(code)
        hint = f"Tulis “{kode(like[0])}”." if like else "Kosongkan kodenya bila informasi ini baru."
        owner = self._now.of_unit.get(entri_id) if entri_id is not None else None
        shown = code if len(code) <= 40 else f"{code[:39]}…"
        if entri_id is None or owner is None:
            told = "bukan kode daftar" if entri_id is None else "tidak ada di daftar yang berlaku"
            notes.append(CatatanSel(Kolom.KODE, f"Kode “{shown}” {told}.", hint))
            return None
        wanted = unit_id
        if self._now.unit_id is None and self._says_own_unit(row, owner):
            wanted = owner
        if wanted is not None and wanted != owner:
            told = f"Kode “{shown}” milik {self._now.units[owner]}."
            other = "Impor lembar ini untuk unit itu bila jawabannya, atau keluarkan baris ini."
            notes.append(CatatanSel(Kolom.KODE, told, hint if like else other))
            return None
        titled = like or self._titled(row, owner)
        if titled and entri_id not in titled:
            # A column of codes that was dragged or sorted alone: nobody can tell which is meant.
            told = f"Kode “{shown}” dan judulnya menyebut dua informasi yang berbeda."
            hint = f"Tulis “{kode(titled[0])}”, atau perbaiki judulnya."
            notes.append(CatatanSel(Kolom.KODE, told, hint))
            return None
        twin = self._kembar.same_code(row, entri_id)
        if twin is not None:
            told = f"Kode “{shown}” sudah dipakai di baris {twin}."
            text = "Keluarkan salah satu barisnya, atau perbaiki kodenya."
            notes.append(CatatanSel(Kolom.KODE, told, text))
        return self._now.entri[entri_id]

    def _says_own_unit(self, row: BarisLembar, owner: int) -> bool:
        """Whether the unit's cell is empty or names the entry's unit, among others or not."""
        text = row.sel(Kolom.UNIT)
        return not text.strip() or unit_key(text) == unit_key(self._now.units[owner])


@lru_cache(maxsize=512)
def _jenis(text: str) -> tuple[JenisUsulan | None, CatatanSel | None]:
    """What the unit proposes by its own word, None when it wrote none, and what is wrong."""
    text = setara(text)
    word = text.casefold().strip(" .-–—")
    if not word:
        return None, None
    known = _JENIS.get(word)
    if known is not None:
        return known, None
    near = get_close_matches(word, _JENIS, n=1, cutoff=0.6) if len(word) <= 40 else []
    meant = _JENIS[near[0]].label.casefold() if near else ""
    hint = f"Tulis “{meant}”." if meant else "Tulis baru, tetap, ubah, atau dibuka kembali."
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    return None, CatatanSel(Kolom.USULAN, f"Usulan “{shown}” tidak dikenal.", hint)


def _refuse_contradiction(
    jenis: JenisUsulan | None, entry: EntriDik | None, notes: list[CatatanSel]
) -> None:
    if jenis is JenisUsulan.BARU and entry is not None:
        text = f"Ditulis “baru”, tetapi informasi ini sudah ada di daftar ({kode(entry.id)})."
        hint = "Tulis “ubah” atau “tetap”; bila memang lain, bedakan judulnya dan kosongkan kode."
        notes.append(CatatanSel(Kolom.USULAN, text, hint))
    unknown = any(note.kolom is Kolom.KODE and not note.warning for note in notes)
    if entry is None and jenis is not None and jenis not in _FOR_NEW and not unknown:
        text = f"Ditulis “{jenis.label.casefold()}”, tetapi informasi ini tidak ada di daftar."
        hint = "Isi kodenya, atau tulis “baru”."
        notes.append(CatatanSel(Kolom.USULAN, text, hint))


def _status(notes: Iterable[CatatanSel], otherwise: StatusBaris) -> StatusBaris:
    for note in notes:
        if not note.warning:
            return StatusBaris.PERLU_DIPERBAIKI
    return otherwise
