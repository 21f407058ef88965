"""`python -m sopapp`: the commands without a window."""

from __future__ import annotations

import sys
from functools import partial
from io import TextIOWrapper

from sopapp.cli.commands import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:], print, partial(print, file=sys.stderr)))
