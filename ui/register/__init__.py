"""The register page: the DIK found, read, compared, copied, printed and handed out."""
