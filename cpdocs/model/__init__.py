"""The record types, each field with its sensitivity, and the view that a document is told."""
