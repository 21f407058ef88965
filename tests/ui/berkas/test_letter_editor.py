"""Editing the words of one letter."""

from __future__ import annotations

import io

import pypdf
import pytest
from PySide6.QtWidgets import QWidget

from ui.berkas.letter_editor import LetterEditor

LONG = 30_000


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def editor(qtbot, context, office):
    app = office.app
    app.permintaan.choose_units(office.berkas_id, [u.id for u in app.unit_kerja.list()])
    (first, *_rest) = app.surat.draft_nota_dinas(office.berkas_id, per_unit=True)
    return opened(qtbot, context, first)


def opened(qtbot, context, letter) -> LetterEditor:
    window = QWidget()  # the editor deletes itself when it is closed
    qtbot.addWidget(window)
    window.show()
    editor = LetterEditor(context, letter, window)
    editor.held = window  # qtbot keeps only a weak reference
    editor.show()
    return editor


def stored(editor):
    return editor.context.app.surat.get(editor._id)


def test_shows_the_template_without_changing_it(editor):
    assert editor.words.isi() == stored(editor).isi
    assert not editor.reset_button.isEnabled()


def test_the_preview_follows_the_typing_and_nothing_is_stored_yet(editor, qtbot):
    editor.words.body.setPlainText("Mohon dijawab segera, terima kasih.")
    qtbot.waitUntil(
        lambda: (
            bool(editor.preview.data) and "Mohon dijawab segera" in text_of(editor.preview.data)
        ),
        timeout=LONG,
    )
    assert not stored(editor).edited


def test_saved_words_are_the_letters_words(editor):
    app, surat_id = editor.context.app, editor._id
    editor.words.body.setPlainText("Isi yang baru.\n\n1. butir")
    editor.words.tembusan.setPlainText("Kepala Dinas\n\n  Arsip  ")
    editor.accept_button.click()
    isi = app.surat.get(surat_id).isi
    assert isi.body == "Isi yang baru.\n\n1. butir"
    assert isi.tembusan == ("Kepala Dinas", "Arsip")


def test_an_empty_body_is_told_beside_it_and_the_rest_stays(editor):
    editor.words.body.clear()
    editor.words.hal.setPlainText("Hal lain")
    editor.accept_button.click()
    assert editor.isVisible()
    assert editor.form.error_text("body")
    assert editor.words.hal.text() == "Hal lain"


def test_a_character_without_a_shape_is_told_and_the_last_letter_stays(editor, qtbot):
    qtbot.waitUntil(lambda: bool(editor.preview.data), timeout=LONG)
    before = editor.preview.data
    editor.words.body.setPlainText("Halo \U0001f600")
    qtbot.waitUntil(lambda: bool(editor.trouble.text), timeout=LONG)
    assert editor.preview.data == before
    editor.words.body.setPlainText("Halo")
    qtbot.waitUntil(lambda: not editor.trouble.text, timeout=LONG)


def test_back_to_the_template(editor, prompts):
    app, surat_id = editor.context.app, editor._id
    original = app.surat.get(surat_id).isi
    from dataclasses import replace

    app.surat.edit(surat_id, replace(original, hal="Lain"))
    again = LetterEditor(editor.context, surat_id, editor)
    assert again.reset_button.isEnabled()
    again.reset()
    assert app.surat.get(surat_id).isi == original
    assert again.words.isi() == original
    again.close()


def test_a_keputusan_is_edited_point_by_point(qtbot, context, office):
    office.to_setting()
    letter = office.app.keputusan.draft(office.berkas_id)
    editor = opened(qtbot, context, letter)
    assert editor.words.isi() == office.app.surat.get(letter).isi
    editor.words.memperhatikan.setPlainText("Berita Acara Nomor 1\nBerita Acara Nomor 2")
    editor.submit()
    isi = office.app.surat.get(letter).isi
    assert isi.memperhatikan == ("Berita Acara Nomor 1", "Berita Acara Nomor 2")


def test_no_break_spaces_of_a_letter_survive_the_editor(qtbot, context, editor):
    from dataclasses import replace

    app, surat_id = editor.context.app, editor._id
    isi = replace(
        app.surat.get(surat_id).isi, body="Rapat 5\u00a0hari\u00a0kerja.", hal="UU\u00a0Nomor 14"
    )
    app.surat.edit(surat_id, isi)
    assert opened(qtbot, context, surat_id).words.isi() == isi
