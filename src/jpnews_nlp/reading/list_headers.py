"""The headers of lists of other articles, comments and author boxes, as an ordered table of named patterns.

They are matched as those of `furniture` are: against the whole of one line after NFKC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jpnews_nlp.reading.furniture import NamedPattern

LONGEST_HEADER = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHeader(NamedPattern):
    """The header of a part of the page that is not the article.

    Attributes:
        restart: How many lines of prose in a row show that the article goes on, when most of it stands before the
            header. `None`: nothing after it belongs to the article. (Before most of the article, one line shows it.)
    """

    restart: int | None


def _header(name: str, restart: int | None, pattern: str) -> ListHeader:
    decorated = rf"[\W_]*(?:{pattern})(?:一覧|はこちら|をもっと見る)?(?:[\W_]|\d|件)*"
    return ListHeader(name=name, restart=restart, pattern=re.compile(decorated))


LIST_HEADERS: tuple[ListHeader, ...] = (
    _header(
        "related",
        2,
        r"関連(?:する)?(?:の)?(?:記事|ニュース|リンク|項目|動画|情報|コンテンツ|トピックス?)(?:・ジャンル)?|関連(?:キー)?ワード|(?:この|"
        r"本)(?:記事|ニュース)(?:に|と)関連(?:する|した)?(?:記事|ニュース|の記事)?|"
        r"(?:あわせて|合わせて|併せて|次に)(?:読みたい|読む|どうぞ)(?:記事|ニュース)?|"
        r"こちらの?(?:記事)?もおすすめ|(?:あなた|皆さん|みなさん|読者)への?(?:に)?(?:おすすめ|"
        r"オススメ)[^。]{0,10}|"
        r"あなたにおすすめ[^。]{0,10}|(?:編集部の?)?(?:おすすめ|オススメ|お勧め|お薦め|注目|話題|"
        r"ピックアップ)の?(?:記事|ニュース|コンテンツ|情報)?|PICK ?UP|Pick ?[Uu]p|"
        r"(?:こんな|この|こちらの)記事も(?:(?:よく)?読まれています|人気です|おすすめです|どうぞ)|(?:いま|"
        r"今)?(?:よく)?読まれている(?:記事|ニュース)|Recommend(?:ed)?|Related(?: [Pp]osts?| [Aa]rticles?|"
        r" [Nn]ews)?|"
        r"RELATED(?: POSTS?| ARTICLES?)?|前後の記事|同じ(?:カテゴリー?|著者|ジャンル)の記事|この(?:連載|"
        r"シリーズ|特集|著者|筆者)の(?:他の)?記事|バックナンバー",
    ),
    _header(
        "latest",
        2,
        r"(?:新着|最新|最近)の?(?:記事|ニュース|情報|投稿|エントリー)|新着|NEW(?:S| POSTS?| ENTRY)?|"
        r"Latest(?: [Nn]ews)?|主要ニュース|トップニュース|その他の(?:ニュース|記事)|"
        r"[^。]{1,8}の(?:最新|新着|その他の|他の)(?:記事|ニュース)",
    ),
    _header(
        "ranking",
        2,
        r"(?:人気|アクセス|記事|総合|週間|月間|日間|デイリー|閲覧数?|今週の|今日の|人気記事|アクセス数|"
        r"コメント)(?:の|別)?(?:記事)?ランキング|ランキング|RANKING|Ranking|"
        r"人気の?(?:記事|ニュース|コンテンツ|投稿|タグ|キーワード)?|トレンド(?:ワード)?|急上昇(?:ワード)?",
    ),
    _header(
        "comments",
        None,
        r"(?:みんなの|読者の|この記事(?:へ|に対する)の)?(?:コメント|トラックバック|ピンバック)(?:欄)?|"
        r"コメントプラス|(?:専門家|識者|オーサー)の?コメント|ひとこと解説|"
        r"コメントを?(?:残す|書く|書き込む|投稿|投稿する|する|送信|見る|どうぞ)|"
        r"最近のコメント|トラックバックURL|返信をキャンセル|Comments?|Leave a (?:[Rr]eply|[Cc]omment)|COMMENTS?",
    ),
    _header(
        "author",
        3,
        r"(?:この|本)記事(?:を書いた|の)(?:人|ライター|記者|著者|筆者|執筆者)|(?:著者|筆者|執筆者|"
        r"ライター|投稿者|監修者|記者)(?:の)?(?:プロフィール|紹介|について|情報|略歴)?|"
        r"アバター(?:画像)?|投稿者の記事一覧|プロフィール|PROFILE|Profile|About the [Aa]uthor|ABOUT (?:ME|"
        r"THE AUTHOR)|WRITER|AUTHOR|Author|Writer",
    ),
    _header(
        "archive",
        None,
        r"(?:月別|年別|過去の)?アーカイブ|カテゴリー?別?|カテゴリー?から探す|タグクラウド|サイト内検索|"
        r"ブログ(?:内)?検索|カレンダー|リンク集|ブログ(?:ロール|ランキング)|"
        r"メタ情報|Archives?|ARCHIVES?|Categor(?:y|ies)|CATEGOR(?:Y|IES)|Tags|TAGS|Calendar|SNS|公式SNS|"
        r"フォローする|会社情報|グループサイト|サービス一覧|関連サイト",
    ),
    _header("paging", 2, r"次の?(?:ページ|頁)(?:を読む|へ|に進む|を見る)?|(?:記事の)?続きを読む"),
    _header(
        "sources",
        2,
        r"出典|情報源|情報元|引用元|参照元|参考(?:文献|資料|リンク|サイト|記事|URL)|脚注|注釈|外部リンク|"
        r"関連書籍|ソース|Sources?|References?",
    ),
)
"""A line that is one of these opens a part of the page that is not the article."""


def list_header(words: str) -> ListHeader | None:
    """The row of `LIST_HEADERS` the line is, or None.

    Example:
        >>> list_header("【関連記事】").name
        'related'
        >>> list_header("関連記事を削除したと発表した。") is None
        True
    """
    if len(words) > LONGEST_HEADER:
        return None
    return next((row for row in LIST_HEADERS if row.matches(words)), None)
