"""Schema steps in order; a released step is never edited."""

from __future__ import annotations

from sopapp.persistence.steps import m0001_start

STEPS = (m0001_start,)
"""Step modules; the position (1-based) is the schema version it leads to."""
