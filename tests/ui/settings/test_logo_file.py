"""Logos: good files of three forms are taken, broken and hostile ones refused in words."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from sopapp.domain.errors import DomainError
from ui.settings.logo_file import read_logo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
EMBLEM = (
    HEAD + 'viewBox="0 0 30 40"><defs><g id="bintang"><circle cx="15" cy="20" r="10" '
    'fill="#c00"/></g></defs><use xlink:href="#bintang"/></svg>'
)


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def picture(folder: Path, name: str, width: int = 30, height: int = 40) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x1D5B9F)
    path = folder / name
    assert image.save(str(path))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(DomainError) as refused:
        read_logo(path)
    assert refused.value.field == "logo"
    assert path.name in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("name", ["lambang.png", "lambang.jpg", "nama.lain.JPEG"])
def test_a_picture_is_kept_byte_for_byte(qapp, tmp_path, name):
    path = picture(tmp_path, name)
    taken = read_logo(path)
    assert (taken.nama, taken.data) == (name, path.read_bytes())


def test_what_a_file_is_is_read_from_its_bytes(qapp, tmp_path):
    path = picture(tmp_path, "lambang.png")
    renamed = path.rename(tmp_path / "lambang.svg")
    assert read_logo(renamed).data.startswith(b"\x89PNG")


def test_a_drawing_becomes_a_sharp_png_on_a_clear_ground(qapp, tmp_path):
    taken = read_logo(write(tmp_path, "lambang daerah.svg", EMBLEM))
    image = QImage.fromData(taken.data)
    assert taken.nama == "lambang daerah.png"
    assert (image.width(), image.height()) == (900, 1200)
    assert image.pixelColor(450, 600) == QColor("#cc0000")
    assert image.pixelColor(2, 2).alpha() == 0


def test_a_large_picture_is_made_smaller_in_its_proportions(qapp, tmp_path):
    taken = read_logo(picture(tmp_path, "besar.jpg", 3000, 4000))
    image = QImage.fromData(taken.data)
    assert (image.width(), image.height()) == (1800, 2400)
    assert taken.nama == "besar.png"


def test_a_picture_of_huge_dimensions_is_refused_before_it_is_decoded(qapp, tmp_path):
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )
    assert "60000 × 60000" in refusal(write(tmp_path, "bom.png", data))


def test_a_file_of_many_megabytes_is_refused_by_its_size(qapp, tmp_path):
    path = tmp_path / "besar.png"
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(9_000_000)
    assert "8 MB" in refusal(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bukan.png", "bukan gambar"),
        ("kosong.png", b""),
        ("putus.png", b"\x89PNG\r\n\x1a\nIHDR"),
        ("putus.jpg", b"\xff\xd8\xff\xe0 putus"),
        ("halaman.html", "<html><body>x</body></html>"),
        ("kosong.svg", b""),
        ("putus.svg", EMBLEM[:90]),
        ("utf16.svg", EMBLEM.encode("utf-16")),
        ("tanpa-gambar.svg", HEAD + 'viewBox="0 0 9 9"></svg>'),
        ("tanpa-ukuran.svg", HEAD + "></svg>"),
        ("pita.svg", HEAD + 'viewBox="0 0 900 9"><rect width="900" height="9"/></svg>'),
    ],
)
@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
def test_what_is_no_whole_picture_is_refused(qapp, tmp_path, name, data):
    assert "pilih" in refusal(write(tmp_path, name, data)).lower()


BODY = 'viewBox="0 0 9 9"><rect width="9" height="9"/>'
DOUBLING = "".join(
    f'<g id="g{n}"><use xlink:href="#g{n + 1}"/><use xlink:href="#g{n + 1}"/></g>'
    for n in range(40)
)


@pytest.mark.parametrize(
    "drawing",
    [
        '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>' + HEAD + BODY + "&b;</svg>",
        HEAD + BODY + '<image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>',
        HEAD + BODY + '<image href="https://contoh.id/a.png" width="9" height="9"/></svg>',
        HEAD + BODY + '<image href="data:image/svg+xml;base64,AAAA" width="9" height="9"/></svg>',
        HEAD + BODY + '<use href="lain.svg#a"/></svg>',
        HEAD + BODY + '<rect fill="url(https://contoh.id/a#b)" width="9" height="9"/></svg>',
        HEAD + BODY + "<style>@import 'https://contoh.id/a.css';</style></svg>",
        HEAD + BODY + "<script>alert(1)</script></svg>",
        HEAD + 'onload="x()" ' + BODY + "</svg>",
        HEAD + BODY + '<g id="a"><use xlink:href="#a"/></g></svg>',
        HEAD + BODY + "<defs>" + DOUBLING + '</defs><use xlink:href="#g0"/></svg>',
        HEAD + BODY + "<g>" * 400 + "</g>" * 400 + "</svg>",
        HEAD + BODY + "<path/>" * 60_000 + "</svg>",
        HEAD + BODY + '<filter id="f"/>' + '<path filter="url(#f)"/>' * 200 + "</svg>",
        HEAD + BODY + '<filter id="f"/>' + '<path style="filter: url(#f)"/>' * 200 + "</svg>",
        HEAD + BODY + "<style>path { mask: url(#f) }</style></svg>",
    ],
)
def test_a_drawing_that_reaches_out_or_multiplies_is_refused(qapp, tmp_path, drawing):
    assert "simpan gambarnya sebagai png" in refusal(write(tmp_path, "a.svg", drawing)).lower()


def test_links_and_pictures_inside_a_drawing_do_no_harm(qapp, tmp_path):
    inner = picture(tmp_path, "dalam.png", 4, 4).read_bytes()
    import base64

    drawing = (
        HEAD + 'viewBox="0 0 9 9"><a xlink:href="https://contoh.id"><rect width="4" height="9"/>'
        f'</a><image width="4" height="4" xlink:href="data:image/png;base64,'
        f'{base64.b64encode(inner).decode()}"/></svg>'
    )
    assert QImage.fromData(read_logo(write(tmp_path, "a.svg", drawing)).data).height() == 1200


def test_a_missing_file_is_told(qapp, tmp_path):
    assert "tidak dapat dibaca" in refusal(tmp_path / "tidak ada.png")


def test_a_strip_is_no_logo(qapp, tmp_path):
    assert "terlalu panjang" in refusal(picture(tmp_path, "garis.png", width=400, height=4))
