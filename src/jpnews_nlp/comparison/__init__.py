"""Analyses to a comparison: events, alignment, relations, origins."""
