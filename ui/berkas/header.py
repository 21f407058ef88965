"""The head of the berkas page: title, where it stands, due date and the moves."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.berkas import BerkasDetail, StatusBerkas
from sopapp.domain.board import days_left_text
from sopapp.domain.tanggal import tanggal
from ui.berkas.next_move import lowered, next_turn
from ui.berkas.stage_print import KEYS
from ui.berkas.title_label import TitleLabel
from ui.widgets.icon_button import button, tool
from ui.widgets.link_button import LinkButton
from ui.widgets.menu_button import give_menu
from ui.widgets.toned import ElidedLabel, PrimaryButton, TonedLabel, row

_NEXT = "Lanjutkan:"
_LONGEST_LABEL = 46
_SHORT_LABEL = 24
_MARGINS = 16  # letters: the gaps of the row and the edges of the button
_NARROW = 150  # letters: below this width the title needs the room more than the button


class BerkasHeader(QWidget):
    """Says everything at a glance; its signals carry what the user wants."""

    rename_asked = Signal()
    advance_asked = Signal()
    back_asked = Signal()
    cancel_asked = Signal()
    due_asked = Signal()
    sop_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = TitleLabel()
        self.rename = tool("edit", "Ubah judul berkas", self.rename_asked.emit)
        self.back = button("&Kembalikan…", self.back_asked.emit, "send-back")
        self.advance = PrimaryButton()
        self._places: tuple[str, ...] = ()  # where it stands, ever shorter
        self._says_who = 0  # letters of its words that tell only who acts next
        self.advance.clicked.connect(self.advance_asked)
        self.more = self._menu()
        self.where = TonedLabel(tone="muted", wrap=False)
        self.activity = ElidedLabel()
        self.due = TonedLabel(bold=True, wrap=False)
        self.why = LinkButton("Mengapa tanggal ini?")
        self.why.followed.connect(self.due_asked)
        self.sop = LinkButton("Lihat di SOP")
        self.sop.setToolTip("Langkah-langkah tahap ini di SOP berkas ini")
        self.sop.followed.connect(self.sop_asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        top = row(self.title, self.rename, self.back, self.more, self.advance)
        top.setAlignment(self.rename, Qt.AlignmentFlag.AlignTop)
        box.addLayout(top)
        self._line = row(self.where, self.sop, self.activity, self.due, self.why, spacing=14)
        self._line.setStretch(2, 1)
        box.addLayout(self._line)

    def show_detail(self, detail: BerkasDetail) -> None:
        """Say how this berkas stands."""
        self.title.show_title(detail.judul)
        running = detail.card is not None
        for part in (self.rename, self.back, self.more, self.advance, self.due, self.why):
            part.setVisible(running)
        if detail.card is None:
            self._show_ended(detail)
            return
        card = detail.card
        place = f"Tahap {card.stage} dari {len(detail.sop.stages)}"
        self._places = (f"{place}: {detail.sop.stage(card.stage).short_name}", place)
        self.activity.setText(f"{detail.sop.lane_name(card.lane)} {lowered(card.activity)}")
        tone = "danger" if card.days_left < 0 else "warn" if card.days_left == 0 else "ok"
        self.due.say(f"Tenggat {tanggal(card.due)} · {days_left_text(card.days_left)}", tone)
        self.due.setToolTip(card.due_note)
        self.back.setVisible(bool(detail.return_stages))
        who, what = next_turn(detail)
        text = f"{_NEXT} {who} {what}" if who else "Selesaikan berkas"
        self._says_who = len(f"{_NEXT} {who}…")
        self.advance.setToolTip(f"{text} (Ctrl+Enter)")
        self.advance.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: a narrow window leaves its room to the title."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._places:
            self._fit_advance()
            self._fit_where()

    def _fit_where(self) -> None:
        """Say the stage in as many words as leave what is to be done whole; it is below too."""
        spacing = self._line.spacing()
        others = (self.sop, self.due, self.why)
        taken = sum(part.sizeHint().width() + spacing for part in others)
        taken += self.activity.fontMetrics().horizontalAdvance(self.activity.text()) + spacing
        room, width = self.width() - taken, self.where.fontMetrics().horizontalAdvance
        self.where.setText(next((p for p in self._places if width(p) < room), ""))
        self.where.setVisible(bool(self.where.text()))

    def _fit_advance(self) -> None:
        """Name the next move as far as the title leaves room for it."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        text = short = self.advance.accessibleName()
        metrics, room = self.advance.fontMetrics(), self._room_beside_title()
        spared = metrics.averageCharWidth() * _SHORT_LABEL <= room  # the title, a second line
        longest, least = len(text), _SHORT_LABEL if narrow or spared else _LONGEST_LABEL
        while longest > least and metrics.horizontalAdvance(short) > room:
            longest = min(longest, len(short)) - 1
            short = textwrap.shorten(text, max(longest, least), placeholder="…")
        if short != text and len(short) <= self._says_who:  # not what is done: better nothing
            short = _NEXT.rstrip(":")
        self.advance.setText(short.replace("&", "&&"))

    def _room_beside_title(self) -> int:
        """Pixels that the title leaves to the words of the button."""
        taken = self.title.fontMetrics().horizontalAdvance(self.title.whole)
        others = (self.rename, self.back, self.more)
        taken += sum(part.sizeHint().width() for part in others if not part.isHidden())
        return self.width() - taken - self.fontMetrics().averageCharWidth() * _MARGINS

    def _show_ended(self, detail: BerkasDetail) -> None:
        self._places = ()
        self.where.show()
        last = detail.runs[-1]
        ended = f" {tanggal(last.selesai)}" if last.selesai else ""
        if detail.status is StatusBerkas.BATAL:
            self.where.setText(f"Dibatalkan{ended}")
            self.activity.setText(detail.batal_alasan)
        else:
            self.where.setText(f"Selesai{ended}")
            self.activity.setText("")

    def _menu(self) -> QPushButton:
        self.cancel_action = QAction("&Batalkan berkas…", self)
        self.cancel_action.triggered.connect(self.cancel_asked)
        rename = QAction("&Ubah judul…", self)
        rename.triggered.connect(self.rename_asked)
        menu = QMenu(self)
        self.print_action = QAction(f"&Cetak semua untuk tahap ini…\t{KEYS}", self)
        self.print_action.triggered.connect(self.print_asked)
        menu.addAction(self.print_action)
        menu.addSeparator()
        menu.addActions([rename, self.cancel_action])
        more = button("&Lainnya", lambda: None)
        more.setAccessibleName("Tindakan lain pada berkas")
        give_menu(more, menu)
        return more
