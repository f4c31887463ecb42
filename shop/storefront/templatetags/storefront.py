"""Template tags of the storefront: addresses within the visit, the switcher's and search engines' alternates, categories."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import get_language

from catalog.values import CategoryInfo
from localization.selectors import markets
from localization.values import MarketInfo
from shop.storefront.alternates import alternates, canonical, places, rest_of
from shop.storefront.cards import CardView
from shop.storefront.page_cache import CSRF_PLACE
from shop.storefront.shelves import shelves
from shop.storefront.stencil import Stencil, marks
from shop.storefront.tints import tint_class
from shop.storefront.visit import Visit

register = template.Library()
_ANYWHERE = "/xx/xx/" + marks(["rest"])["rest"]

register.filter("tint", tint_class)


@register.simple_tag(takes_context=True)
def to(context: dict[str, Any], name: str, **places: Any) -> str:
    """The path of a storefront page within the visit: `{% to "product" handle=card.handle %}`."""
    visit: Visit = context["visit"]
    return visit.url(name, **places)


@register.simple_tag(takes_context=True)
def canonical_url(context: dict[str, Any]) -> str:
    """The page's one absolute address, without query."""
    return canonical(context["request"].path)


@register.simple_tag(takes_context=True)
def alternate_links(context: dict[str, Any]) -> str:
    """The `<link rel="alternate">` elements of the same page in every market and language."""
    return _alternates(markets()).filled({"rest": rest_of(context["request"].path)})


@register.simple_tag(takes_context=True)
def switcher(context: dict[str, Any]) -> str:
    """The links to the same page in other markets and languages: rendered once per visit."""
    rest = rest_of(context["request"].get_full_path())
    return _switcher(context["visit"], get_language(), markets()).filled({"rest": rest})


@register.simple_tag(takes_context=True)
def shop_categories(context: dict[str, Any]) -> tuple[CategoryInfo, ...]:
    """The categories of the header, read once per page."""
    known = context.get("categories")
    return known if known is not None else shelves(context["visit"].language)


@lru_cache(maxsize=8)
def _alternates(_known: tuple[MarketInfo, ...]) -> Stencil:
    """The links with a mark where the page's own part of the path belongs; made anew when the markets change."""
    links = ((link.tag, link.url) for link in alternates(_ANYWHERE))
    return Stencil.of(format_html_join("\n", '<link rel="alternate" hreflang="{}" href="{}">', links))


@lru_cache(maxsize=256)
def _switcher(visit: Visit, _active: str | None, _known: tuple[MarketInfo, ...]) -> Stencil:
    """The switcher of a visit with such a mark, in the language that is active: on an error page it may not be the visit's."""
    context = {"visit": visit, "places": places(_ANYWHERE, visit)}
    return Stencil.of(render_to_string("storefront/parts/_switcher.html", context))


@register.simple_tag
def card_items(cards: Iterable[CardView]) -> str:
    """The cards as list items, joined at once: a template's loop would cost a list page more than its cards do."""
    return format_html_join("\n", "<li>{}</li>", ((card.markup(),) for card in cards))


@register.simple_tag
@cache
def style_links() -> str:
    """The icon and the style sheets of every page; their addresses change with a release only."""
    return render_to_string("storefront/parts/_styles.html")


@register.simple_tag
@cache
def script_links() -> str:
    """The scripts of every page, likewise."""
    return render_to_string("storefront/parts/_scripts.html")


@register.simple_tag(takes_context=True)
def colophon(context: dict[str, Any]) -> str:
    """The foot of every page, with the switcher in it: rendered once per visit."""
    rest = rest_of(context["request"].get_full_path())
    return _colophon(context["visit"], get_language(), markets()).filled({"rest": rest})


@lru_cache(maxsize=256)
def _colophon(visit: Visit, _active: str | None, _known: tuple[MarketInfo, ...]) -> Stencil:
    context = {"visit": visit, "places": places(_ANYWHERE, visit)}
    return Stencil.of(render_to_string("storefront/parts/_footer.html", context))


@register.simple_tag
def form_token() -> str:
    """The hidden field of a form on a page that may be shared: each response puts its visitor's own token in."""
    return CSRF_PLACE
