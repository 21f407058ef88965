"""Work that takes longer than a moment: how far it is, and how it is stopped."""
