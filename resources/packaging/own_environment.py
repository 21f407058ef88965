"""Runs first in the built program: gives the environment back as the user had it.

On Linux the built program is started with its own folder in LD_LIBRARY_PATH. By now the loader
has read it; what the program opens in turn (the viewer of PDFs, the file manager) must not get
our libraries instead of the system's.
"""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import os
import sys

if sys.platform != "win32":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
