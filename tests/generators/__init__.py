"""Invented cases at random, and cases that differ from one another in a chosen way."""
