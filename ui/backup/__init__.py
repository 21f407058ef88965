"""Backups and restoring in the window."""
