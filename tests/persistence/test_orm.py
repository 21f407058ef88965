"""The words of the queries are peewee's own, only written with fewer detours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import peewee
import pytest
from peewee import fn

from sopapp.app import App
from sopapp.persistence.tables import Berkas, Pejabat, Surat

OTHER = Pejabat.alias("lain")
QUERIES: dict[str, Callable[[], Any]] = {
    "all": Surat.select,
    "some": lambda: Surat.select(Surat.id, Surat.perihal).where(Surat.id.in_([1, 2])),
    "joined": lambda: Surat.select(Surat, Berkas.judul).join(Berkas).order_by(Berkas.judul),
    "beside itself": lambda: Pejabat.select(Pejabat.nama, OTHER.nama).join(
        OTHER, on=Pejabat.nama == OTHER.nama
    ),
    "a table with another name": lambda: Surat._meta.table.alias("s").select(peewee.SQL("1")),
    "inside another": lambda: Berkas.select().where(
        Berkas.id.in_(Surat.select(Surat.berkas).where(Surat.berkas == Berkas.id))
    ),
    "counted": lambda: Surat.select(Surat.jenis, fn.COUNT(Surat.id)).group_by(Surat.jenis),
    "put in": lambda: Pejabat.insert(nama="A", jabatan="B", berlaku_dari=date(2026, 1, 1)),
    "changed": lambda: Pejabat.update(nama="A").where(Pejabat.id == 1),
    "changed by itself": lambda: Pejabat.update(nama=Pejabat.nama + "a").where(Pejabat.id == 1),
    "taken away": lambda: Pejabat.delete().where(Pejabat.id == 1),
    "united": lambda: Pejabat.select(Pejabat.nama) | Berkas.select(Berkas.judul),
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_what_peewee_says(app: App, name: str) -> None:
    orm = app._database.orm
    plain = peewee.Context(**orm.get_context_options())
    assert orm.get_sql_context().sql(QUERIES[name]()).query() == plain.sql(QUERIES[name]()).query()


def test_the_queries_of_the_program_are_written_so(app: App) -> None:
    assert type(app._database.orm.get_sql_context()) is not peewee.Context
