"""What a file name must be to lie on any disk, a Windows one above all."""

from __future__ import annotations

import re
import unicodedata

MOST = 120
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|\s*$)",
    re.IGNORECASE,
)


def unsafe(name: str) -> str:
    """Why a name cannot be given to a file everywhere; "" when it can."""
    if not name or len(name) > MOST or len(name.encode("utf-8", "surrogatepass")) > 255:
        return f"panjang {len(name)}: {name[:60]!r}"
    if re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name):
        return f"tanda yang dilarang: {name!r}"
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name):
        return f"tanda tak terlihat: {name!r}"
    if name != name.strip(" .") or name.startswith("-"):
        return f"tepi: {name!r}"
    if _DEVICES.match(name):
        return f"nama perangkat: {name!r}"
    return ""
