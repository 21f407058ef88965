"""Texts of papers: problems while typing, fields by a menu, points moved, added, conditioned."""

from __future__ import annotations

import pytest

from sopapp.documents.templates import Item
from sopapp.domain.naskah import JenisNaskah

PERMINTAAN, KEPUTUSAN = JenisNaskah.NOTA_DINAS, JenisNaskah.KEPUTUSAN


@pytest.fixture
def panel(open_tab, office):
    return open_tab("surat").open_jenis(KEPUTUSAN)


@pytest.fixture
def editor(panel):
    return panel.teks


def type_into(editor, part, text):
    editor.parts[part].field.setPlainText(text)


def points(editor, part):
    return [item.text for item in editor.lists()[part]]


def test_own_words_are_stored_and_open_letters_have_them(page, panel, editor, app):
    type_into(editor, "tentang", "  Judul **kami** {tahun}  ")
    editor.parts["tembusan"].field.texts[0].setPlainText("Arsip")
    assert page.edited
    assert page.save()
    template = app.templat.get(KEPUTUSAN)
    assert template.texts["tentang"] == "Judul **kami** {tahun}"
    assert template.lists["tembusan"][0] == Item("Arsip")
    assert not page.edited


def test_typing_it_back_leaves_nothing_to_save(page, editor):
    before = editor.texts()["tentang"]
    type_into(editor, "tentang", "Lain")
    assert page.edited
    type_into(editor, "tentang", before)
    assert not page.edited


def test_a_field_that_does_not_exist_is_told_at_its_part_while_typing(editor):
    type_into(editor, "tentang", "Tahun {tahn}")
    assert editor.error_text("tentang") == "Isian {tahn} tidak dikenal; mungkin {tahun}?"
    assert editor.error_text("judul_daftar") == ""
    type_into(editor, "tentang", "Tahun {tahun}")
    assert editor.error_text("tentang") == ""


def test_it_is_not_stored_and_saving_leads_there(page, panel, editor, app):
    field = editor.parts["diktum"].field.texts[1]
    field.setPlainText("Menetapkan {tahn.")
    panel.bar.setCurrentIndex(0)
    assert not page.save()
    assert panel.bar.tabText(panel.bar.currentIndex()) == "Teks"
    assert "Butir 2: kurung kurawal tidak berpasangan" in editor.error_text("diktum")
    assert not app.templat.own(KEPUTUSAN)


def test_a_wrong_text_keeps_the_settings_back_too(page, panel, editor, app):
    panel.kata.inputs["selaku_line"].setChecked(True)
    type_into(editor, "tentang", "")
    assert not page.save()
    assert not app.setting.naskah(KEPUTUSAN).selaku_line
    assert "tidak boleh kosong" in editor.error_text("tentang")


def test_a_character_that_cannot_be_printed_is_refused(page, editor, app):
    type_into(editor, "tentang", "Judul \U0001f600")
    assert not page.save()
    assert "U+1F600" in editor.error_text("tentang")
    assert not app.templat.own(KEPUTUSAN)


def test_a_field_is_put_where_the_cursor_is(qtbot, page, panel, editor):
    page.show()
    panel.bar.setCurrentIndex(3)
    field = editor.parts["judul_daftar"].field
    field.setPlainText("Daftar ")
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    cursor = field.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    field.setTextCursor(cursor)
    action = next(a for a in editor.menu_button.menu().actions() if a.text().endswith("{tahun}"))
    assert "Contoh: 2026" in action.toolTip()
    action.trigger()
    assert field.text() == "Daftar {tahun}"


def test_every_field_of_the_kind_is_offered_and_no_other(editor, app):
    offered = [action.text().partition("\t")[2] for action in editor.menu_button.menu().actions()]
    assert offered == [f"{{{one.nama}}}" for one in app.templat.fields(KEPUTUSAN)]
    assert "{nomor_rujukan}" not in offered


def test_points_are_added_moved_and_taken_out(editor):
    butir = editor.parts["tembusan"].field
    first, second = points(editor, "tembusan")
    butir.add()
    butir.texts[-1].setPlainText("Arsip")
    butir.shift(butir._rows[2], -1)
    assert points(editor, "tembusan") == [first, "Arsip", second]
    butir.remove(butir._rows[0])
    assert points(editor, "tembusan") == ["Arsip", second]
    assert [text.accessibleName() for text in butir.texts] == [
        "Tembusan, butir 1", "Tembusan, butir 2",
    ]  # fmt: skip


def test_an_empty_point_is_not_stored(page, editor, app):
    editor.parts["tembusan"].field.add()
    assert not page.edited


def test_when_a_point_is_printed_is_kept_and_can_be_chosen(page, editor, app):
    butir = editor.parts["diktum"].field
    conditioned = [item.when for item in butir.items()]
    assert conditioned.count("keputusan_lama") == 1
    place = conditioned.index("keputusan_lama")
    assert not butir._rows[place].condition.isHidden()
    butir._rows[0].print_when("keputusan_lama")
    butir._rows[place].print_when("")
    assert page.save()
    kept = [item.when for item in app.templat.get(KEPUTUSAN).lists["diktum"]]
    assert kept[0] == "keputusan_lama"
    assert kept[place] == ""


def test_the_picture_of_a_reminder_shows_the_text_that_is_typed_in(qtbot, page, open_tab, office):
    tab = open_tab("surat")
    panel = tab.open_jenis(JenisNaskah.PENGINGAT)
    page.show()
    panel.bar.setCurrentIndex(3)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert not panel.wants_late
    field = panel.teks.parts["body_sesudah"].field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert panel.wants_late


def test_marks_for_bold_are_offered_only_where_they_count(open_tab, office):
    tab = open_tab("surat")
    offered = {}
    for jenis in (each for each in JenisNaskah if each.templat):
        editor = tab.open_jenis(jenis).teks
        marked = any(part.bagian.bertanda for part in editor.parts.values())
        offered[jenis] = not editor.format_bar.isHidden()
        assert offered[jenis] is marked, jenis
    assert set(offered.values()) == {True, False}
