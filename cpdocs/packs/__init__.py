"""Packs for a whole conference: order, workers, manifest, and files that appear whole or not at all."""
