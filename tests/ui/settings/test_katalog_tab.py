"""The catalogue of laws: own ones are kept, those of the program only read."""

from __future__ import annotations

LAW = "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan Percobaan"


def own_laws(app):
    return [law for law in app.katalog.laws() if not law.bawaan]


def test_an_own_law_is_added_changed_and_removed(page, open_tab, app):
    tab = open_tab("katalog")
    tab.add_button.click()
    tab.kutipan.set_text(LAW)
    tab.singkatan.setText("UU Percobaan")
    assert page.save()
    (law,) = own_laws(app)
    assert (law.kutipan, law.singkatan) == (LAW, "UU Percobaan")
    assert tab.model.index(0, 0).data() == LAW
    tab.singkatan.setText("UU Coba")
    assert page.save()
    assert own_laws(app)[0].singkatan == "UU Coba"
    tab.remove_button.click()
    assert own_laws(app) == []


def test_what_came_with_the_program_can_only_be_read(page, open_tab, app):
    tab = open_tab("katalog")
    assert tab.table.current.law.bawaan
    assert tab.kutipan.text() == app.katalog.laws()[0].kutipan
    assert tab.kutipan.edit.isReadOnly()
    assert not tab.remove_button.isEnabled()
    assert "Bawaan program" in tab.about.text()


def test_a_law_twice_is_refused_in_its_field(page, open_tab, app):
    tab = open_tab("katalog")
    tab.add_button.click()
    tab.kutipan.set_text(app.katalog.laws()[0].kutipan.upper())
    assert not page.save()
    assert "sudah ada dalam katalog" in tab.form.error_text("kutipan")


def test_a_lower_regulation_is_remarked_and_still_stored(page, open_tab, app):
    tab = open_tab("katalog")
    tab.add_button.click()
    tab.kutipan.set_text("Peraturan Gubernur Nomor 3 Tahun 2021 tentang Layanan Informasi")
    assert "huruf j" in tab.kutipan.warning
    assert page.save()
    assert len(own_laws(app)) == 1


def test_the_words_of_pasal_17_are_said_to_be_unchecked(open_tab):
    assert "belum dicocokkan" in open_tab("katalog").remark.text()
