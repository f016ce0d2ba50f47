"""What an engine gives: sentences that tile the text, tokens, and syntax where the engine has it."""

from __future__ import annotations

from dataclasses import dataclass

from jpnews_nlp.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Span):
    """A morpheme of UniDic.

    Attributes:
        surface: The text as written.
        lemma: The dictionary form in the spelling of the text (食べ → 食べる).
        normalized: UniDic's lexeme, one spelling for all variants (する → 為る, 遭う and あう stay apart).
        reading: Katakana; empty when the dictionary gives none.
        pos: The four levels of UniDic's part of speech, `*` where a level is empty.
        conjugation: UniDic's conjugation form (連用形-一般 …); `*` for words that do not conjugate.
        known: Whether the dictionary has the word.
    """

    surface: str
    lemma: str
    normalized: str
    reading: str
    pos: tuple[str, str, str, str]
    conjugation: str
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence; `tokens[first_token:last_token]` of its `Parse` are its tokens."""

    first_token: int
    last_token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bunsetsu(Span):
    """A content word with the particles and auxiliaries that follow it, as the syntax has it.

    `tokens[first_token:last_token]` of its `Parse` are its tokens; `head` is the index of its content word among them.
    """

    first_token: int
    last_token: int
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineMention(Span):
    """A name as an engine's own recognizer sees it, with that engine's label (Person, City, Date …)."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The tokens and sentences of one text, and the syntax where the engine has it.

    Attributes:
        engine: The engine's name, `mecab` or `ginza`.
        sentences: They tile the text: each starts where the one before ends.
        tokens: In order, without overlap; white space lies between them.
        heads: For each token the index of the token it depends on (its own at a root); empty without syntax.
        relations: For each token its Universal Dependencies relation; empty without syntax.
        bunsetsu: In order; they cover the tokens of every sentence that has syntax. Empty without syntax.
        mentions: The engine's own, when it was asked for them.
    """

    engine: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    bunsetsu: tuple[Bunsetsu, ...] = ()
    mentions: tuple[EngineMention, ...] = ()

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first_token : sentence.last_token]
