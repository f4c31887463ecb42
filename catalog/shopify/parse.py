"""From the bytes of a Shopify CSV to products, with every cell that could not be read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _

from catalog.descriptions import sanitised
from catalog.shopify import cells
from catalog.shopify import columns as c
from catalog.shopify.rows import Row, handle_of, rows_of
from catalog.shopify.values import ShopifyImage, ShopifyProduct, ShopifyVariant
from catalog.values import RowError

_LONGEST = {
    c.HANDLE: 150,
    c.TITLE: 255,
    c.BODY: 200_000,
    c.VENDOR: 255,
    c.TYPE: 255,
    c.TAGS: 5000,
    c.SKU: 100,
}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_Read = TypeVar("_Read")


@dataclass(frozen=True)
class ParsedFile:
    """The products that can be read, in their order, and what could not be read; a product with an error is left out."""

    products: tuple[ShopifyProduct, ...]
    errors: tuple[RowError, ...]


def parse(content: bytes) -> ParsedFile:
    """Read a file. Raises BadFile when it is no Shopify product table at all."""
    rows, errors = rows_of(content)
    by_handle: dict[str, list[Row]] = {}
    for row in rows:
        if handle_of(row):
            by_handle.setdefault(handle_of(row), []).append(row)
        else:
            errors.append(RowError(row.line, c.HANDLE, _("is empty")))
    products = []
    for group in by_handle.values():
        reading = _Reading()
        product = reading.product(group)
        errors += reading.errors
        products += [] if reading.errors else [product]
    return ParsedFile(tuple(products), tuple(sorted(errors, key=lambda error: error.line)))


@dataclass
class _Reading:
    """The reading of one product's rows; errors gather beside it."""

    errors: list[RowError] = field(default_factory=list)

    def product(self, rows: Sequence[Row]) -> ShopifyProduct:
        first = rows[0]
        self._refuse_unprintable(rows)
        if not first[c.TITLE].strip():
            self._error(first, c.TITLE, _("is empty on the first row of the product"))
        names = self._options(first)
        variants = tuple(self._variant(row, names) for row in rows if _is_variant(row))
        if not variants:
            self._error(first, c.PRICE, _("is empty: the product has no variant"))
        self._refuse_twins(variants)
        return ShopifyProduct(
            handle=self._text(first, c.HANDLE).strip(),
            title=self._text(first, c.TITLE).strip(),
            body=sanitised(self._text(first, c.BODY)),
            vendor=self._text(first, c.VENDOR),
            kind=self._text(first, c.TYPE),
            tags=self._text(first, c.TAGS),
            options=names,
            variants=variants,
            images=tuple(self._image(row) for row in rows if row[c.IMAGE_SRC].strip()),
            rest={column: first[column] for column in c.OF_PRODUCT if first[column]},
            line=first.line,
        )

    def _options(self, first: Row) -> tuple[str, ...]:
        names = tuple(first[name].strip() for name in c.OPTION_NAMES if first[name].strip())
        if (first[c.OPTION_NAMES[0]], first[c.OPTION_VALUES[0]]) == c.NO_OPTION:
            return ()
        if len(set(names)) != len(names):
            self._error(first, c.OPTION_NAMES[1], _("names an option twice"))
        return names

    def _variant(self, row: Row, names: tuple[str, ...]) -> ShopifyVariant:
        values = tuple(row[column].strip() for column in c.OPTION_VALUES[: len(names)])
        for column, value in zip(c.OPTION_VALUES, values, strict=False):
            if not value:
                self._error(row, column, _("is empty"))
        return ShopifyVariant(
            values=values,
            sku=self._text(row, c.SKU).strip(),
            grams=self._cell(row, c.GRAMS, cells.whole, 0),
            price=self._cell(row, c.PRICE, cells.price, Decimal(0)),
            rest={
                column: cell
                for column, cell in row.cells.items()
                if cell and column not in c.UNDERSTOOD and column not in c.OF_PRODUCT
            },
            quantity=self._cell(row, c.QUANTITY, cells.whole, 0),
            line=row.line,
        )

    def _image(self, row: Row) -> ShopifyImage:
        return ShopifyImage(
            src=self._cell(row, c.IMAGE_SRC, cells.address, ""),
            position=row[c.IMAGE_POSITION].strip(),
            alt=row[c.IMAGE_ALT].strip(),
        )

    def _refuse_unprintable(self, rows: Sequence[Row]) -> None:
        """A database keeps no NUL, and no reader sees the other control characters."""
        for row in rows:
            for column in (name for name, cell in row.cells.items() if _UNPRINTABLE.search(cell)):
                self._error(row, column, _("contains characters that cannot be printed"))

    def _refuse_twins(self, variants: Sequence[ShopifyVariant]) -> None:
        seen: set[tuple[str, ...]] = set()
        skus: set[str] = set()
        for variant in variants:
            if variant.sku in skus:
                self.errors.append(RowError(variant.line, c.SKU, _("stands in a row above already")))
            skus |= {variant.sku} - {""}
            if variant.values in seen:
                self.errors.append(
                    RowError(variant.line, c.OPTION_VALUES[0], _("has the same options as a row above"))
                )
            seen.add(variant.values)

    def _text(self, row: Row, column: str) -> str:
        return self._cell(row, column, lambda cell: cells.limited(cell, _LONGEST[column]), "")

    def _cell(self, row: Row, column: str, read: Callable[[str], _Read], otherwise: _Read) -> _Read:
        try:
            return read(row[column])
        except cells.BadCell as error:
            self._error(row, column, str(error))
            return otherwise

    def _error(self, row: Row, column: str, message: str) -> None:
        self.errors.append(RowError(row.line, column, message))


def _is_variant(row: Row) -> bool:
    """Rows beneath the first may only add an image."""
    return any(row[column].strip() for column in (c.PRICE, c.SKU, *c.OPTION_VALUES))
