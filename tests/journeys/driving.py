"""Somebody at the screen of the real program: starts it, works its pages, ends it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from tests.journeys.hands import LEFT, Hands
from tests.ui.fakes import FakePrompts
from ui.board.board_view import BoardView
from ui.board.cell_list import CellList
from ui.main_window import MainWindow
from ui.preview.preview_dialog import PreviewDialog
from ui.preview.print_job import Settings
from ui.preview.print_plan import PrintPlan
from ui.session import open_window
from ui.tasks import Tasks

PEOPLE = "Nama\tJabatan\nBudi Contoh, S.Sos.\tSekretaris\nAni Contoh, M.Si.\tKepala Dinas"
"""Participants as they are copied from a sheet."""


class Desk(Hands):
    """The screen, the mouse, the keyboard and the printer of one office PC."""

    def __init__(self, qtbot, folder: Path, clock: FixedClock) -> None:
        super().__init__(qtbot)
        self.folder = folder
        self.clock = clock
        self.printed: list[Path] = []
        self.shown: list[bytes] = []
        self.prints = True
        self.window: MainWindow | None = None

    def open(self) -> None:
        """Open the data folder without the program, to put into it what happened before."""
        self.app: App = open_app(self.folder / "data", self.clock, "Penguji")
        self.app._database.execute_sql("PRAGMA synchronous = off")

    def start(self) -> None:
        """Start the program."""
        self.open()
        self.prompts = FakePrompts()
        self.tasks = Tasks()
        self.window = open_window(self.app, self.tasks, self.prompts)
        self.window.resize(1366, 728)
        self.window.activateWindow()
        self.qtbot.waitActive(self.window)
        # The mouse comes from elsewhere, not from where it pressed on another window.
        QTest.mouseMove(self.window.windowHandle(), QPoint(1, 1))

    def end(self) -> None:
        """End the program, or let go of a data folder that was only opened."""
        if self.window is not None:
            self.tasks.wait()
            self.window.close_all()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.close()

    def reopen(self) -> None:
        """End the program and start it again."""
        self.end()
        self.start()

    def day(self, day: date) -> None:
        """Another day comes; the program stays open."""
        self.clock.day = day
        self.window.page("board").check_day()

    def ask_print(self, _parent: QWidget, _context, _parts, copies: int, _note) -> PrintPlan | None:
        """Stands for the print dialog: prints to a file, or is cancelled."""
        if not self.prints:
            return None
        self.printed.append(self.folder / f"cetakan-{len(self.printed) + 1}.pdf")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed[-1]))
        printer.setResolution(72)  # a coarse picture of each sheet will do
        return PrintPlan(printer, Settings(copies=copies))

    def check(self) -> tuple[str, ...]:
        """What the program's own check finds wrong with the data folder."""
        folder = DataFolder(self.app.data)
        return check_data(folder.database, folder.attachments)

    @property
    def preview(self) -> PreviewDialog:
        """The preview in front."""
        top = self.top
        assert isinstance(top, PreviewDialog), top
        return top

    def advance(self) -> None:
        """Press the berkas page's button that goes on."""
        self.press_at(self.page.header.advance)

    @property
    def page(self):
        """The page in front."""
        return self.window.page(self.window.front)

    def stands(self, berkas_id: int = 1) -> tuple[int, LaneCode] | None:
        """Where the berkas is: stage and lane; None off the board."""
        card = self.app.berkas.get(berkas_id).card
        return (card.stage, card.lane) if card else None

    @property
    def board(self) -> BoardView:
        """The board, opened when the program just started."""
        if self.window.front == "today":
            self.keys("Ctrl+2")
        assert self.window.front == "board"
        return self.page.view

    def cell(self, stage: int, lane: LaneCode) -> CellList:
        """A cell of the board."""
        found = self.board.cell(stage, lane)
        assert found is not None
        return found

    def card(self, berkas_id: int) -> tuple[CellList, QPoint]:
        """Where the card of a berkas can be taken."""
        at = self.stands(berkas_id)
        assert at is not None
        cell = self.cell(*at)
        return cell, cell.visualRect(cell.cell.index(cell.cell.row_of(berkas_id), 0)).center()

    def press_card(self, berkas_id: int, *, double: bool = False, right: bool = False) -> None:
        """Click the card of a berkas."""
        cell, at = self.card(berkas_id)
        button = Qt.MouseButton.RightButton if right else LEFT
        self.press_at(cell.viewport(), at, double=double, button=button)

    def weigh(self, kesimpulan: str = "Dikecualikan seluruhnya", *, bagian: str = "") -> None:
        """Record a uji konsekuensi of the chosen usulan by its dialog."""
        self.click("Uji konsekuensi…")
        self.tab("Waktu dan peserta")
        if not self.field("Tempat").text():
            self.fill("Tempat", "Ruang rapat")
            self.prompts.text = PEOPLE
            self.click("Tempel dari Excel…")
        self.tab("Pertimbangan dan kesimpulan")
        self.fill("Kepentingan publik", "Publik cukup mengetahui jumlahnya.")
        self.fill("Kepatutan", "Tidak patut merugikan orang yang dilayani.")
        self.click("Tidak termasuk")
        if self.reads("Tidak ada"):
            self.click("Tidak ada")
        self.click(kesimpulan)
        if bagian:
            self.fill("Bagian yang dikecualikan", bagian)
        self.fill("Alasan", "Kerugian bila dibuka lebih besar.")
        self.click("Simpan uji")
        assert self.top is self.window, self.words

    def print_shown(self, button: str = "Cetak…") -> None:
        """Print from the preview in front, wait, and close it."""
        self.settle()
        self.shown.append(self.preview.preview.data)
        self.click(button)
        self.settle()
        assert self.reads("dikirim ke pencetak"), self.words
        self.click("Tutup")
