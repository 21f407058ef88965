"""Taking a step back fails at any step: it is still there, and can be taken back again."""

from __future__ import annotations

from sopapp.app import App
from tests.conftest import Office
from tests.faults.injecting import each_failure
from tests.faults.steps import sql_seen
from tests.kill.golden import digest


def test_an_undo_that_fails_undid_nothing(app: App, office: Office) -> None:
    with sql_seen():
        app._database.close()  # connections that are opened now can be watched
        app._database.connect()
        app.undo.next()
        before = sorted(law.kutipan for law in app.katalog.laws())
        app.katalog.add_law("UU Nomor 1 Tahun 2020")
        after = digest(app)

        def held(what: str) -> None:
            assert digest(app) == after, what

        assert each_failure(app.data, app.undo.undo, held) > 5

    assert sorted(law.kutipan for law in app.katalog.laws()) == before
