"""Whole stories of the office, told through the real window."""
