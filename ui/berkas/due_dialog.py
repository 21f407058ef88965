"""Why a stage is due on its day: every calendar day, counted or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.days_off import ExplainedDay
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.tanggal import hari_tanggal, tanggal
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import Notice, TonedLabel, row


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """A stage to explain: its name, first day, length in working days, due date."""

    stage_name: str
    start: date
    hari_kerja: int
    due: date


def _counted(day: ExplainedDay) -> str:
    return f"hari ke-{day.counted_as}" if day.counted_as else "tidak"


def _reason(day: ExplainedDay) -> str:
    text = day.reason[:1].upper() + day.reason[1:]
    return f"{text} – perkiraan" if day.estimated and "perkiraan" not in text else text


class DueDialog(QDialog):
    """Lists the days from the start of a stage to its due date."""

    topic = "hari-kerja#cara-menghitung"

    def __init__(
        self, calendar: HariKerja, question: DueQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Mengapa tanggal ini?")
        self.head = TonedLabel(
            f"{question.stage_name} dimulai {tanggal(question.start)} dan lamanya "
            f"{question.hari_kerja} hari kerja, jadi tenggatnya {hari_tanggal(question.due)}.",
            scale=1.08,
        )
        rule = TonedLabel(
            "Hari mulai ikut dihitung; aturan ini dapat diubah di Pengaturan."
            if calendar.count_start_day
            else "Hari mulai adalah hari ke-0, jadi hitungan dimulai pada hari kerja sesudahnya.",
            "muted",
        )
        self.sure = Notice("warn", calendar.certainty(question.start, question.due).sentence)
        columns: tuple[Column[ExplainedDay], ...] = (
            Column("Tanggal", lambda d: hari_tanggal(d.date), 30),
            Column("Dihitung", _counted, 14),
            Column("Keterangan", _reason, 30),
        )
        self.days = RowsModel(
            columns, key=lambda d: d.date, muted=lambda d: not d.counted_as, parent=self
        )
        self.days.set_rows(calendar.explain(question.start, question.hari_kerja))
        table = DataTable(self.days, "Hari demi hari", sortable=False)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        close = QPushButton("&Tutup")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        close.setFocus()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(10)
        for part in (self.head, rule, self.sure):
            box.addWidget(part)
        box.addWidget(table, 1)
        box.addLayout(row(None, close))
        self.resize(680, 460)
