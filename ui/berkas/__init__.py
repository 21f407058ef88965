"""The page of one berkas: its stages, letters and everything they need."""
