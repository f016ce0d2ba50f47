"""`--hypothesis-profile=thorough` tries 10,000 examples where a property sets no number of its own."""

from hypothesis import settings

settings.register_profile("thorough", max_examples=10_000, deadline=None)
