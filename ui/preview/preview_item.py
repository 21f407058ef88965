"""What can be previewed: one letter, or bytes that were kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopapp.documents.content import Letter
from sopapp.domain.nama_file import nama_aman

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.domain.progress import Progress
    from sopapp.domain.surat import Surat


Source = Letter | bytes | Callable[[], Letter]
"""What a PDF is made of."""


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """One document of a preview.

    `source` gives the letter to build, what puts it together (values only: that runs on a
    thread), or finished PDF bytes; it is called on the GUI thread. `keep` records the bytes that
    were printed or saved with a word on how; None when they are kept already. `note` is a
    sentence the reader should know first.
    """

    title: str
    file_name: str
    source: Callable[[], Source]
    keep: Callable[[bytes, str], None] | None = None
    note: str = ""
    label: str = ""
    """Words for a list of several, in one or two short lines; the title when empty."""
    copies: int = 1
    """How many are wanted; the user can change it before printing."""
    copies_note: str = ""
    """For whom the copies are, e.g. "1 asli, 2 tembusan"."""


def pdf_of(source: Source, progress: Progress) -> bytes:
    """The PDF of a letter; safe in a worker thread. Loads ReportLab with the first letter."""
    if isinstance(source, bytes):
        return source
    from sopapp.documents.build import build

    return build(source() if callable(source) else source, progress)


def letter_item(app: App, surat: Surat, *, settled: bool = False) -> PreviewItem:
    """The item for a stored letter.

    A signed letter, or one of a stage that is over (`settled`), shows the very bytes that
    were kept, and nothing more is kept of it.
    """
    final = settled or surat.ditandatangani

    def source() -> Letter | bytes:
        kept = app.surat.kept(surat.id) if final else None
        return kept if kept is not None else app.surat.compose(surat.id)

    def keep(pdf: bytes, how: str) -> None:
        app.surat.keep(surat.id, pdf, how)

    note = "" if surat.nomor else "Belum bernomor: tempat nomor dan tanggal dibiarkan kosong."
    # A letter stored before copies were asked for is wanted once.
    copies = max(int(getattr(surat, "rangkap", 1) or 1), 1)
    return PreviewItem(
        title=letter_title(surat),
        file_name=file_name(letter_title(surat), surat.nomor),
        source=source,
        keep=None if final else keep,
        note=note,
        label=surat.unit_nama,
        copies=copies,
        copies_note=copies_note(copies),
    )


def kept_item(title: str, file_name: str, pdf_bytes: bytes, note: str = "") -> PreviewItem:
    """The item for bytes that were kept, e.g. an older print; nothing more is kept of it."""
    return PreviewItem(title, file_name, lambda: pdf_bytes, note=note)


def copies_note(copies: int) -> str:
    """For whom the copies of a letter are: the first is signed for the recipient."""
    return f"1 asli, {copies - 1} tembusan" if copies > 1 else ""


def letter_title(surat: Surat) -> str:
    """The words that name a letter in a list or a window title."""
    kind = surat.jenis.panjang
    return f"{kind} – {surat.unit_nama}" if surat.unit_nama else kind


def file_name(*parts: str) -> str:
    """A file name that Windows and Linux accept, ending in `.pdf`."""
    return nama_aman(" ".join(part for part in parts if part), ".pdf", "surat")
