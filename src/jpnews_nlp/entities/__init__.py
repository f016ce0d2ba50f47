"""Parses to entities: people, places, organizations, dates, times, and numbers for the claims."""
