"""What the cart page shows, and the cart of a visit: in the visit's market whatever market it was filled in."""

from dataclasses import dataclass

from localization.refusals import Refusal
from orders.refusals import CartNotFound
from orders.selectors.cart_view import cart_view
from orders.services.switch_market import switch_market
from orders.values.pages import CartView, Estimate, NoEstimate
from shop.storefront.caller import Caller
from shop.storefront.visit import Visit


@dataclass(frozen=True, kw_only=True)
class CartPage:
    """A cart, None while there is nothing in it, and what stands in the way of ordering it."""

    cart: CartView | None
    problem: str = ""

    @property
    def pieces(self) -> int:
        """How many pieces the header counts."""
        return self.cart.quantity if self.cart else 0

    @property
    def estimate(self) -> Estimate | None:
        """The price at a door of this market, where one can be named."""
        found = self.cart.estimate if self.cart else None
        return found if isinstance(found, Estimate) else None

    @property
    def no_estimate(self) -> str:
        """Why no price can be named, in the reader's words."""
        found = self.cart.estimate if self.cart else None
        return found.reason if isinstance(found, NoEstimate) else ""

    @property
    def blocked(self) -> bool:
        """Whether a line must go or shrink before checkout."""
        return self.cart is not None and any(line.problem for line in self.cart.lines)

    @property
    def can_check_out(self) -> bool:
        """Whether everything in it can be ordered and priced."""
        return self.estimate is not None and not self.blocked


def cart_page(caller: Caller, visit: Visit, *, problem: str = "") -> CartPage:
    """The caller's cart in the visit's market and language; one with nothing in it counts as none."""
    try:
        cart = cart_in(caller, visit)
    except Refusal as no:
        return CartPage(cart=None, problem=problem or str(no))
    return CartPage(cart=cart if cart and cart.lines else None, problem=problem)


def cart_in(caller: Caller, visit: Visit) -> CartView | None:
    """The caller's cart, moved to the visit's market first if it was filled in another. Raises RateUnavailable."""
    if not caller.cart_token:
        return None
    try:
        cart = cart_view(caller.cart_token, visit.language)
        if cart.market != visit.market.code:
            switch_market(cart_token=cart.token, market=visit.market.code, language=visit.language)
            cart = cart_view(cart.token, visit.language)
    except CartNotFound:
        return None
    return cart
