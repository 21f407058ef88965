"""Files that the office takes in: scans, pictures, sheets, the same for the same random number."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

from sopapp.domain.impor import Kolom

_LARGEST = 300_000  # bytes


def scan(rng: Random, folder: Path) -> Path:
    """A PDF of a blank page between a few and some hundred thousand bytes."""
    padding = rng.randbytes(rng.randrange(200, _LARGEST) // 2).hex().encode()
    lines = b"\n".join(b"%" + padding[at : at + 200] for at in range(0, len(padding), 200))
    return _written(folder / f"pindaian {rng.randrange(10**6)}.pdf", pdf(lines))


def pdf(words: bytes) -> bytes:
    """A whole PDF of one blank page with comment lines."""
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
    )
    data = b"%PDF-1.4\n" + words + b"\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 4\n0000000000 65535 f \n" + table + end


def picture(rng: Random, folder: Path) -> Path:
    """A small PNG, for a logo."""
    from PIL import Image

    colour = (rng.randrange(256), rng.randrange(256), rng.randrange(256))
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), colour).save(buffer, "PNG")
    return _written(folder / f"logo {rng.randrange(10**6)}.png", buffer.getvalue())


def sheet(rng: Random, folder: Path, count: int) -> Path:
    """A unit's filled-in form with new entries, as CSV."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([each.label for each in Kolom])
    for _ in range(count):
        row = {
            Kolom.INFORMASI: f"Rekam medis pegawai {rng.randrange(10**9)}",
            Kolom.HURUF: "h",
            Kolom.DIBUKA: "Melanggar privasi kesehatan pegawai.",
            Kolom.DITUTUP: "Privasi kesehatan pegawai terlindungi.",
            Kolom.JANGKA: f"{rng.randrange(1, 9)} tahun",
            Kolom.BENTUK: "Dokumen",
        }
        writer.writerow([row.get(each, "") for each in Kolom])
    data = buffer.getvalue().encode("utf-8")
    return _written(folder / f"usulan {rng.randrange(10**6)}.csv", data)


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
