"""Other libraries that can use this one; each file loads its library alone."""
