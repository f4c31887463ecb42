"""Save product parts: write the texts, options and pictures of products of a catalogue file, in bulk."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from catalog.catalogue_files.values import ProductSheet
from catalog.descriptions import paragraphs
from catalog.models import Option, OptionValue, Picture, Product, ProductText
from catalog.renditions import RenditionFacts
from catalog.values import LARGE

_Pairs = Sequence[tuple[Product, ProductSheet]]


def save_product_parts(pairs: _Pairs, *, pictures: Mapping[str, RenditionFacts]) -> None:
    """Make texts, options and pictures of these products what their sheets say; `pictures` by file name."""
    with transaction.atomic():
        _save_texts(pairs)
        _save_options(pairs)
        Picture.objects.filter(product__in=[product for product, _ in pairs]).delete()
        Picture.objects.bulk_create(_pictures(pairs, pictures))


def _save_texts(pairs: _Pairs) -> None:
    texts = [
        ProductText(
            product=product,
            language=language,
            title=text.title,
            summary=text.summary,
            description=paragraphs(text.description),
            translation=ProductText.Translation.REVIEWED,
        )
        for product, sheet in pairs
        for language, text in sheet.texts.items()
    ]
    ProductText.objects.bulk_create(
        texts,
        update_conflicts=True,
        unique_fields=["product", "language"],
        update_fields=["title", "summary", "description", "translation"],
    )


def _save_options(pairs: _Pairs) -> None:
    """Options carry no other row's key: those of the sheet replace what was there."""
    Option.objects.filter(product__in=[product for product, _ in pairs]).delete()
    options = [
        (Option(product=product, code=sheet.code, names=sheet.names, position=place), sheet)
        for product, of_product in pairs
        for place, sheet in enumerate(of_product.options)
    ]
    Option.objects.bulk_create([option for option, _ in options])
    OptionValue.objects.bulk_create(
        [
            OptionValue(option=option, code=code, names=names, position=place)
            for option, sheet in options
            for place, (code, names) in enumerate(sheet.values.items())
        ]
    )


def _pictures(pairs: _Pairs, kept: Mapping[str, RenditionFacts]) -> list[Picture]:
    return [
        Picture(
            product=product,
            file=kept[picture.file].stem + LARGE,
            digest=kept[picture.file].digest,
            alts=picture.alts,
            width=kept[picture.file].width,
            height=kept[picture.file].height,
            position=place,
        )
        for product, sheet in pairs
        for place, picture in enumerate(sheet.pictures, start=1)
    ]
