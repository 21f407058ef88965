"""What this PC is called in its network, asked of the system alone."""

from __future__ import annotations

import os
import sys


def pc_name() -> str:
    """The name, empty when there is none.

    Python's own `platform.node` loads the network of Windows to say the same.
    """
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
