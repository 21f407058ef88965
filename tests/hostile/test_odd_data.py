"""A data file that another program wrote into: a sentence where the record is read."""

from __future__ import annotations

import pytest

from sopapp.app import App, open_app
from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.domain.errors import EnvironmentProblem
from tests.conftest import Office
from tests.services import carrying


def write(app: App, table: str, column: str, text: str) -> None:
    app._database.execute_sql(f"UPDATE {table} SET {column} = ?", (text,))


@pytest.mark.parametrize("text", ["{bad", "[]", "null", '{"x": 1}', '"teks"', "", "12"])
def test_content_that_is_none_is_told(app: App, office: Office, text: str) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    usulan_id = app.usulan.add(berkas_id, office.units[0], JenisUsulan.BARU, IsiDik("Data"))
    write(app, "usulan", "isi", text)
    with pytest.raises(EnvironmentProblem, match="informasi dalam daftar atau usulan"):
        app.usulan.get(usulan_id)


@pytest.mark.parametrize("text", ["{bad", "[]", "null", ""])
def test_settings_and_days_too(app: App, office: Office, text: str) -> None:
    write(app, "setting", "nilai", text)
    write(app, "pejabat", "berlaku_dari", text)
    with open_app(app.data) as again:
        with pytest.raises(EnvironmentProblem, match="Isi pengaturan di file data"):
            again.setting.letters()
        with pytest.raises(EnvironmentProblem, match="Isi tanggal di file data"):
            again.pejabat.list()
