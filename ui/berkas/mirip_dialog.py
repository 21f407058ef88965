"""A usulan beside the entry or usulan whose title is near its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QSplitter, QVBoxLayout, QWidget

from ui.widgets.detail_pane import DetailPane
from ui.widgets.screen_room import screen_room
from ui.widgets.toned import TonedLabel, column, row

_SIZE = QSize(980, 520)


class MiripDialog(QDialog):
    """Both contents to read; `go_asked` when the other is a usulan that can be gone to."""

    topic = "tahap-2-validasi#mencatat-usulan"

    go_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        own: list[tuple[str, str]],
        other_title: str,
        other: list[tuple[str, str]],
        *,
        can_go: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Bandingkan informasi yang mirip")
        self.own, self.other = DetailPane("Usulan ini"), DetailPane(other_title)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for title, pane, pairs in (
            ("Usulan ini", self.own, own),
            (other_title, self.other, other),
        ):
            pane.show_pairs(pairs)
            side = QWidget()
            side.setLayout(column(TonedLabel(title, "muted", wrap=False), pane, spacing=4))
            split.addWidget(side)
            split.setStretchFactor(split.count() - 1, 1)
        split.setSizes([_SIZE.width(), _SIZE.width()])
        self.go_button = QPushButton("&Ke usulan itu")
        self.go_button.setAutoDefault(False)
        self.go_button.setVisible(can_go)
        self.go_button.clicked.connect(self._go)
        close = QPushButton("&Tutup")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(10)
        hint = (
            "Bila memang sama, hapus salah satu usulan." if can_go else
            "Bila memang sama, hapus usulan ini, lalu tambahkan sebagai “Ubah” atau “Tetap”."
        )  # fmt: skip
        box.addWidget(TonedLabel(hint, "muted"))
        box.addWidget(split, 1)
        box.addLayout(row(None, self.go_button, close))
        self.resize(_SIZE.boundedTo(screen_room(self)))
        close.setFocus()

    def _go(self) -> None:
        self.accept()
        self.go_asked.emit()
