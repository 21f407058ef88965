"""Letters on screen, on a printer and as files: one set of bytes for all three."""
