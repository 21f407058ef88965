"""Long lists: the archive and riwayat."""
