"""What a kill left unfinished beside the user's files goes with the next file saved there."""

from __future__ import annotations

import os
from pathlib import Path

from sopapp.saved_file import save_file


def test_only_old_unfinished_files_go(tmp_path: Path) -> None:
    names = (".baru-0123456789ab", ".baru-ba9876543210", ".baru-laporan", "surat.pdf")
    for name in names:
        (tmp_path / name).write_bytes(b"separuh")
        if name != ".baru-ba9876543210":
            os.utime(tmp_path / name, (0, 0))
    save_file(tmp_path / "buku.pdf", b"isi")

    assert {each.name for each in tmp_path.iterdir()} == {*names[1:], "buku.pdf"}
