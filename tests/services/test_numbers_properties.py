"""However numbers are typed and proposed, no two letters of a kind and year share one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.services.setting import LetterSettings
from sopapp.services.surat import JenisSurat
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
        ["1", "01", "001/500.12/2026", "500.12/2/uji/xi/2026", "500.121", "211", "20261", "999999999"]
    ),
    st.text(st.sampled_from("0123456789/.aA "), min_size=1, max_size=12),
)
CALLS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 8), TYPED, DAYS),
        st.tuples(st.just("all"), st.integers(0, 2), st.just(""), DAYS),
        st.tuples(st.just("propose"), st.integers(0, 8), st.just(""), DAYS),
        st.tuples(st.just("pattern"), st.integers(0, 4), st.sampled_from(["500.12", "", "a/b"]), DAYS),
    ),
    max_size=12,
)


@given(calls=CALLS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_number_is_given_twice(
    new_app: Callable[[Path, FixedClock], App], calls: list[tuple[str, int, str, date]]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        new_app(Path(folder), FixedClock(TODAY)) as app,
    ):
        app._database.execute_sql("PRAGMA synchronous = off")
        office = fill_office(app)
        berkas = [carrying.start(app, str(n)) for n in range(3)]
        for each in berkas:
            app.permintaan.choose_units(each, office.units)
            app.surat.draft_nota_dinas(each, per_unit=True)
        letters = [surat.id for each in berkas for surat in app.surat.list(each)]
        for what, which, text, day in calls:
            if what == "pattern":
                app.setting.save(
                    LetterSettings(klasifikasi=text, nota_dinas_pola=PATTERNS[which])
                )
            elif what == "all":
                app.surat.number_all(berkas[which], day)
            else:
                nomor = text
                if what == "propose":
                    nomor = app.surat.propose_number(JenisSurat.NOTA_DINAS, day)
                try:
                    app.surat.set_number(letters[which], nomor, day)
                except DomainError as error:
                    assert error.field == "nomor"
                    assert what == "type", f"{nomor} was proposed, but {error}"

        given_out = [
            (surat.tanggal.year, surat.nomor.casefold())
            for each in berkas
            for surat in app.surat.list(each)
            if surat.tanggal
        ]
        assert len(given_out) == len(set(given_out))
