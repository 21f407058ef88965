"""A file locked by the system: whoever holds it is alive, and a killed run lets go of it."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

IN_USE = "dipakai"
"""The file in a folder of unfinished work that its run holds locked."""

_BYTE = 1 << 30
"""Far beyond any content, so that Windows lets others read the file meanwhile."""

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


def is_held(path: Path) -> bool | None:
    """Whether somebody holds the file now; None when it is not there or cannot be told."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        held = lock_file(descriptor)
        if held is False:
            unlock_file(descriptor)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return held


if sys.platform == "win32":
    import msvcrt

    def lock_file(descriptor: int) -> bool | None:
        """Lock without waiting: False taken, True held by another, None no locks here.

        Raises OSError for anything else.
        """
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return _verdict(error)
        return False

    def unlock_file(descriptor: int) -> None:
        """Let go of it."""
        with suppress(OSError):  # closing the file lets go of it
            os.lseek(descriptor, _BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock_file(descriptor: int) -> bool | None:
        """Lock without waiting: False taken, True held by another, None no locks here.

        Raises OSError for anything else.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return _verdict(error)
        return False

    def unlock_file(descriptor: int) -> None:
        """Let go of it."""
        with suppress(OSError):  # closing the file lets go of it
            fcntl.flock(descriptor, fcntl.LOCK_UN)


def _verdict(error: OSError) -> bool | None:
    if error.errno in _HELD:
        return True
    if error.errno in _NO_LOCKS:
        return None
    raise error
