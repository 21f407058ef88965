"""The letters of a berkas: the acts are open as each letter's life allows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from sopapp.domain.naskah import JenisNaskah
from tests.conftest import TODAY
from tests.services import carrying
from tests.ui.surat.conftest import cells, dialog_of, shown
from ui.berkas.letter_editor import LetterEditor
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.letter_number_dialog import LetterNumberDialog
from ui.surat.letter_panel import LetterPanel
from ui.surat.letter_sign_dialog import LetterSignDialog
from ui.surat.versions_dialog import VersionsDialog


def enabled(panel: LetterPanel) -> set[str]:
    parts = {
        "ubah": panel.edit_button, "nomor": panel.number_button, "tanda": panel.sign_button,
        "pindai": panel.scan_button, "serah": panel.hand_button, "batal": panel._void,
        "ganti": panel._replace, "cabut": panel._unsign,
    }  # fmt: skip
    return {name for name, part in parts.items() if part.isEnabled()}


@pytest.fixture
def draft(app, office) -> int:
    """A berkas with letters that have no number yet."""
    made = carrying.start(app, "Baru")
    app.permintaan.choose_units(made, office.units[:2])
    app.penyusunan.permintaan(made, per_unit=True)
    return made


def test_every_letter_has_its_state(panel, app, letters, tmp_path):
    app.surat.sign(letters[0], carrying.scan_file(tmp_path))
    app.surat.sign(letters[1])
    app.surat.void(letters[2], "Unit dilebur")
    assert cells(panel.model, "Keadaan") == ["Diarsipkan", "Ditandatangani", "BATAL"]
    assert cells(panel.model, "Untuk") == ["Bidang 1", "Bidang 2", "Bidang 3"]
    panel.choose(letters[2])
    assert "Unit dilebur" in panel.next.text()


def test_the_acts_follow_the_letters_life(qtbot, context, app, draft, tmp_path):
    panel = shown(qtbot, LetterPanel(context))
    panel.set_berkas(draft)
    surat_id = panel.table.current.id
    assert enabled(panel) == {"ubah", "nomor", "batal", "ganti"}
    app.surat.set_number(surat_id, app.nomor.propose(JenisNaskah.NOTA_DINAS, TODAY), TODAY)
    assert enabled(panel) == {"ubah", "nomor", "serah", "batal", "ganti"}
    app.surat.keep(surat_id, carrying.PDF, "dicetak")
    assert enabled(panel) == {"ubah", "nomor", "tanda", "pindai", "serah", "batal", "ganti"}
    app.surat.sign(surat_id)
    assert enabled(panel) == {"pindai", "serah", "cabut"}
    app.surat.unsign(surat_id, "Salah surat")
    app.surat.void(surat_id, "Salah")
    assert enabled(panel) == set()
    assert panel.table.current.id == surat_id


def test_letters_of_a_stage_that_is_over_are_not_rewritten(panel, app, berkas, letters):
    app.berkas.advance(berkas)
    app.berkas.advance(berkas)
    carrying.answer_all(app, berkas)
    app.berkas.advance(berkas)
    panel.choose(letters[0])
    assert "ubah" not in enabled(panel)
    assert "pindai" in enabled(panel)
    assert panel.preview_button.text() == "&Pratinjau…"


def test_a_number_is_proposed_follows_the_tick_and_is_kept_when_typed(qtbot, context, app, draft):
    panel = shown(qtbot, LetterPanel(context))
    panel.set_berkas(draft)
    first, second = (letter.id for letter in app.surat.list(draft))
    app.surat.set_number(first, app.nomor.propose(JenisNaskah.NOTA_DINAS, TODAY), TODAY)
    panel.choose(second)
    panel.number_button.click()
    dialog = dialog_of(panel, LetterNumberDialog)
    assert dialog.nomor.text() == app.nomor.propose(JenisNaskah.NOTA_DINAS, TODAY)
    assert not dialog.alasan.isVisible()
    dialog.sisipan.setChecked(True)
    assert dialog.nomor.text() == app.nomor.propose_sisipan(JenisNaskah.NOTA_DINAS, TODAY)
    dialog.accept_button.click()
    assert dialog.form.error_text("sisipan")
    dialog.alasan_sisipan.setText("Surat susulan")
    dialog.accept_button.click()
    stored = app.surat.get(second)
    assert (stored.sisipan, stored.tanggal) == ("Surat susulan", TODAY)


def test_a_taken_number_is_refused_beside_its_field(panel, app, letters):
    taken = app.surat.get(letters[1]).nomor
    panel.choose(letters[0])
    panel.number_button.click()
    dialog = dialog_of(panel, LetterNumberDialog)
    dialog.nomor.setText(taken)
    dialog.alasan.setText("Salah ketik")
    dialog.accept_button.click()
    assert "sudah dipakai" in dialog.form.error_text("nomor")
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "nomor kosong" not in told  # it has a number already
    dialog.nomor.setText("AG-15/SRIKANDI/2026")
    dialog.alasan.setText("")
    dialog.accept_button.click()
    assert dialog.form.error_text("alasan")  # it went out with the other one
    dialog.alasan.setText("Nomor dari SRIKANDI")
    dialog.accept_button.click()
    assert app.surat.get(letters[0]).nomor == "AG-15/SRIKANDI/2026"


def test_signing_first_and_the_scan_later(panel, app, letters, tmp_path):
    panel.choose(letters[0])
    panel.sign_button.click()
    dialog_of(panel, LetterSignDialog).accept_button.click()
    assert cells(panel.model, "Keadaan")[0] == "Ditandatangani"
    panel.scan_button.click()
    dialog = dialog_of(panel, LetterSignDialog)
    dialog.accept_button.click()
    assert dialog.form.error_text("pindaian")
    dialog.scan.set_path(carrying.scan_file(tmp_path))
    dialog.accept_button.click()
    assert cells(panel.model, "Keadaan")[0] == "Diarsipkan"


def test_what_is_no_scan_is_refused_and_nothing_is_signed(panel, app, letters, tmp_path):
    wrong = tmp_path / "catatan.pdf"
    wrong.write_bytes(b"bukan pdf")
    panel.choose(letters[0])
    panel.sign_button.click()
    dialog = dialog_of(panel, LetterSignDialog)
    dialog.scan.set_path(wrong)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert not app.surat.get(letters[0]).ditandatangani
    dialog.scan.set_path(None)
    dialog.reject()


def test_a_letter_is_replaced_with_a_reason(panel, app, letters, prompts):
    panel.choose(letters[0])
    prompts.text = "Salah jabatan"
    panel._replace.trigger()
    assert cells(panel.model, "Keadaan") == ["BATAL", "Dicetak", "Dicetak", "Konsep"]
    prompts.text = None
    panel.choose(letters[1])
    panel._void.trigger()
    assert cells(panel.model, "Keadaan")[1] == "Dicetak"


def test_the_keputusan_is_signed_in_its_stage(qtbot, context, app, office, navigate):
    berkas = carrying.to_validasi(app, office.units)
    carrying.propose(app, berkas, office.units[0], carrying.complete("Data gaji"))
    carrying.to_penetapan(app, berkas)
    surat_id = carrying.print_keputusan(app, berkas)
    panel = shown(qtbot, LetterPanel(context))
    panel.set_berkas(berkas)
    panel.choose(surat_id)
    panel.sign_button.click()
    panel.number_button.click()
    assert navigate.went == [("berkas", berkas, 3)] * 2


def test_every_print_can_be_opened_as_it_was(qtbot, panel, app, letters, tasks):
    panel.choose(letters[0])
    app.surat.keep(letters[0], carrying.PDF + b"lain", "disimpan sebagai PDF")
    panel.versions_button.click()
    dialog = dialog_of(panel, VersionsDialog)
    assert cells(dialog.model, "Peristiwa") == ["Dicetak", "Disimpan sebagai PDF"]
    opened = []
    app.surat.print_bytes, real = (
        lambda cetakan: opened.append(cetakan) or real(cetakan),
        app.surat.print_bytes,
    )
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    dialog.open_button.click()
    preview = dialog_of(panel, PreviewDialog)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert opened == [app.surat.get(letters[0]).cetakan[0].id]
    preview.reject()
    dialog.accept()


def test_a_signed_letter_tells_when_its_scan_came_and_what_the_frozen_one_is(
    panel, app, letters, tmp_path
):
    scan = tmp_path / "pindaian.pdf"
    scan.write_bytes(carrying.PDF + b"pindaian")
    app.surat.sign(letters[0], scan)
    panel.choose(letters[0])
    panel.versions_button.click()
    dialog = dialog_of(panel, VersionsDialog)
    assert all(cells(dialog.model, "Waktu"))
    told = cells(dialog.model, "Peristiwa")
    assert "Pindaian surat yang ditandatangani" in told
    assert "Naskah tetap untuk arsip, dibuat saat surat ditandatangani" in told
    dialog.accept()


@pytest.mark.parametrize(("button", "kind"), [
    ("edit_button", LetterEditor), ("preview_button", PreviewDialog),
])  # fmt: skip
def test_words_and_pages_open(qtbot, panel, tasks, button, kind):
    getattr(panel, button).click()
    dialog = dialog_of(panel, kind)
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    dialog.reject()


def test_a_berkas_without_letters_says_so(qtbot, context, app, office):
    panel = shown(qtbot, LetterPanel(context))
    assert not panel.preview_button.isEnabled()
    panel.set_berkas(carrying.start(app))
    assert panel.stack.currentWidget() is panel.stack.empty


def test_a_panel_out_of_sight_reads_when_it_is_seen_again(panel, app, letters):
    panel.hide()
    app.surat.void(letters[0], "Salah")
    assert cells(panel.model, "Keadaan")[0] == "Dicetak"
    panel.show()
    assert cells(panel.model, "Keadaan")[0] == "BATAL"
