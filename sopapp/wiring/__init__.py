"""Builds each service of an open data folder when it is first asked for."""
