"""What kind of no the system says about a file or a disk: one reading of it for all sentences.

The sentences differ by what was to be done; what an error number means does not.
"""

from __future__ import annotations

import errno
import sys
from enum import Enum, auto


class Refusal(Enum):
    """Why a file or a folder was not made, written or read."""

    FULL = auto()
    TOO_BIG = auto()
    READ_ONLY = auto()
    REFUSED = auto()
    """No right to it, or another program holds it."""
    GONE = auto()
    """Not there: the folder, the disk or the network."""
    BROKEN = auto()
    """The disk does not do what it should."""
    BAD_NAME = auto()
    """Too long, with signs that the disk does not take, or the name of a folder."""
    OTHER = auto()


_NAMES = {
    Refusal.FULL: "ENOSPC EDQUOT",
    Refusal.TOO_BIG: "EFBIG",
    Refusal.READ_ONLY: "EROFS",
    Refusal.REFUSED: "EACCES EPERM EBUSY ETXTBSY",
    Refusal.GONE: "ENOENT ENOTDIR ENODEV ENXIO ENOTCONN ESTALE EHOSTDOWN EHOSTUNREACH ENETUNREACH "
    "ETIMEDOUT",
    Refusal.BROKEN: "EIO",
    Refusal.BAD_NAME: "ENAMETOOLONG EILSEQ EISDIR",
}
_BY_ERRNO = {
    number: kind
    for kind, names in _NAMES.items()
    for name in names.split()
    if (number := getattr(errno, name, None)) is not None  # not every system knows all
}
_BY_WINERROR = {
    # Python gives these numbers of Windows as EINVAL or EACCES, which would say too little.
    19: Refusal.READ_ONLY,  # WRITE_PROTECT
    21: Refusal.GONE,  # NOT_READY: no disk in the drive
    23: Refusal.BROKEN,  # CRC
    39: Refusal.FULL,  # HANDLE_DISK_FULL
    51: Refusal.GONE,  # REM_NOT_LIST
    53: Refusal.GONE,  # BAD_NETPATH
    55: Refusal.GONE,  # DEV_NOT_EXIST
    59: Refusal.GONE,  # UNEXP_NET_ERR
    64: Refusal.GONE,  # NETNAME_DELETED
    67: Refusal.GONE,  # BAD_NET_NAME
    121: Refusal.GONE,  # SEM_TIMEOUT: a share that does not answer
    123: Refusal.BAD_NAME,  # INVALID_NAME
    161: Refusal.BAD_NAME,  # BAD_PATHNAME
    206: Refusal.BAD_NAME,  # FILENAME_EXCED_RANGE
    223: Refusal.TOO_BIG,  # FILE_TOO_LARGE
    225: Refusal.REFUSED,  # VIRUS_INFECTED, as the scanner says
    226: Refusal.REFUSED,  # VIRUS_DELETED
    1117: Refusal.BROKEN,  # IO_DEVICE
    1167: Refusal.GONE,  # DEVICE_NOT_CONNECTED
    1224: Refusal.REFUSED,  # USER_MAPPED_FILE: another program has it open
    1231: Refusal.GONE,  # NETWORK_UNREACHABLE
    1232: Refusal.GONE,  # HOST_UNREACHABLE
    1236: Refusal.GONE,  # CONNECTION_ABORTED
    1295: Refusal.FULL,  # DISK_QUOTA_EXCEEDED
}

LONGEST = 248
"""Characters of a folder's path that Windows takes by default (a file's: 260 with a NUL)."""


_WORDS = {
    Refusal.FULL: "ruang disk penuh",
    Refusal.TOO_BIG: "disk tidak menerima file sebesar itu",
    Refusal.READ_ONLY: "disk hanya dapat dibaca",
    Refusal.REFUSED: "tidak diizinkan, atau sedang dipakai program lain",
    Refusal.GONE: "tidak ditemukan, atau disknya terlepas",
    Refusal.BROKEN: "disk tidak bekerja dengan benar",
    Refusal.BAD_NAME: "namanya terlalu panjang, tidak sah, atau milik sebuah folder",
}


def refusal(error: OSError) -> Refusal:
    """The kind of `error`; `why_refused` names the number of one that is OTHER."""
    by_windows = _BY_WINERROR.get(getattr(error, "winerror", None) or 0)
    kind = by_windows or _BY_ERRNO.get(error.errno or 0, Refusal.OTHER)
    return Refusal.BAD_NAME if kind is Refusal.GONE and _is_long(error) else kind


def _is_long(error: OSError) -> bool:
    """Whether Windows may not have found the path for its length alone, which it does not say."""
    paths = (error.filename, getattr(error, "filename2", None))
    return sys.platform == "win32" and any(
        isinstance(path, str) and len(path) >= LONGEST for path in paths
    )


def why_refused(error: OSError) -> str:
    """A few words for a sentence's brackets; the system's own are in English."""
    words = _WORDS.get(refusal(error))
    if words:
        return words
    number = getattr(error, "winerror", None)
    name = str(number) if number else errno.errorcode.get(error.errno or 0, "")
    return f"galat sistem {name}" if name else "sistem tidak menyebut sebabnya"
