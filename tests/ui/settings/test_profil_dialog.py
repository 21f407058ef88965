"""A profil is seen before it is taken, part by part; one that is at fault changes nothing."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from sopapp.services.letter_settings import LetterSettings
from sopapp.services.profil_file import profil_bytes
from sopapp.services.profil_isi import BagianProfil
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY


@pytest.fixture
def file(app, office, tmp_path):
    """A profil that differs from the office in its name and a unit, and not in the rest."""
    profil = app.profil.now()
    instansi = dataclasses.replace(profil.instansi, nama="Dinas Lain")
    units = (*profil.unit_kerja, UnitKerjaInput("U9", "Bidang 9", "Kepala Bidang 9"))
    changed = dataclasses.replace(profil, instansi=instansi, unit_kerja=units)
    path = tmp_path / "lain.sopprofil"
    path.write_bytes(profil_bytes(changed, TODAY))
    return path


@pytest.fixture
def dialog(open_tab, prompts, file):
    tab = open_tab("umum")
    prompts.file = file
    tab.load_profil_button.click()
    return tab.dialog


def parts(dialog) -> dict[str, QTreeWidgetItem]:
    tree = dialog.changes.tree
    items = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    return {item.text(0): item for item in items}


def test_what_changes_is_shown_from_old_to_new(dialog):
    shown = parts(dialog)
    name = shown["Instansi dan kop surat"].child(0)
    assert [name.text(column) for column in range(3)] == ["Nama", "Dinas Uji", "Dinas Lain"]
    assert shown["Unit kerja"].child(0).text(0) == "Bidang 9"
    assert shown["Pejabat"].text(1) == "sudah sama"
    assert dialog.accept_button.text() == "&Muat 2 bagian"


def test_only_what_is_ticked_is_taken(dialog, app, page):
    parts(dialog)["Instansi dan kop surat"].setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.changes.chosen() == (BagianProfil.UNIT_KERJA,)
    dialog.accept_button.click()
    assert app.instansi.get().nama == "Dinas Uji"
    assert [unit.kode for unit in app.unit_kerja.list()] == ["U1", "U2", "U3", "U9"]
    assert page.tab.said.text() == "Profil dimuat: Unit kerja. Ctrl+Z mengurungkannya."


def test_nothing_ticked_takes_nothing(dialog, app):
    for part in BagianProfil:
        dialog.changes.choose(part, False)
    assert not dialog.accept_button.isEnabled()
    dialog.submit()
    dialog.reject()
    assert app.instansi.get().nama == "Dinas Uji"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text[:-30], "terpotong"),
        (lambda text: text.replace("Dinas Lain", "Dinas \N{GRINNING FACE}"), "Instansi: Teks"),
        (lambda text: text.replace('"kode": "U9"', '"kode": ""'), "unit kerja 4, kode"),
    ],
)
def test_a_file_at_fault_is_told_and_opens_nothing(open_tab, prompts, file, change, told):
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    prompts.file = file
    tab = open_tab("umum")
    tab.load_profil_button.click()
    assert told in prompts.shown[-1]
    assert not hasattr(tab, "dialog")


def test_the_profil_is_saved_where_the_user_says(open_tab, app, office, prompts, tmp_path):
    app.setting.save(LetterSettings(klasifikasi="500.12"))
    prompts.file = tmp_path / "kantor.sopprofil"
    tab = open_tab("umum")
    tab.save_profil_button.click()
    assert app.profil.read(tmp_path / "kantor.sopprofil") == app.profil.now()
    assert tab.said.text() == "Profil disimpan: kantor.sopprofil"


def test_an_office_without_a_name_is_told_to_fill_it_in(open_tab, prompts, tmp_path):
    prompts.file = tmp_path / "kantor.sopprofil"
    tab = open_tab("umum")
    tab.save_profil_button.click()
    assert "Nama instansi belum diisi" in prompts.shown[-1]
    assert tab.said.isHidden()


def test_the_guide_of_the_first_start_is_found_again(open_tab, navigate):
    open_tab("umum").guide_button.click()
    assert navigate.went == [("first_start",)]
