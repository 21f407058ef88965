"""The guide of the first start: from an empty folder to the first berkas, step by step."""
