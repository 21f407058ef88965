"""What the present step still lacks, each with the way to where it is mended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from sopapp.domain.errors import Missing
from ui.widgets.link_button import LinkButton
from ui.widgets.toned import Notice

_SHOWN = 3


class MissingList(Notice):
    """A notice with one link per lacking thing; hidden when nothing lacks."""

    followed = Signal(object)
    """The `Missing` whose panel is wanted."""

    def __init__(self) -> None:
        super().__init__("warn")
        self.links: list[LinkButton] = []

    def show_missing(self, missing: tuple[Missing, ...], *, last: bool = False) -> None:
        """List `missing`, the rest counted; `last` when the berkas ends with this step."""
        self._drop_links()
        more = f" (dan {len(missing) - _SHOWN} lagi)" if len(missing) > _SHOWN else ""
        move = "diselesaikan" if last else "dilanjutkan"
        self.say(f"Belum dapat {move}; masih kurang{more}:" if missing else "", "warn")
        for item in missing[:_SHOWN]:
            link = LinkButton(item.text.replace("&", "&&"), "warn")
            link.setToolTip(item.text)
            link.setAccessibleName(f"Buka: {item.text}")
            link.followed.connect(partial(self.followed.emit, item))
            self.body.addWidget(link)
            self.links.append(link)

    def _drop_links(self) -> None:
        for link in self.links:
            self.body.removeWidget(link)
            link.hide()  # it would show through until the event loop deletes it
            link.deleteLater()
        self.links = []
