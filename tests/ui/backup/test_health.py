"""The full check: every finding a sentence, lost files taken back."""

from __future__ import annotations

import pytest

from sopapp.backup.manifest import Reason
from sopapp.persistence import tables
from ui.backup.health_dialog import HealthDialog


@pytest.fixture
def lost(app):
    """A stored file that is in a backup and no longer beside the data."""
    stored = app._files.put_bytes(b"isi")
    tables.Attachment.create(
        sha256=stored.sha256, nama="surat.pdf", ukuran=3, tipe="application/pdf", ditambahkan="2026"
    )
    app.cadangan.job(Reason.DIMINTA).run()
    app._files.path(stored.sha256).unlink()
    return stored.sha256


def shown(qtbot, context, settled) -> HealthDialog:
    dialog = HealthDialog(context, None)
    qtbot.addWidget(dialog)
    dialog.show()
    settled()
    return dialog


def test_good_data_is_told_as_good(qtbot, context, settled):
    dialog = shown(qtbot, context, settled)
    assert dialog.notice.text.startswith("Data baik")
    assert dialog.fetch_button.isHidden()


def test_a_lost_file_is_named_and_taken_back(qtbot, context, app, lost, settled):
    dialog = shown(qtbot, context, settled)
    assert "surat.pdf" in dialog.list.item(0).text().replace("\u200b", "")
    dialog.fetch_button.click()
    settled()
    settled()
    assert app._files.read(lost) == b"isi"
    assert dialog.notice.text.startswith("Data baik")
    assert "1 file diambil kembali" in dialog.fetched.text


def test_what_no_backup_has_is_said(qtbot, context, app, lost, bundles, settled):
    for each in bundles():
        each.path.unlink()
    dialog = shown(qtbot, context, settled)
    dialog.fetch_button.click()
    settled()
    settled()
    assert "tidak ada di cadangan" in dialog.fetched.text
    assert dialog.list.count() == 1


def test_a_dialog_closed_early_leaves_nothing_behind(qtbot, context, settled):
    dialog = HealthDialog(context, None)
    dialog.show()
    dialog.reject()
    settled()
