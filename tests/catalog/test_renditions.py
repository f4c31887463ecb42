"""Uploads become WebP of two sizes, or are refused."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from catalog.refusals import BadPicture
from catalog.renditions import MOST_BYTES, rendition_facts, renditions
from catalog.values import LARGE, SMALL


def make_picture(width: int = 1200, height: int = 1500, form: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "#dfe5ea").save(out, form, **options)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds hardly a pixel."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = {b"IHDR": head, b"IDAT": zlib.compress(bytes(100)), b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks.items()
    )


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_a_picture_becomes_two_sizes_of_webp(form):
    made = renditions(make_picture(form=form))
    large, small = (Image.open(BytesIO(made.files[ending])) for ending in (LARGE, SMALL))
    assert (large.format, large.size) == ("WEBP", (800, 1000))
    assert (small.format, small.size) == ("WEBP", (400, 500))
    assert (made.width, made.height) == (800, 1000)


def test_a_small_picture_is_not_blown_up():
    made = renditions(make_picture(300, 200))
    assert (made.width, made.height) == (300, 200)


def test_the_name_is_made_of_the_content():
    assert renditions(make_picture()).stem == renditions(make_picture()).stem
    assert renditions(make_picture(10, 10)).stem != renditions(make_picture(11, 10)).stem
    assert rendition_facts(make_picture()).stem == renditions(make_picture()).stem


def test_nothing_but_pixels_survives():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    polyglot = make_picture(form="JPEG", exif=exif) + b"<script>alert(1)</script>"
    for content in renditions(polyglot).files.values():
        assert b"script" not in content
        assert b"taken at home" not in content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>', "not_a_picture"),
        (b"<html></html>", "not_a_picture"),
        (b"", "not_a_picture"),
        (make_picture()[:200], "not_a_picture"),
        (make_picture(10, 10, "GIF"), "not_a_picture"),
        (png_header(20_000, 20_000), "too_many_pixels"),
        (png_header(8000, 5001), "too_many_pixels"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
    ],
    ids=["svg", "html", "empty", "cut off", "gif", "bomb", "40 megapixels and more", "15 MB and more"],
)
def test_what_is_no_picture_is_refused(content, reason):
    with pytest.raises(BadPicture) as refused:
        renditions(content)
    assert refused.value.reason == reason
