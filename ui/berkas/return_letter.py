"""The Nota Dinas that sends usulan back to their unit: offered, drafted, shown."""

from __future__ import annotations

from collections.abc import Sequence

from sopapp.domain.dik import Putusan
from sopapp.domain.surat import JenisSurat, Surat
from sopapp.services.usulan import Usulan
from ui.berkas.stage_panel import StagePanel
from ui.berkas.stage_papers import unsent_units
from ui.surat.letter_actions import LetterActions
from ui.widgets.link_button import LinkButton
from ui.widgets.toned import Notice


class ReturnLetter(Notice):
    """Says which unit is still to be told; its link, or `open_for`, leads to the letter."""

    def __init__(self, panel: StagePanel) -> None:
        super().__init__("accent")
        self._panel = panel
        self._acts = LetterActions(panel.context, panel)
        self._unit: tuple[int, str] | None = None
        self.link = LinkButton("Nota Dinas pengembalian…")
        self.link.followed.connect(self._follow)
        self.row.addWidget(self.link)

    def show_units(self, usulan: Sequence[Usulan], *, free: bool) -> None:
        """Name the first unit whose returned usulan no letter, or no printed one, tells it of."""
        returned = tuple(u for u in usulan if free and u.putusan is Putusan.DIKEMBALIKAN)
        letters = self._panel.app.surat.list(self._panel.berkas_id) if returned else ()
        unsent = unsent_units(letters, returned)
        state = "disusun" if unsent else "dicetak"
        waiting = unsent or _unprinted(letters, returned)
        units = list({each.unit.id: each.unit.nama for each in waiting}.items())
        self._unit = units[0] if units else None
        more = f" (dan {len(units) - 1} unit lain)" if len(units) > 1 else ""
        self.say(
            f"Usulan {units[0][1]}{more} dikembalikan; Nota Dinasnya belum {state}."
            if units else "", "accent",
        )  # fmt: skip

    def open_for(self, unit_id: int, nama: str) -> None:
        """Number and preview the unit's letter, drafted now if it has none."""
        found = self._open_letter(unit_id)
        if found is not None and not (found.nomor and self._wants_another(found, nama)):
            self._acts.number_then_preview(found.id)
            return
        made: list[int] = []
        app, berkas_id = self._panel.app, self._panel.berkas_id
        if self._panel.act(lambda: made.append(app.penyusunan.pengembalian(berkas_id, unit_id))):
            self._acts.number_then_preview(made[0])

    def _follow(self) -> None:
        if self._unit is not None:
            self.open_for(*self._unit)

    def _open_letter(self, unit_id: int) -> Surat | None:
        """The unit's last letter of this kind that nobody signed yet."""
        letters = (
            surat
            for surat in reversed(self._panel.app.surat.list(self._panel.berkas_id))
            if surat.jenis is JenisSurat.PENGEMBALIAN and surat.unit_id == unit_id
        )
        return next((s for s in letters if not (s.batal or s.ditandatangani)), None)

    def _wants_another(self, surat: Surat, nama: str) -> bool:
        """A numbered letter may have gone out already: whether a further one is wanted."""
        if not surat.cetakan:
            return False
        return self._panel.context.prompts.confirm(
            self._panel, "Susun surat baru?",
            f"Nota Dinas pengembalian Nomor {surat.nomor} untuk {nama} sudah dicetak dan belum "
            "dicatat ditandatangani. Susun surat baru, atau buka surat itu?",
            "&Susun surat baru", "&Buka surat itu",
        )  # fmt: skip


def _unprinted(letters: Sequence[Surat], returned: Sequence[Usulan]) -> list[Usulan]:
    """Returned usulan whose unit has a letter that was not printed as it is now."""
    units = {
        surat.unit_id
        for surat in letters
        if surat.jenis is JenisSurat.PENGEMBALIAN
        and not (surat.batal or surat.ditandatangani or surat.dicetak)
    }
    return [each for each in returned if each.unit.id in units]
