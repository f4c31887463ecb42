"""Two merchants, an order of each and one they share, and everybody who may knock at the back office."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.test import Client

from catalog.models import Merchant, MerchantMember, Option, Variant
from logistics.models import Shipment
from orders.models import Order, OrderParcel
from orders.services.dispatch_parcel import dispatch_parcel
from orders.services.refresh_offers import refresh_offers
from shop.backoffice.roles import set_up_roles
from tests.orders.making import make_merchant, make_order, make_reference, make_variant
from tests.orders.outside import pay


@dataclass
class Seller:
    """A merchant with a scarf, an order, and a member who signs in; `marks` appear on no other merchant's page."""

    merchant: Merchant
    variant: Variant
    member: Any
    order: Order | None = None
    marks: list[str] = field(default_factory=list)


@dataclass
class World:
    """Who and what there is."""

    alpha: Seller
    beta: Seller
    operator: Any
    customer: Any
    shared: Order

    def client(self, role: str, **options: Any) -> Client:
        """A browser of somebody: anonymous, customer, beta or operator."""
        browser = Client(**options)
        who = {"customer": self.customer, "operator": self.operator, "beta": self.beta.member}.get(role)
        if role == "alpha":
            who = self.alpha.member
        if who is not None:
            browser.force_login(who)
        return browser


def make_world(run_news: Any) -> World:
    """The world, with the first order of each merchant handed to the carrier. `run_news` runs what waits for commit."""
    make_reference()
    alpha, beta = _seller("alphaworks", "QZALPHA"), _seller("betaworks", "QZBETA")
    refresh_offers([alpha.variant.product_id, beta.variant.product_id])
    for seller in (alpha, beta):
        _sell(seller, run_news)
    shared = make_order((alpha.variant, 1), (beta.variant, 1), email="both@example.com")
    users = get_user_model().objects
    return World(
        alpha=alpha,
        beta=beta,
        operator=users.create_superuser("operator@causeway.test", "secret"),
        customer=users.create_user("customer@causeway.test", "secret"),
        shared=shared,
    )


def rows_of(model: type, merchant: Merchant) -> list[Any]:
    """The rows of a model with a page that lead to a merchant; those of operators all."""
    page = admin.site._registry[model]
    path = getattr(page, "merchant_path", None)
    rows = model._default_manager.all()  # type: ignore[attr-defined]
    return list(rows if path is None else rows.filter(**{path: merchant.pk}).distinct())


def snapshot(seller: Seller) -> dict[str, list[dict[str, Any]]]:
    """Every column of every row of a merchant that has a page."""
    merchants = [model for model, page in admin.site._registry.items() if _leads_to_a_merchant(page)]
    return {
        model.__name__: [
            {name: value for name, value in vars(row).items() if not name.startswith("_")}
            for row in rows_of(model, seller.merchant)
        ]
        for model in merchants
    }


def _leads_to_a_merchant(page: Any) -> bool:
    return getattr(page, "merchant_path", None) is not None


def _seller(code: str, sku: str) -> Seller:
    merchant = make_merchant(code=code)
    variant = make_variant(merchant, sku=sku, merchant_product_id=f"{sku}-number")
    Option.objects.create(product=variant.product, code=f"cut-{code}", names={"en": f"Cut of {sku}"})
    member = get_user_model().objects.create_user(f"member@{code}.test", "secret", is_staff=True)
    member.groups.add(set_up_roles())
    MerchantMember.objects.create(merchant=merchant, user=member)
    marks = [sku, sku.lower(), code, code.title(), f"Scarf {sku}", f"Cut of {sku}"]
    return Seller(merchant=merchant, variant=variant, member=member, marks=marks)


def _sell(seller: Seller, run_news: Any) -> None:
    buyer = f"buyer-of-{seller.merchant.code}@example.com"
    with run_news(execute=True):
        order = make_order((seller.variant, 1), email=buyer)
    with run_news(execute=True):
        pay(order)
    with run_news(execute=True):
        dispatch_parcel(parcel_id=OrderParcel.objects.get(order=order).pk, actor="demo")
    shipment = Shipment.objects.get(reference=f"{order.number}-1")
    seller.order = order
    seller.marks += [order.number, buyer, *([shipment.number] if shipment.number else [])]
