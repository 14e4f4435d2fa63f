"""Finished files are read back and searched for what their reader may not see."""
