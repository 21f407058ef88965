"""The board: the SOP's flowchart with the running berkas in it."""
