"""The independent PDF/A validator of PDFBox, where the machine has it.

Debian: libpdfbox2-java, libactivation-java, libjaxb-api-java and a Java runtime. It knows PDF/A-1b
only: a copy is shown to it with the part changed to 1, and the soft mask of a logo, which part 2
allows, is the one thing it may refuse.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

_FOLDER = Path("/usr/share/java")
_JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation",
         "jaxb-api")  # fmt: skip
_PATHS = [_FOLDER / f"{name}.jar" for name in _JARS]
AVAILABLE = shutil.which("java") is not None and all(path.exists() for path in _PATHS)
_VERDICT = re.compile(r"The file (.+)\.pdf is (?:a valid|not a valid) PDF/A-1b file")


def complaints(copies: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return what the validator says against each copy, shown to it as PDF/A-1b.

    All in one run, for a Java runtime takes its time to start; a copy of which it says nothing
    is missing. `folder` is empty.
    """
    for name, pdf in copies.items():
        shown = pdf.replace(b"<pdfaid:part>2<", b"<pdfaid:part>1<")
        (folder / f"{name}.pdf").write_bytes(shown)
    # A run of seconds is over before the slower compiler and collector would pay.
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
               ":".join(map(str, _PATHS)), "org.apache.pdfbox.preflight.Validator_A1b",
               "batch", str(folder)]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    said: dict[str, list[str]] = {}
    told: list[str] = []
    for line in (result.stdout + result.stderr).splitlines():
        if found := _VERDICT.match(line):
            told = said.setdefault(found[1], [])
        elif line.strip():
            told.append(line)
    return said


def only_soft_masks(lines: list[str]) -> bool:
    """Whether nothing but the soft mask of a logo was refused."""
    return all(line.startswith("2.2.2") and "Soft Mask" in line for line in lines)
