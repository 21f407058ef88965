"""Laporan: how the SOP was kept in a year, and the evidence of it."""
