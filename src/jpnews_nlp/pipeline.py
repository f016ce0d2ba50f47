"""READ FIRST: an article becomes an `Analysis`, several analyses become a `Comparison`.

```
Article ─ reading.blocks ─▶ Article with blocks
        ─ engines ────────▶ Parse            sentences, tokens, syntax
        ─ entities ───────▶ entities         people, places, organizations, dates, times
        ─ claims ─────────▶ claims           who says what, how sure
Analyses ─ comparison ────▶ Comparison       events, groups of claims, links with reasons
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from os import PathLike

from jpnews_nlp.claims.extract import extract_claims
from jpnews_nlp.comparison.compare import compare_analyses
from jpnews_nlp.comparison.similarity import Similarity
from jpnews_nlp.engines import Engine, load_engine
from jpnews_nlp.engines.cached import CachedEngine
from jpnews_nlp.engines.user_words import UserWords
from jpnews_nlp.entities.gazetteer import Gazetteer
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.limits import check_length, check_together
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.model.parse import Parse
from jpnews_nlp.reading.blocks import divide


class Pipeline:
    """The stages in order, over one engine. The only place that holds state.

    May be shared between threads. Sent to another process it loads its engine there again.

    Args:
        engine: `ginza` (MeCab tokens and GiNZA syntax) or `mecab` (MeCab alone: faster, the same records), or an
            engine made by hand. The engine is loaded at the first article.
        cache: A folder that keeps parses between runs, by the article's content and the versions of the engine. It
            grows until it is deleted.
        user_dictionary: A CSV or TSV file with a word a line, then its part of speech (`person`, `place`,
            `organization`, `noun` or UniDic's levels) and its reading if they are known. These words win over the
            dictionary.
        gazetteer: A CSV or TSV file with a name a line, then its kind (`person`, `place`, `organization`) and the
            canonical form it shall have, if any. These names win over every rule and the model; the longest counts.
        similarity: How alike in meaning two claims are: an object with the one method of
            `jpnews_nlp.comparison.similarity.Similarity`. None is the built-in way, which needs no download.

    Raises:
        GazetteerError: When the gazetteer cannot be read.
        EngineError: When the engine is unknown, the cache cannot be made or the user dictionary not be read; at the
            first article, when the engine is not installed.

    Example:
        >>> pipeline = Pipeline(engine="mecab")
        >>> [p.text for p in pipeline.analyze(Article(id="a", body="木村太郎氏は会見した。")).people]
        ['木村太郎']
    """

    def __init__(
        self,
        engine: str | Engine = "ginza",
        *,
        cache: str | PathLike[str] | None = None,
        user_dictionary: str | PathLike[str] | None = None,
        gazetteer: str | PathLike[str] | None = None,
        similarity: Similarity | None = None,
    ) -> None:
        words = None if user_dictionary is None else UserWords.from_file(user_dictionary)
        made = load_engine(engine, words) if isinstance(engine, str) else engine
        self._engine: Engine = made if cache is None else CachedEngine(made, cache)
        self._similarity = similarity
        self._gazetteer = None if gazetteer is None else Gazetteer.from_file(gazetteer)

    @property
    def engine(self) -> str:
        """The name of the engine."""
        return self._engine.name

    def parse(self, article: Article) -> Parse:
        """Sentences, tokens and syntax of one article: what entities and claims are read from."""
        return self._engine.parse(_divided(article))

    def analyze(self, article: Article) -> Analysis:
        """Entities and claims of one article, with spans into `article.text`.

        Raises:
            ArticleError: When the text is longer than `jpnews_nlp.limits.LONGEST_TEXT`.
        """
        divided = _divided(article)
        return self._analysis(divided, self._engine.parse(divided))

    def analyze_many(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """The analysis of each article, in order: the same as `analyze` gives, in less time with GiNZA.

        Articles are read as they are needed, a few ahead.
        """
        divided, to_parse = tee(map(_divided, articles))
        for article, parse in zip(divided, self._engine.parse_many(to_parse), strict=False):
            yield self._analysis(article, parse)

    def compare(self, articles: Iterable[Article | Analysis]) -> Comparison:
        """How the claims of the articles line up; independent of the order they are given in.

        Raises:
            ArticleError: When two articles have the same id, or there is none, or more than `jpnews_nlp.limits` allows.
        """
        analyses = [a if isinstance(a, Analysis) else self.analyze(a) for a in check_together(articles)]
        return compare_analyses(analyses, self._similarity)

    def _analysis(self, divided: Article, parse: Parse) -> Analysis:
        entities = recognize(divided, parse, self._gazetteer)
        return Analysis(article=divided, entities=entities, claims=extract_claims(divided, parse, entities))


def _divided(article: Article) -> Article:
    check_length(article.id, len(article.text))
    return divide(article)


def compare(articles: Iterable[Article | Analysis], *, engine: str = "ginza") -> Comparison:
    """Compare articles with a pipeline made for this call; keep a `Pipeline` to compare more than once."""
    return Pipeline(engine=engine).compare(articles)
