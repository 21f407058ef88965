"""How a usulan's content, test and verdict read in a table."""

from __future__ import annotations

from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.services.usulan import Usulan


def verdict_words(usulan: Usulan) -> str:
    """The verdict, or how far it is."""
    if usulan.putusan is Putusan.DIKEMBALIKAN:
        return "Dikembalikan"
    if usulan.putusan is not None:
        return usulan.putusan.label
    if usulan.uji is None:
        return "Belum dinilai"
    return "Belum dinilai, sudah diuji" if usulan.uji.berlaku else "Uji ulang"


def gaps_words(usulan: Usulan) -> str:
    """How much the content lacks; what is opened need not persuade anybody."""
    if usulan.putusan is Putusan.TERBUKA or usulan.jenis is JenisUsulan.BUKA:
        return "–"
    must = sum(not lack.warning for lack in usulan.kekurangan)
    warnings = len(usulan.kekurangan) - must
    parts = [f"{must}\u00a0kurang"] if must else []
    parts += [f"{warnings}\u00a0catatan"] if warnings else []
    return ", ".join(parts) or "Lengkap"


def can_exclude(usulan: Usulan) -> bool:
    """Whether its last test still stands and excludes, so that the verdict can be given again."""
    test = usulan.uji
    return (
        usulan.putusan is not Putusan.DIKECUALIKAN
        and test is not None
        and test.berlaku
        and test.uji.kesimpulan.putusan is Putusan.DIKECUALIKAN
    )
