"""Stencils: rendered once, filled in safely."""

from django.template import Context, Template

from shop.storefront.stencil import Stencil, marks

_TEMPLATE = '<a href="{{ url }}">{{ title }}</a>'


def _stencil():
    return Stencil.of(Template(_TEMPLATE).render(Context(marks(["url", "title"]))))


def test_a_filled_stencil_is_what_the_template_would_have_made():
    values = {"url": "/a/?b=1&c=2", "title": '<b>"Ada\'s"</b>'}
    assert _stencil().filled(values) == Template(_TEMPLATE).render(Context(values))


def test_a_value_that_looks_like_a_mark_is_a_value():
    values = {"url": marks(["title"])["title"], "title": "Secret"}
    assert _stencil().filled(values) == f'<a href="{values["url"]}">Secret</a>'
