"""How much of a spreadsheet is taken: far above any real list, far below what stops a PC."""

from __future__ import annotations

BATAS_BARIS = 20_000
"""Data rows taken from one sheet."""

BARIS_TERAKHIR = 20_999
"""Last row number that may hold anything: the data rows and room for titles above them."""

BATAS_KOLOM = 200
"""Columns that may hold anything."""

BATAS_LEMBAR = 100
"""Sheets in one workbook."""

BATAS_BYTE = 50 * 1024 * 1024
"""Size of the file itself, in bytes."""

BATAS_ISI = 300 * 1024 * 1024
"""Unpacked size of all parts of a workbook, in bytes."""

BATAS_BAGIAN = 200 * 1024 * 1024
"""Unpacked size of one part, in bytes."""

BATAS_RASIO = 300
"""How often larger a part may become, once it is large at all (`RASIO_MULAI`)."""

RASIO_MULAI = 20 * 1024 * 1024
"""Unpacked size from which the ratio counts: small parts of blank rows shrink a lot too."""

BATAS_TEKS = 200 * 1024 * 1024
"""Characters in all cells of a workbook; one long text may be referred to by many cells."""
