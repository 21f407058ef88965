"""Long lists: the register, the archive and riwayat."""
