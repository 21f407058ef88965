"""What is told to a maintainer about an error: where and what kind, never what was typed.

The texts of exceptions are left out, since they hold names, titles and paths; what they say
about the program itself (error numbers, missing attributes) is kept.
"""

from __future__ import annotations

import errno
import linecache
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from sopapp import __version__

_PROGRAM = Path(__file__).resolve().parent.parent
_FRAMES = 60
"""Frames of one exception that are written; of more, the first and the last halves."""

_CHAIN = 8
_LONGEST_WORD = 300

# In what other people's code says: whatever is quoted, and whatever looks like a path.
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’|`[^`]*`")
_PATH = re.compile(r"(?:[A-Za-z]:)?[^\s:,;()]*[/\\][^\s,;()]*")


def report_text(error: BaseException, log_tail: str = "", crash_tail: str = "") -> str:
    """Everything a maintainer needs about `error`, without personal data."""
    parts = [f"{versions()}\n\n{trace_text(error)}"]
    if crash_tail:
        parts.append(f"Catatan berhenti mendadak:\n{crash_tail}")
    if log_tail:
        parts.append(f"Catatan program terakhir:\n{log_tail}")
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def versions() -> str:
    """Versions of the program, of what it stands on, and of the system, on one line."""
    from PySide6 import __version__ as pyside_version
    from PySide6.QtCore import QSysInfo, qVersion

    python = ".".join(map(str, sys.version_info[:3]))
    system = (
        f"{QSysInfo.prettyProductName()} ({QSysInfo.kernelType()} {QSysInfo.kernelVersion()}, "
        f"{QSysInfo.currentCpuArchitecture()})"
    )
    return (
        f"Program {__version__}; Python {python}; PySide6 {pyside_version}; Qt {qVersion()}; "
        f"{system}"
    )


def trace_text(error: BaseException) -> str:
    """Kinds, places and source lines of `error` and of what led to it, oldest first."""
    links = list(_chain(error))[:_CHAIN]
    parts = []
    for number, (link, joint) in enumerate(reversed(links)):
        if number:
            parts.append(joint)
        parts.extend(_frames(link.__traceback__))
        parts.append(kind_words(link))
    return "\n".join(parts)


def kind_words(error: BaseException) -> str:
    """The kind of `error` with the facts about it that are the program's own."""
    kind = type(error)
    home = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    name = f"{home}{kind.__qualname__}"
    facts = list(_facts(error))
    return f"{name} ({', '.join(facts)})" if facts else name


def signature(error: BaseException) -> tuple[str, str]:
    """What makes two errors the same one: kind and innermost place."""
    last = ""
    for frame in _frames(error.__traceback__):
        last = frame
    return kind_words(error), last


def scrub(text: str) -> str:
    """One line of other people's words, without what they quote and without paths."""
    line = " ".join(text.split())[:_LONGEST_WORD]
    return _PATH.sub("…", _QUOTED.sub("“…”", line))


def without_home(text: str) -> str:
    """`text` with the user's home folder written as `~`."""
    home = str(Path.home())
    if len(home) <= 1:
        return text
    forms = {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    flags = re.IGNORECASE if sys.platform == "win32" else 0
    return re.sub(pattern, "~", text, flags=flags)


def shown_file(name: str) -> str:
    """A source file relative to the program or its libraries; else only its name."""
    path = Path(name)
    if not path.is_absolute():  # a frozen program names its files by their place in it
        return path.as_posix()
    for root in _roots():
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def _roots() -> tuple[Path, ...]:
    import sysconfig

    paths = sysconfig.get_paths()
    frozen = getattr(sys, "_MEIPASS", None)
    own = (Path(frozen),) if frozen else ()
    libraries = (Path(paths[key]) for key in ("purelib", "platlib", "stdlib"))
    return (_PROGRAM, *own, *libraries)


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """`error`, then what led to it, each with how it led to the one before it."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        cause, context = current.__cause__, current.__context__
        if cause is not None:
            yield current, "Menjadi sebab dari:"
            current = cause
        elif context is not None and not current.__suppress_context__:
            yield current, "Saat menanganinya terjadi:"
            current = context
        else:
            yield current, ""
            current = None


def _frames(trace: TracebackType | None) -> list[str]:
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"  {shown_file(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        source = linecache.getline(code.co_filename, trace.tb_lineno).strip()
        lines.append(f"{place}\n    {source}" if source else place)
        trace = trace.tb_next
    if len(lines) > _FRAMES:
        half = _FRAMES // 2
        lines[half:-half] = [f"  … {len(lines) - _FRAMES} langkah dilewati"]
    return lines


def _facts(error: BaseException) -> Iterator[str]:
    if isinstance(error, OSError) and error.errno is not None:
        yield errno.errorcode.get(error.errno, str(error.errno))
        winerror = getattr(error, "winerror", None)
        if winerror is not None:
            yield f"WinError {winerror}"
    sqlite = getattr(error, "sqlite_errorname", None)
    if isinstance(sqlite, str):
        yield sqlite
    if isinstance(error, AttributeError) and error.name:
        yield f"{type(error.obj).__name__}.{error.name}"
    elif isinstance(error, (NameError, ImportError)) and error.name:
        yield error.name
    elif isinstance(error, UnicodeError):
        yield str(getattr(error, "encoding", ""))
    if isinstance(error, BaseExceptionGroup):
        yield from (kind_words(each) for each in error.exceptions[:_CHAIN])
