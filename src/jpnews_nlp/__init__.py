"""Japanese news: who, where and when, what each article claims, and how several articles' claims line up.

Example:
    >>> from jpnews_nlp import Article, Pipeline
    >>> article = Article(id="a", title="首相が出発", body="首相は15日、アメリカを訪問した。")
    >>> [place.text for place in Pipeline(engine="mecab").analyze(article).places]
    ['アメリカ']
"""

from jpnews_nlp.entities.containment import contains
from jpnews_nlp.errors import (
    ArticleError,
    CorpusError,
    EngineError,
    ExampleError,
    GazetteerError,
    JpNewsError,
    PlotError,
    RecordError,
)
from jpnews_nlp.examples import load_example
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Comparison, Group, Link
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place, TimeExpression
from jpnews_nlp.model.interval import TimeRange
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.span import Span
from jpnews_nlp.pipeline import Pipeline, compare
from jpnews_nlp.reading.files import load_articles, read_page

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Article",
    "ArticleError",
    "Block",
    "Claim",
    "Comparison",
    "CorpusError",
    "DateExpression",
    "EngineError",
    "Entity",
    "ExampleError",
    "GazetteerError",
    "Group",
    "JpNewsError",
    "Link",
    "Organization",
    "Person",
    "Pipeline",
    "Place",
    "PlotError",
    "Quantity",
    "RecordError",
    "Span",
    "TimeExpression",
    "TimeRange",
    "__version__",
    "compare",
    "contains",
    "load_articles",
    "load_example",
    "read_page",
]
