"""The panels of the berkas page that belong to no stage; a stage's panel has its number."""

from __future__ import annotations

HISTORY = 0
"""The panel number of the history."""

SURAT = -1
"""The panel number of the berkas' letters."""
