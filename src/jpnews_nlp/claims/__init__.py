"""Parses and entities to claims: clauses, roles, attribution, polarity, certainty."""
