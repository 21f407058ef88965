"""The colours of what a bar or a figure means, on paper: told apart in black and white too."""

from __future__ import annotations

from reportlab.lib.colors import Color

from sopapp.domain.laporan import Nada

NADA_WARNA = {
    Nada.TEPAT: Color(0.16, 0.45, 0.29),
    Nada.TERLAMBAT: Color(0.70, 0.17, 0.13),
    Nada.BERJALAN: Color(0.78, 0.81, 0.86),
    Nada.NETRAL: Color(0.16, 0.36, 0.62),
}
