"""One pass of expat over the XML of a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

from sopapp.spreadsheet.package import damaged


class Scan(Protocol):
    """What hears of the elements and texts in their order."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        ...

    def end(self, tag: str) -> None:
        """An element closes."""
        ...

    def characters(self, text: str) -> None:
        """Text in between."""
        ...


def run_scan(scan: Scan, pieces: Iterable[bytes], nama_file: str) -> None:
    """Let `scan` hear the whole XML. Raises DomainError when it is damaged, or what `scan` does."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.characters
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged(nama_file) from error
