"""Tables that LibreOffice itself wrote just now, from one made by another program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sopapp.spreadsheet.sheet import read_sheet
from tests.spreadsheet.makers import by_xlsxwriter

ROWS = (
    ("DAFTAR INFORMASI",),
    ("No.", "Informasi", "Dasar Hukum", "Konsekuensi", "", "Jangka Waktu"),
    ("", "", "", "Dibuka", "Ditutup", ""),
    (1, "Satu — “kutip”", "h", "rusak\nparah", "aman", "5 tahun"),
    (2, "Dua", "b; j", "bocor", "terjaga", 2.5),
    (3, "Tiga", "j", "x", "y", 5),
)
MERGES = {(1, 3, 1, 4): "Konsekuensi"}

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """LibreOffice's settings, made by its first start and used by the others."""
    return tmp_path_factory.mktemp("profil").as_uri()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_saved_again_by_libreoffice(tmp_path: Path, profile: str, kind: str) -> None:
    source = by_xlsxwriter(tmp_path / "asal.xlsx", ROWS, MERGES)
    out = tmp_path / "hasil"

    subprocess.run(
        [
            str(SOFFICE), f"-env:UserInstallation={profile}", "--headless",
            "--convert-to", kind, "--outdir", str(out), str(source),
        ],
        check=True,
        capture_output=True,
        timeout=110,
    )  # fmt: skip
    lembar = read_sheet(out / f"asal.{kind}")

    assert [(row.nomor, *row.nilai.values()) for row in lembar.baris] == [
        (4, "Satu — “kutip”", "h", "rusak\nparah", "aman", "5 tahun"),
        (5, "Dua", "b; j", "bocor", "terjaga", "2,5" if kind != "csv" else "2.5"),
        (6, "Tiga", "j", "x", "y", "5"),
    ]
