"""The PC's own fonts, played by the bundled ones under other names."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sopapp.documents import fonts, pc_fonts
from sopapp.documents.build import build
from sopapp.documents.fonts import FONT_FOLDER, font_name, installed, look_again
from sopapp.documents.paper_parts import FontFamily, PageSetup
from tests.documents.reading import embedded_fonts, page_texts
from tests.documents.samples import DAFTAR_PUBLIK, KEPUTUSAN, NOTA_DINAS
from tests.documents.uji_samples import BERITA_ACARA, LEMBAR_UJI

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
WINDOWS = ("arial.ttf", "arialbd.ttf", "ARIALI.TTF", "arialbi.ttf")
DEBIAN = ("Arial.ttf", "Arial_Bold.ttf", "Arial_Italic.ttf", "Arial_Bold_Italic.ttf")
BOOKMAN = ("BOOKOS.TTF", "BOOKOSB.TTF", "BOOKOSI.TTF", "BOOKOSBI.TTF")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder in which this PC keeps fonts."""
    monkeypatch.setattr(pc_fonts, "font_folders", lambda: (tmp_path, tmp_path / "none"))
    look_again()
    yield tmp_path
    monkeypatch.undo()
    look_again()


def install(folder: Path, names: tuple[str, ...], stem: str = "DikaBonum") -> None:
    """Put a family there; by default one that does not look like the bundled Arial."""
    folder.mkdir(exist_ok=True)
    for name, face in zip(names, FACES, strict=True):
        shutil.copy(FONT_FOLDER / f"{stem}-{face}.ttf", folder / name)


def with_rights(path: Path, rights: int) -> None:
    """Set the embedding rights of a font file."""
    data = bytearray(path.read_bytes())
    (count,) = struct.unpack_from(">4xH", data)
    tables = (struct.unpack_from(">4s4xII", data, 12 + 16 * n) for n in range(count))
    start = next(place for tag, place, _length in tables if tag == b"OS/2")
    struct.pack_into(">H", data, start + 8, rights)
    path.write_bytes(data)


@pytest.mark.parametrize("names", [WINDOWS, DEBIAN])
@pytest.mark.parametrize("below", ["", "truetype"])
def test_a_whole_family_is_found_by_any_of_its_names(folder, names, below):
    install(folder / below, names)
    assert installed(FontFamily.ARIAL_PC)
    assert not installed(FontFamily.BOOKMAN_PC)
    assert font_name(FontFamily.ARIAL_PC) == str(folder / below / names[0])


def test_bookman_old_style_is_found_and_printed_in_all_four_faces(folder):
    install(folder, BOOKMAN, "LiberationSans")
    page = PageSetup(font=FontFamily.BOOKMAN_PC)
    body = "biasa **tebal** *miring* ***keduanya***"
    found = embedded_fonts(build(replace(NOTA_DINAS, page=page, body=body)))
    assert all(found.values())
    assert not any("DikaBonum" in name for name in found)


def test_the_fonts_of_the_pc_are_embedded_also_in_the_kop(folder):
    install(folder, WINDOWS)
    letter = replace(KEPUTUSAN, page=PageSetup(font=FontFamily.ARIAL_PC))
    found = embedded_fonts(build(letter))
    assert found
    assert all(found.values())
    assert not any("LiberationSans" in name or "Helvetica" in name for name in found)


@pytest.mark.parametrize("letter", [BERITA_ACARA, DAFTAR_PUBLIK, LEMBAR_UJI])
def test_no_paper_mixes_the_pc_s_arial_with_the_bundled_one(folder, letter):
    install(folder, WINDOWS)
    page = PageSetup(font=FontFamily.ARIAL_PC)
    found = embedded_fonts(build(replace(letter, page=page)))
    assert not any("Liberation" in name for name in found)


def test_without_them_the_letter_is_that_of_the_bundled_family(folder):
    for own, bundled in (
        (FontFamily.ARIAL_PC, FontFamily.ARIAL),
        (FontFamily.BOOKMAN_PC, FontFamily.BOOKMAN),
    ):
        assert not installed(own)
        assert installed(bundled)
        letters = [replace(NOTA_DINAS, page=PageSetup(font=font)) for font in (own, bundled)]
        assert build(letters[0]) == build(letters[1])


def test_a_family_that_lacks_a_face_is_not_used(folder):
    install(folder, WINDOWS)
    (folder / WINDOWS[2]).unlink()
    assert not installed(FontFamily.ARIAL_PC)


@pytest.mark.parametrize(
    ("rights", "allowed"), [(0, True), (8, True), (4, True), (2, False), (0x200, False)]
)
def test_only_a_family_that_may_be_embedded_is_used(folder, rights, allowed):
    install(folder, WINDOWS)
    with_rights(folder / WINDOWS[3], rights)
    assert installed(FontFamily.ARIAL_PC) is allowed


@pytest.mark.parametrize("damage", [b"", b"OTTO", b"\x00\x01\x00\x00\x00\x0b" + b"x" * 500])
def test_a_damaged_file_is_as_good_as_none(folder, damage):
    install(folder, WINDOWS)
    (folder / WINDOWS[1]).write_bytes(damage)
    assert not installed(FontFamily.ARIAL_PC)
    assert build(replace(NOTA_DINAS, page=PageSetup(font=FontFamily.ARIAL_PC)))


def test_a_file_that_only_looks_whole_does_not_stop_the_letter(folder):
    install(folder, WINDOWS)
    path = folder / WINDOWS[1]
    data = bytearray(path.read_bytes())
    (count,) = struct.unpack_from(">4xH", data)
    tables = {
        tag: (start, length)
        for tag, start, length in (
            struct.unpack_from(">4s4xII", data, 12 + 16 * n) for n in range(count)
        )
    }
    start, length = tables[b"cmap"]
    data[start : start + length] = b"\xff" * length
    path.write_bytes(data)
    pdf = build(replace(NOTA_DINAS, page=PageSetup(font=FontFamily.ARIAL_PC)))
    assert any("LiberationSans" in name for name in embedded_fonts(pdf))


def test_a_character_that_one_face_lacks_comes_from_the_bundled_family(folder):
    install(folder, WINDOWS)  # Bonum lacks Cyrillic, Liberation has it
    pdf = build(replace(NOTA_DINAS, page=PageSetup(font=FontFamily.ARIAL_PC), hal="Ж dan **"))
    assert "Ж dan **" in page_texts(pdf)[0]
    assert any("LiberationSans" in name for name in embedded_fonts(pdf))


def test_the_folders_are_walked_once(folder, monkeypatch):
    install(folder, WINDOWS)
    assert installed(FontFamily.ARIAL_PC)
    shutil.rmtree(folder)
    assert installed(FontFamily.ARIAL_PC)
    look_again()
    assert not installed(FontFamily.ARIAL_PC)


def test_each_system_has_its_folders(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("WINDIR", "W")
    monkeypatch.setenv("LOCALAPPDATA", "L")
    expected = (Path("W", "Fonts"), Path("L", "Microsoft", "Windows", "Fonts"))
    assert pc_fonts.font_folders() == expected
    monkeypatch.setattr("sys.platform", "linux")
    assert Path("/usr/share/fonts") in fonts.pc_fonts.font_folders()
    assert Path.home() / ".fonts" in pc_fonts.font_folders()
