"""Editing the words of one letter."""

from __future__ import annotations

import dataclasses
import io

import pypdf
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
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
    (first, *_rest) = app.penyusunan.permintaan(office.berkas_id, per_unit=True)
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
    app.surat.edit(surat_id, dataclasses.replace(original, hal="Lain"))
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


def drawn(editor) -> bool:
    return not editor.live.busy and editor.preview.view.pictures.is_settled


def test_a_key_draws_its_page_and_leaves_the_others(editor, qtbot):
    editor.words.body.setPlainText("\n\n".join(["Alinea " + "panjang " * 60] * 14))
    qtbot.waitUntil(lambda: editor.preview.page_count > 2 and drawn(editor), timeout=LONG)
    editor.preview.view.zoom_to(0.3)  # all pages are in sight
    qtbot.waitUntil(lambda: drawn(editor), timeout=LONG)
    pictures = editor.preview.view.pictures
    last = editor.preview.page_count - 1
    first_one, last_one = pictures.image(0), pictures.image(last)
    place = editor.preview.view.verticalScrollBar().value()
    editor.words.body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor.words.body, " tambahan")
    qtbot.waitUntil(lambda: drawn(editor) and pictures.image(last) is not last_one, timeout=LONG)
    assert pictures.image(0) is first_one
    assert editor.preview.view.verticalScrollBar().value() == place
    assert "tambahan" in text_of(editor.preview.data)


def test_a_printed_letter_asks_why_it_is_corrected(qtbot, context, office, prompts):
    office.ask()
    app = office.app
    surat = app.surat.list(office.berkas_id)[0]
    editor = opened(qtbot, context, surat.id)
    assert "sudah dicetak" in editor.notice.text
    editor.words.hal.setPlainText("Hal yang benar")
    editor.submit()
    assert editor.isVisible()
    assert "Alasan koreksi" in editor.form.error_text("alasan_koreksi")
    assert app.surat.get(surat.id).isi == surat.isi
    editor.alasan.setText("  jabatan   diperbaiki ")
    editor.submit()
    stored = app.surat.get(surat.id)
    assert stored.isi.hal == "Hal yang benar"
    assert [koreksi.alasan for koreksi in stored.koreksi] == ["jabatan diperbaiki"]


def test_a_printed_letter_that_was_not_changed_needs_no_reason(qtbot, context, office):
    office.ask()
    editor = opened(qtbot, context, office.app.surat.list(office.berkas_id)[0].id)
    editor.submit()
    assert not editor.isVisible()


def test_back_to_the_template_needs_the_reason_too(qtbot, context, office):
    office.ask()
    app = office.app
    surat = app.surat.list(office.berkas_id)[0]
    app.surat.edit(surat.id, dataclasses.replace(surat.isi, hal="Lain"), "salah")
    editor = opened(qtbot, context, surat.id)
    editor.reset()
    assert editor.form.error_text("alasan_koreksi")
    assert app.surat.get(surat.id).isi.hal == "Lain"
    editor.alasan.setText("kembali")
    editor.reset()
    assert app.surat.get(surat.id).isi == surat.isi


def test_a_letter_that_was_not_printed_asks_for_no_reason(editor):
    assert not editor.notice.text
    assert editor.alasan is None


def test_a_signed_letter_is_only_shown(qtbot, context, office):
    office.to_update()
    app = office.app
    letter = app.keputusan.find(office.berkas_id)
    editor = opened(qtbot, context, letter)
    assert "sudah ditandatangani" in editor.notice.text
    before = editor.words.isi()
    qtbot.keyClicks(editor.words.tentang, "x")
    assert editor.words.isi() == before
    assert not editor.reset_button.isVisible()
    qtbot.waitUntil(lambda: bool(editor.preview.data), timeout=LONG)
    assert editor.preview.data == app.surat.kept(letter)
    editor.accept_button.click()
    assert not editor.isVisible()


def test_marks_are_printed_as_faces(editor, qtbot):
    editor.words.body.setPlainText("Mohon **segera** dijawab.")
    qtbot.waitUntil(
        lambda: bool(editor.preview.data) and "Mohon segera" in text_of(editor.preview.data),
        timeout=LONG,
    )


def test_what_does_not_fit_is_told(editor):
    mime = QMimeData()
    mime.setText("kata " * 30_000)
    editor.words.body.insertFromMimeData(mime)
    assert "terlalu panjang" in editor.error.text


def test_no_break_spaces_of_a_letter_survive_the_editor(qtbot, context, editor):
    app, surat_id = editor.context.app, editor._id
    isi = dataclasses.replace(
        app.surat.get(surat_id).isi, body="Rapat 5\u00a0hari\u00a0kerja.", hal="UU\u00a0Nomor 14"
    )
    app.surat.edit(surat_id, isi)
    assert opened(qtbot, context, surat_id).words.isi() == isi


def test_opens_within_the_screen_also_over_a_window_that_is_larger(qtbot, context, editor):
    editor.held.resize(2400, 1600)
    again = LetterEditor(context, editor._id, editor.held)
    qtbot.addWidget(again)
    room = again.screen().availableGeometry().size()
    assert again.size().boundedTo(room) == again.size()
    assert again.minimumSizeHint().width() <= 870  # 1366 pixels enlarged to 150 %, and a frame
    assert again.minimumSizeHint().height() <= 480


def test_the_keyboard_begins_in_the_words_and_comes_to_the_buttons_last(editor):
    editor.setFocus()
    editor.focusNextChild()
    assert editor.form.isAncestorOf(editor.focusWidget())
    editor.setFocus()
    editor.focusPreviousChild()
    assert editor.focusWidget().text() == "&Batal"
