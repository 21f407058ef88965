"""Stage 2: each usulan is weighed and gets its verdict; the draft list grows from them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QTabWidget, QVBoxLayout, QWidget

from sopapp.domain.changes import Kind
from sopapp.domain.dik import Putusan
from sopapp.domain.sop import StageKind
from sopapp.services.usulan import Usulan
from ui.berkas.draft_list import DraftList
from ui.berkas.stage_panel import StagePanel, button
from ui.berkas.toned import TonedLabel, row
from ui.berkas.usulan_view import UsulanView
from ui.berkas.verdict_dialog import VerdictDialog
from ui.context import UiContext
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel


def _verdict(usulan: Usulan) -> str:
    if usulan.putusan is None:
        return "belum dinilai"
    if usulan.putusan is Putusan.DIKEMBALIKAN:
        return "Dikembalikan"
    return usulan.putusan.label


def _gaps(usulan: Usulan) -> str:
    must = sum(not lack.warning for lack in usulan.kekurangan)
    warnings = len(usulan.kekurangan) - must
    parts = [f"{must} kurang"] if must else []
    parts += [f"{warnings} catatan"] if warnings else []
    return ", ".join(parts) or "lengkap"


_COLUMNS = (
    Column("Informasi", lambda u: u.isi.informasi, 40),
    Column("Unit kerja", lambda u: u.unit.nama, 24),
    Column("Jenis", lambda u: u.jenis.label, 16),
    Column("Isi", _gaps, 19),
    Column("Putusan", _verdict, 17),
)


class ValidasiPanel(StagePanel):
    """Two tabs: the usulan with their verdicts, and the draft list that they give."""

    stage_kind = StageKind.VALIDASI
    kinds = frozenset({Kind.USULAN, Kind.PERMINTAAN, Kind.DIK, Kind.UNIT_KERJA})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.model = RowsModel(_COLUMNS, key=lambda u: u.id, parent=self)
        self.table = DataTable(self.model, "Usulan unit kerja", lines=2)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _row: self.edit())
        self.view = UsulanView()
        self.summary = TonedLabel(tone="muted", wrap=False)
        self.draft = DraftList("Rancangan daftar")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._usulan_page(), "&Usulan")
        self.draft.layout().setContentsMargins(0, 8, 0, 0)
        self.tabs.addTab(self.draft, "&Rancangan daftar")
        self.tabs.currentChanged.connect(lambda _i: self._show_draft())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self.leads = (self.table,)

    def _usulan_page(self) -> QWidget:
        self.add_button = button("&Tambah usulan…", self.add, "add")
        self.edit_button = button("Ub&ah…", self.edit, "edit")
        self.remove_button = button("&Hapus", self.remove, "delete")
        self.exclude_button = button("&Dikecualikan", self.exclude, "lock")
        self.open_button = button("Ter&buka", self.make_open, "unlock")
        self.return_button = button("K&embalikan ke unit…", self.send_back, "send-back")
        self.mended_button = button("Sudah di&perbaiki…", self.mended, "check")
        self.withdraw_button = button("Tarik putusa&n", self.withdraw)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.view)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([680, 460])
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self.add_button, self.edit_button, self.remove_button, None,
                          self.summary))  # fmt: skip
        box.addWidget(split, 1)
        box.addLayout(row(TonedLabel("Putusan:", wrap=False), self.exclude_button,
                          self.open_button, self.return_button, self.mended_button, None,
                          self.withdraw_button))  # fmt: skip
        return page

    # -- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything anew."""
        rows = self.app.usulan.list(self.berkas_id)
        self.model.set_rows(rows)
        if self.table.current is None and rows:
            first = next((u for u in rows if u.putusan is None), rows[0])
            self.table.choose(first.id)
        judged = sum(u.putusan is not None and u.putusan.final for u in rows)
        self.summary.setText(
            f"{judged} dari {len(rows)} usulan diputus" if rows else "Belum ada usulan"
        )
        self._show(self.table.current)
        self._show_draft()

    def _show(self, chosen: Usulan | None) -> None:
        self.view.show_usulan(chosen)
        free = not self.read_only
        some = free and chosen is not None
        returned = some and chosen.putusan is Putusan.DIKEMBALIKAN
        self.add_button.setEnabled(free)
        for each in (self.edit_button, self.remove_button, self.open_button, self.return_button):
            each.setEnabled(some)
        must = some and any(not lack.warning for lack in chosen.kekurangan)
        self.exclude_button.setEnabled(some and not must)
        self.exclude_button.setToolTip(
            "Lengkapi dahulu isinya." if must else "Informasi masuk ke rancangan daftar."
        )
        self.mended_button.setVisible(bool(returned))
        self.withdraw_button.setEnabled(some and chosen.putusan is not None)

    def _show_draft(self) -> None:
        if self.tabs.currentWidget() is self.draft and self.detail is not None:
            applied = self.app.dik.applied(self.berkas_id)
            self.draft.show_rows(self.app.keputusan.rows(self.berkas_id), applied=applied)

    # -- acts ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Enter a usulan."""
        from ui.berkas.usulan_dialog import UsulanDialog

        self.show_dialog(UsulanDialog(self.context, self, self.berkas_id))

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

    def exclude(self) -> None:
        """The chosen usulan is excluded."""
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

    def withdraw(self) -> None:
        """Take the verdict of the chosen usulan back."""
        chosen: Usulan | None = self.table.current
        if chosen is not None:
            self.act(lambda: self.app.usulan.clear_verdict(chosen.id))
