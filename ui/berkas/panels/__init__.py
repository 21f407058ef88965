"""The panel of each stage."""
