"""Sheets from elsewhere: read, mended in a table, then stored as usulan or as the first list."""
