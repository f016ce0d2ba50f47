from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jpnews_nlp.model.article import JST, Article, Block
from jpnews_nlp.reading.blocks import divide

BLOG = """\
みなと便り
ホーム > 国際 > 南洋

南洋三国の首脳が島で会談！何が決まった？流れをまとめて紹介
公開日：2031/04/09　更新日：2031/04/11　編集部 ヤマネ

💡 会談の背景をやさしく解説。
💡 次の会談の場所も分かります。
それでは、今日の記事で流れを見ていきましょう。

会談の舞台
2031年4月7日、サンゴ島で三国の首脳が会談した。
漁業の協定に署名した。空気がぴりぴりしていて見ているほうも緊張しますね。

画像：サンゴ島の港 CC BY 4.0

公開日:2031/03/20

✅ 環礁国の大統領は、漁獲の枠を15%減らす案を示した。
✅ 反対する漁民が港に集まった。
さらに読む ⇒南洋タイムズ Home - News, Sports出典/画像元: https://example.com/nanyo/0320.htmlこの案は思い切っていて面白いですね。
漁民の声も届いているようです。
会談の後、環礁国の大統領は記者会見を開いた。
次のページを読む ⇒
三国の首脳は何を語ったのか。島の未来を追う。
"""

PORTAL = """\
国際

『サンゴ島の会談』三国の狙いとは?

三国の首脳は7日、サンゴ島で会談した。

協定の署名には至らなかった。

漁業をめぐる対立

写真：会談に臨む三国の首脳＝7日、サンゴ島（代表撮影）

環礁国は枠の削減を求めた。

文 / 山根みなと 校正 / 南洋編集部

アバター

山根みなと

南洋の外交を研究し、現地で取材を続ける。

Youtube で聴く
Spotify で聴く

コメント

  1. この記事へのコメントはありません。

関連記事

  1. 忍者の食事はなぜ質素だったのか
  2. 平安の都に現れた猫の話をたどると…

おすすめ記事

豊臣秀吉が好んだ茶碗の謎

茶碗はある商人が手に入れたものだという。そこには深いわけがあった…

アーカイブ

PAGE TOP"""


def roles(text: str, **fields: object) -> list[tuple[str, str]]:
    article = divide(Article(id="a", body=text, **fields))  # type: ignore[arg-type]
    assert_tiles(article)
    return [(block.role, block.of(article.text)) for block in article.blocks]


def assert_tiles(article: Article) -> None:
    end, covered = 0, 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        covered += sum(not c.isspace() for c in block.of(article.text))
        end = block.end
    assert covered == sum(not c.isspace() for c in article.text)


def test_blog_line_by_line() -> None:
    assert [(role, words[:14]) for role, words in roles(BLOG)] == [
        ("furniture", "みなと便り"),
        ("furniture", "ホーム > 国際 > 南洋"),
        ("headline", "南洋三国の首脳が島で会談！何"),
        ("furniture", "公開日：2031/04/09"),
        ("aside", "💡 会談の背景をやさしく解説"),
        ("aside", "💡 次の会談の場所も分かりま"),
        ("aside", "それでは、今日の記事で流れを"),
        ("heading", "会談の舞台"),
        ("body", "2031年4月7日、サンゴ島"),
        ("body", "漁業の協定に署名した。"),
        ("aside", "空気がぴりぴりしていて見てい"),
        ("caption", "画像：サンゴ島の港 CC B"),
        ("furniture", "公開日:2031/03/20"),
        ("cited", "✅ 環礁国の大統領は、漁獲の"),
        ("cited", "✅ 反対する漁民が港に集まっ"),
        ("furniture", "さらに読む ⇒南洋タイムズ "),
        ("aside", "この案は思い切っていて面白い"),
        ("aside", "漁民の声も届いているようです"),
        ("body", "会談の後、環礁国の大統領は記"),
        ("furniture", "次のページを読む ⇒"),
        ("furniture", "三国の首脳は何を語ったのか。"),
    ]


def test_cited_blocks_carry_outlet_and_date() -> None:
    article = divide(Article(id="a", body=BLOG))
    cited = [block for block in article.blocks if block.role == "cited"]
    assert {(block.source, block.published) for block in cited} == {
        ("南洋タイムズ", datetime(2031, 3, 20, tzinfo=JST)),
    }
    assert all(block.source is None for block in article.blocks if block.role != "cited")


def test_the_article_keeps_its_own_date() -> None:
    assert divide(Article(id="a", body=BLOG)).published == datetime(2031, 4, 9, tzinfo=JST)
    known = datetime(2031, 4, 10, 8, tzinfo=JST)
    assert divide(Article(id="a", body=BLOG, published=known)).published == known


def test_portal_line_by_line() -> None:
    found = roles(PORTAL)
    assert [(role, words[:12]) for role, words in found[:8]] == [
        ("furniture", "国際"),
        ("headline", "『サンゴ島の会談』三国の"),
        ("body", "三国の首脳は7日、サンゴ"),
        ("body", "協定の署名には至らなかっ"),
        ("heading", "漁業をめぐる対立"),
        ("caption", "写真：会談に臨む三国の首"),
        ("body", "環礁国は枠の削減を求めた"),
        ("furniture", "文 / 山根みなと 校正"),
    ]
    assert {role for role, _ in found[7:]} == {"furniture"}


def test_text_is_never_altered() -> None:
    assert divide(Article(id="a", body=BLOG)).text == BLOG


def test_an_article_with_blocks_comes_back_as_it_is() -> None:
    article = Article(id="a", body="首相は語った。", blocks=(Block(start=0, end=7, role="cited"),))
    assert divide(article) is article


PLAIN = [
    ("wire_credit", "首相は辞任した。（全国通信）"),
    ("dateline", "【港町＝山根みなと】首相は15日、辞任する意向を固めた。"),
    ("related_in_prose", "関連記事を削除したと同社は発表した。"),
    ("share_in_prose", "写真をXでシェアした男性が逮捕された。"),
    ("comment_in_prose", "大統領は「残念ですね」とコメントした。"),
    ("photo_in_prose", "写真：それは当時の記録を残す唯一の手がかりだった、と館長は語る。だが原本は失われている。"),
    ("ranking_in_prose", "同社は世界ランキングで首位に立った。"),
    ("no_copying_in_prose", "出版社は無断転載を禁止する方針を発表した。"),
    ("next_page", "次のページをめくると、首相の署名があった。"),
    ("desu_masu", "気象庁によりますと、津波の心配はないということです。"),
    ("quoted_feeling", "山根さんは「楽しみです。個人的には晴れてほしいですね。」と話しました。"),
    ("date_in_prose", "会談は2031年4月7日に開かれた。"),
    ("login", "同社はログインすると読めますと案内していたが、障害で読めなくなった。"),
    ("paid", "この記事は有料だったが、同紙は無料に切り替えた。"),
    ("tag", "タグ付けの作業は5日に終わった。"),
]


@pytest.mark.parametrize(
    "sentence",
    [s for _, s in PLAIN if not s.startswith("写真：")],
    ids=[i for i, s in PLAIN if not s.startswith("写真：")],
)
def test_prose_that_looks_like_furniture_is_body(sentence: str) -> None:
    found = roles(f"市は10日、計画を公表した。\n\n{sentence}\n\n議会は12日に審議する。", title="市が計画を公表")
    assert found[1:] == [("body", "市は10日、計画を公表した。"), ("body", sentence), ("body", "議会は12日に審議する。")]


def test_a_plain_article_is_headline_headings_and_body() -> None:
    body = (
        "　14日午前、港町で火災があった。\n　けが人はいない。（全国通信）\n　　　◇\n現場の様子\n　煙は昼まで上がった。"
    )
    assert [role for role, _ in roles(body, title="港町で火災")] == [
        "headline",
        "body",
        "body",
        "furniture",
        "heading",
        "body",
    ]


def test_bulleted_facts_are_body() -> None:
    body = (
        "各地の震度は次の通り。\n"
        "●震度5強　港町　浜市\n"
        "●震度5弱　山町\n"
        "・けが人：3人\n"
        "・停電：1200戸\n"
        "余震が続いている。"
    )
    assert [role for role, _ in roles(body, title="地震")] == ["headline", *["body"] * 6]


def test_a_repeated_headline_and_lead_are_furniture_the_first_stays() -> None:
    lead = "三国の首脳は7日、サンゴ島で会談し、漁業の協定の改定に向けて話し合いを続けることで一致した。"
    text = f"三国の首脳が会談 | 港新聞\n三国の首脳が会談\n{lead}\n署名は見送られた。\n{lead}"
    assert [role for role, _ in roles(text)] == ["headline", "furniture", "body", "body", "furniture"]


def test_a_list_inside_the_article_ends_where_prose_goes_on() -> None:
    text = (
        "首脳が会談\n"
        "首脳は会談した。\n"
        "関連記事\n"
        "・昨年の会談はどこで開かれたか\n"
        "協定の署名は見送られたと報道官は述べた。\n"
        "会談は2時間続き、夕食会は開かれなかった。"
    )
    assert [role for role, _ in roles(text)] == ["headline", "body", "furniture", "furniture", "body", "body"]


def test_teasers_without_a_header_are_furniture() -> None:
    text = (
        "首脳が会談\n"
        "首脳は7日、島で会談した。\n"
        "忍者の食事の秘密\n"
        "忍者は何を食べたのだろう。意外な献立が…\n"
        "猫と平安京\n"
        "都に現れた猫の正体を追った記録を読む…\n"
        "茶碗の値段\n"
        "商人が手放した茶碗の行方をたどると…"
    )
    assert [role for role, _ in roles(text)] == ["headline", "body", *["furniture"] * 6]


def test_lines_broken_by_width_are_one_block() -> None:
    text = (
        "首脳が会談\n"
        "\n"
        "三国の首脳は七日、サンゴ島で会談し、漁業の協定を\n"
        "改めるための話し合いを続けることで一致した。会談\n"
        "は二時間続いた。\n"
        "\n"
        "署名は見送られた。"
    )
    assert roles(text)[1] == ("body", text.split("\n\n")[1])


def test_an_article_of_talk_keeps_its_words() -> None:
    talk = ["―島の暮らしはどうですか。", "―そうですね。魚が減りましたね。", "―毎朝、海に出ます。楽しいですよね。"]
    assert [role for role, _ in roles("\n".join(talk), title="島の人に聞く")] == ["headline", *["body"] * 3]


LINES = st.sampled_from([*BLOG.splitlines(), *PORTAL.splitlines(), "", "　", "首相は15日、辞任した。", "2031/04/09"])


@given(
    text=st.one_of(st.text(), st.lists(LINES).map("\n".join)), title=st.one_of(st.just(""), st.text(max_size=30), LINES)
)
@example(text="\x00\ud800", title="")
@example(text="\r\n\r\u2028\x0b\x85", title="\n\n")
@example(text="公開日：9999/99/99 99:99", title="")
def test_any_text_is_divided_whole(text: str, title: str) -> None:
    article = divide(Article(id="a", title=title, body=text))
    assert_tiles(article)
    assert article.text == (f"{title}\n{text}" if title else text)


@pytest.mark.parametrize(
    "body",
    [
        "2004年8月15日",
        "あなたは12日の午後、どこにいましたか。",
        "来週月曜日のご都合はいかがでしょうか。",
        "国際\n2004年8月15日",
    ],
)
def test_a_body_of_a_line_or_two_is_never_all_furniture_and_asides(body: str) -> None:
    for title in ("", "会議の予定"):
        article = divide(Article(id="a", title=title, body=body))
        assert all(block.is_content for block in article.blocks), title


def test_an_aside_beside_a_line_of_news_stays_an_aside() -> None:
    article = divide(Article(id="a", body="首相は15日、辞任した。\n驚きましたね。"))
    assert [block.role for block in article.blocks] == ["body", "aside"]


def test_a_headline_worded_as_a_sentence_is_known_by_the_date_below_it() -> None:
    title = "三国の首脳会談、決まったことをまとめました"
    date = "公開日：2031年4月9日　編集部\n"
    blog = f"みなと便り｜海の話題\nホーム > 国際 > 南洋\n\n{title}\n{date}\n首脳は7日、島で会談した。\n"
    assert [words for role, words in roles(blog) if role == "headline"] == [title]
    undated = blog.replace(date, "")
    assert title not in [words for role, words in roles(undated) if role == "headline"]
