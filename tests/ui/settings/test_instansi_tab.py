"""The letterhead: stored as typed, pictures checked, gaps told at their field."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QImage

from ui.settings.settings_page import SettingsPage


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "lambang.png"
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(0x1D5B9F)
    assert image.save(str(path))
    return path


def test_a_first_office_is_stored_and_shown_again(
    qtbot, page, open_tab, app, context, prompts, logo
):
    tab = open_tab("instansi")
    tab.pemerintah.setText(" Pemerintah Provinsi Uji & Coba ")
    tab.nama.setText("Dinas <b>Uji</b>")
    tab.singkatan.setText("UJI")
    tab.alamat.setPlainText("Jalan Satu\n\n  Telepon 123  \n")
    tab.kota.setText("Kupang")
    prompts.file = logo
    tab.choose_logo()
    assert page.save()
    stored = app.instansi.get()
    assert stored.pemerintah == "Pemerintah Provinsi Uji & Coba"
    assert stored.nama == "Dinas <b>Uji</b>"
    assert stored.alamat == ("Jalan Satu", "Telepon 123")
    assert app.instansi.logo() == logo.read_bytes()
    assert not page.edited
    again = SettingsPage(context)
    qtbot.addWidget(again)
    assert again.tab.nama.text() == "Dinas <b>Uji</b>"
    assert again.tab.alamat.toPlainText() == "Jalan Satu\nTelepon 123"
    assert again.tab.remove_button.isEnabled()


def test_a_missing_city_is_told_at_its_field(page, open_tab, app):
    tab = open_tab("instansi")
    tab.pemerintah.setText("Pemerintah")
    tab.nama.setText("Dinas")
    assert not page.save()
    assert tab.form.error_text("kota") == "Kota belum diisi."
    assert page.edited
    assert app.instansi.get().nama == ""


def test_a_text_file_named_png_is_refused_in_words(page, open_tab, prompts, office, tmp_path):
    tab = open_tab("instansi")
    fake = tmp_path / "bukan.png"
    fake.write_text("bukan gambar", encoding="utf-8")
    prompts.file = fake
    tab.choose_logo()
    assert "bukan.png" in tab.form.error_text("logo")
    assert not page.edited


def test_a_picture_cut_off_is_refused(open_tab, prompts, office, logo, tmp_path):
    tab = open_tab("instansi")
    cut = tmp_path / "putus.png"
    cut.write_bytes(logo.read_bytes()[:20])
    prompts.file = cut
    tab.choose_logo()
    assert "putus.png" in tab.form.error_text("logo")


def test_the_logo_goes_when_removed_and_saved(page, open_tab, app, prompts, office, logo):
    tab = open_tab("instansi")
    prompts.file = logo
    tab.choose_logo()
    page.save()
    tab.remove_logo()
    assert page.edited
    assert page.save()
    assert app.instansi.logo() is None


def test_backing_out_of_the_file_dialog_changes_nothing(page, open_tab, prompts, office):
    tab = open_tab("instansi")
    prompts.file = None
    tab.choose_logo()
    assert not page.edited


def test_the_picture_of_the_letterhead_changes_while_typing(page, open_tab, office):
    tab = open_tab("instansi")
    tab.preview.resize(500, 200)
    before = tab.preview.grab().toImage()
    tab.nama.setText("Dinas dengan nama yang panjang sekali " * 6)
    after = tab.preview.grab().toImage()
    assert before != after
    # The long name is shrunk, so the paper's right margin stays white.
    edge = after.width() - 8
    assert all(after.pixelColor(edge, y).lightness() > 250 for y in range(5, after.height() - 5))


def test_a_long_name_is_divided_as_the_printed_letterhead_divides_it(open_tab, office):
    from sopapp.documents.letterhead import _office

    if QFontInfo(QFont(["Arial", "Liberation Sans"])).family() not in ("Arial", "Liberation Sans"):
        pytest.skip("no font with the widths of the printed one")
    tab = open_tab("instansi")
    name = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil, dan Menengah"
    for nama in ("Dinas Uji", "Dinas Perindustrian dan Perdagangan", name, f"{name} dan {name}"):
        tab.nama.setText(nama)
        printed, _scale = _office(nama.upper(), 160 * 72 / 25.4)
        assert tab.preview.office_lines == tuple(printed)


def test_hints_are_written_as_names_are_not_in_capitals(open_tab):
    tab = open_tab("instansi")
    for edit in (tab.pemerintah, tab.nama):
        assert edit.placeholderText().startswith("Misalnya")
        assert not any(word.isupper() for word in edit.placeholderText().split())
    assert "Provinsi" in open_tab("pejabat").jabatan.accessibleDescription()


@pytest.mark.parametrize(
    ("name", "field"),
    [("instansi", "nama"), ("unit_kerja", "pimpinan"), ("pejabat", "nama"), ("pejabat", "jabatan")],
)
def test_a_sign_that_no_letter_can_print_is_told_at_its_field(page, open_tab, office, name, field):
    tab = open_tab(name)
    getattr(tab, field).setText("Kepala \U0001f600")
    assert not page.save()
    assert "tidak dapat dicetak" in tab.form.error_text(field)
    assert tab.edited
