"""Page furniture, as ordered tables of named patterns: single lines, and the headers of lists of other articles.

Patterns are matched against the whole of one line after NFKC (`Line.words`): full-width forms are already ASCII
(`：` is `:`, `（` is `(`, `…` is `...`). To add a rule, add a row, and a line to the must-not list of its test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NETWORK = (
    r"(?:X|Twitter|ツイッター|旧Twitter|Facebook|フェイスブック|LINE|ライン|はてなブックマーク|はてブ|はてな|Pocket|"
    r"Instagram|インスタグラム|Threads|note|Bluesky|Pinterest|YouTube|TikTok|Mastodon|Misskey|メール|RSS|feedly)"
)
_SHARE = (
    r"(?:シェア|共有|ツイート|リツイート|ポスト|リポスト|ブックマーク|ブクマ|保存|印刷|プリント|クリップ|送る|投稿|"
    r"フォロー|コピー|いいね|Share|Tweet|Post|Follow|Print|Copy)(?:する|します|しよう)?"
)
_CHROME = (
    r"(?:ホーム|トップ|トップページ|HOME|Home|TOP|Top|メニュー|MENU|Menu|検索|Search|ログイン|"
    r"ログアウト|会員登録|新規登録|"
    r"無料登録|無料会員登録|新規会員登録|マイページ|サイトマップ|お問い?合わ?せ|ご意見|ヘルプ|利用規約|規約|免責事項|"
    r"プライバシーポリシー|個人情報保護方針|個人情報の取り?扱い|特定商取引法に基づく表記|著作権|"
    r"運営会社|運営者情報|会社概要|"
    r"会社案内|採用情報|このサイトについて|当サイトについて|広告掲載|広告出稿|広告のお申し込み|広告|"
    r"PR|AD|Ad|Sponsored|"
    r"スポンサーリンク|スポンサードリンク|PAGE ?TOP|Page ?Top|ページトップ|ページの先頭|"
    r"ページトップへ戻る|トップへ戻る|"
    r"先頭へ戻る|ページ上部へ|上へ戻る|閉じる|開く|表示|非表示|もっと見る|すべて見る|さらに表示|一覧へ?|一覧を見る|"
    r"一覧に戻る|記事一覧|記事一覧へ|記事一覧に戻る|ニュース一覧|バックナンバー|購読|購読する|"
    r"購読申し?込み?|電子版|紙面|紙面ビューアー|"
    r"お知らせ|本文へスキップ|本文へ移動|コンテンツへスキップ|前へ|次へ|前の記事|次の記事|前の記事へ|"
    r"次の記事へ|戻る|Back|Next|Prev)"
)
_CATEGORY = (
    r"(?:ニュース|NEWS|News|速報|トピックス|国際|国際ニュース|国際情勢|海外|海外ニュース|世界|国内|"
    r"国内ニュース|政治|経済|"
    r"政治・経済|ビジネス|マネー|金融|社会|事件|事故|事件・事故|事件・裁判|災害|地域|地方|地方・地域|"
    r"全国|スポーツ|野球|サッカー|"
    r"エンタメ|芸能|エンターテインメント|文化|カルチャー|生活|ライフ|暮らし|くらし|健康|医療|科学|"
    r"サイエンス|科学・環境|環境|IT|"
    r"テクノロジー|IT・科学|教育|歴史|社説|コラム|オピニオン|論説|特集|連載|解説|天気|気象|気象・災害|"
    r"話題|新着|写真|主要|トップニュース|動画|写真|ライフスタイル|"
    r"アジア|欧州|ヨーロッパ|北米|米国|中東|アフリカ|中国|韓国|ロシア|アメリカ)"
)
_SEPARATOR = r"[\s|/・>›»,、]+"

LONGEST_FURNITURE = 300
LONGEST_HEADER = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPattern:
    """One row of a table: a name for the rule, and what it matches."""

    name: str
    pattern: re.Pattern[str]

    def matches(self, words: str) -> bool:
        """Whether the whole of `words` is what the rule describes."""
        return self.pattern.fullmatch(words) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHeader(NamedPattern):
    """The header of a part of the page that is not the article.

    Attributes:
        restart: How many lines of prose in a row show that the article goes on, when most of it stands before the
            header. `None`: nothing after it belongs to the article. (Before most of the article, one line shows it.)
    """

    restart: int | None


def _row(name: str, pattern: str) -> NamedPattern:
    return NamedPattern(name=name, pattern=re.compile(pattern))


def _header(name: str, restart: int | None, pattern: str) -> ListHeader:
    decorated = rf"[\W_]*(?:{pattern})(?:一覧|はこちら|をもっと見る)?(?:[\W_]|\d|件)*"
    return ListHeader(name=name, restart=restart, pattern=re.compile(decorated))


FURNITURE_LINES: tuple[NamedPattern, ...] = (
    _row("symbols", r"[\W_]+"),
    _row("address", r"(?:URL ?:? ?)?https?://[!-~]+"),
    _row(
        "share_bar",
        rf"(?:(?:この記事を|記事を|URLを|リンクを|タイトルとURLを)?(?:{_NETWORK} ?(?:(?:で|に|へ|"
        rf"を) ?)?(?:{_SHARE})?|{_SHARE}!?)\d*(?:{_SEPARATOR}|$))+",
    ),
    _row(
        "share_appeal", r"[^。]{0,12}(?:記事)?が気に入ったら.{0,30}|(?:この記事を)?(?:シェア|共有)(?:しよう|してね)?!?"
    ),
    _row("listen", r"[^。]{1,20} ?で(?:聴く|聞く|視聴する|再生する)"),
    _row(
        "listen_notice",
        r"[^。]{0,30}(?:記事|ニュース|番組)[^。]{0,20}(?:聴け|聞け)(?:る|ます)[^。]{0,12}!?(?:\([^)]*\))?",
    ),
    _row(
        "player",
        r"(?:音声|動画)?(?:再生|停止|ミュート|全画面|全画面表示)(?:する)?(?:\d\d?:\d\d)*|(?:動画|"
        r"音声)を(?:再生|見る|聞く)",
    ),
    _row(
        "enlarge",
        r"(?:クリック|タップ)(?:で|すると)拡大.{0,5}|(?:画像|写真)を?(?:拡大|拡大する|もっと見る)|"
        r"拡大(?:する|画像|写真)?",
    ),
    _row(
        "gallery",
        r"[\W_]*(?:この記事の)?(?:【[^】]*】)?[^。]{0,40}(?:写真|画像|動画|フォト)(?:一覧|ギャラリー|特集|"
        r"集)?(?:を見る|はこちら)[\W_]*",
    ),
    _row(
        "paging",
        r"[\W_]*(?:(?:次|前)の?(?:ページ|頁)(?:を読む|へ|に進む|を見る)?(?:[\W_].{0,40})?|"
        r"(?:記事の)?(?:続き|全文)(?:を|は)(?:読む|見る|こちら)|"
        r"\d{1,3} ?/ ?\d{1,3} ?(?:ページ|頁|枚)?|(?:ページ|Page) ?:?(?: ?\d)+|(?:\d ){2,}\d)[\W_]*",
    ),
    _row("navigation", rf"[\W_]*(?:{_CHROME}|{_CATEGORY})(?:[\W_]+(?:{_CHROME}|{_CATEGORY}))*[\W_]*"),
    _row(
        "breadcrumb",
        r"(?:ホーム|トップ|TOP|HOME|Home|Top|ニュース)(?:ページ)? ?[>›»/] ?[^。]{1,120}|"
        r"[^。>›»]{1,30}(?:[>›»][^。>›»]{1,60}){2,}",
    ),
    _row(
        "copyright",
        r"(?:©|\(c\)|\(C\)|Copyright|COPYRIGHT|Copyrights)[^。]{0,120}|[^。]{0,120}All [Rr]ights [Rr]eserved.{0,30}",
    ),
    _row(
        "no_copying",
        r".{0,80}無断(?:で|での)?(?:転載|複製|転用|引用|使用)[^。]{0,30}(?:禁じます|できません|禁止です|"
        r"禁止します|禁止|厳禁|お断りします|お断り|ご遠慮ください)。?",
    ),
    _row(
        "paid_notice",
        r"[\W_]*(?:有料|会員限定|有料会員限定|登録会員限定|プレミアム|プレミアム会員限定|無料会員限定|"
        r"購読者限定)(?:の?記事|の?コンテンツ)?[\W_]*|"
        r"(?:この|本|こちらの)(?:記事|コンテンツ)(?:は|の続きは)、?(?:有料|会員|登録|無料会員|購読|"
        r"プレミアム)[^。]{0,40}(?:です|記事|ます|ください)。?|"
        r"[\W_]*残り[\W_]*(?:約|:)? ?\d+ ?(?:文字|字)(?:/全文 ?:? ?\d+(?:文字|字))?[\W_]*|"
        r"[^。]{0,50}(?:ログイン|会員登録|会員になる|登録する|購読する)(?:して|と|すると|"
        r"いただくと)[^。]{0,30}(?:読めます|読むことができます|お読みいただけます|ご覧いただけます)。?",
    ),
    _row(
        "reading_time",
        r"(?:この記事は)?(?:読了)?(?:時間|目安|まで)?[ :]{0,2}約? ?\d+ ?分(?:で読めます|で読了|程度)?。?",
    ),
    _row(
        "tags",
        r"[\W_]*(?:タグ|キーワード|トピックス?|カテゴリー?|関連(?:キー)?ワード|関連タグ|関連トピックス?|"
        r"Tags?|TAGS?|Category) ?[:|/] ?[^。]{1,120}|"
        r"#[^\s#。]+(?:\s*#[^\s#。]+)*",
    ),
    _row(
        "byline",
        r"[【\[(]?(?:文|取材|執筆|撮影|編集|校正|監修|翻訳|訳|構成|聞き手|ライター|著者|筆者|記者|担当|"
        r"文責|作成|編集者|"
        r"(?:取材|構成|編集|撮影|翻訳)・(?:文|構成|編集|撮影|執筆)|文・(?:写真|構成|撮影)|Text|Writer|"
        r"By) ?[/:=] ?[^。]{1,60}",
    ),
    _row(
        "author_page",
        r"アバター(?:画像)?|プロフィール画像|[^。]{0,20}の(?:他の)?記事一覧(?:へ|を見る|はこちら)?|"
        r"[^。]{0,15}をフォロー(?:する)?",
    ),
    _row(
        "counter",
        r"\d[\d,]* ?(?:いいね|件のコメント|コメント|シェア|ツイート|ブックマーク|[Vv]iews?|PV|回視聴|"
        r"users?)!?|コメント ?\(?\d+ ?件?\)?",
    ),
    _row("font_size", r"(?:文字|フォント)(?:サイズ|の大きさ)(?:変更|を変更)?[:]? ?[小中大標準特\s/・|]*|小 ?中 ?大"),
    _row("contents", r"[\W_]*(?:目次|もくじ|Contents|CONTENTS|INDEX)[\W_]*(?:表示|非表示|閉じる|開く)?[\W_]*"),
    _row(
        "browser_notice",
        r"[^。]{0,60}(?:JavaScript|ジャバスクリプト|Cookie|クッキー)を?[^。]{0,20}(?:有効|オン|許可|"
        r"使用し|利用し)[^。]{0,20}。?",
    ),
    _row(
        "subscribe",
        r"[^。]{0,40}(?:メルマガ|メールマガジン|ニュースレター|LINE公式|公式(?:X|LINE|アカウント)|"
        r"プッシュ通知|RSS)[^。]{0,25}"
        r"(?:登録|登録する|フォロー|フォローする|友だち追加|友達追加|購読|購読する|はこちら|ください|"
        r"お願いします)[!。]?",
    ),
    _row(
        "app",
        r"[^。]{0,30}アプリ(?:を|で|の)(?:無料)?(?:ダウンロード|開く|入手|インストール|見る|読む)(?:する|はこちら)?",
    ),
    _row(
        "link_line",
        r"[\W_]*(?:関連|関連記事|関連ニュース|関連リンク|関連動画|参考記事|参考|おすすめ記事|次に読む|"
        r"前回の記事|前回|併せて読みたい|あわせて読みたい|合わせて読みたい|こちらも|"
        r"こちらもおすすめ|詳しくはこちら|外部リンク|READ MORE|Read more|最新情報は|詳細は)"
        r"[】\]>)]* ?[:>»▶→⇒|】\]][^。]{1,120}|【(?:関連|関連記事|あわせて読む|あわせて読みたい|"
        r"合わせて読みたい|もっと読む|次に読む)】[^。]{1,120}",
    ),
    _row(
        "read_more",
        r"[\W_]*(?:さらに読む|もっと読む|続きを読む|記事を読む|全文を読む|詳しく(?:見る|読む|"
        r"はこちら))[\W_]*[^。]{0,80}",
    ),
    _row(
        "empty_comments",
        r"(?:\d{1,2}\. ?)?この記事(?:へ|に対する)の?(?:コメント|トラックバック)は(?:ありません|まだありません)。?",
    ),
    _row(
        "reference",
        r"[\W_]*[^。]{0,100}(?:新聞|通信社?|放送(?:協会)?|テレビ|ニュース|日報|新報|\.com|\.net|』|」)"
        r"、 ?\d{4}年\d{1,2}月\d{1,2}日"
        r"(?:\([^)]*\))?(?:付|閲覧|配信|更新)?。?",
    ),
    _row("poll", r"(?:この記事は)?(?:参考になりましたか|役に立ちましたか|いかがでしたか)[?。]?|はい ?いいえ"),
    _row(
        "disclaimer",
        r"※[^。]{0,60}(?:アフィリエイト|プロモーション|広告)(?:を|が)[^。]{0,20}(?:含み|含まれ|利用し|"
        r"使用し|表示)(?:ます|ています|ている場合があります)。?",
    ),
)
"""A line that is one of these is furniture wherever it stands."""

LIST_HEADERS: tuple[ListHeader, ...] = (
    _header(
        "related",
        2,
        r"関連(?:する)?(?:の)?(?:記事|ニュース|リンク|項目|動画|情報|コンテンツ|トピックス?)|(?:この|"
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


def is_furniture(words: str) -> bool:
    """Whether the line is furniture by itself.

    Example:
        >>> is_furniture("次のページを読む ⇒"), is_furniture("次のページをめくると、首相の署名があった。")
        (True, False)
    """
    return len(words) <= LONGEST_FURNITURE and any(row.matches(words) for row in FURNITURE_LINES)


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
