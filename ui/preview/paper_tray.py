"""The trays of a printer, with the names that its driver gives them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

AUTO = 6
"""The printer chooses the tray itself."""

_WORDS = {
    0: "Baki atas",
    1: "Baki bawah",
    2: "Baki tengah",
    3: "Masukan manual",
    4: "Amplop",
    5: "Amplop, manual",
    AUTO: "Dipilih pencetak",
    7: "Kertas sambung",
    8: "Kertas kecil",
    9: "Kertas besar",
    10: "Baki besar",
    11: "Kaset",
    12: "Menurut jenis kertas",
}
"""QPrinter.PaperSource -> words; higher numbers are a driver's own."""

_WINDOWS = {qt: qt + 1 for qt in range(11)} | {11: 14, 12: 15}
"""QPrinter.PaperSource -> DMBIN of Windows."""

_DC_BINS, _DC_BINNAMES = 6, 12
_NAME_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Tray:
    """A tray; `number` is what the print engine calls it."""

    number: int
    label: str


def trays(printer: QPrinter) -> tuple[Tray, ...]:
    """The trays to choose from; empty when the printer tells of no more than one.

    Asked of the print engine: only that of Windows knows, and it gives a driver's own trays
    by numbers that QPrinter.PaperSource has no names for.
    """
    from PySide6.QtPrintSupport import QPrintEngine

    told = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey.PPK_PaperSources)
    if not isinstance(told, list):
        return ()
    numbers = list(dict.fromkeys(int(each) for each in told))
    if len(numbers) < 2:
        return ()
    names = driver_names(printer.printerName())
    return tuple(Tray(number, _label(number, names)) for number in numbers)


def _label(number: int, names: dict[int, str]) -> str:
    if number == AUTO:
        return _WORDS[AUTO]
    own = names.get(_WINDOWS.get(number, number), "")
    return own or _WORDS.get(number, f"Baki nomor {number}")


def driver_names(printer: str) -> dict[int, str]:
    """Windows' numbers of a printer's trays -> the driver's names; empty elsewhere."""
    if sys.platform != "win32":
        return {}
    import ctypes

    ask = ctypes.WinDLL("winspool.drv").DeviceCapabilitiesW
    ask.restype = ctypes.c_int
    ask.argtypes = [
        ctypes.c_wchar_p, ctypes.c_wchar_p, ctypes.c_ushort, ctypes.c_void_p, ctypes.c_void_p
    ]  # fmt: skip
    count = ask(printer, None, _DC_BINS, None, None)
    if count < 1:
        return {}
    numbers = (ctypes.c_ushort * count)()
    letters = ctypes.create_unicode_buffer(count * _NAME_LENGTH)
    if min(ask(printer, None, _DC_BINS, numbers, None),
           ask(printer, None, _DC_BINNAMES, letters, None)) < count:  # fmt: skip
        return {}
    return named(list(numbers), "".join(letters[:]))


def named(numbers: list[int], letters: str) -> dict[int, str]:
    """Take the driver's list apart: 24 characters for each name, the rest NUL."""
    names = (letters[at : at + _NAME_LENGTH] for at in range(0, len(letters), _NAME_LENGTH))
    return {
        number: name.partition("\0")[0].strip() for number, name in zip(numbers, names, strict=True)
    }
