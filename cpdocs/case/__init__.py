"""The case: everything in one file, read with errors that name file, line and field."""
