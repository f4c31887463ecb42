"""Every typed "no" of orders, in the reader's language."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from localization import refusals
from localization.refusals import Refusal

Text = str | Promise


@dataclass(eq=False)
class CartNotFound(Refusal):
    """No cart has this token."""

    code: ClassVar[str] = "cart_not_found"
    status: ClassVar[int] = 404
    text: ClassVar[Text] = _("There is no such cart.")


@dataclass(eq=False)
class BadQuantity(Refusal):
    """A line takes 1 to 99 pieces."""

    code: ClassVar[str] = "bad_quantity"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("A quantity is a whole number from %(least)s to %(most)s.")

    quantity: str
    least: int
    most: int


@dataclass(eq=False)
class NotForSale(Refusal):
    """The variant does not exist, is not listed, or its stock is too small for the wish."""

    code: ClassVar[str] = "not_for_sale"
    text: ClassVar[Text] = _("This article is not for sale at the moment.")

    variant_id: int


@dataclass(eq=False)
class NotEnoughStock(Refusal):
    """Fewer pieces are left than asked for."""

    code: ClassVar[str] = "not_enough_stock"
    text: ClassVar[Text] = _("Only %(left)s pieces of “%(title)s” are left.")

    sku: str
    title: str
    left: int


@dataclass(eq=False)
class CartEmpty(Refusal):
    """There is nothing to quote or to order."""

    code: ClassVar[str] = "cart_empty"
    text: ClassVar[Text] = _("Your cart is empty.")


@dataclass(eq=False)
class TooManyLines(Refusal):
    """A cart holds a limited number of different articles."""

    code: ClassVar[str] = "too_many_lines"
    text: ClassVar[Text] = _("A cart holds at most %(most)s different articles.")

    most: int


@dataclass(eq=False)
class CannotPriceLine(Refusal):
    """Landed cost has no answer for a line: `reason` is its code, e.g. "missing_hs_code" or "no_rate"."""

    code: ClassVar[str] = "cannot_price_line"
    text: ClassVar[Text] = _(
        "We cannot quote “%(title)s” to this destination. Please remove it or choose another country."
    )

    sku: str
    title: str
    reason: str
    detail: str


@dataclass(eq=False)
class NoDelivery(Refusal):
    """No freight service carries this parcel there, or not the one that was chosen."""

    code: ClassVar[str] = "no_delivery"
    text: ClassVar[Text] = _("There is no delivery from %(merchant)s to this address.")

    merchant: str
    service: str


@dataclass(eq=False)
class Restricted(Refusal):
    """A restriction stops the sale: `kind` is banned or licence; `title` is "" where the whole parcel may not go."""

    code: ClassVar[str] = "restricted"
    text: ClassVar[Text] = _("“%(title)s” cannot be delivered there. %(reason)s")

    sku: str
    title: str
    rule: str
    kind: str
    reason: str

    @property
    def facts(self) -> dict[str, Any]:
        """With the reason in the reader's words."""
        return {**super().facts, "reason": gettext(self.reason)}

    @property
    def sentence(self) -> Text:
        """The reason alone where no article is to blame."""
        return self.text if self.title else "%(reason)s"


@dataclass(eq=False)
class MarketServesNot(Refusal):
    """A market sells into its own countries only."""

    code: ClassVar[str] = "market_serves_not"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("This storefront does not deliver to that country.")

    market: str
    country: str


@dataclass(eq=False)
class QuoteNotFound(Refusal):
    """No such quote, or it belongs to another cart: both look the same."""

    code: ClassVar[str] = "quote_not_found"
    status: ClassVar[int] = 404
    text: ClassVar[Text] = _("There is no such quote.")


@dataclass(eq=False)
class QuoteExpired(Refusal):
    """Quotes live 30 minutes."""

    code: ClassVar[str] = "quote_expired"
    text: ClassVar[Text] = _("This price has expired. Please look at the new one.")


@dataclass(eq=False)
class QuoteOutdated(Refusal):
    """The cart is no longer what was quoted."""

    code: ClassVar[str] = "quote_outdated"
    text: ClassVar[Text] = _("Your cart has changed since this price was made. Please look at the new one.")


@dataclass(eq=False)
class QuoteUsed(Refusal):
    """An order was made of this quote already, under another key."""

    code: ClassVar[str] = "quote_used"
    text: ClassVar[Text] = _("An order was already made of this quote.")


@dataclass(eq=False)
class AddressMissing(Refusal):
    """A quote to a country is an estimate; an order needs a door."""

    code: ClassVar[str] = "address_missing"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("Please give the address first.")


@dataclass(eq=False)
class BadEmail(Refusal):
    """The order's mails need one plain address."""

    code: ClassVar[str] = "bad_email"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("Please enter a valid e-mail address.")


@dataclass(eq=False)
class TermsNotAccepted(Refusal):
    """The buyer has not agreed to the terms."""

    code: ClassVar[str] = "terms_not_accepted"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("Please agree to the terms first.")


@dataclass(eq=False)
class IdentifierMissing(Refusal):
    """Customs at the destination asks for an identifier of the buyer, and there is none."""

    code: ClassVar[str] = "identifier_missing"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("Please enter this: %(label)s. %(reason)s")

    label: Text
    reason: Text


@dataclass(eq=False)
class BadIdentifier(Refusal):
    """No such identifier can exist; what was typed is not repeated."""

    code: ClassVar[str] = "bad_identifier"
    status: ClassVar[int] = 422
    text: ClassVar[Text] = _("This cannot be right: %(label)s. %(hint)s")

    label: Text
    hint: Text


@dataclass(eq=False)
class KeyReused(refusals.KeyReused):
    """The key came before with another order, or is no key at all."""


@dataclass(eq=False)
class OrderNotFound(Refusal):
    """No such order, or not yours: both look the same."""

    code: ClassVar[str] = "order_not_found"
    status: ClassVar[int] = 404
    text: ClassVar[Text] = _("There is no such order.")


@dataclass(eq=False)
class CannotCancel(Refusal):
    """The order is on its way, delivered or cancelled already."""

    code: ClassVar[str] = "cannot_cancel"
    text: ClassVar[Text] = _("Order %(number)s can no longer be cancelled.")

    number: str
    state: str


@dataclass(eq=False)
class CannotRefund(Refusal):
    """No parcel of the order was returned or lost without being paid back already."""

    code: ClassVar[str] = "cannot_refund"
    text: ClassVar[Text] = _(
        "Order %(number)s has no parcel to pay back: none was returned or lost, or it is paid back already."
    )

    number: str
    state: str


@dataclass(eq=False)
class CannotDispatch(Refusal):
    """The parcel is on its way already, or its order is not paid."""

    code: ClassVar[str] = "cannot_dispatch"
    text: ClassVar[Text] = _("Parcel %(reference)s cannot be dispatched now.")

    reference: str
    state: str


@dataclass(eq=False)
class CannotPay(Refusal):
    """The order waits for no payment."""

    code: ClassVar[str] = "cannot_pay"
    text: ClassVar[Text] = _("Order %(number)s does not wait for a payment.")

    number: str
    state: str


@dataclass(eq=False)
class OrdersOpen(Refusal):
    """Personal data is still needed: these orders are under way."""

    code: ClassVar[str] = "orders_open"
    text: ClassVar[Text] = _("These orders are still under way: %(numbers)s.")

    numbers: tuple[str, ...]
