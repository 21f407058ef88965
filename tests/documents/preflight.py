"""The independent PDF/A validator of PDFBox, where the machine has it.

Debian: libpdfbox2-java, libactivation-java, libjaxb-api-java and a Java runtime. It knows PDF/A-1b
only: a copy is shown to it with the part changed to 1, and the soft mask of a logo, which part 2
allows, is the one thing it may refuse.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_FOLDER = Path("/usr/share/java")
_JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation",
         "jaxb-api")  # fmt: skip
_PATHS = [_FOLDER / f"{name}.jar" for name in _JARS]
AVAILABLE = shutil.which("java") is not None and all(path.exists() for path in _PATHS)


def complaints(copies: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return what the validator says against each copy, shown to it as PDF/A-1b."""
    said: dict[str, list[str]] = {}
    for name, pdf in copies.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(pdf.replace(b"<pdfaid:part>2<", b"<pdfaid:part>1<"))
        command = ["java", "-cp", ":".join(map(str, _PATHS)),
                   "org.apache.pdfbox.preflight.Validator_A1b", str(path)]  # fmt: skip
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = (result.stdout + result.stderr).splitlines()
        if any("is a valid PDF/A-1b file" in line for line in lines):
            said[name] = []
        else:
            said[name] = [line for line in lines if line and "not a valid" not in line] or lines
    return said
