"""What kind of file this is by its bytes, and whether it may be handed to the reading library.

Nothing is run, followed or fetched: macros, links and formulas stay where they are.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sopapp.domain.errors import DomainError
from sopapp.domain.nama_file import nama_asal
from sopapp.spreadsheet.limits import BATAS_BYTE
from sopapp.spreadsheet.package import Package, damaged
from sopapp.spreadsheet.xlsx_scan import QuickLook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SAVE_AS = "Buka file itu di Excel atau LibreOffice, simpan sebagai .xlsx, lalu impor lagi."
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
_OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


class JenisFile(StrEnum):
    """What can be read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEKS = "teks"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be read, in memory; `package` and `look` only where there is a zip."""

    nama: str
    jenis: JenisFile
    data: bytes
    package: Package | None = None
    look: QuickLook | None = None


def check_file(path: Path) -> CheckedFile:
    """Read and judge a file. Raises DomainError saying what is wrong and what to do."""
    nama = nama_asal(path.name)
    data = _bytes(path)
    if data.startswith(b"PK"):
        return _zip(data, nama)
    if data.startswith(_OLE):
        return _ole(data, nama)
    _refuse_known(data, nama)
    return CheckedFile(nama, JenisFile.TEKS, data)


def _bytes(path: Path) -> bytes:
    nama = nama_asal(path.name)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise DomainError(f"“{nama}” adalah folder. Pilih file Excel di dalamnya.")
        if not stat.S_ISREG(about.st_mode):  # a pipe or a device, which has no end
            raise DomainError(f"“{nama}” bukan file biasa. Pilih file Excel.")
        if about.st_size > BATAS_BYTE:
            raise DomainError(
                f"File “{nama}” lebih besar dari {BATAS_BYTE >> 20} MB. Hapus gambar dan lembar "
                "yang tidak diperlukan, simpan sebagai .xlsx, lalu impor lagi."
            )
        with path.open("rb") as file:
            data = file.read(about.st_size)  # it may grow while it is read
    except FileNotFoundError as error:
        raise DomainError(
            f"File “{nama}” tidak ditemukan; mungkin sudah dipindah atau dihapus. "
            "Pilih filenya lagi."
        ) from error
    except PermissionError as error:
        raise DomainError(
            f"File “{nama}” tidak boleh dibuka. Tutup dahulu di Excel atau salin ke folder "
            "Dokumen, lalu impor salinannya."
        ) from error
    except (OSError, ValueError) as error:
        raise DomainError(
            f"File “{nama}” tidak dapat dibaca dari tempatnya. Salin ke folder Dokumen di komputer "
            "ini, lalu impor salinannya."
        ) from error
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise DomainError(f"File “{nama}” kosong. Minta unit kerja mengirim ulang filenya.")
    return data


def _zip(data: bytes, nama: str) -> CheckedFile:
    package = Package(data, nama)
    if b"EncryptedPackage" in data and "encrypted-package" in package:
        raise locked(nama)
    if "xl/workbook.xml" in package:
        look = QuickLook()
        package.check_all(look)
        look.check_texts(package, nama)
        return CheckedFile(nama, JenisFile.XLSX, data, package, look)
    if "mimetype" in package and package.read("mimetype").strip().startswith(_ODS):
        if b"encryption-data" in package.read("META-INF/manifest.xml") or (
            "encrypted-package" in package
        ):
            raise locked(nama)
        if "content.xml" in package:
            package.check_all(lambda _part, _piece: None)
            return CheckedFile(nama, JenisFile.ODS, data, package)
    raise _wrong_zip(package, nama)


def _wrong_zip(package: Package, nama: str) -> DomainError:
    if "xl/workbook.bin" in package:
        return DomainError(f"File “{nama}” adalah buku kerja biner (.xlsb). {_SAVE_AS}")
    kind = package.read("mimetype") if "mimetype" in package else b""
    if "word/document.xml" in package or b"opendocument.text" in kind:
        return _word(nama)
    if any(name.startswith("ppt/") for name in package.names) or b"presentation" in kind:
        return DomainError(
            f"File “{nama}” adalah salindia presentasi, bukan tabel Excel. "
            "Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu impor lagi."
        )
    return DomainError(
        f"File “{nama}” adalah arsip zip, bukan tabel Excel. "
        "Ekstrak dahulu, lalu impor file Excel di dalamnya."
    )


def _ole(data: bytes, nama: str) -> CheckedFile:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise locked(nama)
    if holds("WordDocument"):
        raise _word(nama)
    if holds("PowerPoint Document"):
        raise DomainError(
            f"File “{nama}” adalah salindia presentasi, bukan tabel Excel. "
            "Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu impor lagi."
        )
    if not holds("Workbook") and not holds("Book"):
        raise damaged(nama)
    return CheckedFile(nama, JenisFile.XLS, data)


def _refuse_known(data: bytes, nama: str) -> None:
    """Files that are neither workbook nor plain text, by how they begin."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    bitmap = data.startswith(b"BM") and data[6:10] == bytes(4)
    if bitmap or data.startswith(_PICTURES) or data[4:8] == b"ftyp":
        raise DomainError(
            f"File “{nama}” sebenarnya foto atau gambar, bukan tabel Excel. "
            "Minta unit kerja mengirim file Excel-nya, atau ketik usulannya langsung."
        )
    if start.startswith(b"%pdf"):
        raise DomainError(
            f"File “{nama}” sebenarnya PDF, bukan tabel Excel. "
            "Minta unit kerja mengirim file Excel-nya, atau ketik usulannya langsung."
        )
    if start.startswith(b"{\\rtf"):
        raise _word(nama)
    if data.startswith(_OTHER_ARCHIVES):
        raise DomainError(
            f"File “{nama}” adalah arsip, bukan tabel Excel. "
            "Ekstrak dahulu, lalu impor file Excel di dalamnya."
        )
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<table", b"<?xml", b"<meta")) or (
        b"<table" in start
    ):
        raise DomainError(
            f"File “{nama}” adalah halaman web atau XML yang diberi nama tabel. {_SAVE_AS}"
        )
    if not _looks_like_text(data):
        raise DomainError(
            f"File “{nama}” bukan tabel yang dikenal (.xlsx, .xls, .ods, .csv). {_SAVE_AS}"
        )


def _looks_like_text(data: bytes) -> bool:
    """No control characters but tabs and line ends; UTF-16 has a zero in every other byte."""
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    odd = head.count(b"\x00", 1) if len(head) < 4 else max(head[0::2].count(0), head[1::2].count(0))
    if odd > len(head) * 0.4:
        return True
    control = len(head) - len(head.translate(None, bytes(range(9)) + bytes(range(14, 32))))
    return control * 200 <= len(head)


def locked(nama: str) -> DomainError:
    """The file cannot be read without its password."""
    return DomainError(
        f"File “{nama}” dikunci dengan kata sandi. Buka di Excel atau LibreOffice, "
        "hapus kata sandinya, simpan, lalu impor lagi."
    )


def _word(nama: str) -> DomainError:
    return DomainError(
        f"File “{nama}” adalah dokumen Word, bukan tabel Excel. Salin tabelnya di Word, "
        "tempelkan ke Excel, simpan sebagai .xlsx, lalu impor lagi."
    )
