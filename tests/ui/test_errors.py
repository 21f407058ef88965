"""Each family of errors reaches the user in its own form."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
import threading
import warnings
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, qWarning
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sopapp import __version__
from sopapp.domain.errors import DomainError, EnvironmentProblem, IncompleteError, Missing
from sopapp.paths import DataFolder
from ui import program_log
from ui.error_report import kind_words
from ui.errors import ExceptionHook, details, guard, show
from ui.program_log import start_log
from ui.widgets.form import FormPanel

log = logging.getLogger("ui.test_errors")

LACK = Missing("unit_dipilih", "Belum ada unit kerja yang diminta.", 1)


def test_a_domain_error_is_told_in_plain_words(prompts):
    with guard(None, prompts) as outcome:
        raise DomainError("Judul berkas belum diisi.")
    assert prompts.shown == ["Judul berkas belum diisi."]
    assert not outcome.ok


def test_an_error_of_a_field_stands_under_that_field(qtbot, prompts):
    form = FormPanel()
    qtbot.addWidget(form)
    edit = form.add_row("judul", "&Judul", QLineEdit(), "Tampil pada kartu.")
    with guard(form, prompts, form=form):
        raise DomainError("Judul belum diisi.", field="judul")
    assert prompts.shown == []
    assert form.error_text("judul") == "Judul belum diisi."
    assert edit.accessibleName() == "Judul"
    assert edit.accessibleDescription() == "Galat: Judul belum diisi. Tampil pada kartu."
    form.clear_errors()
    assert form.error_text("judul") == ""
    assert edit.accessibleDescription() == "Tampil pada kartu."


def test_what_is_missing_is_listed_and_leads_there(prompts):
    prompts.choose_missing = 0
    went = []
    with guard(None, prompts, go=went.append):
        raise IncompleteError("Belum lengkap.", (LACK,))
    assert prompts.missing == (LACK,)
    assert went == [LACK]


def test_an_environment_problem_is_told_and_logged_without_its_words(prompts, caplog):
    with guard(None, prompts):
        raise EnvironmentProblem("Disk penuh. Kosongkan ruang.")
    assert prompts.shown == ["Disk penuh. Kosongkan ruang."]
    assert caplog.records[-1].levelno == logging.ERROR
    assert "Disk penuh" not in caplog.records[-1].getMessage()


def test_anything_else_passes_the_guard(prompts):
    with pytest.raises(ZeroDivisionError), guard(None, prompts):
        _ = 1 / 0


PRIVATE = "Surat Rahasia Bu Ani.pdf"  # not in a line of source that a report may show


def _fail(error: BaseException) -> BaseException:
    """`error` as it comes out of code that handled another."""
    try:
        try:
            (Path.home() / PRIVATE).read_bytes()
        except OSError as first:
            raise error from first
    except type(error) as raised:
        return raised


def test_the_report_says_where_and_on_what(prompts, caplog):
    show(None, prompts, _fail(ZeroDivisionError()))
    (details,) = prompts.shown
    for part in (
        f"Program {__version__}",
        "Python 3.",
        "PySide6 6.",
        "; Qt 6.",
        QSysInfo.kernelVersion(),
    ):
        assert part in details
    assert "tests/ui/test_errors.py:" in details
    assert "raise error from first" in details  # the line of the source
    assert "FileNotFoundError (ENOENT" in details
    assert details.index("FileNotFoundError") < details.index("ZeroDivisionError")
    assert caplog.records[-1].levelno == logging.CRITICAL


SECRETS = (
    KeyError("Ani Lestari"),
    ValueError("NIP 19800101"),
    RuntimeError("Ani Lestari"),
    sqlite3.IntegrityError("UNIQUE Ani Lestari"),
    UnicodeDecodeError("utf-8", b"Ani Lestari", 0, 1, "Ani Lestari"),
    ExceptionGroup("Ani Lestari", [ValueError("NIP 19800101")]),
    type("Own", (EnvironmentProblem,), {})("Ani Lestari"),
)


@pytest.mark.parametrize("error", SECRETS, ids=lambda error: type(error).__name__)
def test_neither_report_nor_log_holds_what_was_typed(tmp_path, error):
    folder = DataFolder(tmp_path / "Ani Lestari")
    with ExitStack() as closing:
        start_log(folder, closing)
        text = details(_fail(error))
        log.error("Told", exc_info=_fail(error))
    logged = folder.log.read_text(encoding="utf-8")
    for found in (text, logged):
        assert type(error).__name__ in found
        for secret in ("Ani", "19800101", "Rahasia", str(Path.home())):
            assert secret not in found


def test_what_an_error_says_about_the_program_is_kept():
    with pytest.raises(AttributeError) as lacking:
        _ = None.judul
    assert kind_words(lacking.value) == "AttributeError (NoneType.judul)"
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError) as refused,
    ):
        connection.execute("SELECT 'Ani Lestari' FROM tidak_ada")
    assert kind_words(refused.value) == "sqlite3.OperationalError (SQLITE_ERROR)"


def test_the_report_ends_with_the_log_and_the_crash_before(tmp_path):
    folder = DataFolder(tmp_path)
    folder.crash_log.parent.mkdir()
    folder.crash_log.write_text(f"Fatal error\n  {Path.home()}/x.py\n", encoding="utf-8")
    with ExitStack() as closing:
        start_log(folder, closing)
        log.warning("yang terakhir")
        text = details(ZeroDivisionError())
    assert "yang terakhir" in text
    assert "Fatal error\n  ~/x.py" in text
    assert text.count("ZeroDivisionError") == 1


def test_other_peoples_words_do_not_enter_the_log(tmp_path):
    folder = DataFolder(tmp_path)
    with ExitStack() as closing:
        start_log(folder, closing)
        logging.getLogger("pikepdf").warning("cannot read %s", "Surat Ani.pdf")
        warnings.showwarning("Surat Ani.pdf", ResourceWarning, __file__, 7)
        qWarning("QImage: cannot open '/home/ani/Surat Ani.pdf' at C:\\Users\\ani\\x.pdf")
    logged = folder.log.read_text(encoding="utf-8")
    assert "ani" not in logged.casefold()
    assert "pikepdf" in logged
    assert "ResourceWarning at tests/ui/test_errors.py:7" in logged
    assert "Qt default: QImage: cannot open “…” at …" in logged


def test_the_log_is_kept_small_and_a_full_disk_stops_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(program_log, "_LOG_BYTES", 2000)
    folder = DataFolder(tmp_path)
    with ExitStack() as closing:
        start_log(folder, closing)
        for number in range(200):
            log.warning("baris %s %s", number, "x" * 80)
        names = sorted(path.name for path in folder.log.parent.iterdir())
        assert names == ["gagal.log", "program.log", *(f"program.log.{n}" for n in (1, 2, 3))]
        assert all(path.stat().st_size < 2200 for path in folder.log.parent.iterdir())
        assert "baris 199" in folder.log.read_text(encoding="utf-8")
        folder.log.unlink()
        folder.log.mkdir()
        log.warning("tidak ada tempat")


def test_a_crash_leaves_its_story_to_the_next_start(tmp_path):
    code = (
        "import faulthandler, sys; from contextlib import ExitStack; from pathlib import Path;"
        "from sopapp.paths import DataFolder; from ui.program_log import start_log;"
        "start_log(DataFolder(Path(sys.argv[1])), ExitStack()); faulthandler._sigabrt()"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=False)
    assert done.returncode != 0
    folder = DataFolder(tmp_path)
    assert "Fatal Python error: Aborted" in folder.crash_log.read_text(encoding="utf-8")
    for _start in range(2):  # a start that goes well keeps the story of the crash before it
        with ExitStack() as closing:
            start_log(folder, closing)
        assert folder.crash_log.read_bytes() == b""
        kept = program_log.previous_crash(folder.crash_log)
        assert "Fatal Python error: Aborted" in kept.read_text(encoding="utf-8")


@pytest.fixture
def hook(qtbot, prompts):
    made = ExceptionHook(prompts)
    undo = made.install()
    yield made
    undo()


def _raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error) as raised:
        return raised


def test_what_no_slot_caught_is_reported_in_the_next_turn(qtbot, hook, prompts):
    error = _raised(ValueError())
    sys.excepthook(type(error), error, error.__traceback__)
    assert prompts.shown == []  # it may have come out of a paint
    qtbot.waitUntil(lambda: len(prompts.shown) == 1)
    assert "ValueError" in prompts.shown[0]


def test_threads_and_destructors_are_reported_on_the_gui_thread(qtbot, hook, prompts):
    class Bad:
        def __del__(self):
            raise LookupError

    where = []
    plain = prompts.report
    prompts.report = lambda *given: (where.append(threading.current_thread()), plain(*given))

    def work():
        raise ArithmeticError

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    bad = Bad()
    del bad
    qtbot.waitUntil(lambda: len(prompts.shown) == 2)
    assert "ArithmeticError" in prompts.shown[0]
    assert "LookupError" in prompts.shown[1]
    assert set(where) == {threading.main_thread()}


def test_one_report_at_a_time_and_none_is_lost(qtbot, hook, prompts):
    open_now = []
    plain = prompts.report

    def report_and_fail_again(*given):
        open_now.append(len(open_now))
        if len(open_now) == 1:
            second = _raised(KeyError())
            sys.excepthook(type(second), second, second.__traceback__)
            QApplication.processEvents()
            assert len(open_now) == 1
        plain(*given)

    prompts.report = report_and_fail_again
    first = _raised(ValueError())
    sys.excepthook(type(first), first, first.__traceback__)
    qtbot.waitUntil(lambda: len(prompts.shown) == 2)
    assert "ValueError" in prompts.shown[0]
    assert "KeyError" in prompts.shown[1]


def test_a_fault_in_painting_does_not_trap_in_dialogs(qtbot, hook, prompts):
    again = []
    hook.again = lambda text, details: again.append((text, details))
    for _paint in range(5):
        hook.tell(_raised(ValueError()))
    qtbot.waitUntil(lambda: len(again) == 4)
    assert len(prompts.shown) == 1
    assert "ValueError" in again[0][1]


def test_a_painter_does_not_outlive_the_fault_that_stopped_it(qtbot, hook, prompts):
    class Faulty(QWidget):
        def paintEvent(self, _event):  # noqa: N802
            painter = QPainter(self)
            if not prompts.shown:
                raise ValueError(painter.isActive())

    widget = Faulty()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: len(prompts.shown) == 1)
    # Else Qt goes on to draw the window with it, and ends with a segmentation fault.
    assert not widget.paintingActive()
    assert "ValueError" in prompts.shown[0]
    assert "painter.isActive()" in prompts.shown[0]  # the place is still told


def test_what_still_waits_at_the_end_is_shown(hook, prompts):
    hook.tell(_raised(ValueError()))
    hook.flush()
    assert "ValueError" in prompts.shown[0]


def test_a_problem_that_no_slot_caught_is_told_in_its_own_words(qtbot, hook, prompts):
    hook.tell(EnvironmentProblem("Disk penuh."))
    hook.flush()
    assert prompts.shown == ["Disk penuh."]
