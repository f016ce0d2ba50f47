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

from collections.abc import Iterable

from jpnews_nlp.claims.extract import extract_claims
from jpnews_nlp.comparison.compare import compare_analyses
from jpnews_nlp.engines import load_engine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.reading.blocks import divide


class Pipeline:
    """The stages in order, over one engine. The only place that holds state.

    Args:
        engine: `ginza` (MeCab tokens and GiNZA syntax) or `mecab` (MeCab alone: faster, the same records). The engine
            is loaded at the first article.

    Raises:
        EngineError: When the engine is unknown; at the first article, when it is not installed.

    Example:
        >>> pipeline = Pipeline(engine="mecab")
        >>> [p.text for p in pipeline.analyze(Article(id="a", body="木村太郎氏は会見した。")).people]
        ['木村太郎']
    """

    def __init__(self, engine: str = "ginza") -> None:
        self._engine = load_engine(engine)

    @property
    def engine(self) -> str:
        """The name of the engine."""
        return self._engine.name

    def analyze(self, article: Article) -> Analysis:
        """Entities and claims of one article, with spans into `article.text`."""
        divided = divide(article)
        parse = self._engine.parse(divided)
        entities = recognize(divided, parse)
        return Analysis(article=divided, entities=entities, claims=extract_claims(divided, parse, entities))

    def compare(self, articles: Iterable[Article | Analysis]) -> Comparison:
        """How the claims of the articles line up; independent of the order they are given in.

        Raises:
            ArticleError: When two articles have the same id, or there is none.
        """
        return compare_analyses([a if isinstance(a, Analysis) else self.analyze(a) for a in articles])


def compare(articles: Iterable[Article | Analysis], *, engine: str = "ginza") -> Comparison:
    """Compare articles with a pipeline made for this call; keep a `Pipeline` to compare more than once."""
    return Pipeline(engine=engine).compare(articles)
