"""Text to parses: sentences, MeCab tokens, GiNZA syntax. Foreign objects stop here."""
