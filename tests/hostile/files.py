"""Files that are not what they say, on a disk that does not do what it should."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path
from random import Random

from tests.hostile.texts import NAMES
from tests.services.carrying import PDF

SHEETS = Path(__file__).parents[1] / "spreadsheet" / "files"


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that says it is so large, whatever it holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(what)) + name + what + struct.pack(">I", zlib.crc32(name + what))
        for name, what in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG that says it is so large, and no picture."""
    frame = (
        b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\x01\x11\0" * 3
    )
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
        + frame
        + b"\xff\xd9"
    )


def with_actions() -> bytes:
    """A PDF with a program, a program to start and a file inside, and a real page."""
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )
        pdf.Root.AA = pikepdf.Dictionary(
            WC=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
        )
        pdf.attachments["virus.exe"] = b"MZ" + bytes(64)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def encrypted(password: str) -> bytes:
    """A PDF that opens with `password` only."""
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="pemilik", user=password))
    return out.getvalue()


def zip_bomb(members: int = 3, each: int = 40_000_000) -> bytes:
    """A workbook by its names whose parts are far larger unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(members):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(each))
    return out.getvalue()


def _contents() -> dict[str, bytes]:
    whole = PDF
    acted = with_actions()
    return {
        "utuh.pdf": whole,
        "aksi.pdf": acted,
        "bukan.pdf": b"%PDF-1.7 ini bukan PDF",
        "potong.pdf": acted[: len(acted) // 3],
        "kepala.pdf": b"%PDF-1.7\n",
        "nol.pdf": b"%PDF-1.7\n" + bytes(4096),
        "sandi.pdf": encrypted("rahasia"),
        "pemilik.pdf": encrypted(""),
        "tanpa-halaman.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
        "putar.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n"
        b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
        "program.exe": b"MZ\x90\x00" + bytes(200),
        "program.pdf": b"MZ\x90\x00" + bytes(200),
        "skrip.bat": b"@echo off\r\ndel *.*\r\n",
        "tautan.lnk": b"L\x00\x00\x00\x01\x14\x02\x00",
        "halaman.html": b"<script>alert(1)</script>",
        "kosong.pdf": b"",
        "besar.png": png(60_000, 60_000, bytes(1000)),
        "kecil.png": png(4, 4, (b"\x00" + bytes(12)) * 4),
        "potong.png": png(40, 40, b"")[:40],
        "besar.jpg": jpeg(65_000, 65_000),
        "bom.xlsx": zip_bomb(),
        "arsip.xlsx": b"PK\x03\x04" + bytes(100),
        "makro.docm": b"PK\x03\x04" + bytes(100),
        "teks.csv": "Informasi;Dasar\n\x00\ud800;<b>".encode("utf-8", "surrogatepass"),
        "lebar.csv": b";" * 5000,
        "panjang.csv": b"Informasi Dikecualikan;Dasar Hukum;Jangka Waktu\n"
        + b"satu;Pasal 17 huruf h;2 tahun\n" * 400,
        "sel.csv": b"Informasi;Dasar Hukum\n" + b"x" * 200_000 + b";y\n",
        "bom.toml": b"a = " + b"[" * 5000,
        "besar.toml": b"a = " + b"9" * 6000,
        "salah.toml": b"[kepala]\npemerintah = 3\ntanggal_revisi = 'x'\n[[tahap]]\nnomor = 99\n",
        "latin.toml": b"a = '\xff\xfe'",
        "jam.toml": b"a = 2026-13-45\n",
        "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>",
    }


class BadFiles:
    """A folder of such files; `path` gives one, `pdf_bytes` a PDF's bytes."""

    def __init__(self, rng: Random, folder: Path) -> None:
        self._rng = rng
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.contents = _contents()
        self.sheets = sorted(path for path in SHEETS.rglob("*") if path.is_file())
        self._number = 0
        self._odd = self._odd_places()

    def path(self, name: str = "") -> Path:
        """A file of any kind: odd in content, name or place, or a real sheet of somebody."""
        rng = self._rng
        kind = rng.randrange(10)
        if kind == 0:
            return rng.choice(self._odd)
        if kind == 1 and self.sheets:
            return rng.choice(self.sheets)
        title, data = rng.choice(sorted(self.contents.items()))
        if kind in (2, 3, 4):
            title, data = "utuh.pdf", PDF + b"%% " + str(rng.random()).encode()
        if kind in (5, 6):
            title = rng.choice(NAMES) + Path(title).suffix
        return self._written(title, data)

    def pdf_bytes(self, *, hot: bool) -> bytes:
        """What a build would give, or should never give."""
        return self._rng.choice(list(self.contents.values())) if hot else PDF

    def _written(self, title: str, data: bytes) -> Path:
        self._number += 1
        folder = self._folder / str(self._number % 50)
        folder.mkdir(exist_ok=True)
        path = folder / title.replace("/", "_").replace("\x00", "_")
        try:
            path.write_bytes(data)
        except (OSError, UnicodeEncodeError):  # this system has no file of that name; ask for it
            return path
        return path

    def _odd_places(self) -> list[Path]:
        base = self._folder
        (base / "folder.pdf").mkdir(exist_ok=True)
        huge = base / "raksasa.pdf"
        with huge.open("wb") as handle:
            handle.write(b"%PDF-1.7\n")
            handle.truncate(500 * 1024 * 1024)
        odd = [
            base / "folder.pdf",
            huge,
            base / "tidak-ada.pdf",
            base / ("n" * 300),
            Path("\x00.pdf"),
        ]
        if hasattr(os, "mkfifo"):
            pipe = base / "pipa.pdf"
            if not pipe.exists():
                os.mkfifo(pipe)
            odd += [pipe, Path("/dev/zero"), Path("/dev/null")]
        loop = base / "putaran.pdf"
        if not loop.is_symlink():
            try:
                loop.symlink_to(loop)
            except OSError:  # Windows lets only some make links
                return odd
        return [*odd, loop]
