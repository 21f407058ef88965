"""A ZIP that proves what is in it: SHA-256 of each member, and one moment for all."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import datetime
from typing import BinaryIO

SUMS = "SHA256SUMS"


class CheckedZip:
    """Written member by member into an open file; `moment` (UTC) stands as the time of each.

    So the same members give the same bytes. Raises what the file raises.
    """

    def __init__(self, handle: BinaryIO, moment: datetime) -> None:
        self._zip = zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED)
        self._stamp = (
            moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second,
        )  # fmt: skip
        self._sums: list[str] = []

    def __enter__(self) -> CheckedZip:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    def put(self, name: str, data: bytes) -> None:
        """Add a member."""
        self._write(name, data)
        self._sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")

    def end(self) -> None:
        """Add the checksums of all members."""
        self._write(SUMS, "".join(self._sums).encode())

    def _write(self, name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name, self._stamp)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, data)
