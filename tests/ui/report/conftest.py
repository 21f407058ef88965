"""The report page on a real data folder with one berkas sent back and one that waits."""

from __future__ import annotations

import pytest

from tests.services import carrying
from ui.report.report_page import ReportPage


@pytest.fixture
def berkas(app, office) -> int:
    made = carrying.to_validasi(app, office.units, "Berkas yang kembali")
    app.berkas.send_back(made, 1, "Usulan belum lengkap")
    return made


@pytest.fixture
def page(qtbot, context, berkas) -> ReportPage:
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    qtbot.waitExposed(made)
    return made
