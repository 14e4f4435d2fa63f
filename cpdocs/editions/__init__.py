"""Forms and formats: a composed document becomes a file, and a file is read back in full."""
