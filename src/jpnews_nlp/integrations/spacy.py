"""spaCy: our entities in `doc.ents`, and MeCab's tokens in place of Sudachi's.

```python
import spacy

nlp = spacy.blank("ja", config={"nlp": {"tokenizer": {"@tokenizers": "jpnews.MecabTokenizer.v1"}}})
nlp.add_pipe("jpnews_entities", config={"published": "2025-08-18"})
nlp("木村太郎氏は18日、東京都で会見した。").ents
```

The names `jpnews_entities` and `jpnews.MecabTokenizer.v1` are entry points: spaCy finds them without an import of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from spacy.lang.ja import resolve_pos
from spacy.language import Language
from spacy.symbols import X
from spacy.tokens import Doc, Span
from spacy.tokens.morphanalysis import MorphAnalysis
from spacy.util import DummyTokenizer, filter_spans, registry
from spacy.vocab import Vocab

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.user_words import UserWords
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.model.article import Article, as_aware
from jpnews_nlp.model.parse import Token

LABELS = {"person": "PERSON", "place": "LOC", "organization": "ORG", "date": "DATE", "time": "TIME"}
Alignment = Literal["strict", "contract", "expand"]


class JpnewsEntities:
    """A pipe that sets `doc.ents`: label by kind, `kb_id_` the canonical form, `id_` the value of a date or time.

    Args:
        labels: The label of each kind; a kind whose label is empty is left out.
        published: The day that 昨日 and 18日 are read against.
        alignment: What becomes of an entity that ends inside a token: `expand` takes the whole token, `contract` leaves
            it out, `strict` drops the entity.
        overwrite: Whether entities that are there already are replaced; if not, ours fill the room between them.
    """

    def __init__(
        self, labels: Mapping[str, str], published: datetime | None, alignment: Alignment, *, overwrite: bool
    ) -> None:
        self._labels, self._published, self._alignment, self._overwrite = labels, published, alignment, overwrite
        self._engine = MecabEngine()

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a document."""
        found = list(self._spans(doc))
        # Two of our entities can meet in one token; spaCy's rule then keeps the longer one.
        kept: list[Span] = [] if self._overwrite else list(doc.ents)
        taken = {token.i for span in kept for token in span}
        kept += [span for span in filter_spans(found) if not taken & set(range(span.start, span.end))]
        doc.set_ents(sorted(kept, key=lambda span: span.start))
        return doc

    def _spans(self, doc: Doc) -> Iterator[Span]:
        article = Article(id="doc", body=doc.text, published=self._published)
        for entity in recognize(article, self._engine.parse(article)):
            label = self._labels.get(entity.kind)
            if not label:
                continue
            value = getattr(entity, "value", None)
            span = doc.char_span(
                entity.start,
                entity.end,
                label=label,
                kb_id=entity.canonical,
                span_id=str(value) if value else "",
                alignment_mode=self._alignment,
            )
            if span is not None:
                yield span

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Nothing to write: the settings are in the pipeline's config."""

    def from_disk(self, path: str | Path, **_: Any) -> JpnewsEntities:  # noqa: ARG002  # spaCy's signature
        """Nothing to read."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> JpnewsEntities:  # noqa: ARG002  # spaCy's signature
        """Nothing to read."""
        return self


@Language.factory(
    "jpnews_entities",
    assigns=["doc.ents", "token.ent_type", "token.ent_iob"],
    default_config={"labels": LABELS, "published": None, "alignment": "expand", "overwrite": True},
)
def make_entities(
    nlp: Language,  # noqa: ARG001  # spaCy's signature
    name: str,  # noqa: ARG001  # spaCy's signature
    labels: dict[str, str],
    published: str | None,
    alignment: Alignment,
    overwrite: bool,
) -> JpnewsEntities:
    """The factory behind `nlp.add_pipe("jpnews_entities")`; `published` is ISO 8601."""
    moment = as_aware(datetime.fromisoformat(published)) if published else None
    return JpnewsEntities(labels, moment, alignment, overwrite=overwrite)


class MecabTokenizer(DummyTokenizer):
    """MeCab's tokens as a spaCy `Doc`: words, UniDic tags, lemmas, norms, readings and parts of speech.

    Args:
        vocab: The pipeline's.
        user_dictionary: A CSV or TSV file of the user's own words.
    """

    def __init__(self, vocab: Vocab, user_dictionary: str | None = None) -> None:
        self.vocab = vocab
        self._user_dictionary = user_dictionary
        self._engine = MecabEngine(UserWords.from_file(user_dictionary) if user_dictionary else None)

    def __reduce__(self) -> tuple[type[MecabTokenizer], tuple[Vocab, str | None]]:
        return type(self), (self.vocab, self._user_dictionary)

    def __call__(self, text: str) -> Doc:
        """A document whose text is `text` to the letter; white space other than one blank is a token."""
        pieces = list(_pieces(text, self._engine.parse_text(text).tokens))
        doc = Doc(self.vocab, words=[p[0] for p in pieces], spaces=[p[1] for p in pieces])
        tags = [_tag(token) for _, _, token in pieces]
        following = None
        for at, (word, (_, _, token)) in enumerate(zip(doc, pieces, strict=True)):
            word.tag_ = tags[at]
            word.pos, following = _part_of_speech(word.orth_, tags, at, following)
            word.lemma_ = token.lemma if token else word.orth_
            if token:
                word.norm_ = token.normalized
                word.morph = MorphAnalysis(self.vocab, _morph(token))
        return doc


@registry.tokenizers("jpnews.MecabTokenizer.v1")  # type: ignore[untyped-decorator]
def mecab_tokenizer(user_dictionary: str | None = None) -> Callable[[Language], MecabTokenizer]:
    """The tokenizer that a config asks for with `@tokenizers = "jpnews.MecabTokenizer.v1"`."""
    return lambda nlp: MecabTokenizer(nlp.vocab, user_dictionary)


def _pieces(text: str, tokens: tuple[Token, ...]) -> Iterator[tuple[str, bool, Token | None]]:
    """Words with the blank that follows them, and the white space between them."""
    at = 0
    for number, token in enumerate(tokens):
        if at < token.start:
            yield text[at : token.start], False, None
        following = tokens[number + 1].start if number + 1 < len(tokens) else len(text)
        blank = text[token.end : token.end + 1] == " " and token.end < following
        yield token.surface, blank, token
        at = token.end + blank
    if at < len(text):
        yield text[at:], False, None


def _tag(token: Token | None) -> str:
    return "-".join(level for level in token.pos if level != "*") if token else "空白"


def _part_of_speech(word: str, tags: list[str], at: int, decided: int | None) -> tuple[int, int | None]:
    """The universal part of speech by spaCy's own tables, and the next word's when this one decides it."""
    if decided is not None:
        return decided, None
    next_tag = tags[at + 1] if at + 1 < len(tags) else None
    try:
        found: tuple[int, int | None] = resolve_pos(word, tags[at], next_tag)  # type: ignore[no-untyped-call]
    except KeyError:
        return X, None
    return found


def _morph(token: Token) -> dict[str, str]:
    features = {"Inflection": token.conjugation.replace("*", ""), "Reading": re.sub("[=|]", "_", token.reading)}
    return {name: value for name, value in features.items() if value}
