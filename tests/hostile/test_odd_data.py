"""A data file that another program wrote into: a sentence where the record is read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.domain.errors import EnvironmentProblem, SopappError
from tests.conftest import SAMPLE_DAY, Office, Sample
from tests.hostile.reading import sweep
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


@pytest.mark.parametrize("text", ["", "kepala", "5"])
def test_a_lane_that_is_none_is_told(app: App, office: Office, text: str) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    write(app, "step_run", "lane", text)
    for read in (app.board.load, app.berkas.list, lambda: app.berkas.get(berkas_id)):
        with pytest.raises(EnvironmentProblem, match="Isi posisi berkas di file data"):
            read()


@pytest.mark.parametrize(("table", "column"), [("stage_run", "stage"), ("step_run", "step")])
@pytest.mark.parametrize("number", [-1, 9, 99])
def test_a_place_that_the_sop_has_not_is_told(
    app: App, office: Office, table: str, column: str, number: int
) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    app._database.execute_sql(f"UPDATE {table} SET {column} = ?", (number,))
    for read in (app.board.load, lambda: app.berkas.get(berkas_id), lambda: app.board.due(2)):
        with pytest.raises(EnvironmentProblem, match="Isi posisi berkas di file data"):
            read()


@pytest.mark.parametrize("column", ["step_run.mulai", "surat.tanggal", "permohonan.diterima"])
def test_a_day_that_is_none_never_crashes_what_reads_it(
    sample_data: Sample, tmp_path: Path, column: str
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample_data.folder, folder)
    table, name = column.split(".")
    told = []
    with open_app(folder, FixedClock(SAMPLE_DAY)) as app:
        app._database.execute_sql("DROP TRIGGER surat_beku")
        app._database.execute_sql("PRAGMA ignore_check_constraints = 1")
        app._database.execute_sql(
            # Each keeps its year: the numbers of a year are there once.
            f"UPDATE {table} SET {name} = substr({name}, 1, 4) || '-13-99' WHERE {name} IS NOT NULL"
        )
        try:
            for _name, read in sweep(app, Random(1)):
                told += _asked(read)
        except EnvironmentProblem as error:  # the list of what to read is read too
            told.append(str(error))

    assert any("Isi tanggal di file data" in each for each in told)


def _asked(read: Callable[[], object]) -> list[str]:
    try:
        read()
    except SopappError as error:
        return [str(error)]
    return []
