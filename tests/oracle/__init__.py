"""A second, naive reading of who may see what: it imports nothing from `cpdocs.sharing`."""
