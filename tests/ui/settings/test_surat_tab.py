"""Letters: everything is stored, patterns show their number, slips stand at their field."""

from __future__ import annotations

from sopapp.domain.sop import LaneCode


def test_everything_is_stored(page, open_tab, app, office):
    tab = open_tab("surat")
    tab.paper.setCurrentIndex(tab.paper.findData("F4"))
    tab.sides["left"].setValue(25.5)
    tab.nota_dinas_size.setValue(11)
    tab.keputusan_font.setCurrentIndex(tab.keputusan_font.findData("arial"))
    tab.label_yth.setCurrentText("Kepada")
    tab.sifat.setCurrentText("Biasa")
    tab.selaku_line.setChecked(True)
    tab.klasifikasi.setText("188.4")
    tab.keputusan_pola.setText("{urut:3}/KEP/{tahun}")
    tab.keputusan_signer.setCurrentIndex(tab.keputusan_signer.findData(LaneCode.PPID_PEMBANTU))
    assert page.save()
    stored = app.setting.letters()
    assert (stored.paper, stored.left, stored.nota_dinas_size) == ("F4", 25.5, 11.0)
    assert (stored.keputusan_font, stored.label_yth, stored.sifat) == ("arial", "Kepada", "Biasa")
    assert (stored.selaku_line, stored.klasifikasi) == (True, "188.4")
    assert stored.keputusan_pola == "{urut:3}/KEP/{tahun}"
    assert stored.keputusan_signer is LaneCode.PPID_PEMBANTU
    assert not page.edited


def test_the_sample_number_follows_the_pattern(open_tab, office):
    tab = open_tab("surat")
    assert tab.nota_dinas_sample.text() == "500.12/7/UJI/XI/2026"
    tab.nota_dinas_pola.setText("{urut:3}.{klasifikasi}-{bulan}")
    assert tab.nota_dinas_sample.text() == "007.500.12-11"
    assert tab.keputusan_sample.text() == "500.12/7/KEP/UJI/XI/2026"


def test_an_unknown_part_of_a_pattern_is_told_at_once_and_not_stored(page, open_tab, app, office):
    tab = open_tab("surat")
    tab.keputusan_pola.setText("{nomor}/{tahun}")
    assert "{nomor}" in tab.keputusan_sample.text()
    assert not page.save()
    assert "{nomor}" in tab.form.error_text("keputusan_pola")
    assert "{nomor}" not in app.setting.letters().keputusan_pola


def test_margins_that_leave_no_room_are_told_at_the_margins(page, open_tab, office):
    tab = open_tab("surat")
    tab.sides["left"].setValue(70)
    tab.sides["right"].setValue(70)
    assert not page.save()
    assert "100 mm" in tab.form.error_text("top")


def test_opening_the_tab_rounds_nothing_into_an_edit(page, open_tab, app, office):
    from dataclasses import replace

    app.setting.save(replace(app.setting.letters(), top=20.04))
    open_tab("surat")
    assert not page.edited
