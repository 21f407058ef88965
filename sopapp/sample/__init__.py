"""Sample data: an office and its berkas, made as the Admin PPID would make them."""
