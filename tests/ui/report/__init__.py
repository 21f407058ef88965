"""Laporan, offscreen."""
