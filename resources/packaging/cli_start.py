"""Where the built commands without a window begin; from a checkout: `python -m sopapp`."""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import sys

from sopapp.__main__ import run
from sopapp.called import tell_installer

if __name__ == "__main__":
    tell_installer()  # an update under a running command would tear its files away
    sys.exit(run())
