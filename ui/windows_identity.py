"""Who the program is to Windows: one group on the task bar, and a mark for the installer."""

from __future__ import annotations

import sys

MODEL_ID = "PemutakhiranDIK.SopDik"
"""By it the task bar puts windows, the pinned icon and notifications together."""

MUTEX = "PemutakhiranDIK.SopDik.terbuka"
"""While it exists the installer asks for the program to be closed first."""


def make_known() -> None:
    """Tell Windows, before the first window; nothing happens elsewhere.

    The mark lasts until the process ends: Windows takes it away, whatever way that happens.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(MODEL_ID)
        ctypes.windll.kernel32.CreateMutexW(None, False, MUTEX)
