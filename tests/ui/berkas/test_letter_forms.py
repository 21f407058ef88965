"""The form of each kind of letter gives back the words it was shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from sopapp.domain.surat import IsiKeputusan, IsiNotaDinas, IsiPenolakan, LampiranLain
from ui.berkas.letter_form import letter_form
from ui.widgets.form import FormPanel

NOTA_DINAS = IsiNotaDinas(
    ("Kepala Bidang",), ("Arsip",), "Biasa", "1 berkas", "Hal", "Isi **tebal**\n\n1. butir",
    ("Kepala A", "Kepala B"),
)  # fmt: skip
KEPUTUSAN = IsiKeputusan(
    tentang="Penetapan",
    menimbang=("bahwa **a**", "bahwa b\nlanjutannya"),
    mengingat=("UU 14",),
    memperhatikan=(),
    diktum=("Membentuk tim:\na. ketua\nb. anggota", "Berlaku."),
    tembusan=("Gubernur",),
    judul_daftar="Daftar",
    lampiran_lain=(LampiranLain("Tim", "1. Ketua"), LampiranLain("Jadwal", "Senin")),
)
PENOLAKAN = IsiPenolakan(
    pembuka="Berdasarkan …",
    rincian="Data",
    putusan="Dikecualikan",
    alasan=("Pasal 17 huruf h", "Pasal 4"),
    konsekuensi=("satu", "dua"),
    pernyataan="Ditolak",
    keberatan="Tiga puluh hari",
    catatan=("Gratis",),
    lampiran=("Lembar uji",),
)


@pytest.fixture
def form(qtbot) -> FormPanel:
    form = FormPanel()
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize("isi", [NOTA_DINAS, KEPUTUSAN, PENOLAKAN])
def test_the_words_come_back_as_they_were_shown(form, isi):
    assert letter_form(isi, form, lambda: None).isi() == isi


@pytest.mark.parametrize("isi", [NOTA_DINAS, KEPUTUSAN, PENOLAKAN])
def test_each_field_tells_that_something_was_typed(form, qtbot, isi):
    told: list[int] = []
    letter_form(isi, form, lambda: told.append(1))
    for text in form.findChildren(QPlainTextEdit):
        told.clear()
        qtbot.keyClicks(text, "x")
        assert told, text.accessibleName()


@pytest.mark.parametrize("isi", [NOTA_DINAS, KEPUTUSAN, PENOLAKAN])
def test_nothing_can_be_typed_in_what_is_only_shown(form, qtbot, isi):
    words = letter_form(isi, form, lambda: None)
    words.set_read_only()
    for text in form.findChildren(QPlainTextEdit) + form.findChildren(QLineEdit):
        qtbot.keyClicks(text, "x")
    assert words.isi() == isi


def test_other_words_have_no_form_here(form):
    with pytest.raises(TypeError):
        letter_form(object(), form, lambda: None)


def test_lampiran_are_added_moved_and_removed(form, qtbot):
    words = letter_form(KEPUTUSAN, form, lambda: None)
    editor = words.lampiran_lain
    editor.add_button.click()
    assert words.isi() == KEPUTUSAN  # an empty one is none yet
    third = editor.sheets[2]
    qtbot.keyClicks(third.judul, "Baru")
    third.up.click()
    assert [each.judul for each in words.isi().lampiran_lain] == ["Tim", "Baru", "Jadwal"]
    assert [sheet.label.text() for sheet in editor.sheets] == [
        "Lampiran II", "Lampiran III", "Lampiran IV",
    ]  # fmt: skip
    assert editor.sheets[1] is third
    assert not editor.sheets[0].up.isEnabled()
    assert not editor.sheets[2].down.isEnabled()
    editor.sheets[0].remove.click()
    assert [each.judul for each in words.isi().lampiran_lain] == ["Baru", "Jadwal"]


def test_a_point_typed_below_a_diktum_belongs_to_it(form, qtbot):
    words = letter_form(KEPUTUSAN, form, lambda: None)
    words.diktum.setPlainText("Tim:\n- satu\nPenutup")
    assert words.isi().diktum == ("Tim:\n- satu", "Penutup")
