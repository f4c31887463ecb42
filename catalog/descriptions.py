"""Merchants' descriptions: which HTML may stay, and how plain text becomes HTML and back."""

import html

import nh3

_TAGS = {
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "strong",
    "b",
    "em",
    "i",
    "h3",
    "h4",
    "table",
    "tbody",
    "tr",
    "th",
    "td",
}


def sanitised(markup: str) -> str:
    """`markup` without anything that acts, loads or points elsewhere: only the tags of plain prose stay."""
    clean = nh3.clean(markup, tags=_TAGS, attributes={}, clean_content_tags={"script", "style"})
    # The sanitiser spells a no-break space out; as a character it stays what the merchant wrote.
    return clean.replace("&nbsp;", "\u00a0")


def paragraphs(text: str) -> str:
    """Plain text as HTML: blank lines part paragraphs."""
    blocks = (" ".join(block.split()) for block in text.split("\n\n"))
    return "".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks if block)


def plain_text(markup: str) -> str:
    """The words of a description, for search and previews."""
    return html.unescape(nh3.clean(markup.replace("<", " <"), tags=set())).strip()
