"""A stretch of one speaker's words, and whose words they are."""

from __future__ import annotations

from dataclasses import dataclass

from jpnews_nlp.model.quick import quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says something and by which words, as half-open ranges of tokens.

    Attributes:
        speaker: None when the sentence does not name one.
        cue: The words that attribute.
        direct: Whether the words are quoted in brackets.
        active: Whether a verb of saying stands there, which somebody named before may have said.
        anonymous: Whether a passive (とされる) leaves the speaker out on purpose.
        doubtful: Whether the speaker named is a thing, so that somebody else may be meant (人選は「白紙だ」とした).
        accused: Whether the verb is one of a suspect (供述する, 容疑を認める), who is left out.
        denies: Whether the content is said not to be so (…との報道を否定した, …と勘違いした).
    """

    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    direct: bool
    active: bool = False
    anonymous: bool = False
    doubtful: bool = False
    accused: bool = False
    denies: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of tokens that is asserted as one: by the article itself, or by the speaker of `attribution`.

    Attributes:
        first: Its first token.
        last: One past its last token.
        attribution: None when the article itself asserts it.
        lead: The token its evidence may start from instead, when a phrase before it says what it is about.
        tail: One past the token its evidence may reach to instead, when a noun for the words follows (との書き込み).
    """

    first: int
    last: int
    attribution: Attribution | None = None
    lead: int | None = None
    tail: int | None = None
