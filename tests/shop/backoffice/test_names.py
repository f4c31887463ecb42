"""Every column, field and button of the back office is called something in the reader's language."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten, label_for_field
from django.test import RequestFactory
from django.utils import translation

from shop.accounts.models import User

_ARABIC = re.compile(r"[\u0600-\u06ff]")
PAGES = list(admin.site._registry.values())
IDS = [page.model._meta.label for page in PAGES]


@pytest.fixture
def request_of_operator():
    request = RequestFactory().get("/")
    request.user = User(is_superuser=True, is_staff=True, is_active=True)
    return request


def english(part, names):
    """The names among these that Arabic readers would not find in their letters."""
    with translation.override("ar"):
        labels = {name: str(label_for_field(name, part.model, part)) for name in names}
    return {name: label for name, label in labels.items() if not _ARABIC.search(label)}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_columns_of_a_list_are_named_in_the_readers_language(page, request_of_operator):
    names = [name for name in page.get_list_display(request_of_operator) if name != "__str__"]
    assert english(page, names) == {}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_rows_inside_a_page_are_named_in_the_readers_language(page, request_of_operator):
    for rows in page.get_inline_instances(request_of_operator):
        assert english(rows, flatten(rows.fields or ())) == {}, type(rows).__name__


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_what_a_page_only_shows_is_named_in_the_readers_language(page, request_of_operator):
    assert english(page, flatten(page.get_readonly_fields(request_of_operator))) == {}
