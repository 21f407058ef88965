"""What an entry lacks, each gap with the rule that asks for it in small letters."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sopapp.domain.kekurangan import Kekurangan
from ui.widgets.breakable import breakable
from ui.widgets.toned import Notice, TonedLabel


class GapsNotice(Notice):
    """A head and the gaps below it; hidden while there are none."""

    def __init__(self, tone: str = "warn") -> None:
        self._gaps = _GapsLabel()
        super().__init__(tone)
        self.body.addWidget(self._gaps)

    def show_gaps(self, head: str, gaps: Iterable[Kekurangan], tone: str, *, list_: bool) -> None:
        """Show `gaps` below `head`, as a list or as running text."""
        gaps = tuple(gaps)
        self._gaps.show_gaps(gaps, list_=list_)
        self._gaps.take_tone(tone)
        self.say(head if gaps else "", tone)

    @property
    def text(self) -> str:
        """The words shown."""
        return f"{self.label.text()}\n{self._gaps.text()}".strip()


class _GapsLabel(TonedLabel):
    """Reads as plain text; the sources are drawn small."""

    def __init__(self) -> None:
        self._plain = ""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)

    def show_gaps(self, gaps: tuple[Kekurangan, ...], *, list_: bool) -> None:
        """Draw the gaps."""
        sign = "• " if list_ else ""
        self._plain = ("\n" if list_ else " ").join(f"{sign}{_words(gap)}" for gap in gaps)
        drawn = (
            f"{sign}{escape(breakable(gap.text))}"
            + (f" <small>({escape(gap.sumber)})</small>" if gap.sumber else "")
            for gap in gaps
        )
        QLabel.setText(self, ("<br>" if list_ else " ").join(drawn))
        self.setAccessibleName(self._plain)

    def take_tone(self, tone: str) -> None:
        """Use another colour."""
        self._tone = tone
        self._colour()

    def setText(self, text: str) -> None:
        """Qt: plain words."""
        self._plain = text
        QLabel.setText(self, escape(text))

    def text(self) -> str:
        """Qt: the words without how they are drawn."""
        return self._plain


def show_gaps(must: GapsNotice, warning: GapsNotice, gaps: Iterable[Kekurangan]) -> None:
    """List in a form what is to be mended before an exclusion, and what is only pointed out."""
    gaps = tuple(gaps)
    must.show_gaps(
        "Dapat disimpan sekarang; sebelum dikecualikan perlu dilengkapi:",
        (gap for gap in gaps if not gap.warning), "warn", list_=True,
    )  # fmt: skip
    warning.show_gaps(
        "Hanya peringatan, tidak menghalangi:",
        (gap for gap in gaps if gap.warning), "accent", list_=True,
    )  # fmt: skip


def _words(gap: Kekurangan) -> str:
    return f"{gap.text} ({gap.sumber})" if gap.sumber else gap.text
