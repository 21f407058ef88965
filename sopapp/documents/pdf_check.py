"""Whether a file that begins like a PDF is one; nothing in it is run."""

from __future__ import annotations

from pathlib import Path

from sopapp.domain.errors import DomainError


def refuse_broken_pdf(path: Path, nama: str) -> None:
    """Raise DomainError for a PDF that no program can show, or none without its password.

    Only its table of objects and its tree of pages are read, so a large scan takes no time.
    """
    # Loaded here: only whoever attaches a PDF needs it.
    import pikepdf

    try:
        with pikepdf.open(path, suppress_warnings=True, inherit_page_attributes=False) as pdf:
            pages = len(pdf.pages)
            if pages:
                pdf.pages[0].obj.get("/MediaBox")
    except pikepdf.PasswordError as error:
        msg = (
            f"File “{nama}” dikunci dengan kata sandi. Buka dengan kata sandinya, simpan atau "
            "cetak ulang sebagai PDF tanpa kata sandi, lalu pilih PDF itu."
        )
        raise DomainError(msg) from error
    except OSError as error:
        msg = f"File “{nama}” tidak dapat dibaca. Tutup program yang memakainya."
        raise DomainError(msg) from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, LookupError,
            AttributeError) as error:  # fmt: skip  # whatever a broken tree of objects may bring
        raise _broken(nama) from error
    if not pages:
        raise _broken(nama)


def _broken(nama: str) -> DomainError:
    return DomainError(
        f"File “{nama}” bukan PDF yang utuh, sehingga tidak ada program yang dapat membukanya. "
        "Pindai atau unduh ulang, lalu pilih lagi."
    )
