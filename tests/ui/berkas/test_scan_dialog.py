from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import EnvironmentProblem
from tests.hostile.files import jpeg, png
from ui.berkas.scan_dialog import PictureDialog, open_scan


@pytest.fixture
def opened(monkeypatch):
    """Where the copies lie that were handed to another program."""
    found: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: found.append(Path(url.toLocalFile())) or True
    )
    yield found
    for path in found:
        shutil.rmtree(path.parent)


@pytest.fixture
def kept(office, tmp_path):
    """Keeps a file as an answer's would be."""

    def keep(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        service = office.app.attachments
        with service._store.write("uji") as entry:
            number = service.record(service.take(path))
            entry.say("Uji.")
        return service.get(number)

    return keep


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("jawaban.exe", b"MZ\x90"),
        ("jawaban.html", b"<script>"),
        ("jawaban.docm", b"PK\x03\x04"),
        ("jawaban.docx", b"PK\x03\x04 word/vbaProject.bin"),
        ("jawaban", b"apa saja"),
    ],
)
def test_what_may_run_is_asked_about_first(kept, context, prompts, parent, opened, name, data):
    file = kept(name, data)
    prompts.yes = False
    assert open_scan(context, file, parent) is None
    assert opened == []
    assert f"“{name}”" in prompts.shown[-1]
    prompts.yes = True
    open_scan(context, file, parent)
    assert [path.name for path in opened] == [name]


def test_a_document_opens_unasked_under_a_safe_name(kept, context, prompts, parent, opened):
    file = kept("CON.docx", b"PK\x03\x04 isi")
    open_scan(context, file, parent)
    assert prompts.shown == []
    assert [path.name for path in opened] == ["_CON.docx"]


@pytest.mark.qt_log_ignore("Invalid JPEG", extend=True)
@pytest.mark.parametrize("data", [png(60_000, 60_000), jpeg(60_000, 60_000), b"\x89PNG rusak"])
def test_a_picture_that_cannot_be_shown_is_told(qtbot, data):
    with pytest.raises(EnvironmentProblem, match="tidak dapat ditampilkan"):
        PictureDialog("pindaian", data, None)


def test_a_large_scan_is_shown(qtbot):
    out = io.BytesIO()
    Image.new("L", (5_000, 7_000), 255).save(out, "PNG")
    dialog = PictureDialog("pindaian", out.getvalue(), None)
    qtbot.addWidget(dialog)
    assert dialog.picture.pixmap().width() == 820
    assert dialog.picture.pixmap().height() == 1148
