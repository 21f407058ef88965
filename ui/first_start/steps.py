"""The steps of the guide: their order, what each is called, and which are done.

A step's class is imported when the step is first shown: the guide opens at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.services.letter_settings import NaskahSettings
    from ui.context import UiContext
    from ui.first_start.step import Step

FIRST, LAST, PROFIL = "mulai", "selesai", "profil"
FILLED = ("instansi", "pejabat", "unit_kerja", "nomor", "daftar")
"""Those that ask for something."""
ORDER = (FIRST, *FILLED, LAST)
TITLES = {
    FIRST: "Mulai",
    "instansi": "Instansi",
    "pejabat": "Pejabat",
    "unit_kerja": "Unit kerja",
    "nomor": "Nomor surat",
    "daftar": "Daftar (DIK)",
    LAST: "Selesai",
}


def complete(name: str, app: App) -> bool:
    """Whether what a step asks for is there."""
    match name:
        case "instansi":
            return bool(app.instansi.get().nama)
        case "pejabat":
            return app.pejabat.signer(_nota_dinas(app).signer, app.clock.today()) is not None
        case "unit_kerja":
            return bool(app.unit_kerja.list(active_only=True))
        case "nomor":
            naskah = _nota_dinas(app)
            code = naskah.klasifikasi or app.setting.letters().klasifikasi
            return bool(code) or "{klasifikasi}" not in naskah.pola
        case "daftar":
            return not app.dik_awal.possible()
        case _:
            return False


def make_step(name: str, context: UiContext) -> Step:
    """A step by name."""
    match name:
        case "instansi":
            from ui.first_start.instansi_step import InstansiStep

            return InstansiStep(context)
        case "pejabat":
            from ui.first_start.pejabat_step import PejabatStep

            return PejabatStep(context)
        case "unit_kerja":
            from ui.first_start.unit_step import UnitStep

            return UnitStep(context)
        case "nomor":
            from ui.first_start.nomor_step import NomorStep

            return NomorStep(context)
        case "daftar":
            from ui.first_start.dik_step import DikStep

            return DikStep(context)
        case "selesai":
            from ui.first_start.done_step import DoneStep

            return DoneStep(context)
        case "profil":
            from ui.first_start.profil_step import ProfilStep

            return ProfilStep(context)
        case _:
            from ui.first_start.welcome_step import WelcomeStep

            return WelcomeStep(context)


def _nota_dinas(app: App) -> NaskahSettings:
    from sopapp.domain.naskah import JenisNaskah

    return app.setting.naskah(JenisNaskah.NOTA_DINAS)
