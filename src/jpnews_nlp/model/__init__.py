"""The nouns: finished, frozen records that every stage reads and writes. Standard library only."""
