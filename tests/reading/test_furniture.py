from __future__ import annotations

import time

import pytest

from jpnews_nlp.reading.captions import CAPTION_LINES, is_caption
from jpnews_nlp.reading.furniture import FURNITURE_LINES, is_furniture
from jpnews_nlp.reading.lines import normalized
from jpnews_nlp.reading.list_headers import LIST_HEADERS, list_header

FURNITURE = {
    "symbols": ["◇", "――――", "***", "■□■"],
    "address": ["https://example.com/news/1.html"],
    "share_bar": ["X　Facebook　LINE　はてブ", "Xでシェア", "シェアする　X　LINE　印刷", "この記事をシェア X コピー"],
    "share_appeal": ["この記事が気に入ったらシェアしてください"],
    "listen": ["Spotify で聴く", "Amazon music で聴く"],
    "listen_notice": ["✅ 港新聞の記事が音声で聴けるようになりました!(随時更新中)"],
    "player": ["動画を再生", "再生する"],
    "enlarge": ["クリックで拡大", "写真を拡大する"],
    "gallery": ["この記事の写真一覧を見る"],
    "paging": ["次のページを読む ⇒", "前のページへ", "1 2 3 4", "2/5ページ", "続きを読む"],
    "navigation": ["国際", "トップ　政治　経済　スポーツ", "［ホーム］［速報］［紙面］", "PAGE TOP", "▲ページの先頭"],
    "bracketed_menu": ["［入門］［企業研究］［市場］［論点］", "[港][海運] [漁場]"],
    "breadcrumb": ["ホーム > 国際 > 南洋", "TOP › ニュース › 海の話題"],
    "copyright": ["© 2031 港新聞社", "Copyright (c) Minato News", "MINATO All Rights Reserved."],
    "no_copying": ["掲載の記事・写真の無断転載を禁じます。", "無断での転載・複製はできません。"],
    "paid_notice": [
        "有料会員限定記事",
        "この記事は有料会員限定です。",
        "残り1234文字",
        "残り642文字（全文1162文字）",
        "この記事は有料記事です。残り642文字",
        "ログインして続きを読む",
        "ここから先は有料会員限定の記事です。",
        "会員登録すると続きをお読みいただけます。",
    ],
    "reading_time": ["この記事は約3分で読めます。", "読了時間：5分"],
    "tags": ["タグ：漁業、外交", "#漁業 #外交", "関連キーワード: 南洋"],
    "byline": ["文 / 山根みなと 校正 / 港編集部", "取材・文：山根みなと", "ライター：ヤマネ"],
    "author_page": ["アバター", "投稿者の記事一覧"],
    "counter": ["12件のコメント", "350 いいね", "コメント 3件"],
    "copied": ["URLをコピーしました", "リンクをコピー"],
    "font_size": ["文字サイズ 小 中 大"],
    "contents": ["目次", "【目次】"],
    "browser_notice": ["JavaScriptを有効にしてください。"],
    "subscribe": ["港新聞のメルマガに登録する", "LINE公式アカウントを友だち追加"],
    "app": ["アプリで開く", "港新聞アプリをダウンロード"],
    "link_line": ["関連記事：三国の漁業をめぐる十年", "【関連】島の港に集まる船"],
    "read_more": ["さらに読む ⇒ 南洋タイムズ"],
    "empty_comments": ["1. この記事へのコメントはありません。"],
    "reference": ["『港新聞』、2031年4月9日。", "南洋放送協会、2031年4月9日"],
    "signature": ["（山根みなと）", "（南洋支局）"],
    "appeal": [
        "身近な情報をお寄せください。",
        "ポッドキャストも配信しています。ぜひお聴きください。",
        "ご意見をお待ちしています。",
    ],
    "opinions_are_personal": ["※コメントは投稿者個人の見解です。"],
    "no_video": ["動画を再生できる環境ではないため、再生できません。"],
    "provider": ["提供元：港新聞", "記事についてのお問い合わせは提供元へお願いします。"],
    "ad_goes_on": ["広告 - スクロール後に記事が続きます"],
    "poll": ["この記事は参考になりましたか？"],
    "disclaimer": ["※本サイトはアフィリエイト広告を利用しています。"],
}

HEADERS = {
    "related": [
        "関連記事",
        "【関連記事】",
        "■ あわせて読みたい",
        "こちらの記事も人気です",
        "おすすめ記事",
        "編集部のおすすめ",
        "Related Posts",
    ],
    "latest": ["新着記事", "最新ニュース", "◆最近の投稿"],
    "ranking": ["アクセスランキング", "人気記事", "人気記事ランキング"],
    "comments": [
        "コメント",
        "コメントプラス",
        "専門家のコメント",
        "コメント (3)",
        "コメントを残す",
        "この記事へのトラックバック",
    ],
    "author": ["この記事を書いた人", "プロフィール", "執筆者紹介"],
    "archive": ["アーカイブ", "月別アーカイブ", "カテゴリー"],
    "paging": ["次のページを読む ⇒", "次のページへ"],
    "sources": ["情報源", "出典", "外部リンク", "参考文献"],
}

CAPTIONS = {
    "label": [
        "画像 : サンゴ島の港",
        "写真：会談に臨む首脳",
        "【写真】港に集まった船",
        "図1：漁獲量の推移",
        "▲写真＝港の船",
    ],
    "licence": ["サンゴ島の位置 wiki©NANYO", "港の夕暮れ CC BY-SA 4.0", "会談の様子 public domain"],
    "credit_mark": ["会見する首相 (c)AFP", "The harbour. Photo by Minato Yamane"],
    "taken_by": ["会見する木村太郎首相＝山根みなと撮影", "港に集まった船（南洋漁協提供）"],
    "taken_by_sentence": ["港に集まった漁船。協定に反対する声が上がった＝7日、サンゴ島（山根みなと撮影）"],
    "agency": ["会見する首相＝ロイター", "握手を交わす両首脳（AP＝共同）"],
    "taken_on": ["会見する木村太郎首相＝15日午前、首相官邸"],
    "credit_only": ["提供：南洋漁協", "（撮影：山根みなと）"],
}

PROSE = [
    "次のページをめくると、首相の署名があった。",
    "関連記事を削除したと同社は発表した。",
    "県は住民に、情報を寄せるよう求めた。",
    "被害者の会は「情報をお寄せください」と呼びかけた。",
    "動画は再生できないと同社は認めた。",
    "URLをコピーした男性は「知らなかった」と話した。",
    "（敬称略、15日現在）",
    "記事についての問い合わせが相次いだ。",
    "ここから先は警察が立ち入りを禁じた。",
    "Xでシェアした男性が逮捕された。",
    "コメントを発表した。",
    "アーカイブの公開は10日に始まる。",
    "出典は明らかにしなかった。",
    "人気は衰えていない。",
    "写真を撮影した男性は「驚いた」と話した。",
    "同社が提供した。",
    "画像は防犯カメラが捉えたものだ。",
    "無断転載を禁止する方針を発表した。",
    "アプリを開くと警報が鳴った。",
    "国際情勢は厳しさを増している。",
    "会員登録すると読めますと書かれていたという。",
    "港新聞は2031年4月9日、廃刊する。",
    "記事が音声で聴けるようになったと発表した。",
    "ランキングで首位に立った。",
    "残り1000文字の手紙が見つかった。",
    "首相は会見した（写真は提供を受けた）。",
    "（全国通信）",
    "震度5強　港町　浜市",
    "［港町］［浜市］で震度5強",
    "［速報を受けて発表した。］［港町］［浜市］",
    "［港町通信］［山根］",
    "漁業をめぐる対立",
    "首相「提供は続ける」",
    "米、15日に撤退=報道官",
]


@pytest.mark.parametrize(("name", "line"), [(n, line) for n, lines in FURNITURE.items() for line in lines])
def test_each_row_knows_its_lines(name: str, line: str) -> None:
    words = normalized(line)
    assert is_furniture(words)
    sentences = [words, *(sentence + "。" for sentence in words.split("。") if sentence)]
    assert name in [row.name for row in FURNITURE_LINES if any(map(row.matches, sentences))]


@pytest.mark.parametrize(("name", "line"), [(n, line) for n, lines in HEADERS.items() for line in lines])
def test_each_header_opens_its_list(name: str, line: str) -> None:
    header = list_header(normalized(line))
    assert header is not None
    assert header.name == name


@pytest.mark.parametrize(("name", "line"), [(n, line) for n, lines in CAPTIONS.items() for line in lines])
def test_each_caption_row_knows_its_lines(name: str, line: str) -> None:
    words = normalized(line)
    assert is_caption(words)
    assert name in [row.name for row in CAPTION_LINES if row.matches(words)]


@pytest.mark.parametrize("line", PROSE)
def test_must_not_match(line: str) -> None:
    words = normalized(line)
    assert [row.name for row in (*FURNITURE_LINES, *CAPTION_LINES) if row.matches(words)] == []
    assert list_header(words) is None


ENDLESS = [
    "・" * 299,
    "ニュース > " * 50 + "。",
    "ホーム " * 70 + "x",
    "シェア" * 60 + "x",
    "新聞」" * 80,
    "「」" * 140,
]


@pytest.mark.parametrize("line", ENDLESS, ids=[line[:3] for line in ENDLESS])
def test_no_row_takes_long_over_any_line(line: str) -> None:
    started = time.process_time()
    is_furniture(line)
    list_header(line)
    is_caption(line)
    assert time.process_time() - started < 1


def test_every_row_has_a_line_in_these_tables() -> None:
    assert {row.name for row in FURNITURE_LINES} == set(FURNITURE)
    assert {row.name for row in LIST_HEADERS} == set(HEADERS)
    assert {row.name for row in CAPTION_LINES} == set(CAPTIONS)


@pytest.mark.parametrize("unit", ["この記事をX で シェアする1 ", "X シェア ", "はてなブックマーク ", "LINE  "])
def test_a_long_row_of_buttons_is_read_in_one_way(unit: str) -> None:
    """Fifty buttons in a line that ends otherwise took for ever."""
    (row,) = [row for row in FURNITURE_LINES if row.name == "share_bar"]
    assert row.pattern.fullmatch(unit * 2_000)
    started = time.process_time()
    assert row.pattern.fullmatch(unit * 2_000 + "首相") is None
    assert time.process_time() - started < 2
