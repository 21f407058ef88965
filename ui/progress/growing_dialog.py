"""A dialog as high as its words need, also when they change."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog


class GrowingDialog(QDialog):
    """Wrapped text has no fixed least height that Qt would keep, so the dialog asks its layout."""

    def event(self, event: QEvent) -> bool:
        """Qt: follow the layout."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and (layout := self.layout()) is not None:
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled
