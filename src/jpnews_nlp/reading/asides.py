"""What marks a sentence as the author speaking to the reader: tables of named patterns over one sentence.

Patterns are searched in the sentence after NFKC, with what stands in quotation marks taken out: a minister may say
「残念ですね」, a reporter does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jpnews_nlp.reading.furniture import NamedPattern
from jpnews_nlp.reading.lines import normalized, unquoted

_END = r"(?:[。!?~ー♪…☆^)\s]|\.\.\.|\(笑\))*$"


def _row(name: str, pattern: str) -> NamedPattern:
    return NamedPattern(name=name, pattern=re.compile(pattern))


ADDRESS: tuple[NamedPattern, ...] = (
    _row(
        "this_article",
        r"^(?:それでは|では|さて|まず|今回は|本日は)?、?(?:この|本|本日の|今日の|今回の)(?:記事|ブログ|"
        r"コラム|動画)(?:では|で|は)[^。]*(?:ます|ましょう|ください|です)" + _END,
    ),
    _row(
        "lets_look",
        r"(?:見て|説明して|解説して|紹介して|考えて|まとめて|振り返って|お伝えして)(?:いきましょう|"
        r"いきます|みましょう|みます|いきたいと思います)" + _END,
    ),
    _row(
        "pitch",
        r"^[💡📌🔍✨👉📝📖🎯]\s*[^。]*(?:解説|紹介|考察|深掘り|まとめ|お届け|お伝え|明らかに|分析|"
        r"整理)(?:します|しました|していきます|する|ました|ます)?" + _END,
    ),
    _row(
        "thanks",
        r"(?:お読み|読んで|ご覧|お付き合い|ご覧になって)(?:いただき|くださり|いただいて|"
        r"くださって)[^。]*(?:ありがとう|感謝)",
    ),
    _row("how_was_it", r"いかがでし(?:たか|たでしょうか|ょうか)" + _END),
    _row(
        "dear_reader",
        r"^[^。]*(?:読者の)?(?:皆さま|皆様|皆さん|みなさま|みなさん|あなた)(?:は|も|に|、|の|"
        r"なら)[^。]*(?:でしょうか|ですか|ますか|ましたか|努めます|幸いです|ください)" + _END,
    ),
    _row("see_you", r"^(?:それでは|では)、?また(?:次回|明日|来週|お会い)"),
)
"""The author speaks of the article itself or to the reader: an aside in any article."""

CHAT: tuple[NamedPattern, ...] = (
    _row(
        "particle_ne", r"(?:です|ます|でした|ました|ません|でしょう|ですよ|ますよ)(?:よね|ね|ねえ|ねぇ|よねえ)" + _END
    ),
    _row("plain_ne", r"(?:だよね|だね|だよなあ?|かなあ?)" + _END),
    _row(
        "interjection",
        r"^(?:うーん|う~ん|うわあ?|へえ|へぇ|なるほど|いやあ|いやー|えっ|おお|ふむ|やっぱり|"
        r"それにしても)[、,。!…ー~].*(?:です|ます|ました|ね|よ|な|い|だ)" + _END,
    ),
    _row(
        "personally",
        r"^(?:私|僕|わたし)?、?個人的に(?:は|も|、)[^。]*(?:です|ます|ました|ですが|ね|思う|感じる|たい)" + _END,
    ),
    _row(
        "impression",
        r"(?:興味深い|面白い|おもしろい|意味深い|考え深い|感慨深い|すごい|嬉しい|うれしい|悲しい|怖い|"
        r"ありがたい|楽しみ|気がかり)(?:ところ|もの|こと|話|点)?(?:です|でした)(?:し|が|ね|よ)?" + _END,
    ),
    _row(
        "moved",
        r"(?:考えさせられ|気になり|驚かされ|胸が痛み|期待し(?:てい)?|期待したいと思い)(?:ます|ました)(?:ね)?" + _END,
    ),
    _row("noteworthy", r"(?:から|にも|にも要|にこそ|に)(?:注目|要注目|目が離せ)(?:です|ません)(?:ね)?" + _END),
    _row("i_think", r"(?:な|だ|い|た|る|か)と(?:思い|感じ)(?:ました|ます)(?:ね)?" + _END),
    _row("trailing_shi", r"(?:です|ます)し" + _END),
)
"""The author chats. In an article where most sentences do, chatting is its style and no aside."""

MURMUR: tuple[NamedPattern, ...] = (
    _row("seems", r"(?:ようです|みたいです|かもしれません|気がします)" + _END),
    _row("who_knows", r"(?:でしょう|でしょうか|のですか|と思います|ものです|ですよ)" + _END),
)
"""Aside only next to a sentence of `CHAT`: news may speak so, too."""

_PITCH_MARK = re.compile(r"^[💡📌🔍✨👉📝📖🎯]")
_SPEAKER = re.compile(r"^(?:[^\s。、:]{1,12} ?:|[―—–-]{1,2}|[QA]\d{0,2}[.:．]|[\[【(<][^\[\]【】()<>。]{1,20}[\]】)>])")
_LABELS_OF_AN_INTERVIEW = 3


def aside_sentences(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence of an article in order: whether it is an aside.

    Example:
        >>> aside_sentences(["首相は辞任した。", "驚きましたね。", "混乱しているようです。", "後任は未定だ。"])
        (False, True, True, False)
        >>> aside_sentences(["首相は「残念ですね」と述べた。"])
        (False,)
    """
    words = [normalized(unquoted(sentence)) for sentence in sentences]
    address = [_found(ADDRESS, sentence) for sentence in words]
    chat = [_found(CHAT, sentence) and not _SPEAKER.match(sentence) for sentence in words]
    labels = sum(_SPEAKER.match(sentence) is not None for sentence in words)
    # Where people talk on the page, or the whole page is talk, talk is what the article is made of.
    if labels >= _LABELS_OF_AN_INTERVIEW or (sum(chat) * 2 > len(words) >= 4):
        return tuple(address)
    marked = [a or c for a, c in zip(address, chat, strict=True)]
    murmur = [_found(MURMUR, sentence) for sentence in words]
    pitch = [_PITCH_MARK.match(sentence) is not None for sentence in words]
    for order in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for index in order:
            before = index - step
            beside_chat = murmur[index] and (chat[before] or (marked[before] and murmur[before]))
            marked[index] = marked[index] or beside_chat or (pitch[index] and pitch[before] and marked[before])
    return tuple(marked)


def _found(table: tuple[NamedPattern, ...], sentence: str) -> bool:
    return any(row.pattern.search(sentence) for row in table)
