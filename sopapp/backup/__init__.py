"""Backups: making, listing, checking and opening bundles of the records and stored files."""
