"""Use cases: the only writers, and the reads that the window and the shell ask for."""
