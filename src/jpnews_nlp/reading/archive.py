"""A page that a browser saved as one file (MHTML): its HTML part."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from jpnews_nlp.errors import ArticleError


def page_of_archive(data: bytes, *, name: str) -> bytes:
    """The bytes of the first HTML page in the archive.

    Raises:
        ArticleError: When it holds none.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        page = parts[0].get_payload(decode=True) if parts and isinstance(parts[0], EmailMessage) else None
    except (MessageError, ValueError, LookupError, RecursionError):
        page = None
    if not isinstance(page, bytes) or not page.strip():
        raise ArticleError(f"{name}: the archive holds no HTML page; save the page again, or as .html")
    return page
