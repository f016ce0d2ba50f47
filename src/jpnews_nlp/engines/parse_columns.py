"""A parse as columns of plain JSON values, and back: what the cache keeps. The text itself is not among them."""

from __future__ import annotations

from typing import Any

from jpnews_nlp.model.parse import Bunsetsu, EngineMention, Parse, Sentence, Token

VERSION = 1
"""It grows when a column changes its meaning; it is part of the cache's key."""

Columns = dict[str, Any]


def to_columns(parse: Parse) -> Columns:
    """The parse as lists; parts of speech and conjugation forms, of which there are few, as numbers into a list."""
    forms = sorted({(*t.pos, t.conjugation) for t in parse.tokens})
    number = {form: n for n, form in enumerate(forms)}
    return {
        "engine": parse.engine,
        "sentences": [[s.start, s.end, s.first_token, s.last_token] for s in parse.sentences],
        "forms": [list(form) for form in forms],
        "tokens": [
            [t.start, t.end, t.lemma, t.normalized, t.reading, number[(*t.pos, t.conjugation)], t.known]
            for t in parse.tokens
        ],
        "heads": list(parse.heads),
        "relations": list(parse.relations),
        "bunsetsu": [[b.start, b.end, b.first_token, b.last_token, b.head] for b in parse.bunsetsu],
        "mentions": [[m.start, m.end, m.label] for m in parse.mentions],
    }


def from_columns(columns: Columns, text: str) -> Parse:
    """The parse of `text` that `to_columns` turned into `columns`.

    Raises:
        ValueError, TypeError, KeyError, IndexError: When the columns have another shape.
    """
    forms = [((a, b, c, d), conjugation) for a, b, c, d, conjugation in columns["forms"]]
    return Parse(
        engine=columns["engine"],
        sentences=tuple(
            Sentence(start=start, end=end, first_token=first, last_token=last)
            for start, end, first, last in columns["sentences"]
        ),
        tokens=tuple(
            Token(
                start=start,
                end=end,
                surface=text[start:end],
                lemma=lemma,
                normalized=normalized,
                reading=reading,
                pos=forms[form][0],
                conjugation=forms[form][1],
                known=known,
            )
            for start, end, lemma, normalized, reading, form, known in columns["tokens"]
        ),
        heads=tuple(columns["heads"]),
        relations=tuple(columns["relations"]),
        bunsetsu=tuple(
            Bunsetsu(start=start, end=end, first_token=first, last_token=last, head=head)
            for start, end, first, last, head in columns["bunsetsu"]
        ),
        mentions=tuple(EngineMention(start=start, end=end, label=label) for start, end, label in columns["mentions"]),
    )
