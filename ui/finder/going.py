"""Goes to what was chosen in the finder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from sopapp.domain.find_shelf import Target, TargetKind
from ui.actions.action import Shell
from ui.actions.page_buttons import PageButton
from ui.finder.finder_memory import FinderMemory
from ui.finder.finder_shelves import actions

if TYPE_CHECKING:
    from ui.navigation import Navigate


def go_to(
    target: Target, navigate: Navigate, buttons: Sequence[PageButton], memory: FinderMemory
) -> None:
    """Open the record, do the action or press the button, and remember it."""
    key = target.key
    if target.kind is TargetKind.HALAMAN:
        buttons[int(key)].press()
    elif target.kind is TargetKind.PANDUAN:
        navigate.guide(str(key))
    elif isinstance(key, str):
        memory.keep_action(key)
        actions()[key].run(cast("Shell", navigate))
    else:
        memory.keep_record(target.kind, key)
        _open(target, key, navigate)


def _open(target: Target, key: int, navigate: Navigate) -> None:
    match target.kind:
        case TargetKind.BERKAS:
            navigate.berkas(key)
        case TargetKind.SURAT:
            _open_letter(target, key, navigate)
        case TargetKind.INFORMASI:
            navigate.entry(key)
        case TargetKind.UNIT_KERJA:
            navigate.settings("unit_kerja", key)
        case TargetKind.PEJABAT:
            navigate.settings("pejabat", key)
        case TargetKind.PERMOHONAN:
            navigate.permohonan(key)


def _open_letter(target: Target, key: int, navigate: Navigate) -> None:
    """A letter without a number is not in the book yet: it lies with what it belongs to."""
    if target.numbered:
        navigate.letter(key)
    elif target.permohonan_id is not None:
        navigate.permohonan(target.permohonan_id)
    elif target.berkas_id is not None:
        from ui.berkas.panel_numbers import SURAT

        navigate.berkas(target.berkas_id, SURAT)
