"""Who the program is to Windows: one group on the task bar, and a mark for the installer."""

from __future__ import annotations

import sys

from sopapp.called import tell_installer

MODEL_ID = "PemutakhiranDIK.SopDik"
"""By it the task bar puts windows, the pinned icon and notifications together."""


def make_known() -> None:
    """Tell Windows, before the first window; nothing happens elsewhere."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(MODEL_ID)
        tell_installer()
