"""The interface languages and how they are written."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True)
class Language:
    """A language of the interface: its BCP 47 tag, its own name and its direction of writing."""

    code: str
    name: str
    django_code: str
    locale: str
    right_to_left: bool = False


LANGUAGES = (
    Language("en", "English", "en", "en"),
    Language("de", "Deutsch", "de", "de"),
    Language("fr", "Français", "fr", "fr"),
    Language("ja", "日本語", "ja", "ja"),
    Language("zh", "中文", "zh-hans", "zh_Hans"),
    Language("ar", "العربية", "ar", "ar", right_to_left=True),
)
BY_CODE = {language.code: language for language in LANGUAGES}
BY_DJANGO_CODE = {language.django_code: language for language in LANGUAGES}
DEFAULT = BY_CODE["en"]


def language(code: str) -> Language:
    """The language of a URL code such as "zh". Raises KeyError for one we do not speak."""
    return BY_CODE[code]


def active() -> Language:
    """The language texts are translated to now; English where it is none of ours."""
    return BY_DJANGO_CODE.get(get_language() or "", DEFAULT)
