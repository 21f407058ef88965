"""SQLite file, migrations, table models and stored files."""
