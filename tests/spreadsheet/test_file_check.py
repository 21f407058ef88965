"""A wrong file gets one clear sentence; a right one is known by its bytes, not its name."""

from __future__ import annotations

import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from sopapp.domain.errors import DomainError
from sopapp.spreadsheet import limits
from sopapp.spreadsheet.file_check import JenisFile, check_file
from sopapp.spreadsheet.grid import read_grid
from tests.spreadsheet.makers import (
    MAKERS,
    by_odfpy,
    by_xlsxwriter,
    by_xlwt,
    changed_part,
    ole_with,
)

FILES = Path(__file__).parent / "files"
SHEET = "xl/worksheets/sheet1.xml"


def refused(path: Path) -> str:
    """The sentence a file is refused with: it names the file and ends as a sentence."""
    with pytest.raises(DomainError) as caught:
        read_grid(path)
    text = str(caught.value)
    assert text.endswith(".")
    return text


def file(tmp_path: Path, data: bytes, name: str = "usulan.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("other", ["lain.xlsx", "lain.xls", "lain.dat", "lain"])
def test_the_bytes_say_what_a_file_is(tmp_path: Path, name: str, other: str) -> None:
    path = MAKERS[name](tmp_path / name).rename(tmp_path / other)

    kind = {"csv": JenisFile.TEKS}.get(name[-3:]) or JenisFile(name.rpartition(".")[2])
    assert check_file(path).jenis is kind
    assert read_grid(path).sheets[0].rows[1][1] == "Identitas pelapor pengaduan"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "tidak ditemukan" in refused(tmp_path / "usulan.xlsx")


@pytest.mark.parametrize("data", [b"", b"   \r\n", bytes(4096), b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    assert "kosong" in refused(file(tmp_path, data))


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="root may read everything")
def test_no_right_to_read(tmp_path: Path) -> None:
    path = by_xlsxwriter(tmp_path / "usulan.xlsx")
    path.chmod(0)

    assert "tidak boleh dibuka" in refused(path)


def test_a_file_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "in use")

    path = by_xlsxwriter(tmp_path / "usulan.xlsx")
    monkeypatch.setattr(Path, "open", held)

    assert "Tutup dahulu di Excel" in refused(path)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_photo_with_the_name_of_a_workbook(tmp_path: Path, kind: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, kind)

    assert "foto atau gambar" in refused(file(tmp_path, out.getvalue()))


def test_a_pdf_with_the_name_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "usulan.xlsx"
    canvas = Canvas(str(path))
    canvas.drawString(10, 10, "daftar")
    canvas.save()

    assert "PDF" in refused(path)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/document.xml": b"<a/>"}, "dokumen Word"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "dokumen Word"),
        ({"ppt/presentation.xml": b"<a/>"}, "presentasi"),
        ({"mimetype": b"application/vnd.oasis.opendocument.presentation"}, "presentasi"),
        ({"xl/workbook.bin": b"\0"}, ".xlsb"),
        ({"usulan.xlsx": b"PK"}, "arsip zip"),
        ({"a.xml": b"<a/>"}, "arsip zip"),
    ],
)
def test_a_zip_that_is_something_else(tmp_path: Path, parts: dict[str, bytes], said: str) -> None:
    assert said in refused(file(tmp_path, zipped({"[Content_Types].xml": b"<a/>"} | parts)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ole_with(["EncryptionInfo", "EncryptedPackage"]), "kata sandi"),
        (ole_with(["WordDocument"]), "dokumen Word"),
        (ole_with(["PowerPoint Document"]), "presentasi"),
        (ole_with(["Sesuatu"]), "rusak"),
        (ole_with(["Workbook"]), "rusak"),
        (ole_with([])[:600], "rusak"),
        (b"{\\rtf1 daftar}", "dokumen Word"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "arsip"),
        (b"<html><body><table><tr><td>Informasi</td></tr></table>", "halaman web"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"/>', "halaman web"),
        (bytes(range(256)) * 20, "bukan tabel"),
        (b"PK\x03\x04" + bytes(100), "rusak"),
    ],
)
def test_other_bytes_with_the_name_of_a_workbook(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refused(file(tmp_path, data))


@pytest.mark.parametrize("name", ["sandi.ods", "sandi.xls"])
def test_locked_by_libreoffice(name: str) -> None:
    assert "kata sandi" in refused(FILES / name)


def test_an_encrypted_zip(tmp_path: Path) -> None:
    data = bytearray(by_xlsxwriter(tmp_path / "a.xlsx").read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)

    assert "kata sandi" in refused(file(tmp_path, bytes(data)))


def test_larger_than_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "usulan.xlsx"
    with path.open("wb") as out:
        out.write(b"PK\x03\x04")
        out.truncate(limits.BATAS_BYTE + 1)

    assert "50 MB" in refused(path)


def bomb(tmp_path: Path, part: str, filler: bytes, megabytes: int) -> Path:
    """A workbook one part of which unpacks to many megabytes."""
    path = by_xlsxwriter(tmp_path / "bom.xlsx")
    with zipfile.ZipFile(path) as source:
        parts = {i.filename: source.read(i) for i in source.infolist() if i.filename != part}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
        with target.open(part, "w") as out:
            out.write(b"<worksheet><sheetData>")
            for _ in range(megabytes):
                out.write(filler * ((1 << 20) // len(filler)))
    return path


@pytest.mark.parametrize("part", [SHEET, "xl/styles.xml", "xl/sharedStrings.xml"])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, part: str) -> None:
    path = bomb(tmp_path, part, b"<row r='1'></row>", 60)

    assert path.stat().st_size < 1 << 20
    assert "membengkak" in refused(path)


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = bomb(tmp_path, SHEET, b"<row r='1'></row>", 60)
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02", data.rfind(SHEET.encode()) - 60)
    assert data[at + 46 : at + 46 + len(SHEET)] == SHEET.encode()
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    path.write_bytes(data)

    assert "membengkak" in refused(path)


def test_a_zip_that_claims_more_than_there_is(tmp_path: Path) -> None:
    path = by_xlsxwriter(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1 << 31)
    path.write_bytes(data)

    assert "membengkak" in refused(path)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_entities_that_could_grow(tmp_path: Path, part: str) -> None:
    path = changed_part(
        by_xlsxwriter(tmp_path / "a.xlsx"),
        part,
        lambda old: b'<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">]>' + old,
    )

    assert "rusak" in refused(path)


def test_entities_in_ods(tmp_path: Path) -> None:
    path = changed_part(
        by_odfpy(tmp_path / "a.ods"),
        "content.xml",
        lambda old: b'<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">]>' + old,
    )

    assert "rusak" in refused(path)


@pytest.mark.parametrize("make", [by_xlsxwriter, by_odfpy, by_xlwt])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_cut_off_on_the_way(tmp_path: Path, make, share: float) -> None:
    path = make(tmp_path / "usulan.xlsx")
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    assert "rusak" in refused(path)
