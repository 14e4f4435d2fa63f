"""Packs for a whole conference: needs, order, workers, manifest, and files whole or not at all."""
