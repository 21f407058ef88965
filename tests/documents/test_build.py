from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from sopapp.documents.build import build
from tests.documents.samples import DAFTAR_PUBLIK, KEPUTUSAN, NOTA_DINAS


def test_reportlab_waits_for_the_first_letter():
    code = (
        "import sys; import sopapp.documents.build, sopapp.documents.templates, "
        "sopapp.documents.bilangan, sopapp.documents.places; "
        "print([m for m in ('reportlab', 'PIL', 'num2words') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_letters_built_at_the_same_time_do_not_disturb_each_other():
    letters = [NOTA_DINAS, KEPUTUSAN, DAFTAR_PUBLIK] * 4
    alone = [build(letter) for letter in letters]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(build, letters))
    assert together == alone
