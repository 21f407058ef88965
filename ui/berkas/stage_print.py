"""Printing everything that a stage needs, as one job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from sopapp.domain.berkas import BerkasDetail
from ui import errors
from ui.berkas.stage_panel import StagePanel
from ui.berkas.stage_papers import StagePapers, stage_papers
from ui.widgets.icon_button import button

if TYPE_CHECKING:
    from ui.context import UiContext

KEYS = "Ctrl+P"
TIP = f"Cetak semua yang diperlukan tahap ini, sekaligus ({KEYS})"


def print_stage(context: UiContext, owner: QWidget, detail: BerkasDetail, stage: int) -> None:
    """Preview the papers of a stage together; a letter that lacks is offered to be drafted."""
    with errors.guard(owner, context.prompts):
        papers = stage_papers(context.app, detail, stage)
        if papers.undrafted and _agrees(context, owner, papers):
            for each in papers.undrafted:
                each.draft()
            papers = stage_papers(context.app, detail, stage)
        _show(context, owner, detail, stage, papers)


def print_stage_button(panel: StagePanel, stage: int, text: str) -> QPushButton:
    """The button of a stage's panel."""

    def act() -> None:
        if panel.detail is not None:
            print_stage(panel.context, panel, panel.detail, stage)

    return button(text, act, "print", tip=TIP)


def _agrees(context: UiContext, owner: QWidget, papers: StagePapers) -> bool:
    lacking = "\n".join(f"• {each.words}" for each in papers.undrafted)
    return context.prompts.confirm(
        owner, "Susun yang belum ada?",
        f"Belum disusun:\n{lacking}\n\nSusun sekarang supaya ikut dicetak? Nomornya dapat "
        "diberikan kemudian.",
        "&Susun dan cetak", "Cetak &tanpa itu",
    )  # fmt: skip


def _show(
    context: UiContext, owner: QWidget, detail: BerkasDetail, stage: int, papers: StagePapers
) -> None:
    from ui.preview.preview_dialog import PreviewDialog

    if papers.items:
        PreviewDialog(context, papers.items, owner).open()
        return
    name = detail.sop.stage(stage).short_name
    context.prompts.inform(
        owner, "Belum ada yang dicetak",
        f"Tahap {stage} ({name}) belum mempunyai surat yang perlu dicetak.",
    )  # fmt: skip
