"""cpdocs: every document of a child protection conference, for every reader, from one case file."""
