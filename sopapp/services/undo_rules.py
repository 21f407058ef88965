"""Which writes can be taken back, decided one by one, and for the others why not.

A write that is named in neither list is not taken back; a test asks for a decision on each.
What rows a write touched counts beside its name: numbering a Berita Acara with its head is no
mere change of words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sopapp.persistence.undo_log import Op, RowChange, UndoLog

_DECIDED = """
agenda.ubah
berkas.batal berkas.judul berkas.kembali berkas.maju
daftar.batal_umumkan daftar.umumkan
dik.catatan
ekspedisi.catat ekspedisi.hapus ekspedisi.terima ekspedisi.ubah
instansi instansi.logo
katalog.hapus katalog.tambah katalog.ubah
keputusan.susun
libur.hapus libur.pindah libur.simpan
nota_dinas.antar nota_dinas.ingatkan nota_dinas.kembalikan nota_dinas.susun
pejabat.hapus pejabat.tambah pejabat.ubah
penolakan.susun
pengaturan pengaturan.bawaan
permintaan.buka permintaan.jawab permintaan.unit
permohonan.batal permohonan.perpanjang permohonan.tambah permohonan.ubah
profil.muat
surat.batal surat.bawaan surat.ganti surat.ubah
templat templat.bawaan
uji.berita_acara uji.catat
unit_kerja.hapus unit_kerja.tambah unit_kerja.ubah unit_kerja.urut
usulan.hapus usulan.impor usulan.perbaikan usulan.putusan usulan.putusan_ditarik usulan.tambah
usulan.ubah
"""
UNDOABLE = frozenset(_DECIDED.split())
"""Taken back unless it touched what stays (a number, a signature, a print)."""

_NUMBER = (
    "Nomor surat yang sudah diberikan tidak diambil kembali. Ubah lewat Nomor…, atau batalkan "
    "suratnya."
)
_SIGNED = (
    "Surat yang bertanda tangan tetap seperti adanya. Bila salah catat, pilih Batalkan "
    "pencatatan… pada surat itu."
)
_UNSIGNED = "Tanda tangan yang pencatatannya dibatalkan tidak dipulihkan. Catat lagi bila perlu."
_VOID = "Nomor yang dibatalkan tetap BATAL di buku agenda. Buat surat baru dengan nomor baru."
_PRINTED = "Cetakan disimpan sebagai bukti. Bila suratnya keliru, perbaiki lalu cetak lagi."
_CORRECTED = (
    "Perubahan surat yang sudah dicetak tercatat dengan alasannya. Ubah sekali lagi bila keliru."
)
_SCANNED = "Pindaian disimpan sebagai bukti. Bila keliru, lampirkan pindaian yang benar."
_LISTED = "Daftar yang dibuat disimpan sebagai bukti. Bila keliru, buat daftarnya lagi."
_BUNDLED = "Bundel yang dibuat disimpan sebagai bukti. Bila keliru, buat bundelnya lagi."
_BERKAS = "Berkas baru sudah tercatat di riwayat. Bila keliru, pilih Lainnya, Batalkan berkas…."
_SOP = "SOP yang dimuat tetap tersimpan. Muat file SOP sebelumnya untuk memberlakukannya lagi."
_FIRST = "Daftar awal tidak diurungkan. Ubah lewat berkas baru, atau pulihkan cadangan sebelum itu."
_IN_LINE = (
    "Daftar sudah diselaraskan dengan Keputusan bertanda tangan. Ubah daftar lewat berkas baru."
)
_LOCK = "Kata sandi pembuka tidak diurungkan. Ubah di Pengaturan."
_BACKUPS = "Pengaturan cadangan tidak diurungkan. Ubah lagi di Pengaturan, bagian Cadangan."

_RESTORED = "Pemulihan cadangan tidak diurungkan. Data sebelumnya disimpan di samping data ini."

EXCEPTED: Mapping[str, str] = {
    "agenda.batal": _VOID,
    "agenda.catat": "Nomor yang sudah dicatat tetap di buku agenda. Bila keliru, batalkan di sana.",
    "arsip.tulis": _BUNDLED,
    "berkas.mulai": _BERKAS,
    "cadangan.pulih": _RESTORED,
    "cadangan.sandi": _BACKUPS,
    "daftar.tulis": _LISTED,
    "dik.awal": _FIRST,
    "dik.selaras": _IN_LINE,
    "keputusan.batal_catat": _UNSIGNED,
    "keputusan.pindai": _SCANNED,
    "keputusan.salinan": "Salinan disimpan sebagai bukti. Bila keliru, buat salinannya lagi.",
    "keputusan.tanda_tangan": _SIGNED,
    "kunci.lepas": _LOCK,
    "kunci.menit": _LOCK,
    "kunci.pasang": _LOCK,
    "sop.muat": _SOP,
    "surat.batal_catat": _UNSIGNED,
    "surat.cetak": _PRINTED,
    "surat.nomor": _NUMBER,
    "surat.pindai": _SCANNED,
    "surat.tanda_tangan": _SIGNED,
    "uji.cetak": _PRINTED,
}
"""Never taken back: the sentence says why, and what to do instead."""

UNDECIDED = "Perubahan terakhir tidak dapat diurungkan. Perbaiki lewat halamannya."

_KEPT = {
    "bundel": _BUNDLED,
    "cetakan": _PRINTED,
    "cetakan_uji": _PRINTED,
    "daftar_terbit": _LISTED,
    "dik_terbitan": _IN_LINE,
    "dik_versi": _IN_LINE,
    "koreksi": _CORRECTED,
    "pindaian": _SCANNED,
    "sop_versi": _SOP,
}
"""Tables that a write adds to for good; a pointer of theirs that was cut may be mended."""

_NUMBERED = ("nomor", "tanggal", "deret", "urut", "sisipan")


def refusal(aksi: str, rows: str | None) -> str | None:
    """Why a write of this name cannot be taken back; `rows` is what its rows say of it."""
    return EXCEPTED.get(aksi) or rows or (None if aksi in UNDOABLE else UNDECIDED)


def refusal_of_rows(log: UndoLog, after: int) -> str | None:
    """Why what changed after note `after` cannot be taken back, by the rows alone."""
    touched = log.tables(after)
    for table, why in _KEPT.items():
        if (table, Op.INSERT) in touched or (table, Op.DELETE) in touched:
            return why
    if ("berkas", Op.INSERT) in touched:  # riwayat names it, and riwayat stays
        return _BERKAS
    looks: tuple[tuple[str, Callable[[RowChange], str | None]], ...] = (
        ("surat", _of_letter),
        ("setting", _of_setting),
    )
    names = {table for table, _ in touched}
    for table, look in looks:
        if table in names:
            for change in log.changes(table, after):
                found = look(change)
                if found is not None:
                    return found
    return None


def _of_letter(change: RowChange) -> str | None:
    before, after = change.before or {}, change.after or {}
    if before.get("ditandatangani"):
        return _SIGNED if after.get("ditandatangani") else _UNSIGNED
    if after.get("ditandatangani"):
        return _SIGNED
    if _number(before) != _number(after):
        return _NUMBER
    if after.get("nomor") and before.get("batal", "") != after.get("batal", ""):
        return _VOID
    return None


def _number(letter: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """The line in the book; None while the letter has no number."""
    return tuple(letter[name] for name in _NUMBERED) if letter.get("nomor") else None


def _of_setting(change: RowChange) -> str | None:
    key = (change.before or change.after or {}).get("kunci")
    return {"kunci": _LOCK, "cadangan": _BACKUPS}.get(str(key))
