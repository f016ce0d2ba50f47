"""Finished records to text, HTML, Markdown, CSV and tables: pure functions."""
