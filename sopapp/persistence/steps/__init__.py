"""Schema steps in order; a released step is never edited."""

from __future__ import annotations

from sopapp.persistence.steps import m0001_start, m0002_register, m0003_surat

STEPS = (m0001_start, m0002_register, m0003_surat)
"""Step modules; the position (1-based) is the schema version it leads to."""
