"""Icons in the colours of the palette, in Qt's hands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_COPIED = """
import gc
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from ui.icons import icon

application = QApplication([])
first = icon("app", application.palette())
copy = QIcon(first)
copy.setIsMask(True)  # now Qt asks for a copy of what draws it
gc.collect()
drawn = copy.pixmap(24, 24).toImage()
print(any(drawn.pixelColor(x, 12).alpha() for x in range(24)), end="")
"""


def test_a_copy_that_qt_makes_of_an_icon_still_draws():
    ended = subprocess.run(
        [sys.executable, "-c", _COPIED], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, b"True"), ended.stderr
