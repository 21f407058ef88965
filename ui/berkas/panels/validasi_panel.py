"""Stage 2: each usulan is tested and gets its verdict; the draft list grows from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.dik import EntriDik, Putusan
from sopapp.domain.kemiripan import Mirip
from sopapp.domain.riwayat import JenisCatatan
from sopapp.domain.sop import STAGE_NUMBER, StageKind
from sopapp.services.permintaan import Jawaban
from sopapp.services.tinjauan import Tinjauan
from sopapp.services.usulan import TAKES_USULAN, Usulan
from ui.berkas.draft_list import DraftList
from ui.berkas.return_letter import ReturnLetter
from ui.berkas.stage_panel import StagePanel
from ui.berkas.stage_print import print_stage
from ui.berkas.tinjauan_list import TinjauanList
from ui.berkas.uji_paper_button import UjiPaperButton
from ui.berkas.uji_words import can_exclude, gaps_words, verdict_words
from ui.berkas.usulan_view import UsulanView, isi_pairs
from ui.berkas.verdict_dialog import VerdictDialog
from ui.context import UiContext
from ui.in_turns import InTurns
from ui.lists.riwayat_action import offer_riwayat
from ui.widgets.data_table import DataTable
from ui.widgets.folding_row import FoldingRow
from ui.widgets.icon_button import button
from ui.widgets.link_button import LinkButton
from ui.widgets.panes import panes
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.tab_bar import TabBar
from ui.widgets.toned import Notice, TonedLabel, row

_OPEN_STAGES = frozenset(STAGE_NUMBER[kind] for kind in TAKES_USULAN)
_NO_USULAN = (
    "Usulan masuk dari jawaban unit kerja di tahap 1, atau ditambahkan di sini dengan "
    "“Tambah usulan”."
)


class ValidasiPanel(StagePanel):
    """Three tabs: the usulan, the draft list that they give, and entries whose period ends."""

    stage_kind = StageKind.VALIDASI
    shows_list = True
    kinds = frozenset(
        {Kind.USULAN, Kind.PERMINTAAN, Kind.DIK, Kind.UNIT_KERJA, Kind.SETTING, Kind.SURAT}
    )  # fmt: skip

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._similar: dict[int, tuple[Mirip, ...]] = {}
        self.model = RowsModel(self._columns(), key=lambda u: u.id, parent=self)
        self.table = DataTable(self.model, "Usulan unit kerja", lines=2)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _row: self.edit())
        self.view = UsulanView()
        self.view.similar_asked.connect(self.compare)
        self.summary = TonedLabel(tone="muted", wrap=False)
        self.tinjauan = TinjauanList()
        self.tinjauan.open_asked.connect(self.propose_open)
        self.tinjauan.extension_asked.connect(self.propose_extension)
        self.tinjauan.usulan_asked.connect(self.go_to_usulan)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TabBar("Bagian validasi"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._usulan_page(), "U&sulan")
        self._draft_page = QWidget()
        self._draft_box = QVBoxLayout(self._draft_page)
        self._draft_box.setContentsMargins(0, 8, 0, 0)
        self.tabs.addTab(self._draft_page, "&Rancangan daftar")
        self.tabs.addTab(self.tinjauan, "&Jangka waktu")
        self.tabs.currentChanged.connect(lambda _i: self._show_draft())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self._rows: tuple[Usulan, ...] = ()
        self._listed: tuple[Usulan, ...] | None = None
        self._comparing = InTurns(self, self._show_compared, self.failed)

    def _columns(self) -> tuple[Column[Usulan], ...]:
        return (
            Column("Informasi", lambda u: u.isi.informasi, 40, grows=True),
            Column("Unit kerja", lambda u: u.unit.nama, 24, grows=True, spare=True),
            Column("Jenis", lambda u: u.jenis.label, 14, folded=9),
            Column("Isi", self._content, 18, folded=12),
            Column("Putusan", verdict_words, 21, folded=14),
        )

    def _content(self, usulan: Usulan) -> str:
        """What the content lacks, and that its title is near another."""
        similar = len(self._similar.get(usulan.id, ()))
        return gaps_words(usulan) + (f"\n{similar} mirip" if similar else "")

    def _usulan_page(self) -> QWidget:
        self.add_button = button("&Tambah usulan…", self.add, "add")
        self.edit_button = button("Ub&ah…", self.edit, "edit")
        self.remove_button = button("&Hapus", self.remove, "delete")
        show = offer_riwayat(self.table, self.context, JenisCatatan.USULAN, "Riwayat usulan…")
        self.history_button = button("Ri&wayat…", show, "history", tip="Semua perubahan usulan ini")
        self.paper_button = UjiPaperButton(self.context, self)
        self.paper_button.stage_asked.connect(self.print_stage)
        self.test_button = button("&Uji konsekuensi…", self.test)
        self.exclude_button = button("&Dikecualikan", self.exclude, "lock")
        self.open_button = button("Ter&buka", self.make_open, "unlock")
        self.return_button = button("K&embalikan ke unit…", self.send_back, "send-back")
        self.mended_button = button("Sudah di&perbaiki…", self.mended, "check")
        self.letter_button = button(
            "N&ota Dinas pengembalian…", self.return_letter, "letter",
            tip="Nota Dinas kepada unit kerja tentang usulan yang perlu diperbaiki",
        )  # fmt: skip
        self.withdraw_button = button("Tarik putusa&n", self.withdraw)
        self.ending = Notice("warn")
        self.ending_link = LinkButton("Lihat jangka waktu", "warn")
        self.ending_link.followed.connect(lambda: self.tabs.setCurrentWidget(self.tinjauan))
        self.ending.row.addWidget(self.ending_link)
        self.returning = ReturnLetter(self)
        split = panes(self.table, self.view, share=(720, 440), grow=(3, 2))
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self.add_button, self.edit_button, self.remove_button,
                          self.history_button, self.paper_button, None, self.summary))  # fmt: skip
        box.addWidget(self.ending)
        box.addWidget(self.returning)
        box.addWidget(split, 1)
        box.addWidget(
            FoldingRow(
                (self.test_button, self.exclude_button, self.open_button, self.return_button),
                (self.letter_button, self.mended_button, self.withdraw_button),
            )
        )
        return page

    @cached_property
    def draft(self) -> DraftList:
        """The list that the usulan give; made when it is first looked at."""
        made = DraftList("Rancangan daftar")
        self._draft_box.addWidget(made)
        return made

    def next_button(self, key: str) -> QWidget | None:  # noqa: ARG002 - the rows tell
        """Uji konsekuensi while a usulan is not judged, Sudah diperbaiki for one sent back."""
        if any(u.putusan is None for u in self._rows):
            return self.test_button
        returned = any(u.putusan is Putusan.DIKEMBALIKAN for u in self._rows)
        return self.mended_button if returned else self.add_button

    # -- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew."""
        rows = self._rows = self.app.usulan.list(self.berkas_id)
        self.leads = (self.table,) if rows else (self.add_button, self.table)
        judged = sum(u.putusan is not None and u.putusan.final for u in rows)
        self.summary.setText(
            f"{judged} dari {len(rows)} usulan diputus" if rows else "Belum ada usulan"
        )
        self.paper_button.know(self.berkas_id, rows, final=self.read_only)
        self.tabs.setTabVisible(self.tabs.indexOf(self.tinjauan), self._takes_usulan)
        self.returning.show_units(rows, free=self.here and not self.read_only)
        self._show_draft()
        try:
            self._comparing.begin(self._compare())
        finally:
            if self._listed is not rows:  # what they are near to is still being looked for
                self._list_rows()

    def _list_rows(self) -> None:
        """List the usulan; the one chosen stays, or the first without a verdict is."""
        rows = self._listed = self._rows
        with QSignalBlocker(self.table):  # shown once, not as the list comes and goes
            self.model.set_rows(rows)
            if self.table.current is None and rows:
                first = next((u for u in rows if u.putusan is None), rows[0])
                self.table.choose(first.id)
        self._show(self.table.current)

    def _compare(self) -> Iterator[None]:
        """What looks through the whole register, which may be large."""
        if self._takes_usulan:
            yield from self.app.dik.prepare_ends()
        if not self.passed:
            yield from self.app.kemiripan.prepare(self.berkas_id)

    def _show_compared(self) -> None:
        similar = self.app.kemiripan.in_berkas(self.berkas_id) if not self.passed else {}
        if similar != self._similar or self._listed is not self._rows:
            self._similar = similar
            self._list_rows()
        self._show_ending(self._rows)

    @property
    def _takes_usulan(self) -> bool:
        card = self.detail.card if self.detail else None
        return not self.read_only and card is not None and card.stage in _OPEN_STAGES

    def _show_ending(self, usulan: tuple[Usulan, ...]) -> None:
        """Entries whose period ends; shown while something can still be proposed for them."""
        free = self._takes_usulan
        rows = self.app.tinjauan.list(self.berkas_id) if free else ()
        self.tinjauan.show_rows(rows, {each.id: each for each in usulan}, free=free)
        number = self.tabs.indexOf(self.tinjauan)
        self.tabs.setTabText(number, f"&Jangka waktu ({len(rows)})" if rows else "&Jangka waktu")
        open_still = self.tinjauan.undecided
        self.ending.say(
            f"{open_still} informasi di daftar habis atau segera habis jangka waktunya dan belum "
            "diputuskan dalam berkas ini." if open_still else "", "warn",
        )  # fmt: skip

    def _show(self, chosen: Usulan | None) -> None:
        tests = self.app.uji.list(chosen.id) if chosen is not None and chosen.uji else ()
        hint = "" if self.read_only or self._rows else _NO_USULAN
        self.view.show_usulan(
            chosen, tests, self._similar.get(chosen.id, ()) if chosen else (), hint
        )
        self.paper_button.choose(chosen)
        self.add_button.setEnabled(not self.read_only)
        free = None if self.read_only else chosen
        returned = free is not None and free.putusan is Putusan.DIKEMBALIKAN
        for each in (self.edit_button, self.remove_button, self.open_button, self.return_button):
            each.setEnabled(free is not None)
        self.test_button.setEnabled(free is not None and self.here)
        self.test_button.setToolTip(
            "" if self.here else "Uji konsekuensi dicatat pada tahap 2."
        )  # fmt: skip
        again = free is not None and can_exclude(free)
        self.exclude_button.setVisible(again)
        self.exclude_button.setEnabled(again)
        self.exclude_button.setToolTip("Ujinya masih berlaku; putusan dapat diberikan lagi.")
        self.mended_button.setVisible(returned)
        self.letter_button.setVisible(returned and self.here)
        self.withdraw_button.setEnabled(free is not None and free.putusan is not None)

    def _show_draft(self) -> None:
        if self.tabs.currentWidget() is self._draft_page and self.detail is not None:
            applied = self.app.dik.applied(self.berkas_id)
            self.draft.show_rows(self.app.keputusan.rows(self.berkas_id), applied=applied)

    # -- acts ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Enter a usulan."""
        from ui.berkas.usulan_dialog import UsulanDialog

        self.show_dialog(
            UsulanDialog(self.context, self, self.berkas_id, unit_id=self._only_waiting())
        )

    def _only_waiting(self) -> int | None:
        """The unit of which a usulan is still to be entered, when it is the only one."""
        asked = self.app.permintaan.list(self.berkas_id)
        waiting = [p.unit.id for p in asked if p.jawaban is Jawaban.USULAN and not p.usulan_count]
        return waiting[0] if len(waiting) == 1 else None

    def edit(self) -> None:
        """Change the chosen usulan."""
        self._open_form(mend=False)

    def mended(self) -> None:
        """Take in what the unit mended."""
        self._open_form(mend=True)

    def _open_form(self, *, mend: bool) -> None:
        from ui.berkas.usulan_dialog import Mode, UsulanDialog

        chosen: Usulan | None = self.table.current
        if chosen is None or self.read_only:
            return
        mode = Mode.MEND if mend else Mode.EDIT
        self.show_dialog(UsulanDialog(self.context, self, self.berkas_id, usulan=chosen, mode=mode))

    def remove(self) -> None:
        """Take the chosen usulan out after a question."""
        chosen: Usulan | None = self.table.current
        if chosen is not None and self.context.prompts.confirm(
            self, "Hapus usulan?", f"Usulan “{chosen.isi.informasi}” dihapus dari berkas ini.",
            "&Hapus usulan",
        ):  # fmt: skip
            self.act(lambda: self.app.usulan.remove(chosen.id))

    def test(self) -> None:
        """Record a uji konsekuensi of the chosen usulan; its conclusion gives the verdict."""
        from ui.berkas.uji_dialog import UjiDialog

        chosen: Usulan | None = self.table.current
        if chosen is not None:
            dialog = UjiDialog(self.context, self, chosen)
            dialog.accepted.connect(lambda: self._go_to_next(chosen.id))
            self.show_dialog(dialog)

    def exclude(self) -> None:
        """The chosen usulan is excluded again by its test."""
        self._judge(Putusan.DIKECUALIKAN)

    def make_open(self) -> None:
        """The chosen usulan is open information."""
        self._judge(Putusan.TERBUKA)

    def _judge(self, putusan: Putusan) -> None:
        chosen: Usulan | None = self.table.current
        if chosen is not None and self.act(lambda: self.app.usulan.judge(chosen.id, putusan)):
            self._go_to_next(chosen.id)

    def _go_to_next(self, judged_id: int) -> None:
        """After a verdict the next unjudged usulan is chosen, so that one key judges many."""
        rows = [self.model.row(n) for n in range(self.model.rowCount())]
        at = next((n for n, u in enumerate(rows) if u.id == judged_id), 0)
        upcoming = next((u for u in rows[at + 1 :] + rows[:at] if u.putusan is None), None)
        if upcoming is not None:
            self.table.choose(upcoming.id)

    def send_back(self) -> None:
        """Ask what the unit is to mend, and send the chosen usulan back."""
        chosen: Usulan | None = self.table.current
        if chosen is not None:
            self.show_dialog(VerdictDialog(self.context, self, chosen))

    def return_letter(self) -> None:
        """Show the Nota Dinas that sends the usulan of the chosen one's unit back."""
        chosen: Usulan | None = self.table.current
        if chosen is not None:
            self.returning.open_for(chosen.unit.id, chosen.unit.nama)

    def print_stage(self) -> None:
        """Print the papers of the tests and what goes back to units, as one job."""
        if self.detail is not None:
            print_stage(self.context, self, self.detail, STAGE_NUMBER[StageKind.VALIDASI])

    def withdraw(self) -> None:
        """Take the verdict of the chosen usulan back."""
        chosen: Usulan | None = self.table.current
        if chosen is not None:
            self.act(lambda: self.app.usulan.clear_verdict(chosen.id))

    def compare(self, similar: Mirip) -> None:
        """Show the chosen usulan beside the one that its title is near to."""
        from ui.berkas.mirip_dialog import MiripDialog

        chosen: Usulan | None = self.table.current
        other = self._other(similar)
        if chosen is None or other is None:
            return
        place = "di daftar" if similar.tempat == "daftar" else "dalam berkas ini"
        usulan_id = similar.usulan_id
        dialog = MiripDialog(
            self, [("Unit kerja", chosen.unit.nama), *isi_pairs(chosen.isi)],
            f"Sudah {place}", other, can_go=usulan_id is not None,
        )  # fmt: skip
        if usulan_id is not None:
            dialog.go_asked.connect(lambda: self.go_to_usulan(usulan_id))
        self.show_dialog(dialog)

    def _other(self, similar: Mirip) -> list[tuple[str, str]] | None:
        found: Usulan | EntriDik | None
        if similar.usulan_id is not None:
            rows = (self.model.row(n) for n in range(self.model.rowCount()))
            found = next((u for u in rows if u.id == similar.usulan_id), None)
        else:
            found = self.app.dik.entry(similar.entri_id)
        return None if found is None else [("Unit kerja", similar.unit_nama), *isi_pairs(found.isi)]

    def go_to_usulan(self, usulan_id: int) -> None:
        """Choose a usulan in the table."""
        self.tabs.setCurrentIndex(0)
        self.table.choose(usulan_id)
        self.table.setFocus()

    def propose_open(self, looked_at: Tinjauan) -> None:
        """Propose that an entry whose period ends is opened again."""
        self.act(lambda: self.app.tinjauan.propose_open(self.berkas_id, looked_at.entri.id))

    def propose_extension(self, looked_at: Tinjauan) -> None:
        """Ask for a new period of an entry whose own one ends."""
        from ui.berkas.tinjauan_dialog import ExtensionDialog

        self.show_dialog(ExtensionDialog(self.context, self, self.berkas_id, looked_at))
