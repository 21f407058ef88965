"""The command `buka-kunci`: takes a forgotten start password away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sopapp.app import open_app
from sopapp.cli.call import OK, data_folder, one_value
from sopapp.clock import Clock

HELP = """\
  python -m sopapp buka-kunci FOLDER
      Menghapus kata sandi pembuka yang terlupa. Tercatat di riwayat.
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Take it away; gives the exit status. Raises WrongCallError and SopappError."""
    value, _json = one_value("buka-kunci", "FOLDER", arguments)
    folder = data_folder(value)
    with open_app(folder, clock) as app:
        if not app.kunci.state().terpasang:
            say(f"Data di {folder} tidak memakai kata sandi pembuka.")
            return OK
        app.kunci.remove_unasked()
    say(f"Kata sandi pembuka untuk {folder} sudah dihapus. Pasang yang baru di Pengaturan.")
    return OK
