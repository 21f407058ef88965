"""“Mengapa?” beside a sentence that refuses something."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.help_key import open_guide
from ui.widgets.link_button import LinkButton

WORD = "Mengapa?"


class WhyLink(LinkButton):
    """Opens the guide where it says why; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WORD)
        self.setParent(parent)
        self.topic: str | None = None
        self.setAccessibleName("Mengapa? Penjelasan di panduan")
        self.setToolTip("Penjelasan di panduan")
        self.followed.connect(self._open)
        self.lead_to(None)

    def lead_to(self, topic: str | None) -> None:
        """Lead to this place of the guide; None hides the link."""
        self.topic = topic
        self.setVisible(bool(topic))

    def _open(self) -> None:
        open_guide(self, self.topic)
