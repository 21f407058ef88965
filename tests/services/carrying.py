"""Carries a berkas along the SOP by the services, with stand-ins for the PDFs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sopapp.app import App
from sopapp.domain.dik import (
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
    JenisUsulan,
    Putusan,
)
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.uji import IsiUji, Kesimpulan, Peserta
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.permintaan import Jawaban
from tests.remembered import remembered

PDF = (
    b"%PDF-1.7\n1 0 obj\n<< /Pages 2 0 R /Type /Catalog >>\nendobj\n"
    b"2 0 obj\n<< /Count 1 /Kids [3 0 R] /Type /Pages >>\nendobj\n"
    b"3 0 obj\n<< /MediaBox [0 0 595 842] /Parent 2 0 R /Resources << >> /Type /Page >>\nendobj\n"
    b"trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n% kertas kosong\n"
)
"""A blank sheet; words may be added to its end."""


def photo(form: str = "JPEG") -> bytes:
    """The bytes of a picture of a few dots, as "JPEG" or "PNG"."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (4, 6), "white").save(out, form)
    return out.getvalue()


def complete(informasi: str, months: int = 24) -> IsiDik:
    """Content that lacks nothing to be excluded."""
    return IsiDik(
        informasi=informasi,
        dasar=(DasarPengecualian("h", 2),),
        konsekuensi_dibuka="Mengungkap rahasia pribadi pemohon layanan.",
        manfaat_ditutup="Melindungi rahasia pribadi pemohon layanan.",
        jangka=JangkaWaktu(JenisJangka.DURASI, bulan=months),
        bentuk="Dokumen",
    )


def weighed(app: App, kesimpulan: Kesimpulan = Kesimpulan.SELURUHNYA) -> IsiUji:
    """A test that lacks nothing, held today."""
    return IsiUji(
        tanggal=app.clock.today(),
        tempat="Ruang rapat",
        kepentingan_publik="Publik tetap mengetahui jumlah permohonan.",
        kepatutan="Pemohon tidak patut dirugikan karena memohon layanan.",
        pasal_18=False,
        persetujuan=False,
        kesimpulan=kesimpulan,
        alasan="Kerugian pemohon lebih besar daripada manfaat bagi publik.",
        peserta=(Peserta("Nama Sekretaris", "Sekretaris"), Peserta("Nama Kabid", "Kepala Bidang")),
    )


def exclude(app: App, usulan_id: int, isi: IsiDik | None = None) -> None:
    """Exclude a usulan the lawful way: by a test of its content, or of `isi`."""
    app.uji.record(usulan_id, weighed(app), isi)


def start(app: App, judul: str = "Pemutakhiran") -> int:
    """A berkas in the first step of stage 1."""
    today = app.clock.today()
    return app.berkas.create(judul, today.year, today)


@remembered
def ask(app: App, berkas_id: int, units: Sequence[int], *, per_unit: bool = True) -> None:
    """Choose the units and number and print their letters."""
    app.permintaan.choose_units(berkas_id, units)
    app.penyusunan.permintaan(berkas_id, per_unit=per_unit)
    app.surat.number_all(berkas_id, app.clock.today())
    for surat in app.surat.list(berkas_id):
        app.surat.keep(surat.id, PDF + surat.nomor.encode(), "dicetak")


@remembered
def to_answers(app: App, units: Sequence[int], judul: str = "Pemutakhiran") -> int:
    """A berkas that waits for the units' answers."""
    berkas_id = start(app, judul)
    ask(app, berkas_id, units)
    app.berkas.advance(berkas_id)
    app.berkas.advance(berkas_id)
    return berkas_id


@remembered
def answer_all(app: App, berkas_id: int) -> None:
    """Record an answer for each unit, nihil where it proposed nothing."""
    for each in app.permintaan.list(berkas_id):
        jawaban = Jawaban.USULAN if each.usulan_count else Jawaban.NIHIL
        app.permintaan.answer(each.id, jawaban, app.clock.today())


@remembered
def to_validasi(app: App, units: Sequence[int], judul: str = "Pemutakhiran") -> int:
    """A berkas at the start of stage 2 without usulan."""
    berkas_id = to_answers(app, units, judul)
    answer_all(app, berkas_id)
    app.berkas.advance(berkas_id)
    return berkas_id


def propose(
    app: App,
    berkas_id: int,
    unit: int,
    isi: IsiDik,
    jenis: JenisUsulan = JenisUsulan.BARU,
    entri_id: int | None = None,
    putusan: Putusan | None = Putusan.DIKECUALIKAN,
) -> int:
    """Add a usulan and judge it; an exclusion is tested first."""
    usulan_id = app.usulan.add(berkas_id, unit, jenis, isi, entri_id)
    if putusan is Putusan.DIKECUALIKAN:
        exclude(app, usulan_id)
    elif putusan is not None:
        app.usulan.judge(usulan_id, putusan, "Catatan")
    return usulan_id


@remembered
def to_penetapan(app: App, berkas_id: int) -> None:
    """From stage 2, everything judged, to the first step of stage 3."""
    while app.berkas.get(berkas_id).card.stage == 2:
        app.berkas.advance(berkas_id)


def print_keputusan(app: App, berkas_id: int) -> int:
    """Draft and print the Keputusan; gives the letter's id."""
    surat_id = app.keputusan.draft(berkas_id)
    app.surat.keep(surat_id, PDF, "dicetak untuk ditandatangani")
    return surat_id


@remembered
def sign(app: App, berkas_id: int, nomor: str, tanggal: date | None = None) -> int:
    """From the first step of stage 3 to the signed Keputusan, still in stage 3."""
    surat_id = print_keputusan(app, berkas_id)
    app.berkas.advance(berkas_id)
    app.keputusan.sign(berkas_id, nomor, tanggal or app.clock.today(), PDF + nomor.encode())
    return surat_id


def number_pattern(app: App, klasifikasi: str, pola: str) -> None:
    """Let requests be numbered by this pattern."""
    app.setting.save(LetterSettings(klasifikasi=klasifikasi))
    naskah = app.setting.naskah(JenisNaskah.NOTA_DINAS)
    app.setting.save_naskah(JenisNaskah.NOTA_DINAS, naskah._replace(pola=pola))


def scan_file(folder: Path) -> Path:
    """A file that passes for a scan."""
    path = folder / "pindaian.pdf"
    path.write_bytes(PDF + b"pindaian")
    return path


@remembered
def apply(app: App, berkas_id: int, folder: Path) -> None:
    """From the signed Keputusan to the register brought in line, at the end of stage 4."""
    app.berkas.advance(berkas_id)
    app.dokumentasi.attach_scan(berkas_id, scan_file(folder))
    app.dik.apply(berkas_id)


@remembered
def finish(app: App, berkas_id: int) -> None:
    """From the end of stage 4 to the finished berkas."""
    app.berkas.advance(berkas_id)
    app.dokumentasi.keep_list(berkas_id, PDF + b"daftar")
    app.dokumentasi.publish(berkas_id, "Papan pengumuman", app.clock.today())
    app.dokumentasi.write_bundle(berkas_id)
    app.berkas.advance(berkas_id)


@remembered
def to_register(
    app: App, units: Sequence[int], folder: Path, nomor: str, usulan: Sequence[tuple[int, str]]
) -> int:
    """A whole berkas up to the register: new entries (unit, informasi), all excluded."""
    berkas_id = to_validasi(app, units)
    for unit, informasi in usulan:
        propose(app, berkas_id, unit, complete(informasi))
    to_penetapan(app, berkas_id)
    sign(app, berkas_id, nomor)
    apply(app, berkas_id, folder)
    return berkas_id
