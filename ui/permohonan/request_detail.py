"""One request read in full: who asked for what, its ground, its letter, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopapp.domain.permohonan import HARI_KEBERATAN, Permohonan, SuratPenolakan
from sopapp.domain.tanggal import hari_tanggal, tanggal
from ui.permohonan.request_row import RequestRow, due_state

if TYPE_CHECKING:
    from datetime import date

    from sopapp.app import App


def detail_pairs(app: App, row: RequestRow) -> tuple[tuple[str, str], ...]:
    """Label and text of everything that is known of a request."""
    return tuple(_pairs(app, row))


def _pairs(app: App, row: RequestRow) -> Iterator[tuple[str, str]]:
    request, due = row.permohonan, row.tenggat
    data = request.data
    yield "Dibatalkan", request.batal
    yield "Pemohon", "\n".join(text for text in (data.nama, data.alamat, data.kontak) if text)
    yield "Informasi yang diminta", data.rincian
    yield "Bagian yang ditolak", data.ditolak
    day = request.surat.tanggal if request.surat else None
    if not (request.surat and request.surat.ditandatangani):
        yield "Dasar di daftar", _grounds(app, request, day)
    if due is not None:
        yield "Paling lambat dijawab", f"{hari_tanggal(due.akhir)}. {due_state(due)}."
        yield "Perhatian", due.catatan if request.berjalan else ""
    yield "Alasan perpanjangan", data.perpanjangan
    yield "Surat penolakan", _letter(request.surat)
    if request.surat is not None and not request.batal:
        yield "Lembar uji", _sheets(app, request)
        yield "Hak pemohon", _objection(app, request)
    yield "Catatan internal", data.catatan


def _grounds(app: App, request: Permohonan, day: date | None) -> str:
    entries = app.permohonan.entries(request.data.entri_ids, day)
    if not entries:
        return "" if request.batal else "Belum dipilih; surat belum dapat disusun."
    return "\n".join(
        each.halangan or f"Nomor urut {each.nomor_urut}: {each.judul} ({each.unit_nama})"
        for each in entries
    )


def _letter(surat: SuratPenolakan | None) -> str:
    if surat is None:
        return ""
    if not surat.nomor or surat.tanggal is None:
        words = "Disusun, belum bernomor."
    else:
        words = f"Nomor {surat.nomor} tanggal {tanggal(surat.tanggal)}."
    if surat.ditandatangani:
        sent = f" Dikirim {tanggal(surat.dikirim)}." if surat.dikirim else ""
        return f"{words} Sudah ditandatangani.{sent}"
    own = (
        " Teksnya sudah diubah sendiri; periksa lagi bila permohonannya berubah."
        if surat.disunting
        else ""
    )
    return f"{words} {'Sudah dicetak.' if surat.dicetak else 'Belum dicetak.'}{own}"


def _sheets(app: App, request: Permohonan) -> str:
    sheets = app.permohonan.attachments_of(request.id)
    missing = [f"“{each.judul}”" for each in sheets if each.attachment is None]
    kept = len(sheets) - len(missing)
    words = f"{kept} tersimpan dan ikut dalam pratinjau surat." if kept else ""
    if missing:
        words += f" Tidak ada cetakan yang tersimpan untuk {', '.join(missing)}."
    return words.strip()


def _objection(app: App, request: Permohonan) -> str:
    if request.surat is None or not request.surat.ditandatangani:
        return ""
    until = app.permohonan.objection_until(request)
    right = f"Keberatan kepada Atasan PPID dalam {HARI_KEBERATAN} hari kerja sejak menerima surat"
    if until is None:
        return f"{right}; tanggal terimanya belum dicatat di buku ekspedisi."
    return f"{right}, paling lambat {hari_tanggal(until)}."
