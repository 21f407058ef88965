"""The public list as files: CSV, JSON, a workbook and one page for the web."""
