"""Whether a file that begins like a picture is one, and of a size that can be shown."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path

from sopapp.domain.errors import DomainError

_MOST_PIXELS = 100_000_000
"""A sheet of A3 scanned at 600 dots has 70 million."""
_MOST_LOGO_PIXELS = 40_000_000
_FLATTEST = 8
"""How many times longer than wide a logo may be."""


def refuse_broken_picture(path: Path, nama: str) -> None:
    """Raise DomainError for a PNG or JPEG that is damaged or would fill the memory.

    Only the head is read: what a picture says of its size costs nothing to believe.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=("PNG", "JPEG")) as picture:
                wide, high = picture.size
    except Image.DecompressionBombError as error:
        raise _too_large(nama) from error
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError, LookupError) as error:
        raise _broken(nama) from error
    except OSError as error:
        if error.errno is not None:
            msg = f"File “{nama}” tidak dapat dibaca. Tutup program yang memakainya."
            raise DomainError(msg) from error
        raise _broken(nama) from error
    if wide * high > _MOST_PIXELS:
        raise _too_large(nama)


def refuse_broken_logo(data: bytes, nama: str) -> None:
    """Raise DomainError for what is no whole PNG or JPEG, or of a shape no kop has room for."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                wide, high = picture.size
                if wide * high > _MOST_LOGO_PIXELS:
                    raise DomainError(f"Gambar “{nama}” terlalu besar untuk logo. Perkecil dahulu.")
                if min(wide, high) < 2 or max(wide, high) > _FLATTEST * min(wide, high):
                    raise DomainError(
                        f"Gambar “{nama}” terlalu panjang untuk logo. Pilih yang hampir persegi."
                    )
                picture.load()
    except Image.DecompressionBombError as error:
        raise DomainError(f"Gambar “{nama}” terlalu besar untuk logo. Perkecil dahulu.") from error
    except (
        UnidentifiedImageError, SyntaxError, ValueError, EOFError, LookupError, OSError,
        MemoryError, zlib.error, struct.error,
    ) as error:  # fmt: skip
        msg = f"“{nama}” bukan gambar PNG atau JPG yang utuh. Pilih logo lain."
        raise DomainError(msg) from error


def _broken(nama: str) -> DomainError:
    return DomainError(f"File “{nama}” bukan gambar yang utuh. Pindai ulang, lalu pilih lagi.")


def _too_large(nama: str) -> DomainError:
    return DomainError(
        f"Gambar “{nama}” terlalu besar untuk ditampilkan; paling banyak "
        f"{_MOST_PIXELS // 1_000_000} juta titik. Pindai ulang dengan mutu yang lebih rendah."
    )
