"""Many articles: a stream of them to Parquet tables, and events among them, on one machine or a cluster.

```
files ─ stream ───▶ chunks of articles
      ─ worker ───▶ Parquet tables of each chunk      in this process, in local processes, or on Dask
      ─ folder ───▶ DIR/articles, entities, claims, analyses, errors
DIR   ─ events ───▶ DIR/events, groups, links
```
"""

from jpnews_nlp.corpus.events import Grouped, events_of, group_corpus
from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.run import Done, analyze_corpus

__all__ = ["Done", "Grouped", "Options", "analyze_corpus", "events_of", "group_corpus"]
