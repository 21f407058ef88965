"""What goes out to the public holds what the Keputusan set and nothing of the office's inside."""

from __future__ import annotations

import getpass
import io
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pypdf
import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.daftar_terbuka import FormatEkspor
from sopapp.paths import DataFolder
from sopapp.pc_name import pc_name
from tests.conftest import SAMPLE_DAY as TODAY
from tests.conftest import Sample

NOTE = "catatan dalam yang tidak boleh keluar"
_INSIDE = """
SELECT nama FROM pejabat UNION SELECT nip FROM pejabat
UNION SELECT pelaku FROM riwayat UNION SELECT pimpinan FROM unit_kerja
UNION SELECT nama FROM attachment UNION SELECT sha256 FROM attachment
UNION SELECT judul FROM berkas
"""


@pytest.fixture(scope="module")
def sample(sample_data: Sample, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("umum") / "contoh"
    shutil.copytree(sample_data.folder, folder)
    with open_app(folder, FixedClock(TODAY), "Nama Admin Sendiri") as app:
        for entry in app.dik.current()[:3]:
            app.dik.set_note(entry.id, NOTE)
        yield app


def inside(app: App) -> set[str]:
    with closing(sqlite3.connect(DataFolder(app.data).database)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(permohonan)")}
        found = {row[0] for row in connection.execute(_INSIDE)}
        for column in columns - {"id"}:
            found |= {row[0] for row in connection.execute(f"SELECT {column} FROM permohonan")}
    own = {NOTE, "Nama Admin Sendiri", getpass.getuser(), pc_name(), str(Path.home())}
    return {text for text in found | own if isinstance(text, str) and len(text) > 5}


def readable(data: bytes, form: FormatEkspor) -> str:
    if form is FormatEkspor.XLSX:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "\n".join(package.read(name).decode("utf-8") for name in package.namelist())
    if form is FormatEkspor.PDF:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = "\n".join(page.extract_text() for page in reader.pages)
        xmp = reader.xmp_metadata
        return f"{pages}\n{reader.metadata}\n{xmp and xmp.rdf_root.toxml()}"
    return data.decode("utf-8")


@pytest.mark.parametrize("form", list(FormatEkspor))
def test_no_name_note_or_file_of_the_inside_is_in_it(sample: App, form: FormatEkspor) -> None:
    value = sample.ekspor.value(TODAY)
    text = readable(sample.ekspor.write(value, form), form)
    assert value.baris[0].informasi.split()[0] in text  # it was read at all
    public = " ".join(
        [value.instansi, value.judul, *(each for baris in value.baris for each in
         (baris.informasi, *baris.dasar_hukum, baris.unit_kerja, baris.dibuka, baris.ditutup))]
    )  # fmt: skip
    leaked = {each for each in inside(sample) if each in text and each not in public}
    assert not leaked


def test_the_test_knows_what_is_inside(sample: App) -> None:
    found = inside(sample)
    assert NOTE in found
    assert len(found) > 30
