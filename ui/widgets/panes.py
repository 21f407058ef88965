"""Parts of a page that share its room as the user weighs them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def panes(
    *parts: QWidget, share: Sequence[int] = (), grow: Sequence[int] = (), upright: bool = False
) -> QSplitter:
    """Put `parts` side by side (`upright`: one above the other); none can be dragged away.

    `share` is how the room is divided at first (as the parts ask for it where it is empty),
    `grow` how that which a larger window adds is (0: the part keeps its size).
    """
    split = QSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    for part in parts:
        split.addWidget(part)
    for number, stretch in enumerate(grow):
        split.setStretchFactor(number, stretch)
    if share:
        split.setSizes(list(share))
    return split
