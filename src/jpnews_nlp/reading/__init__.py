"""Files and strings to articles: encodings, page parts, publication dates."""
