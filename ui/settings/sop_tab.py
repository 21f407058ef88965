"""SOP: the sheet in force, its versions, a copy to edit and the way back in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import tanggal_pendek
from sopapp.saved_file import save_file
from ui.errors import guard
from ui.settings.settings_tab import SettingsTab
from ui.settings.sop_html import sop_html
from ui.widgets.article_view import ArticleView
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_FILTERS = "SOP (*.toml);;Semua (*)"


class SopTab(SettingsTab):
    """Reads the SOP; a revised one comes from a file and holds for new berkas."""

    saves = False
    kinds = (Kind.SOP,)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        caption = QLabel("&Versi", self)
        self.version = QComboBox(self)
        self.version.setAccessibleName("Versi SOP")
        self.version.setAccessibleDescription("Versi yang dibaca di bawah; tidak mengubah SOP.")
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.version.currentIndexChanged.connect(self._on_version)
        caption.setBuddy(self.version)
        self.print_sheet = QPushButton("&Cetak lembar SOP…", self)
        self.print_sheet.setToolTip("Lembar SOP seperti yang disahkan, dengan bagan alirnya")
        self.print_sheet.clicked.connect(self.preview_sheet)
        self.save_copy = QPushButton("&Simpan salinan…", self)
        self.save_copy.clicked.connect(self.ask_save_copy)
        self.load_file = QPushButton("&Muat SOP revisi…", self)
        self.load_file.clicked.connect(self.ask_load)
        self.note = TonedLabel(
            "SOP revisi berlaku untuk berkas baru; berkas yang sedang berjalan tetap memakai "
            "versinya.",
            "muted",
        )
        self.sheet = ArticleView("Lembar SOP", self, columns=130)
        self.sheet.setFrameShape(ArticleView.Shape.StyledPanel)
        row = QHBoxLayout()
        row.addWidget(caption)
        row.addWidget(self.version)
        row.addStretch(1)
        row.addWidget(self.print_sheet)
        row.addWidget(self.save_copy)
        row.addWidget(self.load_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self.note)
        layout.addWidget(self.sheet, 1)

    def load(self) -> tuple[Any, ...]:
        """All versions, newest first."""
        return self.context.app.sop.versions()

    def show_value(self, value: tuple[Any, ...]) -> None:
        """List the versions and show the one in force."""
        current = self.context.app.sop.current_id
        self.version.blockSignals(True)
        self.version.clear()
        for version in value:
            local = version.dimuat.astimezone()
            mark = "Berlaku: " if version.id == current else ""  # first: a narrow box cuts the end
            loaded = f"{tanggal_pendek(local.date())} {local:%H.%M}"
            self.version.addItem(f"{mark}{version.nama}, dimuat {loaded}", version.id)
        self.version.setCurrentIndex(max(0, self.version.findData(current)))
        self.version.blockSignals(False)
        self._draw()

    def preview_sheet(self) -> None:
        """Show the sheet of the version shown, from where it is printed or saved."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem, file_name

        version_id = self.version.currentData()
        if version_id is None:
            return
        app = self.context.app
        name = app.sop.get(version_id).head.nama
        item = PreviewItem(
            f"Lembar SOP – {name}",
            file_name("Lembar SOP", name),
            lambda: app.lembar_sop.compose(version_id),
        )
        PreviewDialog(self.context, [item], self).open()

    def ask_save_copy(self) -> None:
        """Write the text of the version shown to a file."""
        version_id = self.version.currentData()
        name = self._shown_name()
        path = self.context.prompts.save_file(self, "Simpan salinan SOP", name, _FILTERS)
        if path is None:
            return
        with guard(self, self.context.prompts):
            save_file(path, self.context.app.sop.text(version_id).encode())

    def ask_load(self) -> None:
        """Take a revised SOP in; a file with slips changes nothing and is told whole."""
        path = self.context.prompts.open_file(self, "Muat SOP revisi", _FILTERS)
        if path is None:
            return
        with guard(self, self.context.prompts) as outcome:
            try:
                self.context.app.sop.load(path)
            except DomainError as error:
                outcome.ok = False
                self.context.prompts.report(
                    self,
                    "SOP tidak dapat dimuat",
                    "SOP yang berlaku tidak berubah. Perbaiki bagian di bawah ini pada file "
                    "tersebut, lalu muat lagi.",
                    str(error),
                    "&Salin rincian",
                )
        if outcome.ok:
            self.reload()
            self.context.prompts.inform(
                self,
                "SOP dimuat",
                f"“{self.context.app.sop.current().head.nama}” berlaku untuk berkas baru.",
            )

    def _shown_name(self) -> str:
        wanted = self.version.currentData()
        return next((v.nama for v in self.load() if v.id == wanted), "sop.toml")

    def _on_version(self, _index: int) -> None:
        self._draw()

    def _draw(self) -> None:
        version_id = self.version.currentData()
        if version_id is None:
            return
        self.sheet.show_html(sop_html(self.context.app.sop.get(version_id)))
