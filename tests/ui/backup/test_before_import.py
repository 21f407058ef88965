"""Many rows wait for a backup; few do not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sopapp.paths import DataFolder
from ui.backup.before_import import BeforeImport


def ask(before: BeforeImport, rows: int, happened: list[str]) -> None:
    before.run(
        rows,
        lambda: happened.append("stored"),
        happened.append,
        lambda error: happened.append(repr(error)),
    )


def test_few_rows_go_on_at_once(qtbot, context, bundles):
    owner = QWidget()
    qtbot.addWidget(owner)
    happened: list[str] = []
    ask(BeforeImport(context, owner), 99, happened)
    assert (happened, bundles()) == (["stored"], ())


def test_many_rows_wait_for_the_backup(qtbot, context, bundles):
    owner = QWidget()
    qtbot.addWidget(owner)
    happened: list[str] = []
    ask(BeforeImport(context, owner), 100, happened)
    assert happened == []
    qtbot.waitUntil(lambda: happened == ["stored"])
    assert len(bundles()) == 1


def test_without_a_backup_the_user_decides(qtbot, context, app):
    DataFolder(app.data).backups.write_text("bukan folder", encoding="utf-8")
    owner = QWidget()
    qtbot.addWidget(owner)
    before = BeforeImport(context, owner)
    happened: list[str] = []
    ask(before, 100, happened)
    qtbot.waitUntil(lambda: len(happened) == 1)
    assert "sekali lagi" in happened[0]
    ask(before, 100, happened)
    assert happened[1:] == ["stored"]
