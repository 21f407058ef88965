"""Actions, menus and the list of keys."""
