"""What Windows shows of the two programs under Properties, Details."""
# ruff: noqa: INP001  (read by the spec file, not a package)

from __future__ import annotations

import re

PRODUCT = "Pemutakhiran DIK"
PUBLISHER = "Pemutakhiran DIK"

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1,
    subtype=0x0, date=(0, 0),
  ),
  kids=[
    StringFileInfo([StringTable("042104B0", [
{strings}
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0421, 1200])]),
  ],
)
"""
"""042104B0: Indonesian, Unicode."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares; raises ValueError for no version."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", version)
    if found is None:
        msg = f"no version: {version!r}"
        raise ValueError(msg)
    return int(found[1]), int(found[2]), int(found[3] or 0), 0


def version_text(version: str, program: str, description: str) -> str:
    """The version resource of `program` (its file name without .exe), as PyInstaller reads it."""
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "Lisensi MIT",
        "OriginalFilename": f"{program}.exe",
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    lines = ",\n".join(f"      StringStruct({key!r}, {text!r})" for key, text in texts.items())
    return _TEMPLATE.format(numbers=numbers(version), strings=lines)
