"""Attachments, sheets, pictures and SOP files that are not what they say."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from sopapp.app import App
from sopapp.domain.dibuka_luar import dapat_menjalankan, nama_salinan
from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.nama_file import nama_aman, nama_asal
from sopapp.persistence import files
from sopapp.services.file_names import file_name
from sopapp.spreadsheet.sheet import read_sheet
from tests.hostile.files import encrypted, jpeg, png, with_actions, zip_bomb
from tests.hostile.names import unsafe
from tests.hostile.texts import NAMES, bad_text
from tests.services.carrying import PDF, photo

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipa bernama hanya ada di POSIX")


def kept(app: App) -> set[str]:
    """The names of all stored files."""
    folder = app.attachments._files.root
    return {path.name for path in folder.rglob("*") if path.is_file()}


def refused(app: App, path: Path, words: str) -> None:
    before = kept(app)
    with pytest.raises(DomainError, match=words):
        app.attachments.take(path)
    assert kept(app) == before


_ROUND = (
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 9 >>\nendobj\n"
    b"trailer\n<< /Root 1 0 R >>\n%%EOF"
)
"""A PDF whose pages are its pages."""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ini bukan PDF", "bukan PDF yang utuh"),
        (b"%PDF-1.7\n", "bukan PDF yang utuh"),
        (b"%PDF-1.7\n" + bytes(5000), "bukan PDF yang utuh"),
        (with_actions()[:200], "bukan PDF yang utuh"),
        (_ROUND, "bukan PDF yang utuh"),
        (encrypted("rahasia"), "kata sandi"),
        (png(60_000, 60_000), "terlalu besar"),
        (jpeg(65_000, 65_000), "terlalu besar|bukan gambar yang utuh"),
        (b"\x89PNG\r\n\x1a\n putus", "bukan gambar yang utuh"),
        (b"\xff\xd8\xff putus", "bukan gambar yang utuh"),
        (b"", "kosong"),
    ],
)
def test_a_scan_that_nothing_opens_is_refused(
    app: App, tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "pindaian.dat"
    path.write_bytes(data)
    refused(app, path, words)


@pytest.mark.parametrize("data", [PDF, with_actions(), encrypted(""), photo(), photo("PNG")])
def test_what_can_be_opened_is_kept_byte_for_byte(app: App, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "pindaian.dat"
    path.write_bytes(data)
    taken = app.attachments.take(path)
    assert app.attachments._files.read(taken.sha256) == data


@pytest.mark.parametrize("seed", range(40))
def test_a_pdf_with_bytes_turned_is_kept_or_refused(app: App, tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    data = bytearray(with_actions())
    for _ in range(rng.choice((1, 5, 60))):
        data[rng.randrange(8, len(data))] = rng.randrange(256)
    path = tmp_path / "pindaian.pdf"
    path.write_bytes(data[: rng.randrange(20, len(data))] if seed % 3 == 0 else data)
    said = "“pindaian.pdf”"
    try:
        app.attachments.take(path)
    except DomainError as error:
        said = str(error)
    assert "“pindaian.pdf”" in said


def test_a_sparse_file_of_500_mb_is_refused_unread(app: App, tmp_path: Path) -> None:
    path = tmp_path / "besar.pdf"
    with path.open("wb") as handle:
        handle.write(PDF)
        handle.truncate(500 << 20)
    refused(app, path, "terlalu besar")


def test_folders_links_and_missing_files_are_told(app: App, tmp_path: Path) -> None:
    refused(app, tmp_path, "adalah folder")
    refused(app, tmp_path / "tidak ada.pdf", "tidak ditemukan")
    refused(app, tmp_path / ("x" * 300), "tidak dapat dibaca|tidak ditemukan")
    refused(app, Path("a\x00b.pdf"), "tidak dapat dibaca")
    loop = tmp_path / "putaran.pdf"
    try:
        loop.symlink_to(loop)
    except OSError:
        pytest.skip("tautan tidak boleh dibuat di sini")
    refused(app, loop, "tidak dapat dibaca|tidak ditemukan")  # Windows: the latter


@posix
def test_a_pipe_or_a_device_is_refused_without_waiting(app: App, tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.csv"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero"), Path("/dev/null")):
        refused(app, path, "bukan file biasa")
        with pytest.raises(DomainError, match="bukan file biasa"):
            read_sheet(path)
        with pytest.raises(DomainError, match="bukan file SOP"):
            app.sop.load(path)


def test_a_file_that_grows_while_it_is_read_is_refused(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "unduhan.dat"
    path.write_bytes(b"awal")
    put: Callable[..., object] = files.FileStore.put_file

    def grown(store: files.FileStore, source: Path, *more: object) -> object:
        with source.open("ab") as handle:
            handle.write(b" dan lanjutannya")
        return put(store, source, *more)

    monkeypatch.setattr(files.FileStore, "put_file", grown)
    with pytest.raises(DomainError, match="berubah ketika dibaca"):
        app.attachments.take(path)


def test_a_file_that_vanishes_while_it_is_read_is_told(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "usb.dat"
    path.write_bytes(b"isi")
    put: Callable[..., object] = files.FileStore.put_file

    def gone(store: files.FileStore, source: Path, *more: object) -> object:
        source.unlink()
        return put(store, source, *more)

    monkeypatch.setattr(files.FileStore, "put_file", gone)
    refused(app, path, "tidak dapat dibaca")


def test_a_workbook_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    path.write_bytes(zip_bomb())
    with pytest.raises(DomainError):
        read_sheet(path)


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "9" * 6000, "a = 2026-13-45", "[kepala]\nnama = 3", "\x00",
     "x" * 10, "a = '''" + "x" * 1_500_000 + "'''", "[a]\n[a]", "kepala = 1\n[[kepala]]",
     "[" + "a." * 3000 + "b]"],
)  # fmt: skip
def test_an_sop_file_with_slips_changes_nothing(app: App, tmp_path: Path, text: str) -> None:
    path = tmp_path / "sop.toml"
    path.write_text(text, encoding="utf-8")
    before = (app.sop.current_id, len(app.riwayat.list()))
    with pytest.raises(DomainError):
        app.sop.load(path)
    assert (app.sop.current_id, len(app.riwayat.list())) == before


@pytest.mark.parametrize("name", NAMES)
def test_names_that_are_proposed_are_safe(name: str) -> None:
    for made in (
        nama_aman(name), nama_aman(name, ".pdf"), file_name(name, ".pdf"),
        file_name(name, Path(name).suffix), nama_salinan(name, "application/octet-stream"),
        nama_salinan(name, "application/pdf"),
    ):  # fmt: skip
        assert unsafe(made) == "", made


def test_names_of_any_text_are_safe() -> None:
    rng = Random(3)
    for _ in range(2_000):
        text = bad_text(rng)[:5_000]
        assert unsafe(nama_aman(text, rng.choice(("", ".pdf", ".xlsx", "." + text[:9])))) == ""
        stored = nama_asal(text)
        assert stored.isprintable() or stored.strip()
        assert len(stored) <= 120
        stored.encode()


def test_a_direction_mark_cannot_dress_a_program() -> None:
    assert nama_salinan("Laporan\u202efdp.exe", "") == "Laporanfdp.exe"
    assert nama_salinan("foto.exe", "image/png") == "foto.png"
    assert nama_salinan("surat.pdf.", "application/octet-stream") == "surat.pdf"


@pytest.mark.parametrize(
    "suffix",
    [
        "exe", "bat", "cmd", "com", "ps1", "vbs", "js", "jse", "wsf", "hta", "lnk", "scr",
        "msi", "jar", "html", "htm", "svg", "docm", "xlsm", "pptm", "reg", "url", "iso",
        "appimage", "desktop", "sh", "py", "doc", "xls", "zip",
    ],
)  # fmt: skip
def test_types_that_can_run_are_asked_about(suffix: str) -> None:
    assert dapat_menjalankan(f"surat.{suffix}", b"isi")
    assert dapat_menjalankan(f"surat.{suffix.upper()} .", b"isi")


@pytest.mark.parametrize(
    "data",
    [b"MZ\x90", b"\x7fELF", b"#!/bin/sh", b"<html><script>", b"PK\x03\x04 word/vbaProject.bin"],
)
def test_a_program_that_calls_itself_a_document_is_asked_about(data: bytes) -> None:
    assert dapat_menjalankan("surat.docx", data)


@pytest.mark.parametrize("name", ["a.docx", "b.XLSX", "c.odt", "d.csv", "e.txt", "f.pdf"])
def test_documents_are_opened_unasked(name: str) -> None:
    assert not dapat_menjalankan(name, b"PK\x03\x04 isi")


def test_the_name_is_kept_without_what_hides(app: App, tmp_path: Path) -> None:
    path = tmp_path / ("jawaban\u202e " + "x" * 200 + ".dat")
    try:
        path.write_bytes(b"isi")
    except OSError:
        pytest.skip("sistem ini tidak menerima nama itu")
    taken = app.attachments.take(path)
    assert taken.nama.startswith("jawaban x")
    assert taken.nama.endswith(".dat")
    assert len(taken.nama) <= 120


def test_every_refusal_is_for_the_user() -> None:
    assert issubclass(DomainError, SopappError)
