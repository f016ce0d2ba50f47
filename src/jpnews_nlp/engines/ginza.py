"""The GiNZA engine: MeCab's tokens with the syntax of ja_ginza laid over them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from jpnews_nlp.engines.ginza_model import GinzaModel, Reading
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.syntax import bunsetsu, lay_over
from jpnews_nlp.engines.user_words import UserWords
from jpnews_nlp.engines.versions import versions
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Bunsetsu, EngineMention, Parse, Sentence

# Code points the model reads at a time: more take more memory and save no time.
BATCH = 1_000
# A longer sentence is no prose and gets no syntax. Below SudachiPy's 49,149 bytes by far.
LONGEST_PROSE = 2_000
# Articles whose sentences are read together by `parse_many`.
ARTICLES = 16


class GinzaEngine:
    """MeCab's sentences and tokens, with the syntax of ja_ginza's parser. May be shared between threads.

    Args:
        words: The user's own words, which win over the dictionary.
        mentions: Whether the parse holds the names that ja_ginza itself finds. They cost time, and nothing in this
            library reads them.
    """

    name = "ginza"

    def __init__(self, words: UserWords | None = None, *, mentions: bool = False) -> None:
        self._words, self._mentions = words, mentions
        self._mecab = MecabEngine(words)
        self._lock = threading.Lock()
        self._model: GinzaModel | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self._words, self._mentions)

    @property
    def fingerprint(self) -> str:
        """What decides a parse beside the text: the versions of engine and dictionaries, options, the user's words."""
        model = versions("spacy", "ja-ginza", "SudachiPy", "SudachiDict-core")
        return f"{self.name} {model} mentions={self._mentions} {self._mecab.fingerprint}"

    def parse(self, article: Article) -> Parse:
        """Sentences, tokens and syntax of `article.text`; sentences of furniture and asides get no syntax."""
        return next(self.parse_many([article]))

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """The parse of each article, in order; the sentences of several articles are read together."""
        waiting: list[tuple[Article, Parse, list[Sentence]]] = []
        for article in articles:
            parse = self._mecab.parse(article)
            waiting.append((article, parse, _content(article, parse)))
            if len(waiting) == ARTICLES:
                yield from self._finished(waiting)
                waiting = []
        yield from self._finished(waiting)

    def parse_text(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """Sentences, tokens and syntax of any text.

        Raises:
            EngineError: When spaCy, GiNZA or its model is not installed.
        """
        parse = self._mecab.parse_text(text, breaks)
        return _with_syntax(parse, zip(parse.sentences, self._read([s.of(text) for s in parse.sentences]), strict=True))

    def _finished(self, waiting: list[tuple[Article, Parse, list[Sentence]]]) -> Iterator[Parse]:
        readings = iter(self._read([s.of(article.text) for article, _, wanted in waiting for s in wanted]))
        for _, parse, wanted in waiting:
            yield _with_syntax(parse, [(sentence, next(readings)) for sentence in wanted])

    def _read(self, sentences: Sequence[str]) -> list[Reading]:
        """What the model says of each sentence; nothing of blank ones and of those that are no prose."""
        # Without the line's end, so that a sentence reads the same in a text and alone.
        readable = [s.rstrip().encode("utf-8", "replace").decode("utf-8") for s in sentences]
        prose = [n for n, s in enumerate(readable) if 0 < len(s) <= LONGEST_PROSE]
        readings = [Reading()] * len(readable)
        if not prose:
            return readings
        with self._lock:
            if self._model is None:
                self._model = GinzaModel(mentions=self._mentions)
            for batch in _batches(prose, readable):
                for number, reading in zip(batch, self._model.read([readable[n] for n in batch]), strict=True):
                    readings[number] = reading
        return readings


def _rebuilt(words: UserWords | None, mentions: bool) -> GinzaEngine:
    return GinzaEngine(words, mentions=mentions)


def _content(article: Article, parse: Parse) -> list[Sentence]:
    """The sentences that overlap a content block; all of them when the article has no blocks."""
    if not article.blocks:
        return list(parse.sentences)
    content = [b for b in article.blocks if b.is_content]
    wanted, at = [], 0
    for sentence in parse.sentences:
        while at < len(content) and content[at].end <= sentence.start:
            at += 1
        if at < len(content) and content[at].overlaps(sentence):
            wanted.append(sentence)
    return wanted


def _batches(numbers: Sequence[int], sentences: Sequence[str]) -> Iterator[list[int]]:
    batch: list[int] = []
    length = 0
    for number in numbers:
        if batch and length + len(sentences[number]) > BATCH:
            yield batch
            batch, length = [], 0
        batch.append(number)
        length += len(sentences[number])
    if batch:
        yield batch


def _with_syntax(parse: Parse, read: Iterable[tuple[Sentence, Reading]]) -> Parse:
    heads, relations = list(range(len(parse.tokens))), [""] * len(parse.tokens)
    phrases: list[Bunsetsu] = []
    mentions: list[EngineMention] = []
    for sentence, reading in read:
        for index, head, relation in lay_over(parse.tokens, sentence, reading.arcs):
            heads[index], relations[index] = head, relation
        phrases.extend(bunsetsu(parse.tokens, sentence, reading.arcs, heads))
        at = sentence.start
        mentions.extend(replace(m, start=m.start + at, end=m.end + at) for m in reading.mentions)
    return replace(
        parse,
        engine=GinzaEngine.name,
        heads=tuple(heads),
        relations=tuple(relations),
        bunsetsu=tuple(phrases),
        mentions=tuple(mentions),
    )
