"""However numbers are typed and proposed, no two letters of a kind and year share one."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.domain.surat import JenisSurat
from tests.conftest import TODAY, fill_office
from tests.services import carrying

PATTERNS = (
    "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}",
    "{urut:3}/{klasifikasi}/{tahun}",
    "{klasifikasi}{urut}",
    "{urut}{bulan}",
    "{tahun}{urut}",
)
DAYS = st.dates(date(2025, 12, 1), date(2027, 2, 1))
TYPED = st.one_of(
    st.sampled_from(
        [
            "1",
            "01",
            "001/500.12/2026",
            "500.12/2/uji/xi/2026",
            "500.121",
            "211",
            "20261",
            "999999999",
        ]
    ),
    st.text(st.sampled_from("0123456789/.aA "), min_size=1, max_size=12),
)
CALLS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 8), TYPED, DAYS),
        st.tuples(st.just("all"), st.integers(0, 2), st.just(""), DAYS),
        st.tuples(st.just("propose"), st.integers(0, 8), st.just(""), DAYS),
        st.tuples(
            st.just("pattern"), st.integers(0, 4), st.sampled_from(["500.12", "", "a/b"]), DAYS
        ),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def lettered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three berkas of three drafted letters each."""
    root = tmp_path_factory.mktemp("bernomor")
    with open_app(root, FixedClock(TODAY), "Penguji") as app:
        office = fill_office(app)
        for number in range(3):
            berkas_id = carrying.start(app, str(number))
            app.permintaan.choose_units(berkas_id, office.units)
            app.penyusunan.permintaan(berkas_id, per_unit=True)
    return root


@given(calls=CALLS)
@settings(max_examples=30, deadline=None)
def test_no_number_is_given_twice(lettered: Path, calls: list[tuple[str, int, str, date]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(lettered, folder, dirs_exist_ok=True)
        with open_app(Path(folder), FixedClock(TODAY), "Penguji") as app:
            app._database.execute_sql("PRAGMA synchronous = off")
            for what, which, text, day in calls:
                carry_out(app, what, which, text, day)
            numbers = [
                (year, nomor.casefold())
                for year, nomor in app._database.execute_sql(
                    "SELECT substr(tanggal, 1, 4), nomor FROM surat WHERE nomor IS NOT NULL"
                )
            ]
    assert len(numbers) == len(set(numbers))


def carry_out(app: App, what: str, which: int, text: str, day: date) -> None:
    if what == "pattern":
        carrying.number_pattern(app, text or "0", PATTERNS[which])
    elif what == "all":
        app.surat.number_all(which + 1, day)
    else:
        nomor = text
        if what == "propose":
            nomor = app.surat.propose_number(JenisSurat.NOTA_DINAS, day)
        refused = refusal(app, which + 1, nomor, day)
        assert refused is None or (what, refused.field) == ("type", "nomor"), refused


def refusal(app: App, surat_id: int, nomor: str, day: date) -> DomainError | None:
    try:
        app.surat.set_number(surat_id, nomor, day)
    except DomainError as error:
        return error
    return None
