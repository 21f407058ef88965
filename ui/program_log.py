"""The program's log: warnings and errors of Python and Qt, kept small, without typed text."""

from __future__ import annotations

import faulthandler
import logging
import sys
import warnings
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from sopapp.paths import DataFolder

log = logging.getLogger(__name__)

_LOG_BYTES = 1_000_000
_LOGS_KEPT = 3
_CRASH_BYTES = 64_000
"""How much of the fault handler's words is kept from one start to the next."""

_TAIL_LINES = 60
_OWN = ("ui", "sopapp", "__main__", "main")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log(folder: DataFolder, closing: ExitStack) -> None:
    """Write to the logs of `folder` until `closing` closes.

    Raises EnvironmentProblem when they cannot be written.
    """
    handler = _open(folder.log)
    root = logging.getLogger()
    root.addHandler(handler)
    closing.callback(handler.close)
    closing.callback(root.removeHandler, handler)
    _catch_crashes(folder.crash_log, closing)
    closing.callback(setattr, warnings, "showwarning", warnings.showwarning)
    warnings.showwarning = _on_warning
    closing.callback(qInstallMessageHandler, qInstallMessageHandler(_on_qt_message))


def tails() -> tuple[str, str]:
    """The last lines of the log that is open, and of the crash before this start."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _LogFile):
            return _tail(handler.path), _tail(previous_crash(handler.path.parent / "gagal.log"))
    return "", ""


def previous_crash(crash_log: Path) -> Path:
    """Where the words of the crash before are kept."""
    return crash_log.with_name(f"{crash_log.stem}-sebelumnya{crash_log.suffix}")


class SafeFormatter(logging.Formatter):
    """Writes kinds and places of exceptions, and no text that other code made up.

    Messages of the program itself hold no typed text; of other people's loggers only the
    place is written.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One record as text; the record itself is left as it was."""
        from ui.error_report import shown_file, without_home

        copy = logging.makeLogRecord(record.__dict__)
        copy.exc_text = None  # another handler may have kept the unsafe form here
        if record.name.partition(".")[0] not in _OWN:
            copy.msg = f"(isi tidak dicatat) {shown_file(record.pathname)}:{record.lineno}"
            copy.args = ()
            copy.stack_info = None
        return without_home(super().format(copy))

    def formatException(self, ei: Any) -> str:  # noqa: ANN401 - logging's own form
        """Kinds and places instead of Python's traceback."""
        from ui.error_report import trace_text

        return trace_text(ei[1]) if ei[1] is not None else ""


class _LogFile(logging.Handler):
    """The log, kept small; without `logging.handlers`, which takes long to load.

    Raises OSError when the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        path.open("a", encoding="utf-8").close()

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; a full disk must not stop what the user was about to be told."""
        with suppress(OSError):
            if self.path.exists() and self.path.stat().st_size > _LOG_BYTES:
                self._turn()
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{self.format(record)}\n")

    def _turn(self) -> None:
        """Begin a new file; the oldest of those kept is given up."""
        names = [self.path, *(Path(f"{self.path}.{n}") for n in range(1, _LOGS_KEPT + 1))]
        for newer, older in reversed(list(pairwise(names))):
            if newer.exists():
                newer.replace(older)


def _open(path: Path) -> _LogFile:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path)
    except OSError as error:
        raise _not_written(path, error) from error
    handler.setFormatter(SafeFormatter())
    return handler


def _not_written(path: Path, error: OSError) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"Catatan program tidak dapat ditulis ({why_refused(error)}). Periksa hak "
        f"akses file ini:\n{path}"
    )


def _catch_crashes(path: Path, closing: ExitStack) -> None:
    """Let the fault handler write into `path`, after what it holds has been put aside."""
    with suppress(OSError):  # an old story must not keep the program shut
        _put_aside(path)
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        raise _not_written(path, error) from error
    faulthandler.enable(file)
    closing.callback(_release, file)


def _release(file: IO[str]) -> None:
    if sys.stderr is not None and _has_descriptor(sys.stderr):
        faulthandler.enable(sys.stderr)
    else:
        faulthandler.disable()
    file.close()


def _has_descriptor(stream: Any) -> bool:  # noqa: ANN401 - whatever stands for stderr
    try:
        stream.fileno()
    except (OSError, ValueError, AttributeError):
        return False
    return True


def _put_aside(path: Path) -> None:
    if not path.exists() or not path.stat().st_size:
        return
    from ui.error_report import without_home

    with path.open("rb") as handle:
        text = handle.read(_CRASH_BYTES).decode("utf-8", errors="replace")
    previous_crash(path).write_text(without_home(text), encoding="utf-8", newline="\n")


def _tail(path: Path) -> str:
    from ui.error_report import without_home

    try:
        with path.open("rb") as handle:
            handle.seek(0, 2)
            handle.seek(max(0, handle.tell() - _CRASH_BYTES))
            text = handle.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
    return without_home("\n".join(text.splitlines()[-_TAIL_LINES:]))


def _on_warning(
    message: Warning | str,  # noqa: ARG001 - may hold paths and names
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    from ui.error_report import shown_file

    log.warning("%s at %s:%s", category.__name__, shown_file(filename), lineno)


def _on_qt_message(kind: QtMsgType, context: Any, message: str) -> None:  # noqa: ANN401
    from ui.error_report import scrub

    level = _LEVELS.get(kind, logging.WARNING)
    if log.isEnabledFor(level):
        log.log(level, "Qt %s: %s", context.category or "", scrub(message))
    if sys.stderr is not None and level >= logging.WARNING:
        sys.stderr.write(f"{message}\n")
