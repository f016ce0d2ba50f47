"""The summit of Anchorage, 15 August 2025, as three invented outlets tell it."""
