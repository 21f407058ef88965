"""The SOP to read, one key away from the work that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.settings.sop_html import sop_html
from ui.widgets.anchor import anchor
from ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from ui.context import UiContext


class SopSheet(QDialog):
    """The SOP of a berkas (the one in force without `sop_id`), at the steps of `stage`."""

    topic = "sop-revisi"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        *,
        sop_id: int | None = None,
        stage: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._sop_id = context.app.sop.current_id if sop_id is None else sop_id
        sop = context.app.sop.get(self._sop_id)
        self.setWindowTitle("SOP yang berlaku" if sop_id is None else "SOP berkas ini")
        metrics, room = self.fontMetrics(), self.screen().availableGeometry()
        self.resize(
            min(metrics.averageCharWidth() * 120, room.width() - 80),
            min(metrics.lineSpacing() * 42, room.height() - 80),
        )
        self.article = ArticleView("Isi SOP", self, columns=96)
        heading = anchor(f"{stage}. {sop.stage(stage).short_name}") if stage is not None else ""
        self.article.show_html(sop_html(sop), heading)
        buttons = QDialogButtonBox(self)
        self.print_button = buttons.addButton(
            "&Cetak lembar SOP…", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.print_button.clicked.connect(self.print)
        close = buttons.addButton("T&utup", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.article, 1)
        layout.addWidget(buttons)

    def print(self) -> None:
        """Show the sheet as it is signed, to print or save."""
        from ui.preview.preview_dialog import PreviewDialog
        from ui.preview.preview_item import PreviewItem, file_name

        app, sop_id = self._context.app, self._sop_id
        name = app.sop.get(sop_id).head.nama
        item = PreviewItem(
            f"Lembar SOP – {name}",
            file_name("Lembar SOP", name),
            lambda: app.lembar_sop.compose(sop_id),
        )
        PreviewDialog(self._context, [item], self).open()
