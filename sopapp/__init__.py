"""The SOP program without a window: rules, records, working days and letters."""

from __future__ import annotations

__version__ = "0.1.0"
