"""What a service refuses leads to the place of the guide that says why."""

from __future__ import annotations

import pytest

from sopapp.app import open_app
from sopapp.backup.errors import DamagedBundleError, WrongPasswordError
from sopapp.clock import FixedClock
from sopapp.domain import panduan
from sopapp.domain.errors import DomainError
from sopapp.domain.sop import LaneCode
from tests.conftest import TODAY


@pytest.fixture
def app(tmp_path):
    with open_app(tmp_path / "data", FixedClock(TODAY), "Penguji") as made:
        yield made


def refusal(call) -> DomainError:
    """What the call is refused with."""
    with pytest.raises(DomainError) as raised:
        call()
    return raised.value


def test_a_card_where_the_sop_has_no_step(app):
    berkas_id = app.berkas.create("Berkas", TODAY.year, TODAY)
    refused = refusal(lambda: app.berkas.move(berkas_id, 4, LaneCode.UNIT_KERJA))
    assert refused.topic == panduan.ATURAN_JALUR


def test_work_of_another_stage(app):
    berkas_id = app.berkas.create("Berkas", TODAY.year, TODAY)
    assert refusal(lambda: app.keputusan.draft(berkas_id)).topic == panduan.BUKAN_TAHAPNYA


def test_a_file_that_is_no_sop(app, tmp_path):
    path = tmp_path / "sop.toml"
    path.write_text("[kepala]\nnama = 1\n", encoding="utf-8")
    assert refusal(lambda: app.sop.load(path)).topic == panduan.FILE_SOP


def test_a_role_that_nobody_holds(app):
    refused = refusal(
        lambda: app.pejabat.require_signer(LaneCode.PPID_PEMBANTU, "PPID Pembantu", TODAY)
    )
    assert refused.topic == panduan.SURAT_BELUM_LENGKAP


def test_backups_that_cannot_be_read():
    assert WrongPasswordError("x").topic == panduan.KATA_SANDI_CADANGAN
    assert DamagedBundleError("x").topic == panduan.CADANGAN_RUSAK
    assert DamagedBundleError("x", topic=panduan.DATA_RUSAK).topic == panduan.DATA_RUSAK
