"""The command `periksa`: a data folder looked over without changing it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from sopapp.cli.call import FAILED, OK, one_value
from sopapp.clock import Clock
from sopapp.paths import DataFolder
from sopapp.services.cadangan_periksa import HealthJob

HELP = """\
  python -m sopapp periksa FOLDER [--json]
      Memeriksa basis data, file tersimpan, dan riwayat di FOLDER, juga terhadap cadangannya.
"""


def run(arguments: Sequence[str], say: Callable[[str], None], clock: Clock) -> int:  # noqa: ARG001
    """Check the folder; gives the exit status. Raises WrongCallError and SopappError."""
    value, as_json = one_value("periksa", "FOLDER", arguments, json=True)
    folder = Path(value)
    data = DataFolder(folder)
    job = HealthJob(data.database, data.attachments, (data.backups,))
    found = [finding.text for finding in job.run()]
    if as_json:
        say(json.dumps({"folder": str(folder), "masalah": found}, ensure_ascii=False))
    elif found:
        for sentence in found:
            say(f"- {sentence}")
        say(f"{len(found)} masalah ditemukan. Jangan menghapus apa pun; pulihkan dari cadangan.")
    else:
        say(f"Data di {folder} baik: basis data, file tersimpan, dan riwayat cocok.")
    return FAILED if found else OK
