"""`python -m sopapp`: the commands without a window."""

from __future__ import annotations

import os
import sys
from functools import partial
from io import TextIOWrapper

from sopapp.cli.commands import main


def run() -> int:
    """Run what the command line asks for; the exit status."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = main(sys.argv[1:], print, partial(print, file=sys.stderr))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; nothing is left to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    return status


if __name__ == "__main__":
    sys.exit(run())
