"""Describing a picture."""

import pytest

from catalog.models import Picture
from catalog.services.describe_picture import describe_picture
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


def test_a_picture_is_told_in_each_language_and_given_its_place():
    picture = Picture.objects.create(product=make_product(make_merchant()), file="pictures/a-800.webp")
    describe_picture(picture_id=picture.pk, alts={"en": "A scarf", "ar": "وشاح"}, position=3)
    picture.refresh_from_db()
    assert (picture.alts, picture.position) == ({"en": "A scarf", "ar": "وشاح"}, 3)
