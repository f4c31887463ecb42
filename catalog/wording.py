"""Which of several languages a text is shown in: the reader's, else English, else any there is."""

from collections.abc import Iterable, Mapping

FALLBACK = "en"


def preferred(languages: Iterable[str], language: str) -> str:
    """The best of `languages` for a reader of `language`; "" when there is none."""
    known = list(languages)
    for choice in (language, FALLBACK):
        if choice in known:
            return choice
    return known[0] if known else ""


def worded(texts: Mapping[str, str], language: str) -> str:
    """The text for a reader of `language`, "" when there is none; an empty text counts as missing."""
    return texts.get(language) or texts.get(FALLBACK) or next((text for text in texts.values() if text), "")
