"""How papers look, are worded and numbered: what holds for all, and what for one kind.

The defaults are those of Permendagri 1/2023 (paper, margins, Arial 12, Bookman Old Style 12 for
a Keputusan); the patterns are no rule of anybody, so the office sets its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sopapp.documents.paper_parts import PAPERS, FontFamily, Gaya, PageSetup, Paper
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import BentukSisipan, NumberPattern
from sopapp.domain.sop import LaneCode

PAPER_LAIN = "Lain"
"""The choice of a paper size of one's own."""

_POLA = "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}"
_SMALLEST_TEXT_AREA = 100.0
_LOWEST_TEXT_AREA = 80.0
"""Between top and bottom of a sheet that lies on its side, as lists do."""
_LONGEST = {
    "pola": ("Pola nomor", 120), "deret": ("Deret nomor", 60), "klasifikasi": ("Klasifikasi", 40),
    "kode_sifat": ("Kode sifat", 20), "sifat": ("Sifat surat", 60),
    "label_yth": ("Label penerima", 60),
}  # fmt: skip
"""Label and characters of each field at most."""
_SIDES = (("top", "atas"), ("bottom", "bawah"), ("left", "kiri"), ("right", "kanan"))


class LetterSettings(NamedTuple):
    """What holds for every paper that has no setting of its own.

    Paper and margins in millimetres (`lebar`, `tinggi` count when `paper` is "Lain"), `size` in
    points. `klasifikasi` is the code of a kind that names none.
    """

    paper: str = "A4"
    lebar: float = 210.0
    tinggi: float = 297.0
    top: float = 20.0
    bottom: float = 25.0
    left: float = 30.0
    right: float = 20.0
    font: str = "arial"
    size: float = 12.0
    sifat: str = "Segera"
    klasifikasi: str = ""
    sisipan: BentukSisipan = BentukSisipan.ANGKA

    def kertas(self) -> Paper:
        """The sheet in portrait."""
        return _paper(self.paper, self.lebar, self.tinggi)

    def page(self) -> PageSetup:
        """The page of papers without settings of their own: lists and tables."""
        return PageSetup(
            self.kertas(), self.top, self.bottom, self.left, self.right,
            FontFamily(self.font), self.size,
        )  # fmt: skip


class NaskahSettings(NamedTuple):
    """What holds for one kind of paper.

    Paper and margins are the common ones unless `kertas_sendiri`; those of a Lampiran are its
    letter's unless `lampiran_sendiri`. `deret` names the sequence of its numbers: kinds with the
    same one count together. `rangkap_*` are sheets per recipient, per copy and for the office.
    """

    kertas_sendiri: bool = False
    paper: str = "A4"
    lebar: float = 210.0
    tinggi: float = 297.0
    top: float = 20.0
    bottom: float = 25.0
    left: float = 30.0
    right: float = 20.0
    font: str = "arial"
    size: float = 12.0
    lampiran_sendiri: bool = False
    lampiran_mendatar: bool = True
    lampiran_top: float = 20.0
    lampiran_bottom: float = 25.0
    lampiran_left: float = 30.0
    lampiran_right: float = 20.0
    label_yth: str = "Yth."
    label_kapital: bool = False
    diktum_pertama: bool = False
    nomor_di_judul: bool = False
    selaku_line: bool = False
    klasifikasi: str = ""
    kode_sifat: str = ""
    pola: str = _POLA
    deret: str = "Nota Dinas"
    signer: LaneCode = LaneCode.PPID_PEMBANTU
    rangkap_penerima: int = 1
    rangkap_tembusan: int = 0
    rangkap_arsip: int = 0

    def page(self, common: LetterSettings) -> PageSetup:
        """Paper, margins and type of this kind."""
        if not self.kertas_sendiri:
            return replace(common.page(), font=FontFamily(self.font), size=self.size)
        return PageSetup(
            _paper(self.paper, self.lebar, self.tinggi),
            self.top, self.bottom, self.left, self.right,
            FontFamily(self.font), self.size,
        )  # fmt: skip

    def page_lampiran(self, common: LetterSettings) -> PageSetup | None:
        """The page of its Lampiran; None when it is the letter's."""
        if not self.lampiran_sendiri:
            return None
        return replace(
            self.page(common),
            top=self.lampiran_top,
            bottom=self.lampiran_bottom,
            left=self.lampiran_left,
            right=self.lampiran_right,
        )

    def gaya(self) -> Gaya:
        """Its wordings."""
        return Gaya(self.label_kapital, self.diktum_pertama, self.nomor_di_judul)


_KEPUTUSAN = NaskahSettings(
    font="bookman",
    deret="Keputusan",
    # Told apart from a Nota Dinas with the same running number.
    pola="{klasifikasi}/{urut}/KEP/{unit}/{bulan_romawi}/{tahun}",
    signer=LaneCode.ATASAN_PPID_PEMBANTU,
)
BAWAAN: dict[JenisNaskah, NaskahSettings] = {
    **{jenis: NaskahSettings() for jenis in JenisNaskah},
    JenisNaskah.KEPUTUSAN: _KEPUTUSAN,
    JenisNaskah.SALINAN: _KEPUTUSAN._replace(signer=LaneCode.PPID_PEMBANTU),
    JenisNaskah.BERITA_ACARA: NaskahSettings(
        deret="Berita Acara", pola="{klasifikasi}/{urut}/BA/{unit}/{bulan_romawi}/{tahun}"
    ),
    JenisNaskah.PENOLAKAN: NaskahSettings(
        deret="Surat keluar", pola="{klasifikasi}/{urut}/PPID/{unit}/{bulan_romawi}/{tahun}"
    ),
    JenisNaskah.SOP: NaskahSettings(signer=LaneCode.ATASAN_PPID_PEMBANTU, size=10.0),
}
"""What every kind has until the office changes it."""


def check_letters(group: LetterSettings) -> None:
    """Raise DomainError naming the field that cannot be."""
    _check_lengths(group, ("klasifikasi", "sifat"))
    _check_page(group.paper, group.lebar, group.tinggi, _sides(group, ""))
    _check_type(group.font, group.size)


def check_naskah(jenis: JenisNaskah, group: NaskahSettings, common: LetterSettings) -> None:
    """Raise DomainError naming the field that cannot be."""
    _check_type(group.font, group.size)
    if group.kertas_sendiri:
        _check_page(group.paper, group.lebar, group.tinggi, _sides(group, ""))
    page = group.page(common)
    if group.lampiran_sendiri:
        sides = _sides(group, "lampiran_")
        _check_page(PAPER_LAIN, page.paper.width, page.paper.height, sides)
    if jenis.bernomor:
        _check_lengths(group, ("pola", "deret", "klasifikasi", "kode_sifat"))
        sifat, klasifikasi = group.kode_sifat, group.klasifikasi or common.klasifikasi
        try:
            NumberPattern(group.pola, klasifikasi, "UNIT", sifat).check()
        except DomainError as error:
            raise DomainError(str(error), field="pola") from error
        if not group.deret.strip():
            msg = "Deret nomor belum diisi. Jenis surat dengan deret yang sama dihitung bersama."
            raise DomainError(msg, field="deret")
    if jenis.nota_dinas and not group.label_yth.strip():
        raise DomainError("Label penerima belum diisi (Yth. atau Kepada).", field="label_yth")
    _check_lengths(group, ("label_yth",))
    for field in ("rangkap_penerima", "rangkap_tembusan", "rangkap_arsip"):
        if not 0 <= getattr(group, field) <= 20:
            raise DomainError("Jumlah rangkap adalah 0 sampai 20.", field=field)


def _check_lengths(group: LetterSettings | NaskahSettings, fields: tuple[str, ...]) -> None:
    """Refuse what was pasted by mistake: every letter of the kind would carry it."""
    for field in fields:
        label, most = _LONGEST[field]
        if len(getattr(group, field)) > most:
            raise DomainError(f"{label} melebihi {most} huruf. Ringkaskan.", field=field)


def _paper(name: str, width: float, height: float) -> Paper:
    known = PAPERS.get(name)
    return known or Paper(f"{width:g} × {height:g} mm", width, height)


def _sides(group: LetterSettings | NaskahSettings, prefix: str) -> dict[str, float]:
    return {f"{prefix}{side}": getattr(group, f"{prefix}{side}") for side, _label in _SIDES}


def _check_page(paper: str, width: float, height: float, sides: dict[str, float]) -> None:
    if paper not in PAPERS and paper != PAPER_LAIN:
        known = ", ".join((*PAPERS, PAPER_LAIN))
        raise DomainError(f"Kertas “{paper}” tidak dikenal; pilih {known}.", field="paper")
    sheet = _paper(paper, width, height)
    if not (140 <= sheet.width <= 330 and 180 <= sheet.height <= 500):
        msg = "Ukuran kertas adalah 140 sampai 330 mm kali 180 sampai 500 mm."
        raise DomainError(msg, field="lebar")
    if sheet.width > sheet.height:
        raise DomainError("Lebar kertas tidak boleh melebihi tingginya.", field="lebar")
    for (field, value), (_side, label) in zip(sides.items(), _SIDES, strict=True):
        if not 5 <= value <= 80:
            raise DomainError(f"Tepi {label} adalah 5 sampai 80 mm.", field=field)
    left, right = (name for name in sides if name.endswith(("left", "right")))
    if sheet.width - sides[left] - sides[right] < _SMALLEST_TEXT_AREA:
        raise DomainError("Tepi kiri dan kanan menyisakan kurang dari 100 mm.", field=left)
    top, bottom = (name for name in sides if name.endswith(("top", "bottom")))
    if sheet.width - sides[top] - sides[bottom] < _LOWEST_TEXT_AREA:
        msg = "Tepi atas dan bawah menyisakan kurang dari 80 mm pada halaman mendatar."
        raise DomainError(msg, field=top)


def _check_type(font: str, size: float) -> None:
    if font not in list(FontFamily):
        known = ", ".join(FontFamily)
        raise DomainError(f"Huruf “{font}” tidak dikenal; pilih {known}.", field="font")
    if not 9 <= size <= 14:
        raise DomainError("Ukuran huruf adalah 9 sampai 14 pt.", field="size")
