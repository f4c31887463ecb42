"""Adding a picture: re-encoded, kept under its content's name, once."""

import pytest
from django.core.files.storage import default_storage

from catalog.models import Picture
from catalog.refusals import BadPicture
from catalog.services.add_picture import add_picture
from tests.catalog.making import make_merchant, make_product
from tests.catalog.test_renditions import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def test_a_picture_hangs_behind_the_others():
    product = make_product(make_merchant())
    add_picture(product_id=product.pk, content=make_picture(), alts={"en": "A scarf"})
    add_picture(product_id=product.pk, content=make_picture(300, 300), alts={})
    first, second = product.pictures.all()
    assert (first.alts, first.width, first.height) == ({"en": "A scarf"}, 800, 1000)
    assert (first.position, second.position) == (1, 2)
    assert default_storage.exists(first.file)
    assert default_storage.exists(first.file.replace("-800", "-400"))


def test_the_same_upload_twice_is_one_picture():
    product = make_product(make_merchant())
    ids = {add_picture(product_id=product.pk, content=make_picture(), alts={}) for _ in range(2)}
    assert len(ids) == Picture.objects.count() == 1


def test_what_is_no_picture_is_refused_and_nothing_is_written(tmp_path):
    product = make_product(make_merchant())
    with pytest.raises(BadPicture):
        add_picture(product_id=product.pk, content=b"<svg/>", alts={})
    assert not Picture.objects.exists()
    assert list(tmp_path.iterdir()) == []
