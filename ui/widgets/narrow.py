"""A part of a page that stays narrow in a wide window."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def narrow(part: QWidget, width: int) -> QHBoxLayout:
    """`part` at the left, `width` pixels wide at most.

    Beside room that stays free: a column asks how high words that wrap are in its own width, and
    would then press them together with what follows.
    """
    part.setMaximumWidth(width)
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(part, 1)
    across.addStretch()
    return across
