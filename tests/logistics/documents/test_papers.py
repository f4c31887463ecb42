"""The papers of a parcel: the same bytes every time, hostile text as text, every script, no secret on the outside."""

import io
import re
import zlib
from dataclasses import replace

import pytest
from PIL import Image

from localization.addresses import Address
from logistics.documents import typesetting
from logistics.documents.papers import customs_form_pdf, label_pdf
from tests.logistics.parcels import BERLIN, HANGZHOU, NUMBER, SCARF, a_request, utc

AT = utc(2026, 11, 22, 9)
HOSTILE = '#panic("x") *b* $x$ [y] \\ `z` @ref <label>'
PAPERS = {
    "label": lambda request: label_pdf(request, NUMBER, at=AT),
    "cn22": lambda request: customs_form_pdf(request, NUMBER, "cn22", at=AT),
    "cn23": lambda request: customs_form_pdf(request, NUMBER, "cn23", at=AT),
}


@pytest.fixture
def data(monkeypatch):
    """What was handed to the typesetter beside the template."""
    seen = {}
    monkeypatch.setattr(
        "logistics.documents.papers.typeset", lambda _name, given, *, at: seen.update(given) or b""
    )
    return seen


@pytest.mark.parametrize("kind", PAPERS)
def test_the_same_parcel_gives_the_same_bytes(kind):
    first = PAPERS[kind](a_request())
    assert first.startswith(b"%PDF-")
    assert PAPERS[kind](a_request()) == first


@pytest.mark.parametrize("kind", PAPERS)
def test_hostile_text_stays_text(kind):
    request = a_request(
        sender=replace(HANGZHOU, name=HOSTILE),
        recipient=replace(BERLIN, street=HOSTILE),
        lines=(replace(SCARF, description=HOSTILE),),
        reference=HOSTILE,
    )
    assert PAPERS[kind](request).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("銀座四丁目", "NotoSansCJKjp"),
        ("林梅", "NotoSansCJKjp"),
        ("ليلى", "NotoSansArabic"),
        ("Łódź", "NotoSans-"),
    ],
)
def test_every_script_has_a_font_of_ours(text, font):
    pdf = label_pdf(a_request(recipient=replace(BERLIN, name=text)), NUMBER, at=AT)
    fonts = font_names(pdf)
    assert any(font in name for name in fonts)
    assert all("Noto" in name for name in fonts)


def test_the_label_names_both_ends_and_the_number_but_no_value_and_no_registration(data):
    label_pdf(a_request(tax_id="DE123456789"), NUMBER, at=AT)
    assert data["number"] == "LX 123 456 785 CN"
    assert data["recipient"] == ["Ada Kurz", "Torstraße 12", "10119 Berlin", "GERMANY"]
    assert data["weight"] == "0.180 kg"
    assert not {"IM2760000742", "DE123456789", "39.00 EUR"} & set(map(str, data.values()))


@pytest.mark.parametrize("form", ["cn22", "cn23"])
def test_a_form_adds_up_and_hides_the_sellers_registration(data, form):
    lines = (SCARF, replace(SCARF, quantity=2, weight_grams=360))
    customs_form_pdf(a_request(lines=lines), NUMBER, form, at=AT)
    assert (data["total_value"], data["total_weight"], data["postage"]) == (
        "78.00 EUR",
        "0.540 kg",
        "5.90 EUR",
    )
    assert data["lines"][1] == {
        "description": "Scarf, 100 % silk",
        "quantity": "2",
        "weight": "0.360 kg",
        "value": "39.00 EUR",
        "hs_code": "621410",
        "origin": "China (CN)",
    }
    assert "IM2760000742" not in str(data)


def test_the_bars_are_drawn_as_code_128_says(data):
    label_pdf(a_request(), NUMBER, at=AT)
    bars = data["bars"]
    assert bars.startswith(("11010010000", "11010000100", "11010011100"))  # start B, A or C of ISO/IEC 15417
    assert bars.endswith("1100011101011")  # stop
    assert (len(bars) - 13) % 11 == 0


def test_a_label_is_one_page_of_a6():
    label_pdf(a_request(recipient=_longest_address()), NUMBER, at=AT)
    page = typesetting._compiler("label").compile(format="png", ppi=72)
    assert isinstance(page, bytes)
    assert Image.open(io.BytesIO(page)).size == (298, 420)  # 105 x 148 mm at 72 dots per inch


def _longest_address():
    return Address(
        name="Maximiliane-Wilhelmine von und zu Hohenstein-Klingenberg",
        company="Gesellschaft für internationale Zusammenarbeit mbH",
        street="Straße der Deutsch-Sowjetischen Freundschaft 112, Hinterhaus, dritter Aufgang",
        street2="bei Schmidt-Rottluff, vierter Stock links",
        city="Hellschen-Heringsand-Unterschaar",
        country="DE",
        postcode="25764",
    )


def font_names(pdf):
    """The fonts a PDF embeds, also those named inside its compressed object streams."""
    texts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.S):
        try:
            texts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return {name.decode() for text in texts for name in re.findall(rb"/FontName\s*/([\w+-]+)", text)}
