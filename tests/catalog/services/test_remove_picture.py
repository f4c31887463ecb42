"""Removing a picture."""

import pytest

from catalog.models import Picture
from catalog.services.remove_picture import remove_picture
from tests.catalog.making import make_merchant, make_product

pytestmark = pytest.mark.django_db


def test_a_picture_goes_once_and_others_stay():
    product = make_product(make_merchant())
    gone, kept = (Picture.objects.create(product=product, file=f"pictures/{n}-800.webp") for n in "ab")
    remove_picture(picture_id=gone.pk)
    remove_picture(picture_id=gone.pk)
    assert list(product.pictures.all()) == [kept]
