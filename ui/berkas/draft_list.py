"""The list as it will be: what is added, changed, kept and opened again."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.dik import BarisRancangan, Perubahan
from sopapp.domain.rancangan import Rancangan
from sopapp.domain.ribuan import ribuan
from ui.berkas.usulan_view import isi_pairs
from ui.widgets.data_table import DataTable
from ui.widgets.detail_pane import DetailPane
from ui.widgets.panes import panes
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import TonedLabel, column

_ORDER = (Perubahan.TAMBAH, Perubahan.UBAH, Perubahan.CABUT, Perubahan.TETAP)
_SUMMARY = {
    Perubahan.TAMBAH: "ditambahkan",
    Perubahan.UBAH: "diubah",
    Perubahan.CABUT: "dibuka kembali",
    Perubahan.TETAP: "tetap",
}


class DraftList(QWidget):
    """Rows above; below, the chosen row before and after, side by side."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._applied = False
        self.summary = TonedLabel(tone="muted")
        self.model: RowsModel[BarisRancangan] = RowsModel(
            (
                Column("Perubahan", lambda r: r.perubahan.label, 18, folded=12,
                       key=lambda r: _ORDER.index(r.perubahan)),
                Column("Informasi", lambda r: r.isi.judul(), 42, grows=True),
                Column("Dasar hukum", lambda r: "; ".join(d.teks() for d in r.isi.dasar), 34,
                       grows=True, spare=True),
                Column("Jangka waktu", lambda r: r.isi.jangka.teks() if r.isi.jangka else "", 20,
                       grows=True),
                Column("Unit kerja", lambda r: r.unit_nama, 24, grows=True, spare=True),
            ),
            key=lambda r: (r.entri_id, r.usulan_id, r.isi.informasi),
            muted=lambda r: r.perubahan is Perubahan.TETAP,
            parent=self,
        )  # fmt: skip
        self.table = DataTable(self.model, name, lines=3)
        self.table.chosen.connect(self._show)
        self.before = DetailPane("Isi sekarang di daftar")
        self.after = DetailPane("Isi sesudah Keputusan")
        self.before_title = TonedLabel("Sekarang di daftar", "muted", wrap=False)
        self.after_title = TonedLabel("Sesudah Keputusan", "muted", wrap=False)
        split = panes(self.table, self._comparison(), share=(240, 200), grow=(3, 2), upright=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.summary)
        box.addWidget(split, 1)

    def _comparison(self) -> QWidget:
        before, after = QWidget(), QWidget()
        before.setLayout(column(self.before_title, self.before, spacing=2))
        after.setLayout(column(self.after_title, self.after, spacing=2))
        return panes(before, after, share=(1, 1))

    def show_rows(self, rows: Rancangan, *, applied: bool = False) -> None:
        """Show `rows`, changes first; once `applied`, what was before is no longer "now"."""
        self._applied = applied
        self.before_title.setText("Sebelum Keputusan" if applied else "Sekarang di daftar")
        self.before.setAccessibleName(
            "Isi sebelum Keputusan" if applied else "Isi sekarang di daftar"
        )
        ordered = rows.by_change(_ORDER)
        self.model.set_rows(ordered)
        counts = rows.counts()
        words = ", ".join(f"{ribuan(counts[change])} {_SUMMARY[change]}" for change in _ORDER)
        total = len(rows) - counts[Perubahan.CABUT]
        self.summary.setText(f"{words}. Daftar sesudahnya memuat {ribuan(total)} informasi.")
        if self.table.current is None and ordered:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show(self.table.current)

    def _show(self, chosen: BarisRancangan | None) -> None:
        self.before.show_pairs(_before(chosen, self._applied))
        self.after.show_pairs(_after(chosen))


def _before(chosen: BarisRancangan | None, applied: bool) -> list[tuple[str, str]]:
    if chosen is None:
        return []
    if chosen.sebelum is None:
        return [("Keadaan", "Tidak ada di daftar." if applied else "Belum ada di daftar.")]
    return isi_pairs(chosen.sebelum)


def _after(chosen: BarisRancangan | None) -> list[tuple[str, str]]:
    if chosen is None:
        return []
    if chosen.perubahan is Perubahan.CABUT:
        return [("Keadaan", "Tidak lagi dikecualikan; keluar dari daftar.")]
    pairs = isi_pairs(chosen.isi)
    if chosen.perubahan is not Perubahan.UBAH or chosen.sebelum is None:
        return pairs
    old = dict(isi_pairs(chosen.sebelum))
    return [
        (f"{label} (berubah)" if old.get(label) != text else label, text) for label, text in pairs
    ]
