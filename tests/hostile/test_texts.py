"""The door of the services: what no field takes is refused by name, the rest comes back whole."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import date

import pytest

from sopapp.app import App
from sopapp.domain.dik import IsiDik, JenisUsulan
from sopapp.domain.errors import DomainError
from sopapp.domain.teks_masuk import TERPANJANG, TERPANJANG_BARIS, periksa_masukan
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import Office
from tests.hostile.entries import services
from tests.hostile.texts import MEGABYTE
from tests.services import carrying

UNIT = UnitKerjaInput("U9", "Bidang Sembilan", "Kepala Bidang Sembilan")
UNCHECKED = {
    "dik_search",  # looks up words, and odd words find nothing
    "cadangan", "kunci", "riwayat", "undo",  # passwords, folders and row numbers
    "hari_ini",  # takes only how many rows are wanted
}  # fmt: skip


@pytest.mark.parametrize("bad", ["\ud800", "\x00", "Bidang \ud83d putus", "a\x00b"])
def test_a_broken_character_is_refused_by_field(app: App, bad: str) -> None:
    before = len(app.riwayat.list())
    with pytest.raises(DomainError, match="Nama memuat tanda rusak") as caught:
        app.unit_kerja.add(replace(UNIT, nama=bad))
    assert caught.value.field == "nama"
    str(caught.value).encode()  # the sentence itself can be shown and logged
    assert len(app.riwayat.list()) == before
    assert app.unit_kerja.list() == ()


def test_the_sentence_says_after_which_words(app: App) -> None:
    with pytest.raises(DomainError, match="sesudah “Bidang Perdagangan”"):
        app.unit_kerja.add(replace(UNIT, nama="Bidang Perdagangan\ud800 Luar Negeri"))


@pytest.mark.parametrize(
    "odd",
    ["<b>x & y</b>", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u202eterbalik", "e\u0301",
     "مرحبا", "\x07lonceng", "{tenggat}", "'; DROP TABLE unit_kerja; --", "\uffff", "CON", "=1+1"],
)  # fmt: skip
def test_an_odd_text_comes_back_as_it_was(app: App, odd: str) -> None:
    app.unit_kerja.add(replace(UNIT, nama=f"Bidang {odd} Uji"))
    assert app.unit_kerja.list()[0].nama == f"Bidang {odd} Uji"


def test_a_megabyte_is_refused_with_the_limit(app: App, office: Office) -> None:
    berkas_id = carrying.to_answers(app, office.units)
    for given, field, limit in (
        (lambda text: app.berkas.rename(berkas_id, text), "judul", "banyak 300"),
        (
            lambda text: app.usulan.add(
                berkas_id, office.units[0], JenisUsulan.BARU, IsiDik("x", konsekuensi_dibuka=text)
            ),
            "konsekuensi_dibuka",
            "50.000",
        ),
    ):
        with pytest.raises(DomainError, match=f"terlalu panjang.*{limit}") as caught:
            given("x" * MEGABYTE)
        assert caught.value.field == field


def test_the_longest_text_is_taken() -> None:
    periksa_masukan("x" * TERPANJANG, "menimbang")
    periksa_masukan("x" * TERPANJANG_BARIS, "nama")
    with pytest.raises(DomainError):
        periksa_masukan("x" * (TERPANJANG + 1), "menimbang")
    with pytest.raises(DomainError):
        periksa_masukan("x" * (TERPANJANG_BARIS + 1), "nama")


@pytest.mark.parametrize("bad", [10**30, -(10**30), float("nan"), float("inf"), date(9999, 1, 1)])
def test_numbers_and_days_of_no_world_are_refused(bad: object) -> None:
    with pytest.raises(DomainError, match="Periksa"):
        periksa_masukan((bad,), "jumlah")


def test_what_lies_deep_inside_is_looked_at() -> None:
    with pytest.raises(DomainError) as caught:
        periksa_masukan({"alasan": [("baik", {"kepada": "\ud800"})]}, "isi")
    assert caught.value.field == "kepada"


def test_every_service_has_the_door(app: App) -> None:
    """A new service either is dressed with `checked_input` or stands in UNCHECKED with a reason."""
    bare = {
        name
        for name in services()
        if not any(
            hasattr(method, "__wrapped__")
            for _name, method in inspect.getmembers(type(getattr(app, name)), inspect.isfunction)
        )
    }
    assert bare <= UNCHECKED


def test_behind_the_door_the_data_file_refuses_too(app: App) -> None:
    with pytest.raises(DomainError, match="tanda rusak"):
        app._database.execute_sql("SELECT ?", ("\ud800",))
    with pytest.raises(DomainError, match="terlalu besar"):
        app._database.execute_sql("SELECT ?", (10**30,))
