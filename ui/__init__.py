"""Everything with Qt."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - it puts a function of its own in the place of `import`

# That function reads the source of every module once more, in search of `__feature__` switches
# that this program has none of: a file to open on a slow disk for each, and a tenth of a start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
