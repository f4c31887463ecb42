"""Catalogue YAML as values; what is missing or of the wrong kind is named with its path."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

import yaml

from catalog.catalogue_files.values import (
    CategorySheet,
    MerchantSheet,
    OptionSheet,
    PictureSheet,
    ProductSheet,
    TextSheet,
    VariantSheet,
)
from catalog.refusals import BadFile
from localization.addresses import Address

# libyaml reads the same YAML twenty times faster; the wheel of PyYAML has it nearly everywhere.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Sheet = TypeVar("_Sheet")
_Data = dict[str, Any]


def read_categories(content: bytes) -> tuple[CategorySheet, ...]:
    """The categories in their order. Raises BadFile."""
    return _read(content, lambda data: _each(data, "categories", _category))


def read_merchant(content: bytes) -> MerchantSheet:
    """The merchant of one file with its products. Raises BadFile."""
    return _read(content, _merchant)


def _read(content: bytes, build: Callable[[_Data], _Sheet]) -> _Sheet:
    try:
        return build(yaml.load(content, Loader=_LOADER))  # noqa: S506  # both loaders are the safe kind
    except yaml.YAMLError as error:
        raise BadFile(reason=" ".join(str(error).split())) from None
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise BadFile(reason=f"{type(error).__name__}: {error}") from None


def _each(data: _Data, key: str, build: Callable[[_Data], _Sheet]) -> tuple[_Sheet, ...]:
    sheets = []
    for place, item in enumerate(data.get(key) or (), start=1):
        try:
            sheets.append(build(item))
        except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
            name = item.get("handle") or item.get("sku") or item.get("code") or place
            raise ValueError(f"{key} → {name}: {type(error).__name__} {error}") from None
    return tuple(sheets)


def _category(data: _Data) -> CategorySheet:
    texts = data["texts"]
    return CategorySheet(
        code=data["code"],
        tint=data["tint"],
        names={language: text["name"] for language, text in texts.items()},
        leads={language: text.get("lead", "") for language, text in texts.items()},
    )


def _merchant(data: _Data) -> MerchantSheet:
    merchant = data["merchant"]
    warehouse = merchant["warehouse"]
    return MerchantSheet(
        code=merchant["code"],
        name=merchant["name"],
        country=merchant["country"],
        city=merchant["city"],
        email=merchant["email"],
        about=merchant["about"],
        tax_ids=merchant.get("tax_ids") or [],
        warehouse_code=warehouse["code"],
        warehouse_name=warehouse["name"],
        warehouse_address=Address(**warehouse["address"]),
        products=_each(data, "products", _product),
    )


def _product(data: _Data) -> ProductSheet:
    return ProductSheet(
        handle=data["handle"],
        category=data["category"],
        tint=data["tint"],
        hs_code=_text(data["hs_code"]),
        hs_version=data["hs_version"],
        origin=data["origin"],
        customs_description=data["customs_description"],
        texts={language: TextSheet(**text) for language, text in data["texts"].items()},
        options=_each(data, "options", _option),
        variants=_each(data, "variants", _variant),
        pictures=_each(
            data, "pictures", lambda picture: PictureSheet(picture["file"], picture.get("alt") or {})
        ),
    )


def _option(data: _Data) -> OptionSheet:
    values = {value["code"]: value["names"] for value in data["values"]}
    return OptionSheet(data["code"], data["names"], values)


def _variant(data: _Data) -> VariantSheet:
    length, width, height = data["dimensions_mm"]
    return VariantSheet(
        sku=data["sku"],
        choices=data.get("options") or {},
        weight_grams=int(data["weight_grams"]),
        dimensions_mm=(int(length), int(width), int(height)),
        battery=data.get("battery", "none"),
        currency=data["price"]["currency"],
        amount=Decimal(_text(data["price"]["amount"])),
        own_prices={code: Decimal(_text(amount)) for code, amount in (data.get("prices") or {}).items()},
        stock=int(data["stock"]),
    )


def _text(value: object) -> str:
    """Codes and amounts are quoted in the file: unquoted, YAML would turn 010121 into a number or 39.00 into a float."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} must be written in quotes")
    return value
