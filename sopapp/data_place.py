"""Where a data folder should better not lie: on a share, or in a folder that is synced.

SQLite's locks do not hold on many shares, and a sync program takes files while they are being
written and brings old ones back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PureWindowsPath

_MOUNTS = Path("/proc/self/mountinfo")

_NETWORK_TYPES = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "davfs", "9p", "ceph",
    "glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.davfs2", "fuse.rclone", "fuse.curlftpfs",
    "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.s3fs",
}  # fmt: skip

_SYNC_NAMES = (
    ("onedrive", "OneDrive"),
    ("skydrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drive saya", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "penyimpanan awan"),
    ("megasync", "MEGA"),
    ("pcloud drive", "pCloud"),
    ("box sync", "Box"),
    ("synologydrive", "Synology Drive"),
)
"""How the name of a synced folder begins, in small letters, and what syncs it."""

_SYNC_MARKS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".sync", "Resilio Sync"),
)
"""What a sync program leaves in the top of its folder."""

_DRIVE_REMOTE = 4  # GetDriveTypeW: a mapped network drive

_NETWORK = (
    "Folder data berada di folder jaringan. Bila jaringan terputus saat menyimpan, atau dua "
    "komputer membukanya, data dapat rusak. Sebaiknya folder data dipindahkan ke disk komputer "
    "ini, dan folder jaringan dipakai untuk cadangan saja."
)
_SYNCED = (
    "Folder data berada di folder yang disinkronkan ({name}). Sinkronisasi dapat mengambil file "
    "yang sedang ditulis atau mengembalikan yang lama. Sebaiknya folder data dipindahkan ke luar "
    "folder itu, dan folder itu dipakai untuk cadangan saja."
)


def warnings(folder: Path) -> tuple[str, ...]:
    """What to tell the user about where `folder` lies; empty when it lies well."""
    said = []
    forms = _forms(folder)
    if any(on_network(form) for form in forms):
        said.append(_NETWORK)
    name = next((name for form in forms if (name := synced_by(form))), None)
    if name:
        said.append(_SYNCED.format(name=name))
    return tuple(said)


def on_network(folder: Path) -> bool:
    """Whether `folder` lies on another computer, as far as the system tells."""
    if is_unc(str(folder)):
        return True
    if sys.platform == "win32":
        return _drive_type(folder) == _DRIVE_REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:  # no Linux
        return False
    return mount_type(folder, mounts.splitlines()) in _NETWORK_TYPES


def is_unc(path: str) -> bool:
    r"""Whether a Windows path names a share: `\\server\share`, but not `\\?\C:` or `\\.\x`."""
    upper = path.replace("/", "\\").upper()
    if os.sep == "/" and not path.startswith("\\\\"):
        return False
    if upper.startswith("\\\\?\\UNC\\"):
        return True
    return upper.startswith("\\\\") and not upper.startswith(("\\\\?\\", "\\\\.\\"))


def mount_type(folder: Path, mounts: Iterable[str]) -> str:
    """The type of the file system that holds `folder`, by the lines of Linux's mountinfo."""
    found, kind = -1, ""
    for line in mounts:
        left, _dash, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:  # the fifth is the mount point
            continue
        point = Path(_unescaped(fields[4]))
        if folder.is_relative_to(point) and len(point.parts) >= found:
            found, kind = len(point.parts), right.split(" ")[0]
    return kind


def synced_by(folder: Path) -> str | None:
    """What keeps `folder` in step with elsewhere; None when nothing is seen to."""
    for part in (folder, *folder.parents):
        low = part.name.casefold()
        for begin, name in _SYNC_NAMES:
            if low == begin or low.startswith((f"{begin} ", f"{begin}-", f"{begin}(")):
                return name
        for mark, name in _SYNC_MARKS:
            # ~/.dropbox holds the settings of the program: a mark only beside the files.
            if part != Path.home() and _exists(part / mark):
                return name
    return None


def _forms(folder: Path) -> tuple[Path, ...]:
    """The folder as it was named, and as the system knows it behind links."""
    named = folder.absolute()
    try:
        real = named.resolve()
    except (OSError, RuntimeError):
        return (named,)
    return (named,) if real == named else (named, real)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _unescaped(field: str) -> str:
    """A mount point as it is: mountinfo writes spaces as three octal digits."""
    return "".join(_characters(field))


def _characters(field: str) -> Iterator[str]:
    parts = field.split("\\")
    yield parts[0]
    for part in parts[1:]:
        octal = part[:3]
        if len(octal) == 3 and set(octal) <= set("01234567"):
            yield chr(int(octal, 8)) + part[3:]
        else:
            yield f"\\{part}"


def _drive_type(folder: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    root = PureWindowsPath(folder).drive + "\\"
    return int(ctypes.windll.kernel32.GetDriveTypeW(root))
