"""The guide: how the work is done, step by step, in a window of its own."""
