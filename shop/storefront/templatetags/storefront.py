"""Template tags of the storefront: addresses within the visit, the switcher's and search engines' alternates, categories."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join

from catalog.values import CategoryInfo
from shop.storefront.alternates import alternates, canonical, places
from shop.storefront.page_cache import CSRF_PLACE
from shop.storefront.shelves import shelves
from shop.storefront.tints import tint_class
from shop.storefront.visit import Visit

register = template.Library()

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
    links = ((link.tag, link.url) for link in alternates(context["request"].path))
    return format_html_join("\n", '<link rel="alternate" hreflang="{}" href="{}">', links)


@register.simple_tag(takes_context=True)
def switcher(context: dict[str, Any]) -> str:
    """The links to the same page in other markets and languages: made once for header and footer."""
    request, visit = context["request"], context["visit"]
    if not hasattr(request, "switcher"):
        found = {"visit": visit, "places": places(request.get_full_path(), visit)}
        request.switcher = render_to_string("storefront/parts/_switcher.html", found)
    made: str = request.switcher
    return made


@register.simple_tag(takes_context=True)
def shop_categories(context: dict[str, Any]) -> tuple[CategoryInfo, ...]:
    """The categories of the header, read once per page."""
    known = context.get("categories")
    return known if known is not None else shelves(context["visit"].language)


@register.simple_tag
def form_token() -> str:
    """The hidden field of a form on a page that may be shared: each response puts its visitor's own token in."""
    return CSRF_PLACE
