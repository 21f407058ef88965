"""Folders where data are at risk are told of, others are not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sopapp import data_place
from sopapp.data_place import is_unc, mount_type, on_network, synced_by, warnings

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/kantor rw,relatime shared:2 - cifs //server/bagian rw
31 22 0:41 / /mnt/data\\040dinas rw,relatime - nfs4 server:/x rw
32 30 8:2 / /mnt/kantor/usb rw - vfat /dev/sdb1 rw
33 22 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
rusak
""".splitlines()


def test_an_ordinary_folder_has_no_warning(tmp_path):
    assert warnings(tmp_path / "sop-dik") == ()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/admin/.local/share/sop-dik", "ext4"),
        ("/mnt/kantor/ppid", "cifs"),
        ("/mnt/kantor", "cifs"),
        ("/mnt/kantorku", "ext4"),
        ("/mnt/data dinas/ppid", "nfs4"),
        ("/mnt/kantor/usb/ppid", "vfat"),
    ],
)
def test_the_nearest_mount_tells_the_kind_of_disk(folder, kind):
    assert mount_type(Path(folder), MOUNTS) == kind


@pytest.mark.skipif(sys.platform == "win32", reason="Linux' own list of mounts")
def test_a_share_is_told_of(tmp_path, monkeypatch):
    mounts = tmp_path / "mountinfo"
    mounts.write_text("\n".join(MOUNTS), encoding="utf-8")
    monkeypatch.setattr(data_place, "_MOUNTS", mounts)
    monkeypatch.setattr(data_place.sys, "platform", "linux")
    assert on_network(Path("/mnt/kantor/ppid"))
    assert not on_network(Path("/mnt/kantor/usb"))
    (said,) = warnings(Path("/mnt/kantor/ppid"))
    assert "folder jaringan" in said
    assert "cadangan saja" in said


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\bagian\ppid", True),
        (r"\\?\UNC\server\bagian", True),
        (r"\\?\C:\data", False),
        (r"\\.\C:", False),
        (r"C:\data", False),
        ("/home/admin", False),
    ],
)
def test_unc_paths_are_shares(path, share):
    assert is_unc(path) is share


def test_a_mapped_drive_is_a_share(monkeypatch):
    monkeypatch.setattr(data_place.sys, "platform", "win32")
    monkeypatch.setattr(data_place, "_drive_type", lambda _folder: 4)
    assert on_network(Path("Z:/ppid"))
    (said,) = warnings(Path("Z:/ppid"))
    assert "folder jaringan" in said
    monkeypatch.setattr(data_place, "_drive_type", lambda _folder: 3)
    assert not on_network(Path("C:/ppid"))


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ("OneDrive/data", "OneDrive"),
        ("OneDrive - Dinas Kominfo/PPID/data", "OneDrive"),
        ("onedrive-pribadi/data", "OneDrive"),
        ("Dropbox (Kantor)/data", "Dropbox"),
        ("Google Drive/data", "Google Drive"),
        ("Drive Saya/data", "Google Drive"),
        ("Nextcloud/data", "Nextcloud"),
        ("iCloudDrive/data", "iCloud"),
        ("OneDriveku/data", None),
        ("Dokumen/data", None),
    ],
)
def test_synced_folders_are_known_by_name(tmp_path, parts, name):
    assert synced_by(tmp_path / parts) == name


def test_synced_folders_are_known_by_their_mark_also_behind_a_link(tmp_path):
    synced = tmp_path / "Sinkron"
    (synced / ".stfolder").mkdir(parents=True)
    (synced / "data").mkdir()
    _link(tmp_path / "data", synced / "data")
    (said,) = warnings(tmp_path / "data")
    assert "Syncthing" in said


def _link(link: Path, folder: Path) -> None:
    """A second way to `folder` that the user of a PC may make."""
    if sys.platform == "win32":
        import _winapi

        _winapi.CreateJunction(str(folder), str(link))  # symbolic links need a right there
    else:
        link.symlink_to(folder, target_is_directory=True)
