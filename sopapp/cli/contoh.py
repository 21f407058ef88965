"""The command `contoh`: a folder of sample data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sopapp.cli.call import OK, one_value
from sopapp.clock import Clock

HELP = """\
  python -m sopapp contoh FOLDER
      Membuat data contoh di FOLDER yang kosong, menjalankan satu berkas sampai selesai, menolak
      satu permohonan informasi, dan menulis surat serta bukunya ke FOLDER/keluaran.
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:
    """Make the sample; gives the exit status. Raises WrongCallError and SopappError."""
    from sopapp.sample.making import make_sample

    value, _json = one_value("contoh", "FOLDER", arguments)
    folder = Path(value)
    make_sample(folder, clock.today(), say)
    say(f"Data contoh dibuat di {folder}; satu berkas sudah selesai sampai tahap 5.")
    return OK
