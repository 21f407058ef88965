"""Spreadsheets: reading what units send back, writing the forms they fill in."""
