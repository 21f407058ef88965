"""Where the days off come from."""
