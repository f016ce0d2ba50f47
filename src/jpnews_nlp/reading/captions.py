"""What marks a line as the caption of a picture: a table of named patterns over one line after NFKC."""

from __future__ import annotations

import re

from jpnews_nlp.reading.furniture import NamedPattern

MAX_CAPTION = 200

_PICTURE = (
    r"(?:写真・図版|画像・写真|画像|写真|図版|図表|図解|図|グラフ|動画|映像|イラスト|地図|資料写真|資料画像|資料|"
    r"イメージ(?:画像|写真)?|Photo|PHOTO)"
)
_AGENCY = (
    r"(?:ロイター|共同|共同通信|時事|時事通信|AP|AFP|AFP時事|AP通信|EPA|EPA時事|UPI|ゲッティ|"
    r"ゲッティイメージズ|Getty ?Images?|"
    r"Reuters|REUTERS|新華社|聯合|タス|Wikimedia Commons|ウィキメディア・コモンズ|PIXTA|アフロ|"
    r"photoAC|写真AC|Unsplash|iStock|Shutterstock)"
)


def _row(name: str, pattern: str) -> NamedPattern:
    return NamedPattern(name=name, pattern=re.compile(pattern))


CAPTION_LINES: tuple[NamedPattern, ...] = (
    _row("label", rf"[\[【(<▲△■↑]?{_PICTURE}\d{{0,2}}[\]】)>]? ?(?:[:=/|]|(?<=[\]】)>])).+"),
    _row(
        "licence",
        r".*(?:\bCC[ -](?:BY|0)\b|CC0|[Pp]ublic [Dd]omain|パブリック・?ドメイン|クリエイティブ・?コモンズ|"
        r"wiki(?:media)? ?(?:©|\(c\))).*",
    ),
    _row(
        "credit_mark",
        rf"[^。]*(?:\(c\)|©|[Pp]hoto(?:graph)? ?(?:by|:)|PHOTO ?:) ?{_AGENCY}.*|[^。]+[Pp]hoto(?:graph)? ?by .+",
    ),
    _row(
        "taken_by", r"[^。]+[=(][^。=(]{0,40}(?:撮影|提供|写す|より|から|公式サイト|資料写真|代表撮影|本社ヘリから)\)?"
    ),
    _row(
        "taken_by_sentence",
        r"(?:[^。]+。){1,2}?[^。=]*[=(][^。=(]{0,40}(?:\([^。()]{0,30})?(?:撮影|提供|代表撮影|資料写真)\)?",
    ),
    _row("agency", rf"[^。]+。? ?[=(/] ?{_AGENCY}(?:/{_AGENCY})*\)?"),
    _row("taken_on", r"[^。]+=(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:午前|午後|未明|朝|夜|夕|、|,|・|$)[^。]{0,40}"),
    _row("credit_only", r"[\[(]?(?:撮影|提供|写真提供|画像提供|画像出典|画像引用|出典画像) ?[:=/] ?[^。]{1,60}[\])]?"),
)
"""A line that is one of these is a caption wherever it stands."""


def is_caption(words: str) -> bool:
    """Whether the line is the caption of a picture.

    Example:
        >>> is_caption("会見する木村太郎首相=15日、首相官邸"), is_caption("写真を撮影した男性は「驚いた」と話した。")
        (True, False)
    """
    return len(words) <= MAX_CAPTION and any(row.matches(words) for row in CAPTION_LINES)
