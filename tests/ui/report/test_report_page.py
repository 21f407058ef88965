"""The report on screen: figures, charts with their words, tables, years, what goes out of it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from sopapp.domain.progress import counted
from sopapp.services.bukti_tulis import DAFTAR_ISI
from tests.conftest import TODAY
from tests.publication.reading import Page
from tests.services import carrying
from ui.preview.preview_dialog import PreviewDialog
from ui.report.bundle_dialog import BundleDialog
from ui.report.dashboard_picture import SCALE, dashboard_picture, png_bytes
from ui.report.report_page import ReportPage
from ui.report.report_table import ReportTable
from ui.report.side_by_side import SideBySide
from ui.theme import DARK, LIGHT, make_palette

ROOT = Path(__file__).resolve().parents[3]
_COPY_AND_END = """
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from ui.report.dashboard_picture import copy_picture

application = QApplication([])
copy_picture(QImage(9, 9, QImage.Format.Format_RGB32))
print(QGuiApplication.clipboard().mimeData().hasImage(), end="")
"""


def cells(table) -> list[tuple[str, ...]]:
    return [table.rows.row(number)[2] for number in range(table.rows.rowCount())]


def idle(qtbot, context):
    qtbot.waitUntil(lambda: not context.tasks.busy)


def test_it_shows_the_year_with_its_charts_and_tables(page, office):
    assert page.shown_year == TODAY.year
    stages, units, back, each = page.view.tables
    assert cells(stages)[1][-1] == "1 kali"
    assert [row[0] for row in cells(units)] == ["Bidang 1", "Bidang 2", "Bidang 3"]
    assert cells(back)[0][1:] == (
        "Berkas yang kembali", "2. Validasi", "1. Permintaan", "Usulan belum lengkap"
    )  # fmt: skip
    assert cells(each)[0][0] == "Berkas yang kembali"
    assert page.view.tiles[3].accessibleName() == "Dikembalikan: 1 kali, pada 1 dari 1 berkas"


def test_every_chart_is_told_in_words_and_every_control_has_a_name(page):
    charts = [chart for column in page.view.charts for chart in column]
    assert len(charts) == 3
    for chart in charts:
        assert chart.accessibleName().startswith("Grafik: ")
        for bar in chart.grafik.batang:
            assert f"{bar.label}: {bar.kata}" in chart.accessibleDescription()
        assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus
    for control in (*page.findChildren(QPushButton), *page.findChildren(QComboBox)):
        if control.isVisible():
            assert control.accessibleName() or control.text(), control
    assert all(table.accessibleName() for table in page.view.tables)


def test_a_chart_with_the_keyboard_shows_it(page, qtbot):
    chart = page.view.charts[0][0]
    before = chart.grab().toImage()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chart.hasFocus)
    assert chart.grab().toImage() != before


def test_opening_a_row_leads_to_its_berkas(page, berkas, navigate):
    for table in page.view.tables[2:]:
        table.setFocus()
        table.selectRow(0)
        table.opened.emit(table.current)
    assert navigate.went == [("berkas", berkas)] * 2
    page.view.tables[0].opened.emit(page.view.tables[0].rows.row(0))
    assert len(navigate.went) == 2  # a stage is no berkas


def test_the_year_is_chosen_and_kept(page, app, qtbot, hub):
    app.berkas.create("Tahun depan", TODAY.year + 1, TODAY)
    assert [page.year.itemText(n) for n in range(page.year.count())] == ["2027", "2026"]
    assert page.shown_year == TODAY.year
    page.year.setCurrentIndex(0)
    page.year.activated.emit(0)
    assert page.shown_year == TODAY.year + 1
    assert "Tidak ada berkas yang dikembalikan" in page.view._empty[2].text()
    assert not page.view.tables[2].isVisibleTo(page)
    page.reload(TODAY.year)
    assert page.year.currentText() == "2026"
    page.reload(1999)
    assert page.shown_year == TODAY.year


def test_a_write_elsewhere_is_read_when_the_page_is_seen(page, app, office):
    page.hide()
    carrying.start(app, "Baru")
    assert len(cells(page.view.tables[3])) == 1
    page.show()
    assert len(cells(page.view.tables[3])) == 2


def test_the_next_day_the_page_counts_anew(page, app, clock):
    page.hide()
    clock.day = app.calendar().add(clock.day, 9)
    page.show()
    assert cells(page.view.tables[3])[0][3] == "9"
    assert "4 Desember 2026" in page._head.note


def test_without_berkas_it_says_what_comes_first(qtbot, context, office, navigate):
    page = ReportPage(context)
    qtbot.addWidget(page)
    page.show()
    empty = page.stack.currentWidget()
    assert empty.words[0] == "Belum ada yang dapat dilaporkan"
    assert not page.print_button.isEnabled()
    assert page.shown_year is None
    empty.button.click()
    assert navigate.went == [("board",)]


def test_the_paper_opens_in_the_preview(page, qtbot, context):
    page.print_button.click()
    (dialog,) = [w for w in page.window().findChildren(PreviewDialog) if w.isVisible()]
    idle(qtbot, context)
    dialog.reject()
    assert not dialog.isVisible()


def test_the_workbook_is_written_where_the_user_says(page, qtbot, context, prompts, tmp_path):
    prompts.file = tmp_path / "laporan.xlsx"
    page.export_button.click()
    assert page.told.text() == "Menulis laporan…"
    idle(qtbot, context)
    assert zipfile.is_zipfile(prompts.file)
    assert page.told.text() == f"Tersimpan: {prompts.file}"
    prompts.file = tmp_path / "tidak ada" / "laporan.xlsx"
    page.export_button.click()
    idle(qtbot, context)
    assert "tidak dapat ditulis" in prompts.shown[-1]
    assert not page.told.isVisible()


def test_the_picture_goes_to_the_clipboard_light_and_twice_as_sharp(page):
    page.setPalette(make_palette(DARK))
    page.copy_action.trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1200 * SCALE
    assert image.pixelColor(3, 3).name() == LIGHT.card
    assert "Ctrl+V" in page.told.text()


def test_a_picture_on_the_clipboard_does_not_trouble_the_end_of_the_program():
    ended = subprocess.run(
        [sys.executable, "-c", _COPY_AND_END], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, b"True"), ended.stderr


def test_the_picture_is_the_same_in_the_dark(page, app, qapp):
    report = app.kinerja.laporan(app.kinerja.of(TODAY.year))
    light = png_bytes(dashboard_picture(report, "Dinas Uji"))
    before = QApplication.palette()
    try:
        qapp.setPalette(make_palette(DARK))
        assert png_bytes(dashboard_picture(report, "Dinas Uji")) == light
    finally:
        qapp.setPalette(before)


def test_the_picture_is_saved_as_a_file(page, prompts, context, qtbot, tmp_path):
    prompts.file = tmp_path / "laporan.png"
    page.save_action.trigger()
    idle(qtbot, context)
    assert QImage(str(prompts.file)).width() == 1200 * SCALE


def test_charts_follow_light_and_dark(page, qtbot):
    chart = page.view.charts[0][0]
    light = chart.grab().toImage()
    chart.setPalette(make_palette(DARK))
    dark = chart.grab().toImage()
    assert light != dark
    assert chart.palette().color(QPalette.ColorRole.Window).name() == DARK.surface


def test_a_narrow_window_puts_the_table_below_the_charts(page):
    chart, table = page.view.charts[0][0], page.view.tables[0]

    def top(widget) -> int:
        return widget.mapTo(page.view, widget.rect().topLeft()).y()

    assert top(table) < top(page.view.charts[0][1])
    page.resize(800, 700)
    QApplication.processEvents()
    assert top(table) > top(chart) + chart.height()
    assert page._scroll.horizontalScrollBar().maximum() == 0


def test_a_table_beside_its_charts_has_room_for_all_its_columns(page, qtbot):
    first = page.findChildren(SideBySide)[0]
    (table,) = first.findChildren(ReportTable)
    for width in range(760, 1400, 64):
        page.resize(width, 700)
        qtbot.wait(1)
        assert first.stacked or table.horizontalScrollBar().maximum() == 0, width


def test_no_short_cell_of_a_table_is_cut(page):
    for table in page.view.tables[:2]:
        metrics = table.fontMetrics()
        for row in cells(table):
            for place, cell in enumerate(row):
                assert metrics.horizontalAdvance(cell) <= table.columnWidth(place), cell


class TestEvidence:
    """The ZIP from the button to the dialog's end."""

    def test_it_is_written_and_says_what_is_missing(self, page, qtbot, context, prompts, tmp_path):
        prompts.file = tmp_path / "bukti.zip"
        page.evidence_button.click()
        idle(qtbot, context)
        (dialog,) = [w for w in page.window().findChildren(BundleDialog) if w.isVisible()]
        assert str(prompts.file) in dialog.words.text().replace("\u200b", "")
        assert "Belum ada Keputusan tahun 2026" in dialog.notice.text.replace("\u200b", "")
        assert page.told.text() == ""
        with zipfile.ZipFile(io.BytesIO(prompts.file.read_bytes())) as archive:
            assert "Yang masih kurang" in Page(archive.read(DAFTAR_ISI)).text()
        dialog.close_button.click()
        assert not dialog.isVisible()

    def test_batalkan_stops_it_and_leaves_no_file(
        self, page, context, qtbot, prompts, tmp_path, stop_work
    ):
        prompts.file = tmp_path / "bukti.zip"
        page.evidence_button.click()
        stop_work()
        assert page.told.text() == "Dibatalkan. Tidak ada file yang ditulis."
        assert page.window().findChildren(BundleDialog) == []
        assert not list(tmp_path.glob("bukti*"))
        assert not list(tmp_path.glob(".baru-*"))
        assert prompts.shown == []
        page.evidence_button.click()  # and it can be done after all
        idle(qtbot, context)
        assert prompts.file.exists()

    def test_gathering_it_is_stopped_before_a_place_is_asked_for(
        self, page, app, prompts, tmp_path, monkeypatch, stop_with_progress
    ):
        prompts.file = tmp_path / "bukti.zip"
        plan = app.bukti_monev.plan

        def slow(year, register, progress):
            list(counted(range(100), progress))
            return plan(year, register, progress)

        monkeypatch.setattr(app.bukti_monev, "plan", slow)
        page.evidence_button.click()
        assert stop_with_progress[0].startswith("Mengumpulkan bukti monev")
        assert page.told.text() == "Dibatalkan. Tidak ada file yang ditulis."
        assert not prompts.file.exists()

    def test_a_place_that_cannot_be_written_is_told(self, page, qtbot, context, prompts, tmp_path):
        prompts.file = tmp_path / "tidak ada" / "bukti.zip"
        page.evidence_button.click()
        idle(qtbot, context)
        assert "tidak dapat ditulis" in prompts.shown[-1]

    def test_backing_out_of_the_file_dialog_writes_nothing(self, page, prompts):
        page.evidence_button.click()
        assert not page.window().findChildren(BundleDialog)


def test_a_year_of_many_berkas_is_read_in_turns(qtbot, context, berkas, monkeypatch):
    for module in (
        "sopapp.domain.kinerja_hitung",
        "sopapp.services.kinerja",
        "ui.report.report_page",
    ):
        monkeypatch.setattr(f"{module}.BERSAMA", 1)
    context.app.berkas.create("Berkas kedua", TODAY.year, TODAY)
    page = ReportPage(context)
    qtbot.addWidget(page)
    page.show()
    assert page.view is None
    assert not page.print_button.isEnabled()
    qtbot.waitUntil(lambda: page.print_button.isEnabled())
    assert [row[0] for row in cells(page.view.tables[3])] == ["Berkas yang kembali", "Berkas kedua"]
    assert page.shown_year == TODAY.year
